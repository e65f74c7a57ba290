"""Text files of unknown origin, read as a stream."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from cxdesk.documents.tables.encodings import marked, measured
from cxdesk.documents.tables.files import opened
from cxdesk.domain.errors import UserError

START = 4096  # bytes that show whether a file is text
MAX_LINE = 1 << 17  # characters of a line that are looked at before the file is read
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
OTHER = ("%PDF-", "{\\rtf")  # text at the beginning, but no table
MARKUP = re.compile(r"\ufeff?\s*<(?:\?xml|!doctype|!--|html|head|body|table|meta|workbook)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file and the encoding in which it is read; what does not fit the encoding is read as U+FFFD."""

    path: Path
    encoding: str

    @contextmanager
    def open(self) -> Iterator[TextIO]:
        """The text with its line ends as they are.

        Raises:
            UserError: when the file cannot be read (any more).
        """
        with opened(self.path) as file:
            yield io.TextIOWrapper(file, encoding=self.encoding, errors="replace", newline="")

    def head(self, lines: int) -> list[str]:
        """The first lines of the text, long ones broken."""
        with self.open() as file:
            return list(islice((file.readline(MAX_LINE) for _ in range(lines)), lines))


def open_text(path: Path, encoding: str | None = None) -> TextFile:
    """The text file at `path`, also compressed by gzip; the encoding is worked out when none is given.

    Raises:
        UserError: when it cannot be read, is empty, not text, or larger than anything we would read.
    """
    with opened(path) as file:
        start = file.read(START)
    if not start.strip():
        raise UserError("{name} is empty.", name=path.name)
    guess = encoding or marked(start)
    text = start.decode(guess or "latin-1", "replace")
    controls = len(CONTROL.findall(text))
    if text.startswith(OTHER) or (controls > 2 and controls * 20 > len(text)):
        raise UserError("{name} is not a table of text. Save it as CSV and try again.", name=path.name)
    if MARKUP.match(text):
        raise UserError(
            "{name} is a web page or XML. Open it in a spreadsheet program and save it as XLSX.",
            name=path.name,
        )
    return TextFile(path, guess or measured(path))
