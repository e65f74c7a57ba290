"""The small forms that open within a card: Enter adds, Esc closes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.layouts import Part, column, row


class Adding(QWidget):
    """Fields below each other with a button; the first gets the focus, `add` takes what was typed."""

    def __init__(self, first: QLineEdit, button: Button, add: Callable[[], object], *parts: Part) -> None:
        super().__init__()
        self._first, self._add = first, add
        button.clicked.connect(add)
        self.setLayout(column(*parts, row(None, button), gap=6))
        self.hide()

    def open(self) -> None:
        """Open, ready to type."""
        self.show()
        self._first.setFocus()

    def toggle(self) -> None:
        """Open or close."""
        if self.isHidden():
            self.open()
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Enter in a field adds."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._add()
        else:
            super().keyPressEvent(event)
