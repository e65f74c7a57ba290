"""Address books of vCards (2.1, 3.0, 4.0) as tables, one row for each card."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from cxdesk.documents.tables.cards import HEADER, cells_of
from cxdesk.documents.tables.files import State
from cxdesk.documents.tables.table import UNREADABLE, Numbered, Table
from cxdesk.documents.tables.texts import TextFile

BEGIN = re.compile(r"\ufeff?\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
END = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
MEDIA = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)[;:]", re.IGNORECASE)
MEDIA_GOES_ON = re.compile(r"[ \t].*|[A-Za-z0-9+/=]*")
MAX_LINE = 1 << 24  # characters: a picture may stand on one line
MAX_CARD = 1 << 18  # characters without pictures


class _Card(NamedTuple):
    line: int
    lines: list[str]
    whole: bool


def are_vcards(head: Sequence[str]) -> bool:
    """Whether the first line of a text that is not empty begins a card."""
    return BEGIN.fullmatch(next(line for line in head if line.strip())) is not None


def open_vcards(text: TextFile, state: State) -> Table:
    """The cards; one that cannot be read comes as its raw text in the last column, and the others are not lost."""
    return Table(text.path, state, [*HEADER, UNREADABLE], partial(_rows, text), encoding=text.encoding)


def _rows(text: TextFile) -> Numbered:
    with text.open() as file:
        lines = iter(partial(file.readline, MAX_LINE), "")
        for card in _cards(line.rstrip("\r\n") for line in lines):
            cells = cells_of("\r\n".join(card.lines)) if card.whole else None
            yield card.line, [*cells, ""] if cells else [*[""] * len(HEADER), "\n".join(card.lines)]


def _cards(lines: Iterable[str]) -> Iterator[_Card]:
    """The cards of a file without their pictures; not whole is one that has no end or is far too long."""
    begin, card, size = 0, list[str](), 0
    for number, line in _without_media(lines):
        if BEGIN.fullmatch(line):
            if card:
                yield _Card(begin, card, whole=False)
            begin, card, size = number, [], 0
        elif not card:
            continue
        card.append(line)
        size += len(line)
        whole = END.fullmatch(line) is not None
        if whole or size > MAX_CARD:
            yield _Card(begin, card, whole)
            card = []
    if card:
        yield _Card(begin, card, whole=False)


def _without_media(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without those of pictures and sounds."""
    inside = False
    for number, line in enumerate(lines, 1):
        inside = MEDIA.match(line) is not None or (inside and MEDIA_GOES_ON.fullmatch(line) is not None)
        if not inside:
            yield number, line
