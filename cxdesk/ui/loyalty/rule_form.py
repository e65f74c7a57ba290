"""The form of a rule, below the rules of its kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.editors import Editor, editor
from cxdesk.ui.loyalty.rule_kinds import Cell, Entry, RuleKind
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note

BESIDE = 320
HALF = frozenset({Entry.SHORT, Entry.WEEKDAY})


class RuleForm(QWidget):
    """Long values in lines of their own, short ones two by two; `saved` by Enter or the button, `left` by Esc."""

    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, language: Language, kind: RuleKind) -> None:
        super().__init__()
        tr = language.tr
        self.editors: dict[str, Editor] = {
            cell.name: editor(desk, language, cell, f"{kind.key}-{cell.name}") for cell in kind.cells
        }
        self._title, self._error = Label("", Style.STRONG), Note("", Tone.BAD)
        save = Button(tr("Save"), icon="check", id=f"save-{kind.key}")
        cancel = Button(tr("Cancel"), Kind.QUIET, id=f"cancel-{kind.key}")
        save.clicked.connect(lambda _: self.saved.emit())
        cancel.clicked.connect(lambda _: self.left.emit())
        self.setLayout(
            column(self._title, *self._lines(kind.cells), self._error, boxed(Flow(save, cancel, gap=8)))
        )

    def begin(self, title: str, values: Mapping[str, Any], known: Sequence[str]) -> None:
        """Open with these values."""
        self._title.setText(title)
        for name, each in self.editors.items():
            each.show(values[name], known)
        self.show_errors({})
        self.findChildren(QLineEdit)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def entered(self) -> dict[str, Any]:
        """What stands in the form."""
        return {name: each.entered() for name, each in self.editors.items()}

    def show_errors(self, wrong: Mapping[str, str]) -> None:
        """Say what is wrong, each at its place."""
        self._error.say(wrong.get("", ""))
        for name, each in self.editors.items():
            each.fail(wrong.get(name, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lines(self, cells: Sequence[Cell]) -> list[QWidget]:
        lines, halves = list[QWidget](), list[QWidget]()
        for cell in (*cells, None):
            if cell and cell.entry in HALF:
                halves.append(self.editors[cell.name].widget)
            if halves and (len(halves) == 2 or cell is None or cell.entry not in HALF):
                lines.append(Columns(*((half, 1) for half in halves), gap=12, stack_under=BESIDE))
                halves = []
            if cell and cell.entry not in HALF:
                lines.append(self.editors[cell.name].widget)
        return lines
