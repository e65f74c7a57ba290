"""Keeps the form beside the shop while it is being written, off the typing path."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from cxdesk.services.drafts import Drafts
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.keeping import Keeping

QUIET_MS = 300
LEAVING = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.Close})


class Keeper(QObject):
    """Writes in a thread of its own, one after the other: after 300 ms of quiet, and at once when `page` is left."""

    def __init__(self, page: QWidget, keeping: Keeping, drafts: Drafts) -> None:
        super().__init__(page)
        self._keeping, self._drafts = keeping, drafts
        self._form: Form | None = None
        self._kept = False  # whether something of this form may lie beside the shop
        self._writer = ThreadPoolExecutor(1, "draft")
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.write)
        page.installEventFilter(self)

    def keep(self, form: Form) -> None:
        """This form is to be kept; an empty one ends what was kept."""
        if form == self._form:
            return
        self._form = form
        if form.empty:
            self._quiet.stop()
            self._forget()
        else:
            self._kept = True
            self._quiet.start()

    def write(self) -> None:
        """Keep the form now, if it has changed."""
        self._quiet.stop()
        if self._form and not self._form.empty:
            self._writer.submit(self._drafts.write, self._keeping.text(self._form))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever turns away may not come back."""
        if event.type() in LEAVING and self._quiet.isActive():
            self.write()
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        if self._kept:
            self._kept = False
            self._writer.submit(self._drafts.forget)
