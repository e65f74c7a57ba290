"""Numbers in a foreign table: their decimal mark is inferred for a whole column, never for a cell."""

import re
from collections.abc import Iterable
from decimal import Decimal

from cxdesk.domain.errors import UserError

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
CURRENCY = r"(?:[€$£¥]|[A-Z]{3}|kr\.?|so['`ʻʼ‘’]?m|сўм|руб\.?)?"
PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
FIGURES = {
    mark: rf"[0-9]{{1,3}}(?:[ '{other}][0-9]{{3}})+(?:{mark}[0-9]+)?|[0-9]+(?:{mark}[0-9]*)?|{mark}[0-9]+"
    for mark, other in ((r"\.", ","), (",", r"\."))
}
NUMBERS = {
    mark[-1]: re.compile(rf"[-+(]? ?{CURRENCY} ?[-+]?({figures}) ?-? ?{CURRENCY} ?[-)]?")
    for mark, figures in FIGURES.items()
}
MAX_FIGURES = 20
MARKS = re.compile(r"[0-9]*[.,][0-9]+(?:[.,][0-9]+)*")


def decimal_marks(values: Iterable[str]) -> frozenset[str]:
    """The decimal marks (`.`, `,`) under which all these numbers can be read; two when it is open, none if neither.

    `1.234` alone leaves it open; `1.23`, `1.234,5` or `1.234.567` settle it.
    """
    open_marks = frozenset(".,")
    for value in values:
        marks = MARKS.search(SPACES.sub("", value))
        if marks:
            open_marks &= _possible_marks(marks[0])
    return open_marks


def number(text: str, mark: str) -> Decimal:
    """The number in a cell of a column whose decimal mark is `mark`: thousands, currency and odd minuses allowed.

    Raises:
        UserError: when it is none.
    """
    if mark == "." and PLAIN.fullmatch(text):
        return Decimal(text)
    bare = SPACES.sub(" ", text.replace("\u2212", "-")).strip(" '")
    found = NUMBERS[mark].fullmatch(bare)
    negative = bare.count("-") + bare.count("(")
    if not found or negative > 1 or bare.count("(") != bare.count(")") or len(found[1]) > MAX_FIGURES:
        raise UserError("“{value}” is not a number.", value=text)
    exact = Decimal(re.sub(rf"[^0-9{mark}]", "", found[1]).replace(",", "."))
    return -exact if negative else exact


def _possible_marks(figures: str) -> frozenset[str]:
    last = max(figures.rfind("."), figures.rfind(","))
    mark = figures[last]
    other = "," if mark == "." else "."
    if other in figures:
        return frozenset(mark)
    if figures.count(mark) > 1:
        return frozenset(other)
    before, after = figures[:last], figures[last + 1 :]
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and before[0] != "0"
    return frozenset(".,") if thousands else frozenset(mark)
