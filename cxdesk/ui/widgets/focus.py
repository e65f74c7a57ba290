"""The focus ring: one overlay a window, seen only by those who work with the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.painting import begin, box

GAP, WIDTH, RADIUS = 2, 2, 11
OUT = GAP + WIDTH
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_BORDERED = (QLineEdit, QComboBox, QAbstractScrollArea)  # the style sheet shows their focus


class FocusRing(QWidget):
    """Draws a ring around the widget that has the focus, once a key was pressed; the mouse takes it away.

    It listens to the focused widget and what holds it, never to the whole application, which would slow every event.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._by_key = False
        self._target: QWidget | None = None
        self._heard: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there are no widgets without one
        app.focusChanged.connect(self._moved)
        self._moved(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, mouse presses, and what moves the focused widget."""
        kind = event.type()
        if kind in _MOVES:
            self._place()
        elif watched is self._target and kind in _KEYS:
            self._turn(by_key=True)
        elif watched is self._target and (kind == QEvent.Type.MouseButtonPress or _left_by_mouse(event)):
            self._turn(by_key=False)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ring."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS, None, theme().tokens.focus, width=WIDTH)
        painter.end()

    def _turn(self, *, by_key: bool) -> None:
        if by_key != self._by_key:
            self._by_key = by_key
            self._listen()
            self._place()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        self._listen()
        self._place()

    def _listen(self) -> None:
        """Hear the target and, while the ring is shown, all that holds it."""
        for heard in self._heard:
            if isValid(heard):
                heard.removeEventFilter(self)
        self._heard = []
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._window:
            self._heard.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget() if self._by_key else None

    def _place(self) -> None:
        area = self._area() if self._by_key else None
        self.setVisible(area is not None)
        if area is not None:
            self.setGeometry(area)
            self.raise_()

    def _area(self) -> QRect | None:
        target = self._target
        if target is None or isinstance(target, _BORDERED):
            return None
        seen = target.visibleRegion().boundingRect()
        if seen.isEmpty():
            return None
        corner = target.mapTo(self._window, QPoint(0, 0)) + seen.topLeft()
        return QRect(corner, seen.size()).adjusted(-OUT, -OUT, OUT, OUT)


def _left_by_mouse(event: QEvent) -> bool:
    if not isinstance(event, QFocusEvent) or event.type() != QEvent.Type.FocusOut:
        return False
    return event.reason() == Qt.FocusReason.MouseFocusReason
