"""A command as the parser knows it: its words, what it runs, and what every one of them takes."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Command = Callable[[argparse.Namespace], int | None]
Sub: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no other name for it


def command(sub: Sub, name: str, run: Command, words: str, *, shop: bool = True) -> argparse.ArgumentParser:
    """A new command that runs `run`; most are about a shop file."""
    parser = sub.add_parser(name, help=words, description=words, allow_abbrev=False)
    parser.set_defaults(run=run)
    parser.add_argument("--lang", choices=["fi", "en", "uz"], help="language of what is said")
    if shop:
        parser.add_argument("shop", type=Path, metavar="SHOP", help="the shop file")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
    return parser
