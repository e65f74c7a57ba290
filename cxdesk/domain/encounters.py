"""What happened with a customer besides buying, answering and being thanked: as much of it as a timeline tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EncounterKind(StrEnum):
    """What it was."""

    PROMISE = "promise"
    OBSERVATION = "observation"
    VISIT = "visit"
    CALL = "call"
    REQUEST = "request"
    INTERVIEW = "interview"


@dataclass(frozen=True, slots=True)
class Encounter:
    """One of them: `due` is when a promise is due or what was asked for arrived, `done` when it was settled.

    `outcome` is the word with which a request or an interview ended, empty while it is open; of a promise that was not
    kept it is `missed`.
    """

    kind: EncounterKind
    id: int
    day: date
    text: str
    due: date | None = None
    done: date | None = None
    outcome: str = ""
