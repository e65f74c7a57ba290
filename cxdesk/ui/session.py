"""An open shop in its window: what the keys and the bar do, how it looks, and what is remembered of it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer

from cxdesk import paths
from cxdesk.domain.change import Change
from cxdesk.services.desk import Desk
from cxdesk.ui import finder, staff
from cxdesk.ui.application import Application
from cxdesk.ui.care import Care
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.memory import Memory
from cxdesk.ui.pages import screens
from cxdesk.ui.past import Past
from cxdesk.ui.screens import Group
from cxdesk.ui.theme import Scheme
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.widgets.search import Found
from cxdesk.ui.window import Window

if TYPE_CHECKING:
    from cxdesk.ui.doorbell import Doorbell

SIZE = (1366, 768)
AHEAD_MS = 1000


class Session(QObject):
    """Shows `desk` in a window.

    Attributes:
        past: undo and redo.
        wish: the backup that shall take the place of the shop once it is closed.
    """

    def __init__(self, desk: Desk, application: Application) -> None:
        super().__init__()
        self.desk, self._application = desk, application
        self._screens = screens(self.restore)
        self.wish: Path | None = None
        self._bell: Doorbell | None = None
        self._shop_language = desk.settings.shop().language
        self._memory = QSettings(str(paths.data() / "window.ini"), QSettings.Format.IniFormat)
        self.changes = Changes()
        self.changes.changed.connect(self._changed)
        desk.workplace.announce = self._announce
        self.past = Past(desk, lambda: self.window)
        desk.workplace.later = self.past.later
        desk.workplace.staff_id = self._who_was_here()
        self._look()
        application.theme.changed.connect(self._keep_scheme)
        self.window = self._window()
        self._care = Care(desk, lambda: self.window)

    def show(self) -> None:
        """Show the window where it was closed last."""
        geometry = self._memory.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.window.restoreGeometry(geometry)):
            self.window.resize(*SIZE)
        self.window.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame is seen before all that can wait for it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.window, self._first)
        return False

    def come_forward(self) -> None:
        """Bring the window before all others."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Close the window; where it was and who worked here is remembered."""
        self._keep()
        self._care.clock.stop()
        if self._bell:
            self._bell.close()
        self.window.close()
        self.window.deleteLater()  # its keys are bound to it, so nothing else would let it go
        self._application.theme.changed.disconnect(self._keep_scheme)
        self.changes.changed.disconnect(self._changed)

    def _keep(self) -> None:
        self._memory.setValue("geometry", self.window.saveGeometry())
        self._memory.setValue(self._staff_key, self.desk.workplace.staff_id or 0)
        self._memory.sync()

    def restore(self, backup: Path) -> None:
        """Close the shop and open it again as `backup` has it."""
        self.wish = backup
        self.window.close()

    def _window(self) -> Window:
        self._application.speak(self.desk.workplace.language())
        hooks = Hooks(search=self._find, staff=self._choose_staff, undo=self.past.undo, redo=self.past.redo)
        window = Window(
            self.desk,
            self._application.language,
            self._screens,
            self.changes,
            Jobs(self.desk.again),
            self._application.errors.show,
            hooks,
            Memory(self._memory),
        )
        window.top.set_staff(self._name_at_desk())
        return window

    def _first(self) -> None:
        self._hang_bell()
        if not self.window.current:
            self.window.go(self._screens[0].key)
        self._care.begin()
        QTimer.singleShot(AHEAD_MS, self.window, self._load_ahead)

    def _load_ahead(self) -> None:
        from cxdesk.ui.ahead import Ahead  # noqa: PLC0415 - it is for what comes after the frame

        often = [screen.key for screen in self._screens if screen.group in {Group.DAILY, Group.THANKING}]
        pages = [partial(self._prepare, key) for key in often]
        Ahead(self.window, self.window.language, pages).begin()

    def _prepare(self, key: str) -> None:
        """Make a page ahead of its first visit; a window that was closed meanwhile has no shop any more."""
        if self.window.isVisible():
            self.window.prepare(key)

    def _hang_bell(self) -> None:
        """Come forward when this shop is started again."""
        from cxdesk.ui.doorbell import Doorbell  # noqa: PLC0415 - the network library comes after the frame

        self._bell = Doorbell(self.desk.workplace.db.path)
        self._bell.rung.connect(self.come_forward)

    def _find(self, text: str) -> list[Found]:
        return finder.find(text, self.desk, self.window, self._screens)

    def _choose_staff(self) -> None:
        if staff.working(self.desk):
            staff.choose(self.window, self.desk, self.window.language)
            self.window.top.set_staff(self._name_at_desk())
        else:
            self.window.go("settings", "staff")

    def _name_at_desk(self) -> str:
        member = staff.at_desk(self.desk)
        return member.name if member else ""

    def _who_was_here(self) -> int | None:
        """Whoever was at the desk when the window was closed last, else the first of the staff."""
        ids = [member.id for member in staff.working(self.desk)]
        kept = str(self._memory.value(self._staff_key))
        return next((i for i in ids if str(i) == kept), next(iter(ids), None))

    @property
    def _staff_key(self) -> str:
        return f"staff/{self.desk.workplace.db.path.stem}"

    def _announce(self, change: Change) -> None:
        self.changes.tell(change.tables)

    def _changed(self, tables: frozenset[str]) -> None:
        if "settings" in tables:
            self._look()
            self._follow_language()
            if self.desk.workplace.language() != self.window.language:
                QTimer.singleShot(0, self._speak)  # not while a page of the old window is at work
        if "staff" in tables:
            if staff.at_desk(self.desk) is None:  # whose adding was undone, or who has left
                self.desk.workplace.staff_id = next((member.id for member in staff.working(self.desk)), None)
            self.window.top.set_staff(self._name_at_desk())

    def _follow_language(self) -> None:
        """Once somebody chooses the shop's language, the screen's own gives way to it."""
        chosen = self.desk.settings.shop().language
        if chosen != self._shop_language:
            self.desk.workplace.code, self._shop_language = "", chosen

    def _look(self) -> None:
        """Light or dark and the text size, as the shop has them."""
        shop, look = self.desk.settings.shop(), self._application.theme
        if look.scheme != shop.theme:
            look.set_scheme(Scheme(shop.theme))
        if look.scale != shop.text_scale / 100:
            look.set_scale(shop.text_scale / 100)

    def _keep_scheme(self) -> None:
        """The bar's switch changes the shop's setting."""
        shop, scheme = self.desk.settings.shop(), self._application.theme.scheme
        if shop.theme != scheme:
            self.desk.settings.save(replace(shop, theme=scheme.value))

    def _speak(self) -> None:
        """Say everything in the language now set, in a new window at the place of the old."""
        old, here = self.window, self.window.current
        self.window = self._window()
        self.window.restoreGeometry(old.saveGeometry())
        self._care.show()
        if here:
            self.window.go(here)
        else:  # the old one was not seen yet
            old.removeEventFilter(self)
            self.window.installEventFilter(self)
        self.window.show()
        old.close()
        old.deleteLater()


def serve(
    desk: Desk, application: Application, *, smoke: bool = False, file: Path | None = None
) -> tuple[int, Path | None]:
    """Show `desk` until its window is closed, importing `file` if given; `smoke` closes it after a walk through it.

    Gives the exit code, and the backup that shall take the shop's place if somebody chose one.
    """
    session = Session(desk, application)
    session.show()
    if file is not None:
        QTimer.singleShot(0, session.window, lambda: session.window.go("exchange", file))
    application.qt.setQuitOnLastWindowClosed(True)
    if smoke:
        from cxdesk.ui.smoke import Walk  # noqa: PLC0415 - nobody else needs it

        Walk(session.window, desk, application.qt.exit).start()
    code = application.qt.exec()
    session.close()
    return code, session.wish
