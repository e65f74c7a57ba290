"""Backups that were proved before they got their name, and the way back from one."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import check, files
from cxdesk.storage.connection import check_header, connect, refuse_newer, still
from cxdesk.storage.database import Database
from cxdesk.storage.errors import DAMAGED, DamagedFileError, file_errors, translated

NAME = re.compile(
    r"(\d{6,}) (\d{4}-\d\d-\d\d) (\d\d)(\d\d) ([0-9a-f]{8})\.cxbackup"
)  # number, local time, digest
RECENT = 10
PERIODS: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (lambda at: at.date(), 14),
    (lambda at: at.isocalendar()[:2], 8),
    (lambda at: (at.year, at.month), 12),
)
PAGES = 1000  # copied at once, 4 MB; between two such steps the person can cancel
COPIED = 0.7  # share of the work; the rest is the proof


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished backup; `at` is the local time it carries, `size` is in bytes.

    `verified`: it was proved when it was made, and it is still as long as it says. `verify` proves it again.
    """

    path: Path
    sequence: int
    at: datetime
    size: int
    verified: bool


def _quietly(share: float, text: str = "") -> None:
    """Nobody watches."""


Progress = Callable[..., None]


def make(db: Database, folder: Path, at: datetime, progress: Progress = _quietly) -> Path:
    """Copy the shop as it is now into `folder`, prove the copy, give it its name and let old backups go.

    It reads through a connection of its own, so others go on writing; `progress(share)` may raise Cancelled.

    Raises:
        UserError: when the folder cannot be written, the disk is full, or the copy does not hold together.
    """
    if db.connection.in_transaction:
        raise RuntimeError("a backup inside a change would miss it")
    db.demand_file()
    with file_errors(folder), translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for stray in folder.glob("*.cxbackup.part*"):
            stray.unlink()
        newest = max((backup.sequence for backup in listed(folder)), default=0)
        part = folder / "new.cxbackup.part"
        try:
            _copy(db.path, part, progress)
            final = folder / f"{newest + 1:06} {at.astimezone():%Y-%m-%d %H%M} {_digest(part)}.cxbackup"
            files.publish(part, final)
        finally:
            files.remove(part)
        _rotate(folder)
    progress(1.0)
    return final


def _copy(shop: Path, part: Path, progress: Progress) -> None:
    with (
        closing(connect(shop)) as source,
        closing(sqlcipher3.connect(str(part), isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = OFF")  # the finished file is flushed as a whole
        source.execute("BEGIN")  # holds one state of the file, whatever others write meanwhile
        expected = check.counts(source)
        source.backup(
            target, pages=PAGES, progress=lambda _, left, total: progress(COPIED * (1 - left / max(total, 1)))
        )
        target.execute("PRAGMA journal_mode = DELETE")  # a backup is one file, without a log beside it
    progress(COPIED)
    if _prove(part) != expected:
        raise UserError("The backup differs from the shop file. Try again, or choose another place for it.")


def holds(backup: Backup, db: Database) -> bool:
    """Whether a finished backup knows the newest change of the shop; the clock, which may be set back, is not asked."""
    newest = "SELECT id, at FROM changes ORDER BY id DESC LIMIT 1"
    try:
        with translated(backup.path), closing(still(backup.path)) as connection:
            found: Any = connection.execute(newest).fetchone()
    except UserError:
        return False
    return bool(found == db.row(newest))


def copy(backup: Path, folder: Path) -> Path:
    """Put a finished backup into a second place, proved there too.

    Raises:
        UserError: when the place cannot be written, or the copy does not hold together.
    """
    with file_errors(folder), translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        final = folder / backup.name
        part = final.with_name(final.name + ".part")
        try:
            shutil.copyfile(backup, part)
            verify(part, backup.name)
            files.publish(part, final)
        finally:
            files.remove(part)
        _rotate(folder)
    return final


def listed(folder: Path) -> list[Backup]:
    """The finished backups of a folder, newest first by their sequence, whatever the clock said."""
    found = [_read(path, match) for path in folder.glob("*.cxbackup") if (match := NAME.fullmatch(path.name))]
    return sorted(found, key=lambda backup: backup.sequence, reverse=True)


def _read(path: Path, match: re.Match[str]) -> Backup:
    sequence, day, hour, minute, _ = match.groups()
    at = datetime.fromisoformat(f"{day}T{hour}:{minute}").astimezone()
    size = path.stat().st_size
    return Backup(path, int(sequence), at, size, verified=_has_its_length(path, size))


def _has_its_length(path: Path, size: int) -> bool:
    try:
        check_header(path)
    except UserError:
        return False
    with path.open("rb") as file:
        header = file.read(100)
    page = int.from_bytes(header[16:18], "big")
    return size == int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)


def verify(path: Path, name: str = "") -> dict[str, int]:
    """Prove a backup again, reading all of it and changing nothing; gives the number of rows of each table.

    SQLite's check does not see a changed letter in a text; the digest in the backup's name does. Give the `name` of
    the backup of which `path` is a copy.

    Raises:
        DamagedFileError: when it does not hold together.
        UserError: when it is no backup of ours, newer than the program, or was tampered with.
    """
    with file_errors(path), translated(path):
        counts = _prove(path)
        match = NAME.fullmatch(name or path.name)
        if match and match[5] != _digest(path):
            raise DamagedFileError(DAMAGED, path=path)
        with closing(still(path)) as connection:
            if strange := check.schema(connection):
                raise UserError(
                    "{path} was changed by another program: {names}", path=path, names=", ".join(strange)
                )
    return counts


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]


def _prove(path: Path) -> dict[str, int]:
    check_header(path)
    with closing(still(path)) as connection:
        refuse_newer(path, connection.execute("PRAGMA user_version").fetchone()[0])
        if check.structure(connection) or check.references(connection):
            raise DamagedFileError(DAMAGED, path=path)
        return check.counts(connection)


def kept(backups: Iterable[Backup]) -> set[Path]:
    """Which of these stay: the last 10, and the last of each of 14 days, 8 weeks and 12 months that have one.

    "Last" is by sequence: a clock set back makes new backups look old, and still none of them is taken for old.
    """
    newest_first = sorted(backups, key=lambda backup: backup.sequence, reverse=True)
    stay = {backup.path for backup in newest_first[:RECENT]}
    for period, number in PERIODS:
        last: dict[object, Path] = {}
        for backup in newest_first:
            last.setdefault(period(backup.at), backup.path)
        stay.update(list(last.values())[:number])
    return stay


def _rotate(folder: Path) -> None:
    """Remove what need not stay; what is not sound is neither counted nor removed, it has to be looked at."""
    sound = [backup for backup in listed(folder) if backup.verified]
    for path in {backup.path for backup in sound} - kept(sound):
        path.unlink()
