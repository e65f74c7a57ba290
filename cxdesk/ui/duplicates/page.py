"""The duplicates: who may stand in the register twice, both entries side by side, and what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.duplicates.compare import CompareCard
from cxdesk.ui.duplicates.presenter import Presenter, State
from cxdesk.ui.duplicates.words import Comparison
from cxdesk.ui.jobs import Job
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.progress import JobProgress
from cxdesk.ui.widgets.states import Empty, Loadable
from cxdesk.ui.widgets.table import Column, PagedModel, Table

LEAST_ROWS = 240  # logical px


class DuplicatesPage(Page):
    """Searches when it is first seen; what is decided elsewhere or undone shows at once."""

    tables = frozenset({"customers", "settings"})

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        tr = shell.language.tr
        self.presenter = Presenter(desk, shell.language, shell.jobs, self)
        self.table = self._table()
        self.compare = CompareCard(shell.language)
        self.again = Button(tr("Search again"), icon="refresh-cw", id="search-again")
        self.progress = JobProgress(tr("Stop"))
        self._head = PageHead(
            tr("Duplicates"), tr("Customers who may stand in the register twice"), self.again
        )
        both = Columns((self.table, 1), (self.compare, 1), stack_under=900)
        self._content = Loadable(both, tr("Comparing the customers…"))
        scroll = ScrollPage(self._head, self.progress, self._content)
        scroll.body.setStretchFactor(self._content, 1)
        self.setLayout(column(scroll))
        self._connect()

    def reload(self) -> None:
        """Show what is still open."""
        self.presenter.refresh()

    def main_control(self) -> QWidget:
        """The list."""
        return self.table

    def show_state(self, state: State, error: str = "") -> None:
        """Show the pairs, or why there are none."""
        self._model.reload()
        self.again.setEnabled(state is not State.SEARCHING)
        pairs = len(self.presenter.pairs)
        words = self._shell.language.tr_n("{n} pair to look at", "{n} pairs to look at", pairs)
        self._head.line.setText(
            words
            if state is State.PAIRS
            else self._shell.language.tr("Customers who may stand in the register twice")
        )
        if state is State.PAIRS:
            self._content.ready()
        else:
            self._content.instead(self._instead(state, error))

    def follow(self, job: Job, text: str) -> None:
        """Show how far the search is."""
        job.ended.connect(lambda: self.presenter.stopped() if job.cancelled else None)
        self.progress.follow(job, text)

    def select(self, row: int) -> None:
        """Choose a pair; it opens, also when it was chosen already."""
        self.table.selectRow(row)
        self.presenter.open(row)

    def show_pair(self, shown: Comparison) -> None:
        """Show both entries."""
        self.compare.show_pair(shown)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say beside the pair what went wrong."""
        if isinstance(error, UserError):
            self.compare.say(self._shell.language.error(error))
        else:
            self._shell.fail(error)

    def _table(self) -> Table:
        tr = self._shell.language.tr
        columns = [
            Column("keep", tr("Customer"), stretch=True, sortable=False),
            Column("drop", tr("Perhaps the same as"), stretch=True, sortable=False),
            Column("why", tr("Why"), stretch=True, sortable=False),
        ]
        pairs = self.presenter.pairs_in_order
        self._model = PagedModel(
            columns, lambda _key, _descending: pairs(), self.presenter.cells, ("rank", True)
        )
        table = Table(tr("Pairs"), self._model, "pairs")
        table.setMinimumHeight(theme().px(LEAST_ROWS))
        return table

    def _connect(self) -> None:
        self.again.clicked.connect(self.presenter.search)
        self.table.selectionModel().currentRowChanged.connect(self._opened)
        self.table.opened.connect(lambda _: self.compare.merge.setFocus(Qt.FocusReason.TabFocusReason))
        self.compare.chosen.connect(self.presenter.choose)
        self.compare.merged.connect(self.presenter.merge)
        self.compare.parted.connect(self.presenter.set_apart)
        self.compare.skipped.connect(self.presenter.skip)

    def _opened(self) -> None:
        row = self.table.current_id
        if row is not None and row != self.presenter.row:
            self.presenter.open(row)

    def _instead(self, state: State, error: str) -> Empty:
        tr = self._shell.language.tr
        match state:
            case State.NONE:
                text = tr("Nobody stands in the register twice, as far as names, phones and birthdays tell.")
                return Empty("circle-check", tr("No duplicates found"), text, tone=Tone.GOOD)
            case State.STOPPED:
                return Empty(
                    "circle-x", tr("The search was stopped"), tr("Nothing was changed."), tone=Tone.NEUTRAL
                )
            case State.FAILED:
                return Empty("circle-x", tr("The register could not be searched"), error, tone=Tone.BAD)
        text = tr("Names, phones, e-mail addresses, cards and birthdays are compared.")
        return Empty("search", tr("Comparing the customers…"), text)
