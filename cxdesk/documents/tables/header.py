"""Where the header of a table stands, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

HEAD_ROWS = 40  # the header stands among these
VALUE = re.compile(r"[\W\d_]*\d[\W\d_]*|.*@.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, the cells they come from, and how many rows of the file end with them."""

    names: list[str]
    cells: list[str]
    rows: int


def find_header(rows: Sequence[list[str]], first: int = 0) -> Header | None:
    """The header among the first rows of a file, of which `first` are known to stand above it; None without one."""
    start = _header_row(rows, first)
    if start is None:
        return None
    return Header(_tidied(rows[start]), rows[start], start + 1)


def _header_row(rows: Sequence[list[str]], first: int) -> int | None:
    """The first row that is nearly, or else half, as full as rows get here and consists of names, not values."""
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    often = Counter(len(cells) for cells in filled[first:] if cells)
    usual = max(often, key=lambda count: (often[count] * (count > 1), count), default=0)
    for least in (usual * 0.75, usual * 0.5):
        for index in range(first, len(rows)):
            if filled[index] and len(filled[index]) >= least:
                if _are_names(filled[index]):
                    return index
                break
    return None


def _are_names(cells: list[str]) -> bool:
    values = sum(1 for cell in cells if VALUE.fullmatch(cell))
    return values * 4 <= len(cells) and len(set(cells)) * 2 > len(cells)


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
