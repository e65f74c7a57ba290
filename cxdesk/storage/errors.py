"""The database driver's errors, said so that a person can act on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from cxdesk.domain.errors import UserError

SENTENCES = (
    ("database or disk is full", "The disk is full. Free some space and save again; nothing was lost."),
    ("readonly database", "{path} is write-protected. Allow writing to the file and its folder."),
    ("locked", "{path} is in use by another program. Wait a moment and try again."),
    ("unable to open", "{path} cannot be opened. Check that the folder exists and allows writing."),
    (
        "disk i/o error",
        "The disk reports an error at {path}. Check the disk and its free space, then save again.",
    ),
    ("malformed", "{path} is damaged. Restore the newest backup; the damaged file is kept."),
    ("not a database", "{path} is not a CX Desk shop file, or it is damaged. Restore a backup."),
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's report of the world's faults into a UserError; our own faults pass as they are."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        text = str(error).casefold()
        for sign, sentence in SENTENCES:
            if sign in text:
                raise UserError(sentence, path=path) from error
        raise
