"""One process per shop file: a lock of the operating system that dies with its owner."""

from pathlib import Path

from filelock import FileLock, Timeout

from cxdesk.domain.errors import UserError


class ShopInUseError(UserError):
    """Another CX Desk has this shop file open."""


class ShopLock:
    """The right to write a shop file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        file = path.resolve()  # one lock for every name of a file
        self._lock = FileLock(file.with_name(file.name + ".lock"), timeout=0, thread_local=False)

    def acquire(self) -> "ShopLock":
        """Take the lock at once.

        Raises:
            ShopInUseError: when another process holds it.
            UserError: when the folder cannot be written.
        """
        try:
            self._lock.acquire()
        except Timeout:
            raise ShopInUseError("{path} is already open in another CX Desk.", path=self._path) from None
        except OSError as error:
            raise UserError(
                "{path} cannot be opened for writing: {reason}", path=self._path, reason=error.strerror
            ) from error
        return self

    def release(self) -> None:
        """Let another process have it."""
        self._lock.release()
