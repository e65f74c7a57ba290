"""Two entries side by side, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.customer import Birthday, ContactKind, Customer, Purpose
from cxdesk.domain.merging import Part, Side
from cxdesk.language import needs, people, reasons
from cxdesk.language.language import Language
from cxdesk.services.duplicates import Preview

NOTHING = "–"
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that both may know; `part` is set where the two contradict each other and a person chooses."""

    title: str
    keep: str
    drop: str
    part: Part | None = None
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entries and what becomes of them; `moved` and `stops` are sentences, empty when there is nothing to say."""

    title: str
    why: str
    lines: tuple[Line, ...]
    moved: str
    stops: str


def comparison(language: Language, preview: Preview, why: str) -> Comparison:
    """All that two entries know, and what becomes of it."""
    keep, drop = preview.keep, preview.drop
    return Comparison(
        title=language.tr("{one} and {other}", one=keep.name, other=drop.name),
        why=why,
        lines=tuple(_lines(language, preview)),
        moved=_moved(language, preview.moved),
        stops=_stops(language, preview),
    )


def _lines(language: Language, preview: Preview) -> list[Line]:
    """What at least one of the two knows; contact points after the name."""
    keep, drop = (_values(language, customer) for customer in (preview.keep, preview.drop))
    titles = _titles(language)
    lines = [
        Line(titles[c.part], keep[c.part], drop[c.part], c.part if c.free else None, c.side)
        for c in preview.choices
    ]
    kinds = {
        ContactKind.PHONE: language.tr("Phone"),
        ContactKind.EMAIL: language.tr("E-mail"),
        ContactKind.CARD: language.tr("Card"),
    }
    points = [
        Line(title, _points(preview.keep, kind), _points(preview.drop, kind)) for kind, title in kinds.items()
    ]
    likes = Line(language.tr("Tastes"), "\n".join(preview.kept_tastes), "\n".join(preview.tastes))
    known = [line for line in (*lines[:1], *points, *lines[1:], likes) if line.keep or line.drop]
    return [Line(x.title, x.keep or NOTHING, x.drop or NOTHING, x.part, x.side) for x in known]


def _titles(language: Language) -> dict[Part, str]:
    return {
        Part.NAME: language.tr("Name"),
        Part.NUMBER: language.tr("Customer number"),
        Part.BIRTHDAY: language.tr("Birthday"),
        Part.LANGUAGE: language.tr("Language"),
        Part.ADDRESS: language.tr("Address"),
        Part.PERSONA: language.tr("Persona"),
        Part.ORIGIN: language.tr("Found us through"),
        Part.STAGE: language.tr("How far on the way"),
        Part.GENDER: language.tr("Gender"),
        Part.AGE_GROUP: language.tr("Age group"),
        Part.SINCE: language.tr("Customer since"),
        Part.NOTE: language.tr("Note"),
        Part.RESTRICTED: language.tr("Storage only"),
    }


def _values(language: Language, customer: Customer) -> dict[Part, str]:
    languages = {"fi": language.tr("Finnish"), "en": language.tr("English"), "uz": language.tr("Uzbek")}
    town = f"{customer.postcode} {customer.town}".strip()
    return {
        Part.NAME: f"{customer.first_name} {customer.last_name}".strip(),
        Part.NUMBER: customer.external_id,
        Part.BIRTHDAY: _birthday(language, customer.birthday),
        Part.LANGUAGE: languages.get(customer.language, ""),
        Part.ADDRESS: "\n".join(line for line in (customer.street, town, customer.country) if line),
        Part.PERSONA: customer.persona,
        Part.ORIGIN: customer.origin,
        Part.STAGE: needs.stage(language, customer.stage) if customer.stage else "",
        Part.GENDER: people.gender(language, customer.gender) if customer.gender else "",
        Part.AGE_GROUP: people.age_group(language, customer.age_group) if customer.age_group else "",
        Part.SINCE: language.date(customer.since) if customer.since else "",
        Part.NOTE: customer.note,
        Part.RESTRICTED: language.tr("Yes") if customer.restricted else "",
    }


def _birthday(language: Language, born: Birthday | None) -> str:
    if born is None:
        return ""
    day = date(born.year or LEAP_YEAR, born.month, born.day)
    return language.date(day) if born.year else language.day(day)


def _points(customer: Customer, kind: ContactKind) -> str:
    return "\n".join(point.value for point in customer.contacts if point.kind is kind)


def _moved(language: Language, moved: Mapping[str, int]) -> str:
    words = {
        "purchases": language.tr_n("{n} purchase", "{n} purchases", moved.get("purchases", 0)),
        "feedback": language.tr_n("{n} answer", "{n} answers", moved.get("feedback", 0)),
        "letters": language.tr_n("{n} letter", "{n} letters", moved.get("letters", 0)),
        "actions": language.tr_n("{n} act of thanks", "{n} acts of thanks", moved.get("actions", 0)),
    }
    told = [text for table, text in words.items() if moved.get(table)]
    return language.tr("Comes over with the second: {what}.", what=language.joined(told)) if told else ""


def _stops(language: Language, preview: Preview) -> str:
    channels = [reasons.channel(language, s.channel) for s in preview.stops if s.purpose is Purpose.MARKETING]
    if any(stop.purpose is Purpose.PROFILING for stop in preview.stops):
        channels.append(language.tr("Profiling"))
    if not channels:
        return ""
    return language.tr(
        "One of the two has forbidden this, so it stays forbidden: {what}.", what=language.joined(channels)
    )
