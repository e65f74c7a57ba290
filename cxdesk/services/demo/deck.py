"""A deck of cards: chance that keeps its promise, so that shares come out right in a small shop too."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Generic, TypeVar

Card = TypeVar("Card")


@dataclass(slots=True)
class Deck(Generic[Card]):
    """Cards drawn without putting back; an empty deck is shuffled anew."""

    random: Random
    cards: tuple[Card, ...]
    _left: list[Card] = field(default_factory=list)

    def draw(self) -> Card:
        """The next card."""
        if not self._left:
            self._left = [*self.cards]
            self.random.shuffle(self._left)
        return self._left.pop()


def share(random: Random, percent: int) -> Deck[bool]:
    """A deck that says yes so many times in a hundred."""
    return Deck(random, (True,) * percent + (False,) * (100 - percent))


def counted(random: Random, cards: Iterable[tuple[Card, int]]) -> Deck[Card]:
    """A deck with so many of each card."""
    return Deck(random, tuple(card for card, count in cards for _ in range(count)))
