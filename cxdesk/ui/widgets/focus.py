"""The focus ring: one overlay a window, seen only by those who work with the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.painting import begin, box

GAP, WIDTH, RADIUS = 2, 2, 11
OUT = GAP + WIDTH
_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)
_BORDERED = (QLineEdit, QComboBox, QAbstractScrollArea)  # the style sheet shows their focus


class FocusRing(QWidget):
    """Draws a ring around the widget that has the focus, once a key was pressed; a mouse press takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._by_key = False
        self._target: QWidget | None = None
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there are no widgets without one
        app.focusChanged.connect(self._moved)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, mouse presses, and what moves the focused widget."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._by_key:
            self._by_key = True
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and self._by_key:
            self._by_key = False
            self._place()
        elif kind in _MOVES and self._by_key and self._concerns(watched):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ring."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS, None, theme().tokens.focus, width=WIDTH)
        painter.end()

    def _concerns(self, watched: QObject) -> bool:
        target = self._target
        return (
            target is not None
            and isinstance(watched, QWidget)
            and (watched is target or watched.isAncestorOf(target))
        )

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = new
        self._place()

    def _place(self) -> None:
        area = self._area() if self._by_key else None
        self.setVisible(area is not None)
        if area is not None:
            self.setGeometry(area)
            self.raise_()

    def _area(self) -> QRect | None:
        target, window = self._target, self._window
        if target is None or isinstance(target, _BORDERED) or not window.isAncestorOf(target):
            return None
        seen = target.visibleRegion().boundingRect()
        if seen.isEmpty():
            return None
        return QRect(target.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size()).adjusted(
            -OUT, -OUT, OUT, OUT
        )
