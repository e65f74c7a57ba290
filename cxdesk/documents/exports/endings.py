"""The kind of a file, chosen by how its name ends."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from cxdesk.domain.errors import UserError

T = TypeVar("T")


def by_ending(path: Path, kinds: Mapping[str, T]) -> T:
    """The one of `kinds` that belongs to the ending of `path`, in small or capital letters.

    Raises:
        UserError: when the name ends otherwise.
    """
    found = kinds.get(path.suffix.lower())
    if found is None:
        raise UserError(
            "The ending of the name decides the kind of file: {endings}. {name} has none of them.",
            endings=", ".join(kinds),
            name=path.name,
        )
    return found
