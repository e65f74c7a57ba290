"""Inputs that behave the same everywhere: text, longer text, choice."""

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.painting import begin, glyph


class TextField(QLineEdit):
    """One line of text. Ctrl+Z goes on to the window when nothing is left to undo here."""

    def __init__(self, name: str, placeholder: str = "", *, icon: str = "", id: str = "") -> None:  # noqa: A002
        super().__init__()
        named(self, name, id)
        self.icon_name = icon
        self.setPlaceholderText(placeholder)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when the field has nothing to undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._passes(event)
        ):
            event.ignore()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon over the field."""
        super().paintEvent(event)
        if self.icon_name:
            painter = begin(self)
            centre = QPointF(12 + theme().px(8), self.height() / 2)
            glyph(painter, self.icon_name, theme().tokens.muted, centre, 16)
            painter.end()

    def _passes(self, event: QKeyEvent) -> bool:
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        spent = not self.isUndoAvailable() and not self.isRedoAvailable()
        return spent and (event.matches(undo) or event.matches(redo))

    def _make_room(self) -> None:
        self.setTextMargins(theme().px(16) + 8 if self.icon_name else 0, 0, self._right_room(), 0)

    def _right_room(self) -> int:
        """Px kept free of text at the right end."""
        return 0


class TextArea(QPlainTextEdit):
    """Several lines of plain text, at least `lines` high. Tab goes to the next field."""

    def __init__(self, name: str, placeholder: str = "", *, lines: int = 3, id: str = "") -> None:  # noqa: A002
        super().__init__()
        named(self, name, id)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def minimumSizeHint(self) -> QSize:
        """Room for the asked lines."""
        return QSize(theme().px(80), QFontMetrics(self.font()).lineSpacing() * self._lines + 24)

    def sizeHint(self) -> QSize:
        """Room for the asked lines."""
        return QSize(theme().px(240), self.minimumSizeHint().height())


class Choice(QComboBox):
    """One of several; the wheel scrolls the page and never changes the value by accident."""

    def __init__(self, name: str, options: dict[str, str] | None = None, *, id: str = "") -> None:  # noqa: A002
        super().__init__()
        named(self, name, id)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in (options or {}).items():
            self.addItem(words, value)

    def value(self) -> str:
        """The key of the chosen option, empty when there is none."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose the option with the key `value`."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the field."""
        super().paintEvent(event)
        painter = begin(self)
        centre = QPointF(self.width() - 10 - theme().px(8), self.height() / 2)
        glyph(painter, "chevron-down", theme().tokens.muted, centre, 16)
        painter.end()
