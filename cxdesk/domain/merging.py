"""Two entries of one person become one: nothing known is lost, and the stricter wish holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from cxdesk.domain import consent
from cxdesk.domain.customer import (
    Birthday,
    Consent,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    Purpose,
)

SOURCE = "merge"


class Part(StrEnum):
    """What is merged as one: a street never goes with another entry's town."""

    NAME = "name"
    NUMBER = "number"
    BIRTHDAY = "birthday"
    LANGUAGE = "language"
    ADDRESS = "address"
    PERSONA = "persona"
    ORIGIN = "origin"
    STAGE = "stage"
    GENDER = "gender"
    AGE_GROUP = "age_group"
    SINCE = "since"
    NOTE = "note"
    RESTRICTED = "restricted"


class Side(StrEnum):
    """Whose value stands in the merged entry; BOTH where they are joined or the same."""

    KEEP = "keep"
    DROP = "drop"
    BOTH = "both"


FIELDS = {
    Part.NAME: ("first_name", "last_name"),
    Part.NUMBER: ("external_id",),
    Part.BIRTHDAY: ("birthday",),
    Part.LANGUAGE: ("language", "formality"),
    Part.ADDRESS: ("street", "postcode", "town", "country"),
    Part.PERSONA: ("persona",),
    Part.ORIGIN: ("origin",),
    Part.STAGE: ("stage",),
    Part.GENDER: ("gender",),
    Part.AGE_GROUP: ("age_group",),
}
ASKED = {
    Purpose.MARKETING: tuple(channel for channel in ContactChannel if channel is not ContactChannel.ANY),
    Purpose.PROFILING: (ContactChannel.ANY,),
}

Chosen = Mapping[Part, Side]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose value of a part stands; `free` where the two contradict each other and a person may choose."""

    part: Part
    side: Side
    free: bool = False


def choices(keep: Customer, drop: Customer, chosen: Chosen | None = None) -> tuple[Choice, ...]:
    """Whose value of each part stands: what was chosen, else the fuller one, else that of `keep`."""
    return tuple(_choice(part, keep, drop, (chosen or {}).get(part)) for part in Part)


def merged(keep: Customer, drop: Customer, chosen: Chosen | None = None) -> Customer:
    """The one entry that both become, under the id of `keep`."""
    values: dict[str, Any] = {}
    for choice in choices(keep, drop, chosen):
        for name in FIELDS.get(choice.part, ()):
            one, other = getattr(keep, name), getattr(drop, name)
            if choice.side is Side.DROP:
                one, other = other, one
            values[name] = one if choice.free else _fuller(one, other)
    days = [day for day in (keep.since, drop.since) if day]
    return replace(
        keep,
        **values,
        since=min(days, default=None),
        note=_joined_note(keep.note, drop.note),
        restricted=keep.restricted or drop.restricted,
        contacts=_contacts(keep, drop, values["external_id"]),
    )


def stops(keep: Sequence[Consent], drop: Sequence[Consent], now: str) -> list[Consent]:
    """The withdrawals to note at `now` (UTC) so that whatever either of the two has stopped stays stopped."""
    together = [*keep, *drop]
    at = max([now, *(event.at for event in together)])
    return [
        Consent(purpose, channel, given=False, at=at, source=SOURCE)
        for purpose, channels in ASKED.items()
        for channel in channels
        if any(_stopped(events, purpose, channel) for events in (keep, drop))
        and not _stopped(together, purpose, channel)
    ]


def _stopped(events: Iterable[Consent], purpose: Purpose, channel: ContactChannel) -> bool:
    event = consent.latest(events, purpose, channel)
    return event is not None and not event.given


def _choice(part: Part, keep: Customer, drop: Customer, chosen: Side | None) -> Choice:
    names = FIELDS.get(part)
    if names is None:
        return Choice(part, Side.BOTH)
    one = [getattr(keep, name) for name in names]
    other = [getattr(drop, name) for name in names]
    if all(map(_agree, one, other)):
        return Choice(part, _source(one, other))
    fuller = Side.DROP if sum(map(bool, other)) > sum(map(bool, one)) else Side.KEEP
    return Choice(part, chosen if chosen in {Side.KEEP, Side.DROP} else fuller, free=True)


def _source(one: list[Any], other: list[Any]) -> Side:
    """From which of two that do not contradict each other the union comes."""
    together = [_fuller(*pair) for pair in zip(one, other, strict=True)]
    if one == other or together not in (one, other):
        return Side.BOTH
    return Side.KEEP if together == one else Side.DROP


def _agree(one: Any, other: Any) -> bool:
    """Whether two values do not contradict each other: one is missing, or they say the same."""
    if not one or not other:
        return True
    if isinstance(one, Birthday):
        years = {one.year, other.year} - {None}
        return (one.day, one.month) == (other.day, other.month) and len(years) < 2
    return bool(one.casefold() == other.casefold())


def _fuller(one: Any, other: Any) -> Any:
    """The value that says more of two that agree."""
    if isinstance(one, Birthday) and isinstance(other, Birthday):
        return one if one.year else other
    return one or other


def _joined_note(keep: str, drop: str) -> str:
    return keep if drop in keep else f"{keep}\n{drop}".strip()


def _contacts(keep: Customer, drop: Customer, number: str) -> tuple[ContactPoint, ...]:
    """Both people's contact points, each once; the number that is given up is still found as a card."""
    numbers = [
        ContactPoint(ContactKind.CARD, n) for n in (keep.external_id, drop.external_id) if n and n != number
    ]
    points: dict[tuple[ContactKind, str], ContactPoint] = {}
    for point in (*keep.contacts, *drop.contacts, *numbers):
        points.setdefault((point.kind, point.key or point.value.casefold()), point)
    return tuple(points.values())
