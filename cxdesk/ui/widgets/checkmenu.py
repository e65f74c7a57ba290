"""A quiet button with a list of things to tick; it stays open while somebody ticks."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import Button, Kind

TICKING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Ticks(QMenu):
    """A menu whose ticks do not close it; Esc does, and a click beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action: QAction | None = self.activeAction()
        if event.key() in TICKING and action:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action:
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class CheckMenu(Button):
    """The button; `changed` tells that something was ticked or unticked."""

    changed = Signal()

    def __init__(self, text: str, *, icon: str = "", id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__(text, Kind.QUIET, icon=icon, id=id)
        self.menu_ = named(_Ticks(self), text)
        self.clicked.connect(self._open)

    def set_options(self, options: Mapping[str, str], ticked: Collection[str]) -> None:
        """Offer these (key to words), some of them ticked; an open menu that offers the same stays open."""
        offered = {str(action.data()): action.text() for action in self.menu_.actions()}
        if offered != (wanted := {key: words.replace("&", "&&") for key, words in options.items()}):
            self.menu_.clear()
            for key, words in wanted.items():
                action = self.menu_.addAction(words)
                action.setCheckable(True)
                action.setData(key)
                action.triggered.connect(self.changed)
        for action in self.menu_.actions():
            action.setChecked(action.data() in ticked)

    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the options."""
        return tuple(str(action.data()) for action in self.menu_.actions() if action.isChecked())

    def _open(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))
        first = next(iter(self.menu_.actions()), None)
        if first is not None:
            self.menu_.setActiveAction(first)
