"""Form rows: label above the field, hint below it, and the error where it happened."""

from PySide6.QtWidgets import QWidget

from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class FormRow(QWidget):
    """A field with its label above, a hint below, and an error in place of the hint when there is one."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self.label = Label(label, Style.STRONG)
        self.label.setBuddy(field)
        self._hint = Label(hint, Style.SMALL, muted=True, lines=0)
        if not hint:  # showing what has no parent yet would open a window
            self._hint.hide()
        self._error = Label("", Style.SMALL, tone=Tone.BAD, lines=0)
        self._wrong = boxed(row(Icon("triangle-alert", Tone.BAD, 14), self._error, gap=6))
        self._wrong.hide()
        if not field.accessibleName():
            field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        self.setLayout(column(self.label, field, self._hint, self._wrong, gap=4))

    @property
    def error(self) -> str:
        """The error shown, empty when there is none."""
        return self._error.text()

    def set_error(self, error: str) -> None:
        """Show `error` at the field, or none when empty."""
        self._error.setText(error)
        self._wrong.setVisible(bool(error))
        self._hint.setVisible(bool(self._hint.text()) and not error)
        self.field.setAccessibleDescription(error or self._hint.text())
        self.field.setProperty("wrong", bool(error))
        self.field.style().polish(self.field)
        if error:
            announce(self.field, error, urgent=True)
