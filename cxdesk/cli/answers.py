"""What every command does: open the shop, and answer in words or in JSON."""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services import desk as desks
from cxdesk.services.desk import Desk


@contextmanager
def opened(arguments: Namespace, *, lock: bool = True) -> Iterator[Desk]:
    """The desk of the shop that was named; without `lock` only for reading, beside another process."""
    desk = desks.enter(arguments.shop, arguments.now, lock=lock)
    desk.workplace.code = arguments.lang or ""
    try:
        yield desk
    finally:
        desk.close()


def language_of(arguments: Namespace, desk: Desk) -> Language:
    """The language that was asked for, or the shop's."""
    return desk.workplace.language(arguments.lang or "")


def answer(arguments: Namespace, shape: Any, words: str) -> None:
    """Print `shape` as JSON where that was asked for, else `words`."""
    text = json.dumps(shape, ensure_ascii=False, indent=2) if getattr(arguments, "json", False) else words
    if text:
        print(text)


def spare_the_shop(path: Path, shop: Path) -> None:
    """Refuse to write a paper over the shop file.

    Raises:
        UserError: when `path` is the `shop`.
    """
    with suppress(OSError):  # what cannot be looked at is not the shop, or is told when it is opened
        if not path.samefile(shop):
            return
        raise UserError("{path} is the shop file. Choose another name.", path=path)


def member(desk: Desk, name: str) -> int:
    """The id of the member of staff with this name.

    Raises:
        UserError: when nobody of that name works here.
    """
    found = next((each for each in desk.settings.staff() if each.active and each.name == name), None)
    if found is None:
        raise UserError("Nobody called {name} works here.", name=name)
    return found.id
