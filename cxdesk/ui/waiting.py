"""A small window for slow work before there is a shop to show."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog

from cxdesk.domain.errors import Cancelled
from cxdesk.ui.jobs import Jobs, Progress
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.progress import JobProgress

WIDTH = 480


class Waiting(QDialog):
    """Says what is being done, how far it is, and lets it be cancelled; closes by itself.

    Attributes:
        outcome: what the work gave.
        error: what it raised, Cancelled when it was stopped, None when all went well.
    """

    def __init__(self, text: str, cancel_text: str) -> None:
        super().__init__()
        self.setWindowTitle("CX Desk")
        theme().dress(self)
        self.setMinimumWidth(theme().px(WIDTH))
        self._progress = JobProgress(cancel_text)
        self._text = text
        head = row(IconDisc("cxdesk", Tone.ACCENT, 44), Label(text, Style.H2, lines=0), gap=12)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._progress, gap=16, margins=(24, 24, 24, 20)))
        self.outcome: Any = None
        self.error: Exception | None = Cancelled()

    def follow(self, jobs: Jobs, work: Callable[[Any, Progress], object]) -> None:
        """Do `work` and wait for its end."""
        job = jobs.run(work, self._done, self._failed)
        self.rejected.connect(job.cancel)
        job.ended.connect(self.accept)
        self._progress.follow(job, "")
        self.exec()

    def _done(self, outcome: object) -> None:
        self.outcome, self.error = outcome, None

    def _failed(self, error: Exception) -> None:
        self.error = error
