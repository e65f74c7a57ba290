"""The statement of a customer: points, permissions and promises, in their own language."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from cxdesk import paths
from cxdesk.domain import consent
from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.domain.statement import Permission, Statement
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.benefits import Benefits
from cxdesk.services.points import Points
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, goals, promises

CHANNELS = (ContactChannel.LETTER, ContactChannel.EMAIL, ContactChannel.TEXT, ContactChannel.PHONE)


class Statements:
    """What is printed for a customer of what the shop keeps for them."""

    def __init__(self, workplace: Workplace, points: Points, benefits: Benefits) -> None:
        self._work, self._points, self._benefits = workplace, points, benefits

    def write(self, customer_id: int, path: Path) -> None:
        """Write a customer's statement as a PDF at `path`, in their language.

        Raises:
            UserError: when there is no such customer, or the file cannot be written.
        """
        from cxdesk.documents.statement import write_statement  # noqa: PLC0415 - the window opens without it

        shop, customer = self._work.shop(), self._work.customer(customer_id)
        language = Language(customer.language or shop.language, currency=shop.currency)
        with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        write_statement(self.of(customer_id, language), language, path)

    def file(self, customer_id: int) -> Path:
        """Where the statement of a customer belongs; no name of a person stands in it."""
        return paths.reports(self._work.db.path) / f"{self._work.today()} statement {customer_id}.pdf"

    def of(self, customer_id: int, language: Language) -> Statement:
        """What stands on the statement of a customer."""
        shop, db, today = self._work.shop(), self._work.db, self._work.today()
        held, book = self._benefits.of_customer(customer_id), self._points.book(customer_id)
        balance = book.balance(today)
        return Statement(
            shop.name,
            self._work.customer(customer_id).name,
            today,
            balance,
            balance * shop.point_value,
            tuple(lot for lot in book.lots if lot.valid(today)),
            tuple(self._points.entries(customer_id)),
            held.coupons,
            held.gift_cards,
            tuple(each for each in promises.of_customer(db, customer_id) if each.closed is None),
            tuple(self._permissions(consents.of(db, customer_id), language)),
            tuple((each.card.name, each.stamps, each.card.stamps) for each in held.stamps),
            tuple(goals.of(db, [customer_id], today)[customer_id]),
        )

    def _permissions(self, events: list[Consent], language: Language) -> list[Permission]:
        basis = self._work.shop().letter_basis
        found = [
            Permission(
                reasons.channel(language, channel),
                consent.may_contact(events, channel, basis),
                _since(consent.latest(events, Purpose.MARKETING, channel)),
            )
            for channel in CHANNELS
        ]
        profiling = consent.latest(events, Purpose.PROFILING, ContactChannel.ANY)
        words = language.tr("Profiling")
        return [*found, Permission(words, consent.may_profile(events), _since(profiling))]


def _since(event: Consent | None) -> date | None:
    return datetime.fromisoformat(event.at).date() if event else None
