"""The feedback page's decisions: which feedback is listed, which one is open, and answering it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts
from cxdesk.ui.feedback import words
from cxdesk.ui.feedback.words import Detail, Score

PERIODS = {"30": 30, "90": 90, "365": 365, "all": 0}
Go = Callable[[str, object], None]


class State(StrEnum):
    """What the list shows instead of rows."""

    ROWS = "rows"
    NONE_YET = "none_yet"
    NONE_HERE = "none_here"
    FAILED = "failed"


class View(Protocol):
    """What the presenter asks of the page."""

    def show_filter(self, filter_by: str, period: str, counts: Mapping[str, int]) -> None:
        """Show which filter and period are chosen, and how many each filter has."""

    def show_scores(self, scores: Sequence[Score]) -> None:
        """Show the figures of the period."""

    def show_list(self, state: State, error: str = "") -> None:
        """Show the rows (the page asks for `ids` and `cells`), or why there are none."""

    def select(self, feedback_id: int | None) -> None:
        """Choose a row, or the first when it is None."""

    def show_detail(self, detail: Detail | None) -> None:
        """Show all of one feedback, or that none is chosen."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong where it went wrong."""


class Presenter:
    """Decides; the page shows. `go(key, what)` opens another page."""

    def __init__(self, desk: Desk, language: Language, view: View, go: Go) -> None:
        self._desk, self._language, self._view, self._go = desk, language, view, go
        self._acts = Acts(desk, view)
        self.filter_by, self.period = "all", "90"
        self.selected: int | None = None
        self._exactly = (date.min, date.max)  # the days asked for while no period is chosen
        self._rows: list[int] = []

    def refresh(self) -> None:
        """Read everything again; the open feedback stays open while it is in the list."""
        try:
            self._read()
        except UserError as error:
            self._view.show_list(State.FAILED, self._language.error(error))

    def show(self, filter_by: str = "all", feedback_id: int | None = None) -> None:
        """Open the page with a filter, over all time when a feedback is asked for that the period has not."""
        self.filter_by, self.selected = filter_by, feedback_id
        if feedback_id is not None and feedback_id not in self._found():
            self.filter_by, self.period = "all", "all"
        self.refresh()

    def show_between(self, filter_by: str, first: date | None, last: date | None) -> None:
        """Open the page with a filter for exactly these days, or for all time when they are not given."""
        self.filter_by, self.selected = filter_by, None
        self._exactly = (first or date.min, last or date.max)
        chips = (key for key in PERIODS if self._length(key) == self._exactly)
        self.period = next(chips, "")
        self.refresh()

    def choose_filter(self, filter_by: str) -> None:
        """List another kind."""
        self.filter_by = filter_by
        self.refresh()

    def choose_period(self, period: str) -> None:
        """Look at another period (a key of PERIODS)."""
        self.period = period
        self.refresh()

    def show_all(self) -> None:
        """No filter and all time."""
        self.period = "all"
        self.choose_filter("all")

    def ids(self) -> list[int]:
        """The ids of the listed feedback, newest first."""
        return self._rows

    def cells(self, ids: Sequence[int]) -> list[tuple[str, ...]]:
        """The rows of some ids."""
        entries = self._desk.feedback.rows(ids)
        names = self._names([entry.customer_id for entry in entries if entry.customer_id])
        language, today = self._language, self._desk.workplace.today()
        return [words.cells(language, entry, names.get(entry.customer_id, ""), today) for entry in entries]

    def open(self, feedback_id: int | None) -> None:
        """Show one feedback beside the list."""
        self.selected = feedback_id
        if feedback_id is None:
            self._view.show_detail(None)
            return
        entry = self._desk.feedback.get(feedback_id)
        name = self._names([entry.customer_id]).get(entry.customer_id, "") if entry.customer_id else ""
        staff = {member.id: member.name for member in self._desk.settings.staff()}
        recorded_by = staff.get(entry.staff_id, "") if entry.staff_id else ""
        self._view.show_detail(words.detail(self._language, entry, name, recorded_by))

    def resolve(self, text: str) -> None:
        """The open feedback was answered, in these words."""
        feedback_id = self.selected
        if feedback_id is not None:
            said = self._language.tr("Marked as answered")
            self._acts.do(lambda: self._desk.feedback.resolve(feedback_id, text), said)

    def correct(self) -> None:
        """Correct the open feedback at the counter, whose form it came from."""
        if self.selected is not None:
            self._go("counter", ("feedback", self.selected))

    def open_customer(self) -> None:
        """Show whose feedback it is."""
        if self.selected is not None:
            self._go("customers", self._desk.feedback.get(self.selected).customer_id)

    def _read(self) -> None:
        first, last = self._days()
        counts = self._desk.feedback.counts(first, last)
        self._view.show_filter(self.filter_by, self.period, counts)
        self._view.show_scores(words.figures(self._language, self._desk.scores.between(first, last)))
        before = self._rows.index(self.selected) if self.selected in self._rows else 0
        self._rows = self._found()
        if not self._rows:
            known = counts["all"] or self._desk.feedback.latest(1)
            self._view.show_list(State.NONE_HERE if known else State.NONE_YET)
            self.open(None)
            return
        stays = self.selected in self._rows
        self._view.show_list(State.ROWS)
        self._view.select(self.selected if stays else self._rows[min(before, len(self._rows) - 1)])

    def _found(self) -> list[int]:
        return self._desk.feedback.ids(self.filter_by, *self._days())

    def _days(self) -> tuple[date, date]:
        return self._length(self.period) if self.period else self._exactly

    def _length(self, period: str) -> tuple[date, date]:
        today, length = self._desk.workplace.today(), PERIODS[period]
        return (today - timedelta(days=length - 1), today) if length else (date.min, date.max)

    def _names(self, ids: Sequence[int]) -> dict[int | None, str]:
        return {row.id: row.name for row in self._desk.customers.rows(list(dict.fromkeys(ids)))}
