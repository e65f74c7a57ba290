"""A change: one entry in the shop's history, one undo step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, by whom and when; `tables` is known only of a change just made.

    `undoes` is the change that this one took back; `again` says that it took back an undo, so that it is a redo.
    """

    id: int
    at: str
    label: str
    staff_id: int | None = None
    staff: str = ""
    customer_id: int | None = None
    detail: str = ""
    undoes: int | None = None
    undone: bool = False
    tables: frozenset[str] = frozenset()
    again: bool = False
