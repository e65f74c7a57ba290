"""JSON read value by value, so that a file of any length needs no more memory than its longest row."""

import json
import re
from typing import Any, TextIO

CHUNK = 1 << 16
LONGEST = 1 << 24  # characters of one value
SPACE = re.compile(r"[ \t\n\r]*")
AFTER = re.compile(r"[\s,:\]}]")
DECODER = json.JSONDecoder()


class JsonStream:
    """A JSON text of which arrays and objects are entered by their signs and small values are taken whole.

    Every method raises ValueError where the text is not as expected.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next sign that is no space; empty at the end."""
        while True:
            self._at = SPACE.match(self._text, self._at).end()  # type: ignore[union-attr] # it matches nothing, too
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._read_on()

    def take(self, signs: str) -> str:
        """The next sign, which has to be one of `signs`."""
        sign = self.peek()
        if not sign or sign not in signs:
            raise ValueError(f"{sign!r} where one of {signs!r} belongs")
        self._at += 1
        return sign

    def value(self) -> Any:
        """The next value as a whole."""
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if self._ended:
                    raise
            else:
                if AFTER.match(self._text, end) or (self._ended and end == len(self._text)):
                    self._at = end
                    return value
                if self._ended:
                    raise ValueError("something stands behind a value")
            self._read_on()  # the value, or the number of which this is the beginning, goes on

    def _read_on(self) -> None:
        """Twice as much each time, so that a long value is not tried over and over."""
        rest = self._text[self._at :]
        if len(rest) > LONGEST:
            raise ValueError("a value without an end")
        more = self._file.read(max(CHUNK, len(rest)))
        self._text, self._at, self._ended = rest + more, 0, not more
