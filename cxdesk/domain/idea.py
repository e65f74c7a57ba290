"""What a member of staff wants to thank somebody for, on a day and in a way of their own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Way(StrEnum):
    """How it is to be done; a word and a gift are for whoever comes to the counter."""

    WORD = "word"
    CARD = "card"
    LETTER = "letter"
    GIFT = "gift"

    @property
    def at_counter(self) -> bool:
        """Whether it needs no permission, because the customer is there."""
        return self in {Way.WORD, Way.GIFT}


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea with its author; `text` is what is said to the customer, `day` from when on it is suggested."""

    id: int
    customer_id: int
    day: date
    text: str
    way: Way = Way.WORD
    staff_id: int | None = None
    author: str = ""
    uuid: str = ""
