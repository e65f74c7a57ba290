"""What is printed on: letters, cards, envelopes or labels, and how the printer is off."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.stationery import ENVELOPES, LABELS, Order
from cxdesk.language import letters
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.letters.presenter import Presenter
from cxdesk.ui.memory import Memory
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column


class PaperFields(QWidget):
    """The paper, for labels the first free one, and for labels and envelopes the offset in mm."""

    def __init__(self, language: Language, presenter: Callable[[], Presenter], memory: Memory) -> None:
        super().__init__()
        self._language, self._presenter, self._memory = language, presenter, memory
        tr = language.tr
        self.kind = Choice(tr("Paper"), letters.papers(language), id="paper-kind")
        self.start = TextField(tr("First free label"), "1", id="paper-start")
        self.right = TextField(tr("To the right, mm"), "0", id="paper-right")
        self.down = TextField(tr("Down, mm"), "0", id="paper-down")
        self._rows = {
            field: FormRow(field.accessibleName(), field) for field in (self.start, self.right, self.down)
        }
        self.setLayout(
            column(FormRow(tr("Paper"), self.kind), boxed(Flow(*self._rows.values(), gap=8, equal=True)))
        )
        self.kind.activated.connect(self._chosen)
        for field in self._rows:
            field.textEdited.connect(self._changed)
        self._show()

    def _chosen(self) -> None:
        """Each paper has its own offset, remembered on this PC."""
        right, _, down = self._memory.recall(self._key).partition(" ")
        self.right.setText(right)
        self.down.setText(down)
        self._changed()

    @property
    def _key(self) -> str:
        return f"offset/{self.kind.value() or 'letter'}"

    def _show(self) -> None:
        labels, envelopes = self.kind.value() in LABELS, self.kind.value() in ENVELOPES
        for field, part in self._rows.items():
            part.setVisible(labels or (envelopes and field is not self.start))

    def _changed(self) -> None:
        self._show()
        read = {field: self._number(field) for field in self._rows}
        if None not in read.values():
            offset = (read[self.right] or 0.0, read[self.down] or 0.0)
            self._memory.keep(self._key, f"{self.right.text().strip()} {self.down.text().strip()}")
            self._presenter().print_on(Order(self.kind.value(), int(read[self.start] or 1), offset))

    def _number(self, field: TextField) -> float | None:
        """The number in a field, nothing being 0; None, said at the field, when it is none."""
        try:
            value = amounts.millimetres(field.text())
        except UserError as error:
            self._rows[field].set_error(self._language.error(error))
            return None
        self._rows[field].set_error("")
        return value
