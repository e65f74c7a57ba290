"""What a customer's card says of them: chips, facts, permissions, value and rhythm, in words."""

from dataclasses import dataclass
from datetime import date, tzinfo

from cxdesk.domain import consent
from cxdesk.domain.absence import Absence, Status
from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Consent, ContactChannel, Customer, Preference, PreferenceKind, Purpose
from cxdesk.domain.recommendations import Likes
from cxdesk.domain.shop import LetterBasis
from cxdesk.language import fields, people, reasons, recommendations
from cxdesk.language.language import Language
from cxdesk.language.needs import stage
from cxdesk.language.people import language_name
from cxdesk.services.customers import CustomerCard
from cxdesk.ui.customers.events import local
from cxdesk.ui.tokens import Tone

REGULAR, PROMOTER, DETRACTOR = 3, 9, 6
SOON = 7
CHANNELS = (ContactChannel.LETTER, ContactChannel.EMAIL, ContactChannel.TEXT, ContactChannel.PHONE)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known, with an icon; `below` stands smaller under it, `product` is what it is about."""

    icon: str
    text: str
    below: str = ""
    product: int = 0


@dataclass(frozen=True, slots=True)
class Permission:
    """One permission: whether it holds now, and since when, from where and in which words."""

    purpose: Purpose
    channel: ContactChannel
    title: str
    allowed: bool
    since: str
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Figures as (caption, figure), or the one line `instead` of them."""

    figures: tuple[tuple[str, str], ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Whether a customer is later than usual, and why we say so."""

    badge: str
    tone: Tone
    reason: str


def chips(language: Language, card: CustomerCard, today: date) -> list[tuple[str, Tone]]:
    """Words beside the name, the most pressing first."""
    found: list[tuple[str, Tone]] = []
    born = card.customer.birthday
    if born and (born.next(today) - today).days <= SOON:
        found.append((language.tr("Birthday {day}", day=language.day(born.next(today))), Tone.GIFT))
    if any(entry.follow_up and entry.resolved is None for entry in card.feedback):
        found.append((language.tr("Waiting for an answer"), Tone.BAD))
    if card.summary and card.summary.days >= REGULAR:
        found.append((language.tr("Regular"), Tone.ACCENT))
    latest = next((entry.nps for entry in card.feedback if entry.nps is not None), None)
    if latest is not None and latest >= PROMOTER:
        found.append((language.tr("Promoter"), Tone.GOOD))
    return found


def line(language: Language, card: CustomerCard) -> str:
    """Since when, where, which language, last visit."""
    customer = card.customer
    said = [
        language.tr("Customer since {year}", year=customer.since.year) if customer.since else "",
        customer.town,
        language_name(language, customer.language) if customer.language else "",
        language.tr("last visit {day}", day=language.date(card.last_visit)) if card.last_visit else "",
        "" if card.points is None else language.tr_n("{n} point", "{n} points", card.points),
        language.tr_n("{n} point owed", "{n} points owed", card.owed) if card.owed else "",
    ]
    return " · ".join(part for part in said if part)


def address(customer: Customer, home: str) -> str:
    """The postal address in one line; the country only when it is not `home`, the shop's own."""
    town = f"{customer.postcode} {customer.town}".strip()
    abroad = customer.country if customer.country != home else ""
    return ", ".join(part for part in (customer.street, town, abroad) if part)


def known(language: Language, card: CustomerCard, home: str, today: date) -> list[Fact]:
    """Address, note, birthday and profile, those that are known; `home` is the shop's own country."""
    customer = card.customer
    born, coming = birthday(language, customer, today)
    lines = [
        Fact("map-pin", address(customer, home)),
        Fact("file-text", customer.note),
        Fact("cake", born, coming),
        *profile(language, customer),
        *(
            Fact("file-text", fields.said(language, each.field, each.value), each.field.name)
            for each in card.held
        ),
    ]
    return [each for each in lines if each.text]


def profile(language: Language, customer: Customer) -> list[Fact]:
    """Gender and age group in one line, then persona, origin and stage; what is not known has no text."""
    dated = customer.birthday and customer.birthday.year
    group = None if dated else customer.age_group
    who = (
        people.gender(language, customer.gender) if customer.gender else "",
        people.age_group(language, group) if group else "",
    )
    return [
        Fact("user", ", ".join(part for part in who if part)),
        Fact("users", customer.persona, language.tr("Persona")),
        Fact("share-2", customer.origin, language.tr("Found us through")),
        Fact("trending-up", stage(language, customer.stage) if customer.stage else "", language.tr("Stage")),
    ]


def kept(language: Language, known: Anniversary, today: date) -> str:
    """When a day is kept next, and which time it is: `12.6.2010 · 16 years on Fri 12.6.`."""
    coming = known.next(today)
    years, when = known.years(coming), language.day(coming)
    if not years or known.day.year is None:
        return when
    first = language.date(date(known.day.year, known.day.month, known.day.day))
    said = language.tr_n("{n} year on {day}", "{n} years on {day}", years, day=when)
    return f"{first} · {said}"


def birthday(language: Language, customer: Customer, today: date) -> tuple[str, str]:
    """The birthday and what comes next, both empty when it is not known."""
    born = customer.birthday
    if born is None:
        return "", ""
    coming = born.next(today)
    written = language.date(date(born.year, born.month, born.day)) if born.year else language.day(coming)
    age, when = born.age(coming), language.day(coming)
    if age:
        return written, language.tr("turns {age} on {day}", age=age, day=when)
    return written, language.tr("the year is not known")


def likes(language: Language, found: Likes, today: date) -> list[Fact]:
    """What the customer likely buys next, and why."""
    own = [
        Fact(
            "refresh-cw",
            each.product.name,
            recommendations.habit(language, each, today),
            each.product.id,
        )
        for each in found.own
    ]
    others = [
        Fact("users", each.product.name, recommendations.companion(language, each), each.product.id)
        for each in found.together
    ]
    return [*own, *others]


def warnings_first(preferences: tuple[Preference, ...]) -> list[Preference]:
    """Allergies, then dislikes, then the rest in the order in which they were noted."""
    order = list(PreferenceKind)
    return sorted(
        preferences, key=lambda each: min(order.index(each.kind), order.index(PreferenceKind.TASTE))
    )


def permissions(
    language: Language, events: tuple[Consent, ...], basis: LetterBasis, zone: tzinfo | None
) -> list[Permission]:
    """The state of every permission."""
    found = []
    for channel in CHANNELS:
        event = consent.latest(events, Purpose.MARKETING, channel)
        allowed = consent.may_contact(events, channel, basis)
        title, by_default = reasons.channel(language, channel), allowed and event is None
        since = language.tr("until the customer objects") if by_default else _since(language, event, zone)
        found.append(Permission(Purpose.MARKETING, channel, title, allowed, since, _wording(language, event)))
    event = consent.latest(events, Purpose.PROFILING, ContactChannel.ANY)
    since = _since(language, event, zone) if event else language.tr("until the customer objects")
    profiling = language.tr("Profiling")
    return [
        *found,
        Permission(
            Purpose.PROFILING,
            ContactChannel.ANY,
            profiling,
            consent.may_profile(events),
            since,
            _wording(language, event),
        ),
    ]


def _wording(language: Language, event: Consent | None) -> str:
    """The words that were used, as a quotation."""
    return language.quoted(event.wording) if event and event.wording else ""


def _since(language: Language, event: Consent | None, zone: tzinfo | None) -> str:
    if event is None:
        return language.tr("never asked")
    day = language.date(local(event.at, zone))
    said = language.tr("given {day}", day=day) if event.given else language.tr("withdrawn {day}", day=day)
    return f"{said} · {event.source}" if event.source else said


def value(language: Language, card: CustomerCard) -> Value:
    """What the customer's purchases say; nothing without profiling, no estimates under three visits."""
    if not card.profiling:
        return Value(instead=language.tr("The customer has objected to profiling; nothing is calculated."))
    if card.summary is None:
        return Value(instead=language.tr("No purchases yet."))
    visits = (language.tr("Visits"), language.number(card.summary.days))
    spend = (language.tr("Purchases, net"), language.money(card.summary.spend))
    if card.absence is None or card.absence.usual is None:
        return Value((spend, visits), language.tr("Under three visits: too little to estimate."))
    average = language.money(round(card.summary.spend / card.summary.purchases))
    usual = language.days(round(card.absence.usual))
    return Value(
        (
            spend,
            visits,
            (language.tr("Average purchase"), average),
            (language.tr("Usual interval"), usual),
        )
    )


def rhythm(language: Language, absence: Absence | None) -> Rhythm | None:
    """Whether the customer is later than usual; None when that cannot be told."""
    if absence is None or absence.usual is None:
        return None
    facts = {
        "ago": language.ago(absence.days),
        "usual": language.days(round(absence.usual)),
        "longest": language.days(absence.longest or 0),
    }
    if absence.status in {Status.LATE, Status.INACTIVE}:
        reason = language.tr(
            "The last visit was {ago}; the usual interval is {usual}, the longest so far {longest}.", **facts
        )
        return Rhythm(language.tr("Later than usual"), Tone.WARN, reason)
    reason = language.tr("The last visit was {ago}; the usual interval is {usual}.", **facts)
    return Rhythm(language.tr("As usual"), Tone.GOOD, reason)
