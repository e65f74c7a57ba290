"""The lines of which contacts and calendars are made: a name, a text with its signs escaped, folded at 75 bytes.

RFC 2426 (vCard 3.0) and RFC 5545 (iCalendar) agree about them.
"""

import re

WIDTH = 75  # bytes, without the end of the line
BREAKS = re.compile("\r\n?|\n")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def line(name: str, value: str) -> bytes:
    """A whole line, folded between letters; `value` is taken as it is."""
    rest, width = f"{name}:{value}".encode(), WIDTH
    parts = []
    while len(rest) > width:
        cut = width
        while rest[cut] & 0xC0 == 0x80:  # within a letter of several bytes
            cut -= 1
        parts.append(rest[:cut])
        rest, width = rest[cut:], WIDTH - 1
    return b"\r\n ".join([*parts, rest]) + b"\r\n"


def text(value: str) -> str:
    """A text as the value of a line, or as one part of it."""
    kept = CONTROLS.sub("", BREAKS.sub("\n", value))
    return re.sub(r"([\\;,])", r"\\\1", kept).replace("\n", "\\n")


def parts(*values: str) -> str:
    """Several texts as one value."""
    return ";".join(map(text, values))
