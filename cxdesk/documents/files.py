"""Files written whole or not at all, and read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from cxdesk.domain.errors import UserError

Target = Path | BytesIO


@contextmanager
def whole(path: Target) -> Iterator[BinaryIO]:
    """A new file beside `path` to write to; it takes the name `path` only when everything has reached the disk.

    What is made only to be looked at goes into memory as it is.

    Raises:
        UserError: when the disk is full, the folder cannot be written or the file is open in another program.
    """
    if isinstance(path, BytesIO):
        yield path
        return
    part = path.parent / f"{path.name}.part"
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError(
            "{name} could not be saved: {reason}",
            name=path.name or path,
            reason=error.strerror or str(error),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read(path: Path) -> bytes:
    """What is in the file.

    Raises:
        UserError: when it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("{name} could not be read: {reason}", name=path.name, reason=reason) from error
