"""The register as a list: search, groups, conditions, columns, and a table of any length."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.language.listing import FIGURES
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts
from cxdesk.ui.customers.narrowing import Conditions, NewCondition
from cxdesk.ui.customers.presenter import Register
from cxdesk.ui.customers.saving import KeepList
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.checkmenu import CheckMenu
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage, Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.search import SearchField
from cxdesk.ui.widgets.states import LOADING_AFTER_MS, Empty
from cxdesk.ui.widgets.table import Column, PagedModel, Table

if TYPE_CHECKING:
    from cxdesk.ui.jobs import Job

COLUMNS = "customers/columns"


class Listing(QWidget):
    """All customers; `opened(id)` when one is chosen, `wanted_new` for the form, `wanted_import` for a file.

    `wanted_duplicates` asks for those who may stand in the register twice, `wanted_file` for the list as it is shown,
    `wanted_edit` to change those who are chosen; `failed(error)` tells that it could not be read.
    """

    opened = Signal(int)
    wanted_new = Signal()
    wanted_import = Signal()
    wanted_duplicates = Signal()
    wanted_file = Signal()
    wanted_edit = Signal()
    failed = Signal(object)

    def __init__(self, register: Register, shell: Shell, acts: Acts) -> None:
        super().__init__()
        self._register, self._shell, self._language, self._acts = register, shell, shell.language, acts
        self._job: Job | None = None
        self._counts: dict[str, int] | None = None
        register.choose_columns(shell.memory.recall(COLUMNS).split() or register.columns)
        say = self._language.tr
        self._head = self._make_head()
        self.search = SearchField(say("Search by name, phone, e-mail or card"), id="search-customers")
        self.filters = ChipGroup(
            say("Which customers"), register.groups(), always=True, equal=False, id="filter"
        )
        self.narrow = Button(say("Narrow…"), Kind.QUIET, icon="filter", id="narrow")
        self.columns = CheckMenu(say("Columns"), icon="table", id="columns")
        self.star = IconButton("star", say("Keep this list under a name…"), id="keep")
        self.edit = Button("", icon="pencil", key="Ctrl+E", id="edit-many")
        self.edit.hide()
        self.conditions = Conditions(self._language)
        self._narrowing = Fold(lambda: NewCondition(register, self._language))
        self._keeping = Fold(lambda: KeepList(self._language))
        self.model = PagedModel(self._columns(), self._find, register.rows, register.order)
        self.table = Table(say("Customers"), self.model, "customers", several=True)
        self._nobody = self._make_nobody()
        self._nothing = Empty("search", "", "")
        self._reading = Empty("hourglass", say("Reading the register…"), "", tone=Tone.NEUTRAL)
        self._clock = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._stack = QStackedWidget()
        for part in (self.table, self._nobody, self._nothing, self._reading):
            self._stack.addWidget(part)
        self._lay_out()
        self._connect()

    @property
    def new_condition(self) -> NewCondition:
        """Where a condition is made."""
        return self._narrowing.part

    @property
    def keep_list(self) -> KeepList:
        """Where a list gets its name."""
        return self._keeping.part

    def reload(self) -> None:
        """Ask again; the chosen row stays chosen."""
        self._register.refresh()
        self._show_groups()
        self._show_listing()

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The columns that are shown."""
        return self._register.columns

    def counts(self, desk: Desk) -> dict[str, int]:
        """What `show_counts` shows, asked of any desk of the shop."""
        return self._register.counts(desk)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Say how many customers there are, in all, in each group and on each saved list."""
        self._counts = counts
        self._say_how_many()
        self._show_groups()

    def main_control(self) -> QWidget:
        """The search field."""
        return self.search

    def _lay_out(self) -> None:
        tools = boxed(Flow(self.narrow, self.columns, self.star, self.edit, gap=6))
        seek, asked = Split(self.search, tools), (self._narrowing, self._keeping)
        parts = (self._head, seek, self.filters, self.conditions, *asked, self._stack)
        whole = ScrollPage(*parts, gap=12, margins=(24, 16, 24, 16))
        whole.body.setStretch(len(parts) - 1, 1)
        self.setLayout(column(whole))
        self._show_columns()

    def _connect(self) -> None:
        self.search.typed.connect(self._searched)
        self.search.entered.connect(self._open_first)
        self.search.moved.connect(self._enter_table)
        self.filters.changed.connect(self._chose_group)
        self.narrow.clicked.connect(self._start_narrowing)
        self.star.clicked.connect(self._start_keeping)
        self._keeping.made.connect(self._connect_keeping)
        self._narrowing.made.connect(self._connect_narrowing)
        self.edit.clicked.connect(self.wanted_edit)
        self.table.chose.connect(self._show_chosen)
        self.conditions.dropped.connect(self._widened)
        self.columns.changed.connect(self._chose_columns)
        self.table.opened.connect(self.opened)
        self._clock.timeout.connect(lambda: self._stack.setCurrentWidget(self._reading))

    def _connect_keeping(self, form: KeepList) -> None:
        form.kept.connect(self._keep)
        form.renamed.connect(self._rename)
        form.deleted.connect(self._delete)
        form.left.connect(self._stop_keeping)

    def _connect_narrowing(self, form: NewCondition) -> None:
        form.added.connect(self._show_listing)
        form.left.connect(self._stop_narrowing)

    def _find(self, order: str, descending: bool) -> Sequence[int] | None:  # noqa: FBT001 - the table's call
        """The ids at once, or, of a long list, later: the worker reads it and the window stays free."""
        self._register.order = (order, descending)
        if self._job:
            self._job.cancel()
        work, self._job = self._register.finding(), None
        if work is None:
            self._clock.stop()
            return self._register.find()
        if not self.model.ids:
            self._clock.start()
        chosen = self.table.current_id
        self._job = self._shell.jobs.run(work, lambda ids: self._arrived(ids, chosen), self._failed)
        return None

    def _arrived(self, ids: Sequence[int], chosen: int | None) -> None:
        self._job = None
        self._clock.stop()
        self.model.show_ids(ids)
        self._settle(chosen)

    def _failed(self, error: Exception) -> None:
        self._clock.stop()
        self.failed.emit(error)

    def _ask(self) -> None:
        """Ask for the list as the presenter has it now."""
        chosen = self.table.current_id
        self.model.sorted_by, self.model.descending = self._register.order
        self.model.reload()
        if self._job is None:
            self._settle(chosen)

    def _say_how_many(self) -> None:
        """In all, and how many of them are shown."""
        if self._counts is None:
            return
        say, every, shown = self._language, self._counts["all"], len(self.model.ids)
        if self._register.narrowed:
            text = say.tr_n("{n} of {of} customers", "{n} of {of} customers", shown, of=say.number(every))
        else:
            text = say.tr_n("{n} customer", "{n} customers", every)
        self._head.line.setText(text)

    def _settle(self, chosen: int | None) -> None:
        if chosen in self.model.ids:
            self.table.setCurrentIndex(self.model.index(self.model.ids.index(chosen), 0))
        self._say_how_many()
        if self.model.ids:
            self._stack.setCurrentWidget(self.table)
        elif self._register.narrowed:
            self._nothing.title.setText(self._register.nothing())
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._nobody)

    def _searched(self, text: str) -> None:
        self._register.search(text)
        self._ask()

    def _chose_group(self) -> None:
        self._register.choose(self.filters.value())
        self._keeping.hide()
        self._show_listing()

    def _show_groups(self) -> None:
        groups = self._register.groups(self._counts)
        if groups != self.filters.options():
            self.filters.set_options(groups)
        self.filters.choose(self._register.group)

    def _show_listing(self) -> None:
        """Show the conditions, the columns and the rows of the list as it stands."""
        self.conditions.show_conditions(self._register.said())
        self._show_columns()
        self._ask()

    def _start_narrowing(self) -> None:
        self._keeping.hide()
        self._narrowing.open().begin()

    def _stop_narrowing(self) -> None:
        self._narrowing.hide()
        self.narrow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widened(self, at: int) -> None:
        self._register.widen(at)
        self.narrow.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_listing()

    def _start_keeping(self) -> None:
        self._narrowing.hide()
        self._keeping.open().begin(self._register.saved.name if self._register.saved else "")

    def _stop_keeping(self) -> None:
        self._keeping.hide()
        self.star.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, name: str) -> None:
        text = self._language.tr("List kept: {name}", name=" ".join(name.split()))
        self._act(lambda: self._register.keep(name), text)

    def _rename(self, name: str) -> None:
        text = self._language.tr("List renamed: {name}", name=" ".join(name.split()))
        self._act(lambda: self._register.rename(name), text)

    def _delete(self) -> None:
        if saved := self._register.saved:
            text = self._language.tr("List deleted: {name}", name=saved.name)
            self._act(self._register.delete, text)

    def _act(self, act: Callable[[], object], text: str) -> None:
        """Do something with a saved list; what is refused stands at its name."""
        try:
            self._acts.attempt(act, text)
        except UserError as error:
            self.keep_list.note.say(self._language.error(error))
            return
        self._stop_keeping()
        self.reload()

    def _show_chosen(self) -> None:
        """Offer to change the chosen ones, as soon as there are several."""
        n = self.table.count_chosen
        if n > 1:
            self.edit.set_text(self._language.tr_n("Change {n}…", "Change {n}…", n))
        self.edit.setVisible(n > 1)

    def _columns(self) -> list[Column]:
        titles = self._register.titles()
        return [
            Column(key, titles[key], right=key in FIGURES, stretch=key == "name")
            for key in self._register.columns
        ]

    def _chose_columns(self) -> None:
        self._register.choose_columns(self.columns.ticked())
        self._shell.memory.keep(COLUMNS, " ".join(self._register.own_columns))
        self._show_columns()
        self._ask()

    def _show_columns(self) -> None:
        if self.model.columns != (columns := self._columns()):
            self.model.set_columns(columns)
        titles = {key: title for key, title in self._register.titles().items() if key != "name"}
        self.columns.set_options(titles, self._register.columns)

    def _open_first(self) -> None:
        if self.model.ids:
            self.opened.emit(self.table.current_id or self.model.ids[0])

    def _enter_table(self, step: int) -> None:
        if step > 0 and self.model.ids:
            if self.table.current_id is None:
                self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_head(self) -> PageHead:
        say = self._language.tr
        new = self._button(say("New customer"), "user-plus", self.wanted_new, Kind.PRIMARY, "Ctrl+N")
        twice = self._button(say("Duplicates…"), "users", self.wanted_duplicates)
        twice.setVisible(self._shell.has("duplicates"))
        save = IconButton("download", say("Save the list as a file…"), Kind.SECONDARY, id="save-list")
        save.clicked.connect(self.wanted_file)
        return PageHead(say("Customers"), "", save, twice, new)

    def _make_nobody(self) -> QWidget:
        say = self._language.tr
        buttons = [self._button(say("New customer"), "user-plus", self.wanted_new)]
        if self._shell.has("exchange"):
            buttons.append(self._button(say("Import customers from a file"), "upload", self.wanted_import))
        text = say("Add the first one here, or record a visit at the counter.")
        return boxed(column(Empty("users", say("No customers yet"), text, *buttons), None))

    def _button(
        self, text: str, icon: str, signal: SignalInstance, kind: Kind = Kind.SECONDARY, key: str = ""
    ) -> Button:
        button = Button(text, kind, icon=icon, key=key, id="new-customer" if key else "")
        button.clicked.connect(signal)
        return button
