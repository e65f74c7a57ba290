"""The toast: what was just done, with ten seconds to undo it by mouse (Ctrl+Z works afterwards, too)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_CARD, Style
from cxdesk.ui.widgets.access import announce, named
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import row
from cxdesk.ui.widgets.painting import begin, box

STAYS_MS = 10_000
ABOVE_BOTTOM = 84


class _OnToast(Label):
    def colour(self) -> str:
        return theme().tokens.on_toast


class _Check(Icon):
    def colour(self) -> str:
        return theme().tokens.toast_accent


class _Undo(Button):
    def ink(self) -> str:
        return theme().tokens.toast_accent

    def surface(self) -> tuple[str | None, str | None]:
        return None, theme().tokens.toast_accent if self.underMouse() else None


class Toast(QWidget):
    """One at a time, at the bottom of `window`; it stays while the mouse or the focus is on it."""

    ended = Signal()

    def __init__(self, window: QWidget, undo_text: str) -> None:
        super().__init__(window)
        self._window = window
        self._act: Callable[[], object] | None = None
        self._icon, self.label = _Check("check"), _OnToast("", Style.MEDIUM, lines=2)
        self.button = _Undo(undo_text, Kind.QUIET, hint="Ctrl+Z", id="toast-undo")
        self.button.clicked.connect(self._undo)
        self._layout = row(self._icon, self.label, self.button, gap=12, margins=(16, 8, 12, 8))
        self.setLayout(self._layout)
        self._clock = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._clock.timeout.connect(self._leave)
        named(self, "", "toast")
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show `text` in place of what was shown; the button calls `undo`."""
        self._act = undo
        self.label.setText(text)
        self.button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()
        announce(self, text)

    def event(self, event: QEvent) -> bool:
        """Grow with the text."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Stay at the bottom when the window changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_CARD, theme().tokens.toast)
        painter.end()

    def _place(self) -> None:
        window = self._window
        wish = self._layout.sizeHint()
        width = min(wish.width(), window.width() - 32)
        height = max(wish.height(), self._layout.heightForWidth(width))
        self.setGeometry(
            (window.width() - width) // 2, window.height() - height - theme().px(ABOVE_BOTTOM), width, height
        )

    def _undo(self) -> None:
        act, self._act = self._act, None
        self._end()
        if act is not None:
            act()

    def _leave(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._clock.start()
        else:
            self._end()

    def _end(self) -> None:
        self._clock.stop()
        self.hide()
        self.ended.emit()
