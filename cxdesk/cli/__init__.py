"""The command line: the same services as the window, for scripts, scheduled tasks and tests."""

import argparse
import io
import locale
import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime

from cxdesk.cli import window
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language

DONE, REFUSED, MISUSED, STOPPED = 0, 1, 2, 130
SPOKEN = {"fi": "fi", "finnish": "fi", "uz": "uz", "uzbek": "uz"}  # Windows writes names, others codes


def now() -> datetime:
    """The present time in the zone of this PC."""
    return datetime.now().astimezone()


def main(argv: Sequence[str] | None = None, clock: Callable[[], datetime] = now) -> int:
    """Run one command; gives 0 when done, 1 for a user's error (one line on stderr), 2 for wrong usage."""
    _write_utf8()
    try:
        arguments = _parse(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    arguments.now = clock
    arguments.say = Language(arguments.lang or system_language())
    try:
        return int(arguments.run(arguments) or DONE)
    except UserError as error:
        print(" ".join(arguments.say.error(error).splitlines()), file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except KeyboardInterrupt:
        return STOPPED
    return REFUSED


def _parse(words: list[str]) -> argparse.Namespace:
    """The arguments of one command; without a command the window is meant."""
    leading = words[0] if words else ""
    if leading == "gui":
        return window.parser().parse_args(words[1:])
    if not words or (leading.startswith("-") and leading not in {"-h", "--help", "--version"}):
        return window.parser().parse_args(words)
    from cxdesk.cli.parser import parser  # noqa: PLC0415 - the window opens without the other commands

    made = parser()
    found = made.parse_args(words)
    if any(value == [] for name, value in vars(found).items() if name != "need"):
        made.error("-- is not the name of anything")  # argparse makes an empty list of it
    return found


def system_language() -> str:
    """The language of this PC where we speak it, else English."""
    try:
        names = (locale.setlocale(locale.LC_CTYPE, None), locale.getlocale()[0])
    except ValueError:  # a locale that Python cannot read
        return "en"
    words = (re.split(r"[^a-z]", name.lower())[0] for name in names if name)
    return next((SPOKEN[word] for word in words if word in SPOKEN), "en")


def _write_utf8() -> None:
    """Answers are UTF-8 also where a pipe or file would get the PC's old code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
