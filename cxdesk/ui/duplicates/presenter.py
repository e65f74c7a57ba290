"""Decisions about people who stand in the register twice: which pair is open, and what becomes of it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.merging import Part, Side
from cxdesk.language.language import Language
from cxdesk.language.likeness import degree, why
from cxdesk.services.desk import Desk
from cxdesk.services.duplicates import Pair
from cxdesk.ui.acts import Acts
from cxdesk.ui.duplicates.words import Comparison, comparison


class State(StrEnum):
    """What the page shows."""

    SEARCHING = "searching"
    PAIRS = "pairs"
    NONE = "none"
    STOPPED = "stopped"
    FAILED = "failed"


class Jobs(Protocol):
    """Who does slow work; see `cxdesk.ui.jobs.Jobs`."""

    def run(
        self,
        work: Callable[[Desk, Callable[[float], None]], list[Pair]],
        done: Callable[[list[Pair]], None],
        failed: Callable[[Exception], None],
    ) -> Any:
        """Call `work` in the worker, then `done` or `failed`; gives the job."""


class View(Protocol):
    """What the page shows."""

    def show_state(self, state: State, error: str = "") -> None:
        """Show the pairs (the page asks for `cells`), or why there are none."""

    def follow(self, job: Any, text: str) -> None:
        """Show how far the search is."""

    def select(self, row: int) -> None:
        """Choose a pair; it is then opened."""

    def show_pair(self, shown: Comparison) -> None:
        """Show both entries side by side."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""


class Presenter:
    """Decides; the page shows."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: View) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self._acts = Acts(desk, view)
        self._found: list[Pair] = []
        self._chosen: dict[Part, Side] = {}
        self.state: State | None = None
        self.pairs: list[Pair] = []
        self.row = 0

    def refresh(self) -> None:
        """Show the pairs that are still open; search first where nobody has."""
        if self.state is None:
            self.search()
        elif self.state in {State.PAIRS, State.NONE}:
            self._show_open()

    def search(self) -> None:
        """Look through the whole register in the worker."""
        self.pairs, self.row = [], 0
        self._turn(State.SEARCHING)
        job = self._jobs.run(lambda desk, progress: desk.duplicates.find(progress), self._done, self._failed)
        self._view.follow(job, self._language.tr("Comparing the customers…"))

    def stopped(self) -> None:
        """Somebody has stopped the search."""
        self._turn(State.STOPPED)

    def pairs_in_order(self) -> range:
        """The rows of the list, the surest pair first."""
        return range(len(self.pairs))

    def cells(self, rows: Sequence[int]) -> list[tuple[str, str, str]]:
        """Both names and the reason, for some rows of the list."""
        pairs = [self.pairs[row] for row in rows]
        return [(p.keep.name, p.drop.name, why(self._language, p.likeness)) for p in pairs]

    def open(self, row: int) -> None:
        """Show a pair side by side."""
        self.row, self._chosen = row, {}
        self._show()

    def choose(self, part: Part, side: Side) -> None:
        """Take this part from that side."""
        self._chosen[part] = side
        self._show()

    def merge(self) -> None:
        """Make one entry of the open pair."""
        pair, chosen = self.pairs[self.row], dict(self._chosen)
        text = self._language.tr(
            "{one} and {other} are one customer now.", one=pair.keep.name, other=pair.drop.name
        )
        self._act(lambda: self._desk.duplicates.merge(pair.keep.id, pair.drop.id, chosen), text)

    def set_apart(self) -> None:
        """Remember that the open pair is two people."""
        pair = self.pairs[self.row]
        text = self._language.tr("{one} and {other} stay two.", one=pair.keep.name, other=pair.drop.name)
        self._act(lambda: self._desk.duplicates.set_apart(pair.keep.id, pair.drop.id), text)

    def skip(self) -> None:
        """Decide later: the next pair, after the last one the first."""
        self._view.select((self.row + 1) % len(self.pairs))

    def _act(self, act: Callable[[], object], text: str) -> None:
        if not self._acts.do(act, text):
            self.refresh()

    def _show(self) -> None:
        pair = self.pairs[self.row]
        try:
            preview = self._desk.duplicates.preview(pair.keep.id, pair.drop.id, self._chosen)
        except UserError as error:
            self._view.fail(error)
            return
        self._view.show_pair(comparison(self._language, preview, self._why(pair)))

    def _why(self, pair: Pair) -> str:
        return f"{degree(self._language, pair.likeness)}: {why(self._language, pair.likeness)}"

    def _done(self, found: list[Pair]) -> None:
        self._found = found
        self._show_open()

    def _show_open(self) -> None:
        self.pairs = self._desk.duplicates.open(self._found)
        self._turn(State.PAIRS if self.pairs else State.NONE)
        if self.pairs:
            self._view.select(min(self.row, len(self.pairs) - 1))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._turn(State.FAILED, self._language.error(error))

    def _turn(self, state: State, error: str = "") -> None:
        self.state = state
        self._view.show_state(state, error)
