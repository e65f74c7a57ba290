"""The feedback page: filters, figures, the list, and one feedback in full."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.feedback.detail import DetailCard
from cxdesk.ui.feedback.presenter import Presenter, State
from cxdesk.ui.feedback.rows import table
from cxdesk.ui.feedback.scorebar import ScoreBar
from cxdesk.ui.feedback.words import Detail, Score
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.states import Empty, Loadable

LEAST_ROWS = 240  # logical px


class FeedbackPage(Page):
    """Opens a filter (`"open"`), a feedback (an id), both (`("open", id)`), or some days (`("all", first, last)`)."""

    tables = frozenset({"feedback", "feedback_needs", "customers", "staff"})

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        tr = shell.language.tr
        self.presenter = Presenter(desk, shell.language, self, shell.go)
        self.table, self._model = table(shell.language, self.presenter.ids, self.presenter.cells)
        self.table.setMinimumHeight(theme().px(LEAST_ROWS))
        self._list = Loadable(self.table, tr("Reading the feedback…"))
        self.detail = DetailCard(
            shell.language, customers=shell.has("customers"), counter=shell.has("counter")
        )
        self.period = ChipGroup(tr("Period"), self._periods(), always=True, equal=False, id="period")
        self.filters = ChipGroup(tr("Show"), {}, always=True, equal=False, id="filter")
        self.scores = ScoreBar(tr("Scores of the period"))
        head = PageHead(
            tr("Feedback"), tr("What customers have answered and said, newest first"), self.period
        )
        columns = Columns((self._list, 11), (self.detail, 5), stack_under=900)
        scroll = ScrollPage(head, self.filters, self.scores, columns)
        scroll.body.setStretchFactor(columns, 1)
        self.setLayout(column(scroll))
        self._connect()

    def reload(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    def open(self, what: object) -> None:
        """Show a filter, a feedback, or one within a filter."""
        match what:
            case str():
                self.show_feedback(what)
            case int():
                self.show_feedback("all", what)
            case (str(filter_by), int(feedback_id)):
                self.show_feedback(filter_by, feedback_id)
            case (str(filter_by), date() | None as first, date() | None as last):
                self.presenter.show_between(filter_by, first, last)

    def show_feedback(self, filter_by: str, feedback_id: int | None = None) -> None:
        """Show the feedback of a filter, one of them opened."""
        self.presenter.show(filter_by, feedback_id)

    def main_control(self) -> QWidget:
        """The list."""
        return self.table

    def show_filter(self, filter_by: str, period: str, counts: Mapping[str, int]) -> None:
        """Show filter, period and counts."""
        tr, number = self._shell.language.tr, self._shell.language.number
        names = {
            "all": tr("All"),
            "open": tr("Waiting for an answer"),
            "promoters": tr("Promoters"),
            "passives": tr("Passives"),
            "detractors": tr("Detractors"),
            "comments": tr("With a comment"),
        }
        self._offer({key: f"{name} {number(counts[key])}" for key, name in names.items()})
        self.filters.choose(filter_by)
        self.period.choose(period)

    def show_scores(self, scores: Sequence[Score]) -> None:
        """Show the figures."""
        self.scores.show_scores(scores)

    def show_list(self, state: State, error: str = "") -> None:
        """Show the rows, or why there are none."""
        self._model.reload()
        self.detail.setVisible(state is State.ROWS)
        if state is State.ROWS:
            self._list.ready()
        else:
            self._list.instead(self._instead(state, error))

    def select(self, feedback_id: int | None) -> None:
        """Choose a row; the detail follows."""
        ids = self.presenter.ids()
        row = ids.index(feedback_id) if feedback_id in ids else 0
        self.table.selectRow(row)
        self._opened()

    def show_detail(self, detail: Detail | None) -> None:
        """Show one feedback in full."""
        self.detail.show_detail(detail)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say at the answer what went wrong."""
        if isinstance(error, UserError):
            self.detail.error.say(self._shell.language.error(error))
        else:
            self._shell.fail(error)

    def _connect(self) -> None:
        self.filters.changed.connect(lambda: self.presenter.choose_filter(self.filters.value()))
        self.period.changed.connect(lambda: self.presenter.choose_period(self.period.value()))
        self.table.selectionModel().currentRowChanged.connect(self._opened)
        self.table.opened.connect(
            lambda _: self.detail.main_control().setFocus(Qt.FocusReason.TabFocusReason)
        )
        self.detail.resolved.connect(self.presenter.resolve)
        self.detail.corrected.connect(self.presenter.correct)
        self.detail.customer_wanted.connect(self.presenter.open_customer)

    def _opened(self) -> None:
        chosen = self.table.current_id
        if chosen is not None:
            self.presenter.open(chosen)

    def _offer(self, options: dict[str, str]) -> None:
        """Chips with these counts; the focus stays on its chip."""
        focused = next((key for key in options if self._has_focus(key)), None)
        self.filters.set_options(options)
        if focused:
            self.filters.chip(focused).setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self, key: str) -> bool:
        try:
            return self.filters.chip(key).hasFocus()
        except KeyError:
            return False

    def _instead(self, state: State, error: str) -> Empty:
        tr = self._shell.language.tr
        if state is State.FAILED:
            again = Button(tr("Try again"), icon="refresh-cw", id="again")
            again.clicked.connect(self.presenter.refresh)
            return Empty("circle-x", tr("The feedback could not be read"), error, again, tone=Tone.BAD)
        if state is State.NONE_HERE:
            every = Button(tr("Show all feedback"), id="show-all")
            every.clicked.connect(self.presenter.show_all)
            return Empty("filter", tr("Nothing here"), tr("No feedback of this kind in this period."), every)
        buttons = []
        if self._shell.has("counter"):
            buttons.append(Button(tr("Open the counter"), icon="scan-barcode", hint="F2", id="open-counter"))
            buttons[0].clicked.connect(lambda: self._shell.go("counter"))
        text = tr(
            "Ask the next customer whether they would recommend you: it takes ten seconds at the counter."
        )
        return Empty("message-square", tr("No feedback yet"), text, *buttons)

    def _periods(self) -> dict[str, str]:
        tr = self._shell.language.tr
        return {"30": tr("30 days"), "90": tr("90 days"), "365": tr("A year"), "all": tr("All time")}
