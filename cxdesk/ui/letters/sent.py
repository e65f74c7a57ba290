"""What went out with a code: found by scanning, marked by one key."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.paper import Mark
from cxdesk.language import papers
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.letters import words
from cxdesk.ui.letters.words import Row


class SentView(Saying, Protocol):
    """What the page shows of what went out."""

    def show_sent(self, rows: Sequence[Row]) -> None:
        """Show the papers."""

    def look(self, file: Path, title: str) -> None:
        """Show a finished paper."""

    def show_missing(self, typed: str) -> None:
        """Say that nothing bears the code that was typed; an empty text takes it back."""


class Sent:
    """Decides about papers; the one that was asked for stands first."""

    def __init__(self, desk: Desk, language: Language, view: SentView) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._acts = Acts(desk, view)
        self._wanted = 0

    def refresh(self) -> None:
        """Read everything again."""
        slips = self._desk.papers.latest()
        wanted = self._desk.papers.get(self._wanted) if self._wanted else None
        rest = [slip for slip in slips if slip.paper.id != self._wanted]
        first = [wanted] if wanted else []
        self._view.show_sent([words.row(self._language, slip) for slip in (*first, *rest)])

    def find(self, typed: str) -> None:
        """Somebody scanned or typed a code: its paper comes first."""
        slip = self._desk.papers.find(typed)
        self._view.show_missing("" if slip else typed.strip())
        if slip:
            self.open(slip.paper.id)

    def open(self, paper_id: int) -> None:
        """Put one paper first."""
        self._wanted = paper_id
        self.refresh()

    def voucher(self, row: Row, paper: str) -> None:
        """Print a coupon or gift card on receipt paper of so many millimetres, or as a card."""
        file = self._desk.stationery.file(f"{row.kind} {row.voucher}")
        try:
            self._desk.stationery.voucher(row.voucher, paper, file)
        except UserError as error:
            self._view.fail(error)
        else:
            self._view.look(file, row.title)

    def mark(self, row: Row, mark: Mark) -> None:
        """Note what became of a paper."""
        text = f"{papers.mark(self._language, mark, row.kind)}: {row.title}"
        self._acts.do(partial(self._desk.papers.mark, row.id, mark), text)
