"""Who may be meant by what is typed into the form of a new customer: a quiet list; a press takes the known one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import CustomerRow
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, empty
from cxdesk.ui.widgets.people import PersonRow


class AlikeList(QWidget):
    """Nothing while nobody is alike; `picked(id)` when it is this one."""

    picked = Signal(int)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: tuple[int, ...] | None = None
        self._rows = column(gap=0)
        self._title = Label(language.tr("Already in the register?"), Style.SMALL, muted=True, lines=0)
        self.setLayout(column(self._title, self._rows, gap=2))
        self.hide()

    def show_alike(self, rows: Sequence[CustomerRow]) -> None:
        """Show these, the most alike first; the same as before stay as they are."""
        found = tuple(row.id for row in rows)
        if found == self._shown:
            return
        self._shown = found
        empty(self._rows)
        for each in rows:
            self._rows.addWidget(self._row(each))
        self.setVisible(bool(rows))
        if rows:
            announce(self, f"{self._title.text()} {rows[0].name}")

    def _row(self, each: CustomerRow) -> PersonRow:
        detail = " · ".join(part for part in (each.phone, each.email, each.town) if part)
        row = PersonRow(each.name, detail, self._language.tr("this one"), Tone.ACCENT, id=f"alike-{each.id}")
        row.clicked.connect(lambda: self.picked.emit(each.id))
        return row
