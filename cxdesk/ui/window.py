"""The window: navigation at the left, the bar on top, and a stack of pages that are made when first visited."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.memory import Memory
from cxdesk.ui.navigation import Navigation
from cxdesk.ui.screens import Group, Page, Screen
from cxdesk.ui.theme import theme
from cxdesk.ui.topbar import Hooks, TopBar
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.focus import FocusRing
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.progress import JobProgress
from cxdesk.ui.widgets.toast import Toast

SMALLEST = (960, 600)


class Window(QWidget):
    """The shell around the pages; it is the `Shell` that they get.

    Args:
        desk: handed to each page as it is.
        language: what everything is said in.
        screens: the screens that exist, in the order of the navigation.
        changes, jobs: the application's own.
        fail: shows an error to the person.
        hooks: what the top bar and the window's keys can do.
        memory: what this PC remembers.
    """

    def __init__(
        self,
        desk: Any,
        language: Language,
        screens: Sequence[Screen],
        changes: Changes,
        jobs: Jobs,
        fail: Callable[[Exception], None],
        hooks: Hooks | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self.language, self.changes, self.jobs, self._desk = language, changes, jobs, desk
        self._fail, self._hooks, self.memory = fail, hooks or Hooks(), memory or Memory()
        self._screens = {screen.key: screen for screen in screens}
        self._pages: dict[str, Page] = {}
        self._visited: set[str] = set()
        self._trail: list[str] = []
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("CX Desk")
        theme().dress(self)
        self.setMinimumSize(*SMALLEST)
        self._build()
        self._set_keys()

    def _build(self) -> None:
        self.navigation = Navigation(tuple(self._screens.values()), self.language, "CX Desk")
        self.top = TopBar(self, self.language, self._hooks)
        self._stack = QStackedWidget()
        main = self._main = column(self.top, self._stack, gap=0)
        main.setStretch(1, 1)
        whole = row(self.navigation, main, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._toast = Toast(self, self.language.tr("Undo"))
        self._ring = FocusRing(self)
        self.navigation.chosen.connect(self.go)
        theme().changed.connect(self._fit)

    @cached_property
    def progress(self) -> JobProgress:
        """How far slow work of the whole window is, below the bar; made when there is any."""
        progress = JobProgress(self.language.tr("Cancel"))
        self._main.insertLayout(1, row(progress, margins=(24, 8, 24, 0)))
        return progress

    @property
    def current(self) -> str:
        """The key of the screen shown, empty before the first."""
        return self._trail[-1] if self._trail else ""

    def page(self, key: str) -> Page:
        """The page of the screen `key`, made now if need be."""
        self.prepare(key)
        page = self._pages[key]
        if key not in self._visited:
            self._visited.add(key)
            self.changes.watch(page, page.tables, page.reload)
            page.reload()
        return page

    def prepare(self, key: str) -> None:
        """Make the page of the screen `key` if need be; it reads nothing before it is visited."""
        if key not in self._pages:
            page = self._screens[key].factory(self._desk, self)
            page.setObjectName("page")
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._pages[key] = page
            self._stack.addWidget(page)

    def has(self, key: str) -> bool:
        """Whether the screen `key` exists."""
        return key in self._screens

    def go(self, key: str, what: object = None) -> None:
        """Show the screen `key` and, if given, let its page open `what`."""
        page = self.page(key)
        if self.current != key:
            self._trail.append(key)
        self._show(key, page)
        if what is not None:
            page.open(what)

    def back(self) -> None:
        """Go back within the page, or to the screen before this one, if there is one."""
        if self._trail and self.page(self.current).back():
            return
        if len(self._trail) > 1:
            self._trail.pop()
            self._show(self.current, self.page(self.current))

    def toast(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Say `text` for ten seconds, with a button that calls `undo`."""
        self._toast.say(text, undo)

    def fail(self, error: Exception) -> None:
        """Show what went wrong."""
        self._fail(error)

    def event(self, event: QEvent) -> bool:
        """Lay out before painting: a new part takes several turns to find its height, and must not be seen before."""
        if event.type() == QEvent.Type.UpdateRequest:
            _lay_out()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapse the navigation when there is little room."""
        super().resizeEvent(event)
        self._fit()
        if self.isVisible():
            _lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the slow work, and what pages have going on elsewhere, before leaving."""
        for page in self._pages.values():
            page.end()
        self.jobs.close()
        super().closeEvent(event)

    def _fit(self) -> None:
        self.navigation.fit(self.width())

    def _show(self, key: str, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self.navigation.mark(self._screens[key].within or key)
        title = self.language.tr(self._screens[key].title)
        self.setWindowTitle(f"{title} – CX Desk")
        announce(self, title)
        control: QWidget | None = page.main_control()
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_keys(self) -> None:
        apart = {Group.FOOT, Group.WITHIN}
        daily = [screen.key for screen in self._screens.values() if screen.group not in apart]
        for number, key in enumerate(daily[:9], start=1):
            self._key(f"Ctrl+{number}", partial(self.go, key))
        self._key("Alt+Left", self.back)
        wished = {
            "F1": partial(self.go, "help") if self.has("help") else None,
            "F2": partial(self.go, "counter") if self.has("counter") else None,
            "F4": self._hooks.staff,
            "Ctrl+Z": self._hooks.undo,
            "Ctrl+Shift+Z": self._hooks.redo,
        }
        for keys, act in wished.items():
            if act is not None:
                self._key(keys, act)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)


def _lay_out() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
