"""What happened with a customer besides buying, answering and being thanked: as much of it as a timeline tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxdesk.domain.interview import Interview
from cxdesk.domain.note import Note
from cxdesk.domain.promise import Promise
from cxdesk.domain.request import Request

BETWEEN = " · "


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


def of_promise(each: Promise) -> Encounter:
    """A promise."""
    missed = "missed" if each.kept is False else ""
    return Encounter(EncounterKind.PROMISE, each.id, each.day, each.text, each.due, each.closed, missed)


def of_note(each: Note) -> Encounter:
    """An observation, a visit or a call."""
    return Encounter(EncounterKind(each.kind.value), each.id, each.day, each.text)


def of_request(each: Request) -> Encounter:
    """What was asked for."""
    outcome = each.outcome or ""
    return Encounter(
        EncounterKind.REQUEST, each.id, each.day, each.text, each.arrived, each.closed, str(outcome)
    )


def of_interview(each: Interview) -> Encounter:
    """An interview: what was wished, and what was proposed."""
    said = BETWEEN.join(part for part in (each.wishes, each.proposal) if part)
    return Encounter(EncounterKind.INTERVIEW, each.id, each.day, said, outcome=str(each.outcome or ""))
