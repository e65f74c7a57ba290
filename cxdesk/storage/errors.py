"""The database driver's errors, said so that a person can act on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.language.text import N_

DAMAGED = N_("{path} is damaged. Restore the newest backup; the damaged file is kept.")
NOT_OURS = N_("{path} is not a CX Desk shop file, or it is damaged. Restore a backup.")


class DamagedFileError(UserError):
    """The file does not hold together; `backup.rescue` finds what can take its place."""


class GoneError(UserError):
    """What is written refers to what is not there any more: a form stood open while it was undone."""


# SQLite's result codes (sqlite.org/rescode.html) that tell of the world, not of our own mistakes.
SENTENCES = {
    5: N_("{path} is in use by another program. Wait a moment and try again."),
    6: N_("{path} is in use by another program. Wait a moment and try again."),
    8: N_("{path} is write-protected. Allow writing to the file and its folder."),
    10: N_("The disk reports an error at {path}. Check the disk and its free space, then save again."),
    11: DAMAGED,
    13: N_("The disk is full. Free some space and save again; nothing was lost."),
    14: N_("{path} cannot be opened. Check that the folder exists and allows writing."),
    26: NOT_OURS,
    787: N_(
        "What this belongs to is not there any more; perhaps it was undone. Nothing was saved. Open it anew."
    ),
}
KINDS = {11: DamagedFileError, 26: DamagedFileError, 787: GoneError}
# How a message begins that comes without a telling code: backup()'s, a text that is none, a header that makes no sense.
WORDS = {
    "database is locked": 5,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "unsupported file format": 11,
    "Could not decode to UTF-8": 11,
    "database or disk is full": 13,
    "FOREIGN KEY constraint failed": 787,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's report of the world's faults into a UserError; our own faults pass as they are.

    Raises:
        DamagedFileError: when the file does not hold together.
        GoneError: when what is written refers to what is gone.
        UserError: when it is locked, write-protected or unreachable, or the disk is full or fails.
    """
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        code = _code(error)
        if code not in SENTENCES:
            raise
        raise KINDS.get(code, UserError)(SENTENCES[code], path=path) from error
    except UnicodeDecodeError as error:  # the driver fails on its own message when that quotes a damaged name
        raise DamagedFileError(DAMAGED, path=path) from error


def _code(error: sqlcipher3.DatabaseError) -> int:
    """The result code of an error, as SENTENCES has it; 0 when there is none."""
    said = next((code for words, code in WORDS.items() if str(error).startswith(words)), 0)
    return said or (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about a file or folder into a UserError."""
    try:
        yield
    except OSError as error:
        raise UserError("{path} cannot be written: {reason}", path=path, reason=error.strerror) from error
