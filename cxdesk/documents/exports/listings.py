"""The columns of the lists that leave the shop, in words, and their cells."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from cxdesk.documents.exports.delimited import Cell
from cxdesk.domain import consent, money
from cxdesk.domain.customer import Birthday, Consent, ContactChannel, ContactKind, Customer, Purpose
from cxdesk.domain.exports import Figures, SoldLine
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.fields import Field
from cxdesk.domain.listing import Column
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.language import listing, needs, reasons, territories
from cxdesk.language.language import Language

SEVERAL = " ::: "  # between the values of one cell, as contact programs write it
CHANNELS = (ContactChannel.LETTER, ContactChannel.EMAIL, ContactChannel.TEXT, ContactChannel.PHONE)


def customer_header(language: Language, *, points: bool) -> list[str]:
    """The columns of the list of customers; `points` only where the shop keeps any."""
    say = language.tr
    return [
        *(say("Name"), say("First name"), say("Last name"), say("Phone"), say("E-mail"), say("Card")),
        *(say("Customer number"), say("Birthday"), say("Language"), say("Street address"), say("Postcode")),
        *(say("Town"), say("Country"), say("Customer since"), say("Last visit"), say("Visits"), say("Spend")),
        say("Note"),
        *(say("Permission: {channel}", channel=reasons.channel(language, channel)) for channel in CHANNELS),
        *([say("Points")] if points else []),
    ]


def customer_cells(
    language: Language, customer: Customer, figures: Figures, events: Sequence[Consent], *, points: bool
) -> list[Cell]:
    """A customer's cells."""
    return [
        *(customer.name, customer.first_name, customer.last_name),
        *(_all(customer, kind) for kind in (ContactKind.PHONE, ContactKind.EMAIL, ContactKind.CARD)),
        *(
            customer.external_id,
            _birthday(customer.birthday),
            customer.language,
            customer.street,
            customer.postcode,
        ),
        *(customer.town, territories.name(customer.country, language.code), customer.since, figures.last_day),
        *(figures.days, _money(language, figures.spend), customer.note),
        *(_said(language, consent.latest(events, Purpose.MARKETING, channel)) for channel in CHANNELS),
        *([figures.points] if points else []),
    ]


def shown_cells(
    language: Language,
    columns: Sequence[str],
    values: Sequence[str | int | None],
    own: Mapping[str, Field],
) -> list[Cell]:
    """The cells of a customer on a list as it is shown."""
    return [_shown(language, column, value, own) for column, value in zip(columns, values, strict=True)]


def purchase_header(language: Language) -> list[str]:
    """The columns of the list of purchases, one line of a receipt a row."""
    say = language.tr
    return [
        *(say("Date"), say("Time"), say("Receipt"), say("Kind"), say("Customer"), say("Customer number")),
        *(say("Product code"), say("Product"), say("Quantity"), say("Price"), say("Amount"), say("Source")),
    ]


def purchase_cells(language: Language, line: SoldLine) -> list[Cell]:
    """The cells of one line of a receipt."""
    return [
        *(date.fromisoformat(line.date), line.time, line.receipt, _kind(language, PurchaseKind(line.kind))),
        *(line.customer, line.number, line.code, line.product, line.quantity),
        *(_money(language, line.price), _money(language, line.amount), line.source),
    ]


def feedback_header(language: Language) -> list[str]:
    """The columns of the list of feedback."""
    say = language.tr
    return [
        *(
            say("Date"),
            say("Customer"),
            say("Customer number"),
            "NPS",
            "CSAT",
            "CES",
            say("Comment"),
            say("Needs"),
        ),
        *(
            say("Channel"),
            say("Stage"),
            say("Feeling"),
            say("Waiting time, min"),
            say("Way of service"),
            say("Product"),
            say("Waits for an answer"),
            say("Answered on"),
            say("Answer"),
        ),
    ]


def feedback_cells(language: Language, item: Feedback, customer: Customer | None, product: str) -> list[Cell]:
    """The cells of one feedback; `customer` is None where nobody gave a name."""
    waits = item.follow_up and item.resolved is None
    return [
        *(item.day, customer.name if customer else "", customer.external_id if customer else ""),
        *(item.nps, item.csat, item.ces, item.comment),
        SEVERAL.join(needs.need(language, need) for need in item.needs),
        needs.channel(language, item.channel),
        needs.stage(language, item.stage) if item.stage else "",
        needs.emotion(language, item.emotion) if item.emotion else "",
        item.waited,
        needs.route(language, item.route) if item.route else "",
        *(product, _yes(language, said=waits), item.resolved, item.resolution),
    ]


def mailing_header(language: Language, channel: ContactChannel) -> list[str]:
    """The columns of a mailing list through one channel: e-mail, letter or text message."""
    say = language.tr
    places = {
        ContactChannel.EMAIL: [say("E-mail")],
        ContactChannel.TEXT: [say("Phone")],
        ContactChannel.LETTER: [say("Street address"), say("Postcode"), say("Town"), say("Country")],
    }
    return [say("Name"), say("First name"), say("Language"), *places[channel]]


def mailing_cells(customer: Customer, spoken: str, place: Iterable[str]) -> list[Cell]:
    """The cells of one recipient who is written to in the language `spoken`, and nothing that is not needed for it."""
    return [customer.name, customer.first_name, spoken, *place]


def _shown(language: Language, column: str, value: str | int | None, own: Mapping[str, Field]) -> Cell:
    """A figure or a date as such, a text as it is read on the screen."""
    match column, value:
        case Column.SPEND, int():
            return _money(language, value)
        case Column.LAST_VISIT | Column.SINCE, str():
            return date.fromisoformat(value)
        case Column.BIRTHDAY, str():
            return value if value.startswith("-") else date.fromisoformat(value)
        case Column.VISITS | Column.POINTS, int():
            return value
        case (_, None):
            return None
    return listing.cell(language, column, value, own)


def _all(customer: Customer, kind: ContactKind) -> str:
    return SEVERAL.join(point.value for point in customer.contacts if point.kind is kind)


def _birthday(born: Birthday | None) -> Cell:
    if born is None:
        return None
    return date(born.year, born.month, born.day) if born.year else f"--{born.month:02}-{born.day:02}"


def _money(language: Language, amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount).scaleb(-money.exponent(language.currency))


def _said(language: Language, event: Consent | None) -> str:
    return _yes(language, said=event.given) if event else ""


def _yes(language: Language, *, said: bool) -> str:
    return language.tr("yes") if said else language.tr("no")


@cache
def _kind(language: Language, kind: PurchaseKind) -> str:
    return {
        PurchaseKind.SALE: language.tr("Purchase"),
        PurchaseKind.REFUND: language.tr("Return"),
        PurchaseKind.CANCELLED: language.tr("Cancelled purchase"),
        PurchaseKind.ADJUSTMENT: language.tr("Adjustment"),
    }[kind]
