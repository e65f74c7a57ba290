"""How far a piece of slow work is, with a button that stops it."""

from PySide6.QtWidgets import QWidget

from cxdesk.ui.jobs import Job
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Meter
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row


class JobProgress(QWidget):
    """Follows a job from start to end, then hides."""

    def __init__(self, cancel_text: str) -> None:
        super().__init__()
        self._job: Job | None = None
        self.label = Label("", Style.SMALL, muted=True)
        self.meter = Meter()
        self.button = Button(cancel_text, icon="x", id="cancel-job")
        self.button.clicked.connect(self._cancel)
        words = column(self.label, self.meter, gap=6)
        layout = row(words, self.button, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def follow(self, job: Job, text: str) -> None:
        """Show `job`, called `text` until it says more."""
        self._job = job
        self.label.setText(text)
        self.meter.set(0)
        self.button.setEnabled(True)
        self.show()
        announce(self, text)
        job.progressed.connect(self._show)
        job.ended.connect(self.hide)

    def _show(self, share: float, text: str) -> None:
        self.meter.set(share)
        if text:
            self.label.setText(text)

    def _cancel(self) -> None:
        self.button.setEnabled(False)
        if self._job is not None:
            self._job.cancel()
