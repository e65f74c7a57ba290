"""The register as a list: search, filters, and a table of any length."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.customers.presenter import NEAREST, ORDER, Register
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.search import SearchField
from cxdesk.ui.widgets.states import Empty
from cxdesk.ui.widgets.table import Column, PagedModel, Table


class Listing(QWidget):
    """All customers; `opened(id)` when one is chosen, `wanted_new` for the form, `wanted_import` for a file.

    `wanted_duplicates` asks for those who may stand in the register twice, `wanted_file` for the list as it is shown.
    """

    opened = Signal(int)
    wanted_new = Signal()
    wanted_import = Signal()
    wanted_duplicates = Signal()
    wanted_file = Signal()

    def __init__(
        self, register: Register, language: Language, *, imports: bool, duplicates: bool = False
    ) -> None:
        super().__init__()
        self._register, self._language, self._imports = register, language, imports
        say = language.tr
        new = self._button(say("New customer"), "user-plus", self.wanted_new, Kind.PRIMARY, "Ctrl+N")
        twice = self._button(say("Duplicates…"), "users", self.wanted_duplicates)
        twice.setVisible(duplicates)
        save = IconButton("download", say("Save the list as a file…"), Kind.SECONDARY, id="save-list")
        save.clicked.connect(self.wanted_file)
        self._head = PageHead(say("Customers"), "", save, twice, new)
        self.search = SearchField(say("Search by name, phone, e-mail or card"), id="search-customers")
        self.filters = ChipGroup(
            say("Which customers"), register.filters(), always=True, equal=False, id="filter"
        )
        columns = [
            Column(key, title, right=right, stretch=key == "name", sortable=key != "phone")
            for key, (title, right) in register.titles().items()
        ]
        self.model = PagedModel(columns, register.find, register.rows, ORDER)
        self.table = Table(say("Customers"), self.model, "customers")
        self._nobody = self._make_nobody()
        self._nothing = Empty("search", "", "")
        self._stack = QStackedWidget()
        for part in (self.table, self._nobody, self._nothing):
            self._stack.addWidget(part)
        whole = column(self._head, self.search, self.filters, self._stack, gap=12, margins=(24, 16, 24, 16))
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._connect()

    def reload(self) -> None:
        """Ask again; the chosen row stays chosen."""
        chosen = self.table.current_id
        self.model.reload()
        if chosen in self.model.ids:
            self.table.setCurrentIndex(self.model.index(self.model.ids.index(chosen), 0))
        self._show_state()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Say how many customers there are, in all and in each filter."""
        say, n = self._language, counts["all"]
        self._head.line.setText(say.tr_n("{n} customer", "{n} customers", n))
        self.filters.set_options(self._register.filters(counts))

    def main_control(self) -> QWidget:
        """The search field."""
        return self.search

    def _connect(self) -> None:
        self.search.textEdited.connect(self._searched)
        self.search.entered.connect(self._open_first)
        self.search.moved.connect(self._enter_table)
        self.filters.changed.connect(self._filtered)
        self.table.opened.connect(self.opened)

    def _searched(self, text: str) -> None:
        before, now = bool(self._register.text.strip()), bool(text.strip())
        if before != now:
            self.model.sorted_by, self.model.descending = NEAREST if now else ORDER
        self._register.text = text
        self.reload()

    def _filtered(self) -> None:
        self._register.filter_by = self.filters.value()
        self.reload()

    def _open_first(self) -> None:
        if self.model.ids:
            self.opened.emit(self.table.current_id or self.model.ids[0])

    def _enter_table(self, step: int) -> None:
        if step > 0 and self.model.ids:
            if self.table.current_id is None:
                self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_state(self) -> None:
        if self.model.ids:
            self._stack.setCurrentWidget(self.table)
        elif self._register.text.strip() or self._register.filter_by != "all":
            self._nothing.title.setText(self._register.nothing())
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._nobody)

    def _make_nobody(self) -> QWidget:
        say = self._language.tr
        buttons = [self._button(say("New customer"), "user-plus", self.wanted_new)]
        if self._imports:
            buttons.append(self._button(say("Import customers from a file"), "upload", self.wanted_import))
        text = say("Add the first one here, or record a visit at the counter.")
        return boxed(column(Empty("users", say("No customers yet"), text, *buttons), None))

    def _button(
        self, text: str, icon: str, signal: SignalInstance, kind: Kind = Kind.SECONDARY, key: str = ""
    ) -> Button:
        button = Button(text, kind, icon=icon, key=key, id="new-customer" if key else "")
        button.clicked.connect(signal)
        return button
