"""Back to a backup: the file in use is moved aside as a whole and kept for two weeks, never deleted at once."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from cxdesk.domain.errors import UserError
from cxdesk.storage import backup, files
from cxdesk.storage.errors import file_errors
from cxdesk.storage.lock import ShopLock

KEPT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can take the place of a damaged file: the newest sound backup, and the time span that it does not know.

    Without a backup `lost_since` is None: everything up to `lost_until`, the file's last save, is at stake.
    """

    damaged: Path
    backup: backup.Backup | None
    lost_since: datetime | None
    lost_until: datetime | None


def rescue(shop: Path, folder: Path) -> Rescue:
    """Look for the newest backup in `folder` that can be proved; nothing is moved yet.

    `restore` then moves the damaged file aside and puts the backup in its place; without one `set_aside` makes room.
    """
    newest = next((found for found in backup.listed(folder) if _sound(found.path)), None)
    saved = [member.stat().st_mtime for member in files.members(shop)]
    until = datetime.fromtimestamp(max(saved), UTC).astimezone() if saved else None
    return Rescue(shop, newest, newest.at if newest else None, until)


def _sound(path: Path) -> bool:
    try:
        backup.verify(path)
    except UserError:
        return False
    return True


def restore(source: Path, shop: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a closed shop file; gives the folder in which the old one is kept for 14 days.

    The backup is copied beside the shop file and proved before the old one is touched. What was erased and who
    stopped marketing since then has to be applied again by the caller.

    Raises:
        ShopInUseError: when the shop file is open.
        DamagedFileError: when the backup does not hold together.
        UserError: when the folder cannot be written or the disk is full; the shop file is as it was.
    """
    shop = shop.resolve()  # a link stays a link
    part = shop.parent / (shop.name + ".part")
    with file_errors(shop), _locked(shop):
        try:
            files.remove(part)
            shutil.copyfile(source, part)
            backup.verify(part, source.name)
            old = _move_aside(shop, at)
            try:
                files.publish(part, shop)
            except OSError:
                if old:
                    files.move(old / shop.name, shop.parent)
                raise
        finally:
            files.remove(part)
        _forget(shop, at.date())
    return old


def set_aside(shop: Path, at: datetime) -> Path | None:
    """Move a damaged shop file with its log into a folder beside it, so that a new one can be made; gives the folder.

    Raises:
        ShopInUseError: when the shop file is open.
        UserError: when the folder cannot be written.
    """
    with file_errors(shop), _locked(shop):
        return _move_aside(shop.resolve(), at)


@contextmanager
def _locked(shop: Path) -> Iterator[None]:
    if shop.is_dir():
        raise UserError("{name} is a folder. Choose a file in it.", name=shop.name or shop)
    shop.parent.mkdir(parents=True, exist_ok=True)
    lock = ShopLock(shop).acquire()
    try:
        yield
    finally:
        lock.release()


def _move_aside(shop: Path, at: datetime) -> Path | None:
    if not files.members(shop):
        return None
    names = (f"{shop.name} {at:%Y-%m-%d} set aside {number}" for number in count(1))
    folder = next(path for path in map(shop.with_name, names) if not path.exists())
    folder.mkdir()
    files.move(shop, folder)
    return folder


def _forget(shop: Path, today: date) -> None:
    """Remove what was set aside more than 14 days ago by its name."""
    name = re.compile(re.escape(shop.name) + r" (\d{4}-\d\d-\d\d) set aside \d+")
    for folder in shop.parent.iterdir():
        match = name.fullmatch(folder.name)
        if match and today - date.fromisoformat(match[1]) > timedelta(days=KEPT_DAYS):
            shutil.rmtree(folder)
