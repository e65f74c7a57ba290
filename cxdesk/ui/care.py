"""Care for the shop file while its window is open: a backup every hour, its age in the bar, points that expire."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui import files
from cxdesk.ui.tokens import Tone
from cxdesk.ui.window import Window

HOUR_MS = 3_600_000
OLD = 3  # days after which the age of a backup is a warning


class Care(QObject):
    """Works on the shop of `desk` and tells in the window that `window` gives; the demo shop is not backed up."""

    def __init__(self, desk: Desk, window: Callable[[], Window]) -> None:
        super().__init__()
        self._desk, self._window = desk, window
        self.clock = QTimer(self, interval=HOUR_MS)
        self.clock.timeout.connect(self.back_up)
        self.clock.timeout.connect(self.expire)

    def begin(self) -> None:
        """Say how things stand; from now on there is a backup every hour in which something was saved."""
        self.show()
        self.expire()
        service = self._desk.backups.synced_service()
        if service:
            self._warn(service)
        if self._desk.workplace.db.path != paths.demo_shop():
            self.clock.start()

    def show(self) -> None:
        """Say in the bar how old the newest backup is; nothing is said of a shop that has none yet."""
        newest, language = self._desk.backups.latest(), self._window().language
        if newest is None:
            self._window().top.set_backup("", Tone.NEUTRAL)
            return
        days = (self._desk.workplace.today() - newest.at.date()).days
        words = language.tr("Backup: {when}", when=language.ago(days))
        self._window().top.set_backup(words, Tone.GOOD if newest.verified and days <= OLD else Tone.WARN)

    def back_up(self) -> None:
        """Make a backup in the worker if something was saved since the last one."""
        self._window().jobs.run(lambda desk, _: desk.backups.if_needed(), lambda _: self.show(), self._failed)

    def expire(self) -> None:
        """Note the points that have expired; every day's first look does it."""
        try:
            self._desk.points.expire()
        except UserError as error:
            self._window().fail(error)

    def _failed(self, error: Exception) -> None:
        window = self._window()
        if not isinstance(error, UserError):
            window.fail(error)
            return
        window.top.set_backup(window.language.tr("The backup failed"), Tone.WARN)
        window.toast(window.language.error(error))

    def _warn(self, service: str) -> None:
        self._window().toast(files.synced(self._window().language, service))
