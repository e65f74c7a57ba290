"""Columns of many rows read at once: values repeat a lot, so nearly all of it is remembering what was made of them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, Generic, TypeVar

from cxdesk.documents.imports.cells import REMEMBERED

T = TypeVar("T")
Column = tuple[str, ...]


class Memory(dict[Any, T]):
    """What `read` made of the values met lately; a dictionary, because it answers at the speed of one."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        self[value] = found = self._read(value)
        return found


class Group(Generic[T]):
    """Some fields of a row that `read` makes one thing of; a place is None where the file has no such column."""

    def __init__(self, places: Sequence[int | None], read: Callable[..., T]) -> None:
        self._places, self._read = places, read
        known = [place for place in places if place is not None]
        self._alone = len(known) == 1
        self._pick: Callable[[Sequence[Any]], Any] | None = itemgetter(*known) if known else None
        self._memory = Memory(read if self._alone and len(places) == 1 else self._spread)
        self._nothing = read(*("" for _ in places)) if not known else None

    def of(self, cells: Sequence[str]) -> T:
        """What one row says."""
        return self._nothing if self._pick is None else self._memory[self._pick(cells)]  # type: ignore[return-value]

    def of_all(self, columns: Sequence[Column]) -> Iterable[T]:
        """What each row says whose cells stand in the columns."""
        if self._pick is None:
            return repeat(self._nothing, len(columns[0]))  # type: ignore[arg-type]
        picked = self._pick(columns)
        return map(self._memory.__getitem__, picked if self._alone else zip(*picked, strict=True))

    def _spread(self, picked: Any) -> T:
        texts = iter((picked,) if self._alone else picked)
        return self._read(*("" if place is None else next(texts) for place in self._places))
