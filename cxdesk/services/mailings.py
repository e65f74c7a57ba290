"""One letter to many customers: prepared with every recipient's problems named, printed and remembered as one step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from cxdesk.documents.letters import pdf
from cxdesk.domain.coupon import Coupon
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import SERVICE, CouponBox, Letter, LetterFields, Way
from cxdesk.domain.mailing import Mailing, Problem
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer, Said
from cxdesk.services.coupons import Coupons
from cxdesk.services.letters import Progress, keep_coupon, print_on, remember
from cxdesk.services.workplace import Workplace

SAMPLE_CODE = "K7-4Q2M"


@dataclass(frozen=True, slots=True)
class Batch:
    """The letters that are ready, each with its customer, and who has a problem."""

    letters: tuple[tuple[Customer, Letter], ...]
    problems: tuple[Problem, ...]


class Mailings:
    """Letters to a list of customers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def problems(self, mailing: Mailing, ids: Sequence[int]) -> tuple[int, tuple[Problem, ...]]:
        """How many of these get the letter, and what is the matter with whom."""
        audience = gather(self._work, ids, service=mailing.kind in SERVICE)
        return len(audience.people), audience.problems

    def prepare(self, mailing: Mailing, ids: Sequence[int]) -> Batch:
        """The letters of everybody who may have one.

        Raises:
            UserError: when the wording cannot be filled.
        """
        audience = gather(self._work, ids, service=mailing.kind in SERVICE)
        return Batch(self.letters(mailing, audience.people), audience.problems)

    def letters(self, mailing: Mailing, people: Sequence[Customer]) -> tuple[tuple[Customer, Letter], ...]:
        """The letters to these people, each with its customer.

        Raises:
            UserError: when the wording cannot be filled, or what is offered gives nothing.
        """
        composer = Composer(self._work)
        if mailing.offer:
            Coupons(self._work).checked(mailing.offer)
        return tuple((person, self._letter(composer, person, mailing)) for person in people)

    def write(
        self, mailing: Mailing, ids: Sequence[int], path: Path, progress: Progress | None = None
    ) -> Batch:
        """Write the letters into one PDF and remember them as one step.

        Raises:
            UserError: when nobody may have the letter, its wording cannot be filled or the file cannot be written.
        """
        batch = self.prepare(mailing, ids)
        if not batch.letters:
            raise UserError("Nobody on this list may be sent this letter.")
        print_on(path, [letter for _, letter in batch.letters], progress)
        self.remember(mailing, batch.letters, Way.PRINTED, path.name)
        return batch

    def remember(
        self, mailing: Mailing, letters: Sequence[tuple[Customer, Letter]], way: Way, detail: str
    ) -> None:
        """Keep these letters, how they went out, and the coupons that they carry, as one step."""
        with self._work.change("Letters written", detail=detail):
            for customer, letter in letters:
                coupon_id = (
                    keep_coupon(self._work, made) if (made := _made(mailing, customer, letter)) else None
                )
                event = mailing.campaign_id
                remember(self._work, letter, customer.id, way, coupon_id=coupon_id, campaign_id=event)

    def sample(self, mailing: Mailing, to: Customer, source: str) -> bytes:
        """The letter to somebody as a PDF, in a wording that is not kept yet; nothing is remembered.

        Raises:
            UserError: when the wording cannot be filled.
        """
        composer = Composer(self._work)
        said = replace(self._said(composer.language(to), mailing, SAMPLE_CODE), source=source)
        return pdf(composer.compose(to, UUID(int=0), SAMPLE_CODE, said).letter)

    def _letter(self, composer: Composer, customer: Customer, mailing: Mailing) -> Letter:
        identity = _identity(mailing, customer.id)
        code = composer.code(identity)
        said = self._said(composer.language(customer), mailing, code)
        return composer.compose(customer, identity, code, said).letter

    def _said(self, language: Language, mailing: Mailing, code: str) -> Said:
        fields, offer = _fields(mailing, language), mailing.offer
        if offer is None:
            return Said(mailing.kind, fields)
        product = self._work.product(offer.product_id).name if offer.product_id else ""
        words = loyalty.coupon(language, offer, product)
        until = fields.valid_until or language.date_long(offer.last)
        box = CouponBox(
            language.tr("Coupon: {what}", what=words),
            language.tr("Show this at the counter."),
            code,
            offer.last,
        )
        return Said(mailing.kind, replace(fields, coupon=words, valid_until=until), box)


def _made(mailing: Mailing, customer: Customer, letter: Letter) -> Coupon | None:
    """The coupon that this letter carries."""
    if mailing.offer is None:
        return None
    return replace(
        mailing.offer,
        code=letter.code,
        customer_id=customer.id,
        day=letter.date,
        reason=letter.template,
        campaign_id=mailing.campaign_id,
    )


def _identity(mailing: Mailing, customer_id: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"{mailing.uuid}/{customer_id}")


def _fields(mailing: Mailing, language: Language) -> LetterFields:
    return LetterFields(
        message=mailing.message,
        event=mailing.event,
        when=mailing.when,
        place=mailing.place,
        item=mailing.item,
        valid_until=language.date_long(mailing.until) if mailing.until else "",
        regular_percent=_percent(mailing.regular_percent, language),
        guest_percent=_percent(mailing.guest_percent, language),
    )


def _percent(share: int, language: Language) -> str:
    return language.percent(share / 100) if share else ""
