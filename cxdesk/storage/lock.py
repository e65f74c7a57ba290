"""One process per shop file: a lock of the operating system that dies with its owner."""

import sys
from pathlib import Path
from typing import BinaryIO

from cxdesk.domain.errors import UserError

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


HELD = (BlockingIOError, PermissionError)  # what flock and Windows say of a lock that somebody else has


class ShopInUseError(UserError):
    """Another CX Desk has this shop file open."""


class ShopLock:
    """The right to write a shop file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        shop = path.resolve()  # one lock for every name of a file
        self._place = shop.with_name(shop.name + ".lock")
        self._file: BinaryIO | None = None

    def acquire(self) -> "ShopLock":
        """Take the lock at once.

        Raises:
            ShopInUseError: when another process holds it.
            UserError: when the folder cannot be written.
        """
        try:
            self._file = self._place.open("ab")
            self._take(self._file)
        except OSError as error:
            raise UserError(
                "{path} cannot be opened for writing: {reason}", path=self._path, reason=error.strerror
            ) from error
        return self

    def release(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            self._file.close()

    def _take(self, file: BinaryIO) -> None:
        try:
            _hold(file)
        except OSError as error:
            file.close()
            if isinstance(error, HELD):
                raise ShopInUseError(
                    "{path} is already open in another CX Desk. Close it there first.", path=self._path
                ) from None
            raise
