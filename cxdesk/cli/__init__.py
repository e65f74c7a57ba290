"""The command line: the same services as the window, for scripts, scheduled tasks and tests."""

import locale
import sys
from collections.abc import Sequence
from datetime import datetime

from cxdesk.cli.parser import parse
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language

DONE, REFUSED, MISUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 when done, 1 for a user's error (one line on stderr), 2 for wrong usage."""
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    arguments.now = now
    arguments.say = Language(arguments.lang or system_language())
    try:
        return int(arguments.run(arguments) or DONE)
    except UserError as error:
        print(arguments.say.error(error), file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    return REFUSED


def now() -> datetime:
    """The present time in the zone of this PC."""
    return datetime.now().astimezone()


def system_language() -> str:
    """The language of this PC where we speak it, else English."""
    code = (locale.setlocale(locale.LC_CTYPE, None) or "")[:2]
    if code in {"C", ""}:
        code = (locale.getlocale()[0] or "")[:2]
    return code if code in {"fi", "uz"} else "en"
