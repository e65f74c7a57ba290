"""Events: what comes and what was, who is invited, and the code of whoever stands at the door."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxdesk.domain.campaign import Campaign
from cxdesk.domain.listing import SavedList
from cxdesk.services.desk import Desk
from cxdesk.ui.appreciation.event_card import EventCard
from cxdesk.ui.appreciation.event_form import EventForm
from cxdesk.ui.appreciation.hosting import EventRow, Hosting
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty

Show = Callable[[Path, str], None]


class EventsSection(QWidget):
    """The events; `show` shows the letters that were written."""

    def __init__(self, shell: Shell, hosting: Hosting, today: Callable[[], date], show: Show) -> None:
        super().__init__()
        self._shell, self._language, self._hosting, self._show = shell, shell.language, hosting, show
        hosting.view = self
        self._rows = column(gap=12)
        self.form = EventForm(shell.language, hosting.save, today)
        right = boxed(column(self._door(), self.form, None, gap=12))
        self.setLayout(column(Columns((boxed(self._rows), 7), (right, 5), stack_under=900), None))

    def show_events(self, rows: Sequence[EventRow], lists: Sequence[SavedList]) -> None:
        """Show the events, and the lists that may be invited."""
        self.form.offer(lists)
        empty(self._rows)
        for each in rows:
            self._rows.addWidget(EventCard(self._language, each, self._hosting))
        if not rows:
            text = self._language.tr(
                "An evening for regulars, a day of appreciation, an early look at a sale: plan one."
            )
            self._rows.addWidget(Card(self._language.tr("No events yet"), Label(text, muted=True, lines=0)))
        self._rows.addStretch(1)

    def edit_event(self, event: Campaign) -> None:
        """Open the form with this event."""
        self.form.begin(event)
        self.form.rows["name"].field.setFocus()

    def show_coupons(self) -> None:
        """Go to the coupons."""
        self._shell.go("loyalty", "coupons")

    def write(self, work: Callable[[Desk], int], done: Callable[[int], None]) -> None:
        """Write papers in the worker, and tell for how many people."""
        self._shell.jobs.run(lambda desk, _: work(desk), done, self._shell.fail)

    def show_paper(self, file: Path, title: str) -> None:
        """Show what was written, to be printed."""
        self._shell.changes.tell({"invitations", "papers"})
        self._show(file, title)

    def _door(self) -> Card:
        say, hosting = self._language.tr, self._hosting
        self.code = TextField(say("Code of the invitation"), "K7-4Q2M", icon="scan-barcode", id="event-code")
        self._coded = FormRow(say("Code of the invitation"), self.code)
        self.code.returnPressed.connect(lambda: self._enter(hosting.arrive))
        came = Button(say("Has come"), icon="user-check", id="event-came")
        came.clicked.connect(lambda _: self._enter(hosting.arrive))
        friend = Button(say("A friend with it"), Kind.QUIET, icon="users", id="event-friend")
        friend.clicked.connect(lambda _: self._enter(hosting.bring))
        return Card(say("At the door"), self._coded, boxed(Flow(came, friend, gap=8)), icon="scan-barcode")

    def _enter(self, act: Callable[[str], str]) -> None:
        error = act(self.code.text())
        self._coded.set_error(error)
        if not error:
            self.code.clear()
