"""In which encoding a file of text is written, by the bytes that occur in it."""

import codecs
import re
from collections import Counter
from pathlib import Path

from cxdesk.documents.tables.files import CHUNK, opened

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
SIGNS = {
    "cp1252": re.compile(rb"(?<=[a-z])[\xe4\xe5\xf6](?=[a-z])"),  # ä å ö inside words, where other
    "cp850": re.compile(rb"(?<=[a-z])[\x84\x86\x94](?=[a-z])"),  # encodings have signs that never
    "mac_roman": re.compile(rb"(?<=[a-z])[\x8a\x8c](?=[a-z])"),  # stand between small letters
    "c1": re.compile(rb"[\x80-\x9f]"),  # € and quotation marks in Windows-1252, nothing in ISO 8859
    # € as Windows has a sign that nobody uses; Š š ž beside letters and Ž before a small one, where
    # Windows has a broken bar, a diaeresis, a cedilla and, between letters or in pairs, an acute accent
    "iso-8859-15": re.compile(
        rb"\xa4|[\xa6\xa8\xb8](?=[A-Za-z\xc0-\xff])|(?<=[A-Za-z\xc0-\xff])[\xa6\xa8\xb8]"
        rb"|(?<![A-Za-z\xb4-\xff])\xb4(?=[a-z][A-Za-z\xc0-\xff]*(?![\xb4A-Za-z\xc0-\xff]))"
    ),
}


def marked(start: bytes) -> str | None:
    """The encoding that the first bytes tell: a byte order mark, or zeros beside the letters."""
    for mark, encoding in BOMS:
        if start.startswith(mark):
            return encoding
    half = len(start) // 2 * 0.7
    if start[1::2].count(0) > half:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > half else None


def measured(path: Path) -> str:
    """UTF-8 when it is that throughout, or damaged but more often right than wrong; else what the signs tell.

    Raises:
        UserError: when the file cannot be read to its end.
    """
    return "utf-8" if _is_utf8(path) else _by_signs(path)


def _is_utf8(path: Path) -> bool:
    with opened(path) as file:
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _by_signs(path: Path) -> str:
    count: Counter[str] = Counter()
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            rest, good = MULTIBYTE.subn(b"", chunk)
            count["utf-8"] += good - len(HIGH.findall(rest))
            count.update({name: len(sign.findall(chunk)) for name, sign in SIGNS.items()})
    if count["utf-8"] > 0:
        return "utf-8"
    best = max(("cp1252", "cp850", "mac_roman"), key=count.__getitem__)
    return "iso-8859-15" if best == "cp1252" and count["iso-8859-15"] > count["c1"] == 0 else best
