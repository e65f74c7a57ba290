"""The playbook: what to do and say in situations that come up again and again."""

from dataclasses import dataclass
from enum import StrEnum


class Situation(StrEnum):
    """What a script is for, the most urgent first."""

    COMPLAINT = "complaint"
    RETURN = "return"
    FIRST_VISIT = "first_visit"


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, and words for it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Script:
    """The steps of one situation."""

    title: str
    steps: tuple[Step, ...]


def situation(*, unhappy: bool, returning: bool, new: bool) -> Situation | None:
    """What a visit looks like: somebody is unhappy, brings something back, or has not bought here before."""
    signs = {Situation.COMPLAINT: unhappy, Situation.RETURN: returning, Situation.FIRST_VISIT: new}
    return next((each for each, seen in signs.items() if seen), None)
