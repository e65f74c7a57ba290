"""Labels, envelopes and cards for a list of customers, and the sheet that shows how the printer prints."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cxdesk import paths
from cxdesk.documents import cards, stationery
from cxdesk.documents.answers import write_answer_cards
from cxdesk.documents.vouchers import write_voucher
from cxdesk.domain.asking import chosen
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import CouponBox, Recipient, Way
from cxdesk.domain.mailing import Mailing, Obstacle, Problem
from cxdesk.domain.stationery import BY_HAND, CARDS, ENVELOPES, LABELS, RECEIPTS, Order
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer, address_offset, recipient, sender
from cxdesk.services.handwriting import Handwriting
from cxdesk.services.letters import Progress
from cxdesk.services.mailings import Mailings
from cxdesk.services.workplace import Workplace
from cxdesk.storage import coupons, gift_cards

FURTHEST = 30.0  # mm


class Stationery:
    """Everything printed besides letters."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def make(
        self, order: Order, mailing: Mailing, ids: Sequence[int], path: Path, progress: Progress | None = None
    ) -> None:
        """What was ordered, for a list.

        Raises:
            UserError: when nobody can have it, or the file cannot be written.
        """
        if order.paper in LABELS:
            self.labels(ids, order.paper, path, order.start, order.offset)
        elif order.paper in ENVELOPES:
            self.envelopes(ids, order.paper, path, order.offset)
        elif order.paper == BY_HAND:
            Handwriting(self._work).write(mailing.uuid, ids, path)
        elif order.paper in CARDS:
            self.cards(mailing, ids, order.paper, path)
        else:
            Mailings(self._work).write(mailing, ids, path, progress)

    def labels(
        self,
        ids: Sequence[int],
        kind: str,
        path: Path,
        start: int = 1,
        offset: stationery.Offset = (0.0, 0.0),
    ) -> tuple[Problem, ...]:
        """Address labels for those of a list who may be written to; gives who has a problem.

        Raises:
            UserError: when nobody has an address, `start` or `offset` cannot be right, or the file cannot be written.
        """
        if not 1 <= start <= LABELS[kind].count:
            raise UserError("A sheet of {kind} has labels 1 to {count}.", kind=kind, count=LABELS[kind].count)
        people, problems = self._addressed(ids)
        stationery.write_labels(people, kind, _place(path), start, _checked(offset))
        return problems

    def envelopes(
        self, ids: Sequence[int], kind: str, path: Path, offset: stationery.Offset = (0.0, 0.0)
    ) -> tuple[Problem, ...]:
        """Envelopes for those of a list who may be written to; gives who has a problem.

        Raises:
            UserError: when nobody has an address, the offset cannot be right or the file cannot be written.
        """
        people, problems = self._addressed(ids)
        shop = sender(self._work.shop())
        stationery.write_envelopes(people, kind, shop, _place(path), _checked(offset))
        return problems

    def cards(self, mailing: Mailing, ids: Sequence[int], kind: str, path: Path) -> tuple[Problem, ...]:
        """A mailing on folded cards, remembered as its letters are.

        Raises:
            UserError: when nobody may have one, its wording cannot be filled or the file cannot be written.
        """
        mailings = Mailings(self._work)
        batch = mailings.prepare(mailing, ids)
        if not batch.letters:
            raise UserError("Nobody on this list may be sent this letter.")
        cards.write_cards([letter for _, letter in batch.letters], kind, _place(path))
        mailings.remember(mailing, batch.letters, Way.PRINTED, path.name)
        return batch.problems

    def voucher(self, code: str, paper: str, path: Path) -> None:
        """A coupon or gift card on receipt paper or as a card, in the language of whose it is.

        Raises:
            UserError: when nothing bears this code, or the file cannot be written.
        """
        box, language = self._voucher(code)
        shop = self._work.shop()
        if paper in RECEIPTS:
            stationery.write_receipt(box, shop.name, paper, language, _place(path))
        else:
            write_voucher(box, sender(shop), language, _place(path))

    def _voucher(self, code: str) -> tuple[CouponBox, Language]:
        coupon, card = coupons.by_code(self._work.db, code), gift_cards.by_code(self._work.db, code)
        known = coupon or card
        if known is None:
            raise UserError("There is no coupon {code}.", code=code)
        owner = self._work.customer(known.customer_id) if known.customer_id else None
        language = self._work.language((owner.language if owner else "") or self._work.shop().language)
        product_id = coupon.product_id if coupon else None
        product = self._work.product(product_id).name if product_id else ""
        said = loyalty.coupon(language, coupon, product) if coupon else ""
        if card:
            said = f"{loyalty.card_kind(language, card.kind)} {language.money(card.balance)}"
        return CouponBox(said, language.tr("Show this at the counter."), code, known.last), language

    def answer_cards(self, code: str, path: Path) -> None:
        """Cards that ask what the counter asks, in the language `code`, to be answered by pen.

        Raises:
            UserError: when the file cannot be written.
        """
        shop = self._work.shop()
        write_answer_cards(chosen(shop.questions), shop.name, self._work.language(code), _place(path))

    def test_sheet(self, kind: str, path: Path) -> None:
        """Rulers and frames, of labels when `kind` names some, else of the window where the address is printed.

        Raises:
            UserError: when the file cannot be written.
        """
        offset = (0.0, 0.0) if kind in LABELS else address_offset(self._work.shop())
        stationery.write_test_sheet(kind, _place(path), self._work.language(), offset)

    def file(self, what: str) -> Path:
        """Where such papers belong; no name of a person stands in it."""
        return paths.letters(self._work.db.path) / f"{self._work.today()} {what}.pdf"

    def _addressed(self, ids: Sequence[int]) -> tuple[list[Recipient], tuple[Problem, ...]]:
        audience, composer = gather(self._work, ids), Composer(self._work)
        homeless = {each.customer_id for each in audience.problems if each.obstacle is Obstacle.NO_ADDRESS}
        people = [
            recipient(person, composer.shop, composer.language(person))
            for person in audience.people
            if person.id not in homeless
        ]
        if not people:
            raise UserError("Nobody on this list has an address and may be written to.")
        return people, audience.problems


def _checked(offset: stationery.Offset) -> stationery.Offset:
    if max(map(abs, offset)) > FURTHEST:
        raise UserError("An offset of more than {most} mm cannot be right.", most=int(FURTHEST))
    return offset


def _place(path: Path) -> Path:
    with suppress(OSError):  # told by the file that cannot be written
        path.parent.mkdir(parents=True, exist_ok=True)
    return path
