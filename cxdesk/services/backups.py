"""What staff can do for the safety of the shop file: back it up, see what there is, check it, go back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.services.workplace import Workplace
from cxdesk.storage import backup, check, location, restore
from cxdesk.storage.backup import Backup
from cxdesk.storage.check import Finding
from cxdesk.storage.errors import file_errors
from cxdesk.storage.restore import Rescue

Progress = Callable[[float], None]


class Backups:
    """Copies of the shop, each proved before it counts."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    @property
    def folder(self) -> Path:
        """Where the backups of this shop are."""
        return paths.backups(self._work.db.path)

    def make(self, folder: Path | None = None, progress: Progress | None = None) -> Path:
        """Make and prove a backup, in the usual folder by default; gives its path.

        Raises:
            UserError: when the folder cannot be written, the disk is full, or the copy does not hold together.
        """
        work = self._work
        return backup.make(work.db, folder or self.folder, work.now(), progress or _quietly)

    def if_needed(self) -> Path | None:
        """Make a backup when something was saved since the last one, and copy it to the second place if there is one.

        Raises:
            UserError: as `make` says; a backup in the first place stays when only the second cannot be written.
        """
        newest = self.latest()
        if newest and newest.verified and backup.holds(newest, self._work.db):
            return None
        made = self.make()
        second = self._work.shop().second_backup
        if second:
            backup.copy(made, Path(second))
        return made

    def listed(self) -> list[Backup]:
        """The backups in the usual folder, newest first."""
        return backup.listed(self.folder)

    def latest(self) -> Backup | None:
        """The newest backup in the usual folder."""
        return next(iter(self.listed()), None)

    def check(self) -> list[Finding]:
        """What is wrong with the shop file; nothing when it is whole."""
        return check.check(self._work.db)

    def synced_service(self) -> str | None:
        """The service that would carry the shop file away while it is open (OneDrive and the like), if any."""
        return location.synced_service(self._work.db.path)


def _quietly(_share: float) -> None:
    """Nobody watches."""


def put_back(source: Path, shop: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a closed shop file; gives the folder in which the old one is kept for 14 days.

    Raises:
        UserError: when the shop is open, the backup is not sound, or the folder cannot be written; then the shop file
            is as it was.
    """
    with file_errors(source):
        there = source.is_file()
    if not there:
        raise UserError("There is no backup at {path}.", path=source)
    return restore.restore(source, shop, at)


def rescue(shop: Path) -> Rescue:
    """What can take the place of a damaged shop file; nothing is moved yet."""
    return restore.rescue(shop, paths.backups(shop))
