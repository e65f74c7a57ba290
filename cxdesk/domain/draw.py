"""A prize draw that anybody can check: the published seed and the entries alone decide who wins."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw among those who answered between `first` and `last`; `entries` and `winners` are customers' ids.

    The seed is written down before, `drawn` is None until then.
    """

    name: str
    first: date
    last: date
    seed: str
    prize: str = ""
    places: int = 1
    drawn: date | None = None
    entries: tuple[int, ...] = ()
    winners: tuple[int, ...] = ()
    uuid: str = ""
    id: int = field(default=0, compare=False)


def winners(seed: str, entries: Iterable[int], places: int) -> tuple[int, ...]:
    """Who wins: those whose SHA-256 of the seed, a colon and their number comes first; each number counts once."""
    return tuple(sorted(set(entries), key=lambda entry: _lot(seed, entry))[:places])


def _lot(seed: str, entry: int) -> str:
    return sha256(f"{seed}:{entry}".encode()).hexdigest()
