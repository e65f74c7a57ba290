"""One change to many customers at once, and what it would come to."""

from dataclasses import dataclass
from enum import StrEnum

from cxdesk.domain.listing import CHOICES, Subject


class Part(StrEnum):
    """What is changed. A permission is only ever withdrawn: nobody can give one for others."""

    ADD_TAG = "add_tag"
    REMOVE_TAG = "remove_tag"
    PERSONA = "persona"
    ORIGIN = "origin"
    STAGE = "stage"
    LANGUAGE = "language"
    TOWN = "town"
    FIELD = "field"
    WITHDRAW = "withdraw"


OPTIONS = {
    Part.STAGE: ("", *CHOICES[Subject.STAGE]),
    Part.LANGUAGE: ("", *CHOICES[Subject.LANGUAGE]),
    Part.WITHDRAW: CHOICES[Subject.PERMISSION],
}
DEMANDED = frozenset({Part.ADD_TAG, Part.REMOVE_TAG, Part.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Edit:
    """What everybody gets: `value` of `part`, empty to take it away; `field` is the own field that is meant.

    Raises:
        ValueError: when that is nonsense.
    """

    part: Part
    value: str
    field: int = 0

    def __post_init__(self) -> None:
        options = OPTIONS.get(self.part)
        missing = self.part in DEMANDED and not self.value
        unknown = options is not None and self.value not in options
        if missing or unknown or (self.field > 0) != (self.part is Part.FIELD):
            raise ValueError(f"{self.part} cannot become {self.value!r}")


@dataclass(frozen=True, slots=True)
class Changed:
    """A customer who would change, with what stands there now and what would; tags are all of them."""

    id: int
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """How many of how many customers would change, and the first of them."""

    changing: int
    of: int
    first: tuple[Changed, ...]
