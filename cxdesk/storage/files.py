"""A shop file on the disk: the file, its write-ahead log and that log's index belong together."""

import os
import sys
from pathlib import Path

SUFFIXES = ("", "-wal", "-shm", "-journal")


def members(path: Path) -> list[Path]:
    """Those files of the set of `path` that exist; SQLite keeps the log beside the file to which a link leads."""
    file = path.resolve()
    every = (file.parent / (file.name + suffix) for suffix in SUFFIXES)
    return [member for member in every if member.exists()]


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other that bears its name later; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def remove(path: Path) -> None:
    """Remove a file that was just made, with everything beside it."""
    for member in members(path):
        member.unlink()


def move(path: Path, folder: Path) -> None:
    """Move the whole set into `folder`, the main file first: an old file without its log would look sound."""
    for member in members(path):
        member.rename(folder / member.name)
    flush_folder(folder)
    flush_folder(path.parent)


def publish(part: Path, final: Path) -> None:
    """Give a finished file its name once the disk has all of it; an interrupted start leaves only `part`."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.rename(final)
    flush_folder(final.parent)


def flush_folder(folder: Path) -> None:
    """Have the disk keep the names in `folder` (Windows does this by itself and offers no way to ask)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
