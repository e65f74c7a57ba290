"""Where the header of a table stands, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from cxdesk.domain.errors import UserError

ANSWERS = frozenset(
    {"response", "open-ended response", "vastaus", "avoin vastaus", "javob"}
)  # over any answer
HEAD_ROWS = 40  # the header stands among these
VALUE = re.compile(r"[\W\d_]*\d[\W\d_]*|.*@.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, the cells they come from, and how many rows of the file end with them."""

    names: list[str]
    cells: list[str]
    rows: int


def header_of(path: Path, rows: Sequence[list[str]], first: int = 0) -> Header:
    """The header among the first rows of the file at `path`, of which `first` are known to stand above it.

    Raises:
        UserError: when there is none.
    """
    start = _header_row(rows, first)
    if start is None:
        raise UserError("{name} has no row of column names. Add one and try again.", name=path.name)
    last, names = start, rows[start]
    for above in (start - 1, start):
        if first <= above < len(rows) - 1 and _belong_together(rows[above], rows[above + 1]):
            last, names = above + 1, _joined(rows[above], rows[above + 1])
    while not names[-1].strip() and not any(any(row[len(names) - 1 :]) for row in rows[last + 1 :]):
        names = names[:-1]
    return Header(_tidied(names), rows[start], last + 1)


def _header_row(rows: Sequence[list[str]], first: int) -> int | None:
    """The first row that is nearly as full as the fullest and consists of names, not values.

    Where a row got too many cells, nearly or at least half as full as rows get here.
    """
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    often = Counter(len(cells) for cells in filled[first:] if cells)
    usual = max(often, key=lambda count: (often[count] * (count > 1), count), default=0)
    fullest = max(often, default=0)
    for least in (fullest * 0.75, usual * 0.75, usual * 0.5):
        for index in range(first, len(rows)):
            if filled[index] and len(filled[index]) >= least:
                if _are_names(filled[index]):
                    return index
                break
    return None


def _are_names(cells: list[str]) -> bool:
    values = sum(1 for cell in cells if VALUE.fullmatch(cell))
    return values * 4 <= len(cells) and len(set(cells)) * 2 >= len(cells)


def _belong_together(above: list[str], below: list[str]) -> bool:
    """Whether the names go on in the row below: it fills what has no name, or tells what kind the answers are."""
    width = max(len(above), len(below))
    names, more = ([*(cell.strip() for cell in row), *[""] * (width - len(row))] for row in (above, below))
    filled = [place for place in range(width) if more[place]]
    if not names[0] or more[0] or not filled or any(VALUE.fullmatch(cell) for cell in more if cell):
        return False
    return all(
        not names[place]
        or more[place].casefold() in ANSWERS
        or not all(names[place + 1 : place + 2] or ["-"])
        for place in filled
    )


def _joined(above: list[str], below: list[str]) -> list[str]:
    """One row of names: `What did you buy?: Flowers`, and the name alone over any answer."""
    group, names = "", []
    for over, under in zip_longest(above, below, fillvalue=""):
        group = over.strip() or (group if under.strip() else "")
        part = "" if under.strip().casefold() in ANSWERS else under.strip()
        names.append(": ".join(filter(None, (group, part))))
    return names


def _tidied(cells: list[str]) -> list[str]:
    """Names with single spaces, none empty and none twice: `Column 5` stands for no name, `Name 2` for a second."""
    taken: set[str] = set()
    names = []
    for place, cell in enumerate(cells, 1):
        name = _unused(" ".join(cell.split()) or f"Column {place}", taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _unused(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return free
