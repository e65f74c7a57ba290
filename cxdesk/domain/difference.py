"""What a change did to one value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A value before and after; empty where there was or is none. `subject` tells values of one column apart."""

    table: str
    column: str
    old: str
    new: str
    subject: str = ""
