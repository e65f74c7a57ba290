"""A note: what staff noticed of a customer, a visit without a purchase, a call."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note tells of."""

    OBSERVATION = "observation"
    VISIT = "visit"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Note:
    """One note; only that of a visit may go without words."""

    id: int
    customer_id: int
    day: date
    text: str = ""
    kind: NoteKind = NoteKind.OBSERVATION
    staff_id: int | None = None
    uuid: str = ""
    at: str = ""
