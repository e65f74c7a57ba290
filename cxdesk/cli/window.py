"""The command that opens the window, with words of its own: the other commands are not loaded for it."""

import argparse
from pathlib import Path

WORDS = "Open the window."


def parser() -> argparse.ArgumentParser:
    """What reads the words after `cxdesk gui`, where `gui` may be left out."""
    parser = argparse.ArgumentParser(prog="cxdesk gui", description=WORDS, allow_abbrev=False)
    parser.add_argument("--lang", choices=["fi", "en", "uz"], help="language of what is said")
    parser.add_argument("--shop", type=Path, metavar="FILE", help="the shop file to open")
    parser.add_argument("--demo", action="store_true", help="open the demo shop")
    parser.add_argument("--smoke", action="store_true", help="open, try each page once, and quit")
    parser.set_defaults(run=gui)
    return parser


def gui(arguments: argparse.Namespace) -> int:
    """Open the window."""
    from cxdesk import app  # noqa: PLC0415 - a wrong word needs no Qt

    return app.run(
        arguments.shop,
        demo=arguments.demo,
        language=arguments.lang or "",
        smoke=arguments.smoke,
        now=arguments.now,
    )
