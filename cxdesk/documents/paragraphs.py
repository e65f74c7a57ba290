"""Texts of people on paper: cleaned, cut to a length, broken into lines; nobody else makes a Paragraph."""

import re
import unicodedata
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from cxdesk.documents import fonts

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

LIMIT = 2_000  # characters of one text
LONG_RUN = 24  # letters after which a word that may not fit is given a chance to break
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
BLANKS = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
NARROW = re.compile("[\u2007\u202f]")
BELONGING = re.compile(r"\b(\d{1,3}) (?=[^\W\d])|(\b\d\d?\.) (?=[a-zåäö])|(\w,) (?=\d{4}\b)")
"""The blanks in "50 g", "23. joulukuuta" and "23-dekabr, 2026": no line ends at them."""
UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # control, format (bidi, zero width) and surrogates
VARIATIONS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def clean(text: str, limit: int = LIMIT) -> str:
    """`text` as it can be printed: NFC, no control or bidi signs, at most `limit` characters and then "…"."""
    cut = f"{text[:limit].rstrip()}…" if len(text) > limit else text
    if cut.isprintable() and VARIATIONS.isdisjoint(cut):
        return unicodedata.normalize("NFC", cut)
    spaced = NARROW.sub("\u00a0", BLANKS.sub(" ", LINE_ENDS.sub("\n", cut)))
    seen = (sign for sign in spaced if sign == "\n" or _visible(sign))
    return unicodedata.normalize("NFC", "".join(seen))


def one_line(text: str, limit: int = LIMIT) -> str:
    """`text` cleaned and without line breaks."""
    return " ".join(clean(text, limit).split("\n")).strip()


def _visible(sign: str) -> bool:
    return unicodedata.category(sign) not in UNSEEN and sign not in VARIATIONS


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """Cleaned `text` in lines no wider than `room` points; a word that is wider by itself is broken."""
    bound = BELONGING.sub(lambda found: f"{found[0][:-1]}\u00a0", text)
    return [line for part in bound.split("\n") for line in _lines(part, font, size, room)]


@lru_cache(maxsize=1_000)
def _lines(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Remembered, for the letters of a batch share most of their paragraphs."""
    space = fonts.width(" ", font, size)
    lines: list[str] = []
    line, used = "", 0.0
    for word in _words(text, font, size, room):
        wide = fonts.width(word, font, size)
        if line and used + space + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
    return (*lines, line)


def _words(text: str, font: str, size: float, room: float) -> list[str]:
    words = []
    for word in filter(None, text.split(" ")):
        rest = word
        while fonts.width(rest, font, size) > room and len(rest) > 1:
            fitting = _fitting(rest, font, size, room)
            words.append(rest[:fitting])
            rest = rest[fitting:]
        words.append(rest)
    return words


def _fitting(word: str, font: str, size: float, room: float) -> int:
    used = 0.0
    for index, sign in enumerate(word):
        used += fonts.width(sign, font, size)
        if used > room:
            return max(1, index)
    return len(word)


def para(text: str, style: "ParagraphStyle", limit: int = LIMIT) -> "Paragraph":
    """A paragraph of plain text: cleaned, cut to `limit` characters, escaped, with every sign drawable."""
    from reportlab.platypus import Paragraph  # noqa: PLC0415 - loaded when the first report is made

    lines = (_markup(line, style.fontName) for line in clean(text, limit).split("\n"))
    return Paragraph("<br/>".join(lines), style)


def _markup(line: str, font: str) -> str:
    pieces = fonts.runs(line, font)
    if len(pieces) == 1 and pieces[0][0] == font:
        return escape(line, quote=False)
    return "".join(_marked(name, piece, font) for name, piece in pieces)


def _marked(name: str, piece: str, font: str) -> str:
    """A piece with its font; reportlab breaks long words only in unmixed text, so mixed ones get spaces."""
    broken = re.sub(rf"(\S{{{LONG_RUN}}})(?=\S)", r"\1 ", piece)
    text = escape(broken, quote=False)
    return text if name == font else f'<font name="{name}">{text}</font>'
