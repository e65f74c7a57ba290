"""Events: what comes and what was, who is invited, and the code of whoever stands at the door."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from cxdesk.domain.campaign import Campaign, Invitation, Reply
from cxdesk.domain.errors import UserError
from cxdesk.language import campaigns as words
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.appreciation.event_card import EventCard
from cxdesk.ui.appreciation.event_form import EventForm
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

    def __init__(self, desk: Desk, shell: Shell, saying: Saying, show: Show) -> None:
        super().__init__()
        self._desk, self._shell, self._language, self._saying = desk, shell, shell.language, saying
        self._acts, self._show = Acts(desk, saying), show
        self._open = 0
        self._rows = column(gap=12)
        self.form = EventForm(shell.language, self._save, desk.workplace.today)
        right = boxed(column(self._door(), self.form, None, gap=12))
        self.setLayout(column(Columns((boxed(self._rows), 7), (right, 5), stack_under=900), None))

    def load(self) -> None:
        """Show the events."""
        self.form.offer(self._desk.lists.every())
        empty(self._rows)
        events = self._desk.campaigns.every()
        for event in events:
            self._rows.addWidget(self._card(event))
        if not events:
            text = self._language.tr(
                "An evening for regulars, a day of appreciation, an early look at a sale: plan one."
            )
            self._rows.addWidget(Card(self._language.tr("No events yet"), Label(text, muted=True, lines=0)))
        self._rows.addStretch(1)

    def _card(self, event: Campaign) -> EventCard:
        service = self._desk.campaigns
        return EventCard(
            self._language,
            event,
            (service.turnout(event.id), service.outcome(event)),
            self,
            over=event.last < self._desk.workplace.today(),
            guests=self._desk.invitations.to(event.id) if self._open == event.id else (),
        )

    def _door(self) -> Card:
        say = self._language.tr
        self.code = TextField(say("Code of the invitation"), "K7-4Q2M", icon="scan-barcode", id="event-code")
        self._coded = FormRow(say("Code of the invitation"), self.code)
        self.code.returnPressed.connect(self._arrive)
        came = Button(say("Has come"), icon="user-check", id="event-came")
        came.clicked.connect(self._arrive)
        friend = Button(say("A friend with it"), Kind.QUIET, icon="users", id="event-friend")
        friend.clicked.connect(self._bring)
        return Card(say("At the door"), self._coded, boxed(Flow(came, friend, gap=8)), icon="scan-barcode")

    def _arrive(self) -> None:
        self._enter(self._desk.invitations.came, N_("{name} has come"))

    def _bring(self) -> None:
        self._enter(self._desk.invitations.friend, N_("A friend of {name} has come"))

    def _enter(self, act: Callable[[str], Invitation], words: str) -> None:
        """Do it with the code that was typed, and say `words` of whose it is."""
        try:
            found = act(self.code.text())
        except UserError as error:
            self._coded.set_error(self._language.error(error))
            return
        self._coded.set_error("")
        self.code.clear()
        self._saying.toast(self._language.tr(words, name=found.name))

    def turn(self, event: Campaign) -> None:
        """Show who is invited, or hide it."""
        self._open = 0 if self._open == event.id else event.id
        self.load()

    def edit(self, event: Campaign) -> None:
        """Open the form with this event."""
        self.form.begin(event)
        self.form.rows["name"].field.setFocus()

    def coupon(self, event: Campaign) -> None:
        """Make the coupon that everybody may use."""
        made = self._desk.campaigns.coupon(event)
        self._saying.toast(self._language.tr("Coupon {code}", code=made.code))
        self._shell.go("loyalty", "coupons")

    def close_event(self, event: Campaign, cost: int, result: str) -> None:
        """The event is over; may raise UserError."""
        text = self._language.tr("Closed: {name}", name=event.name)
        self._acts.attempt(lambda: self._desk.campaigns.close(event, cost, result), text)

    def reply(self, each: Invitation, value: str) -> None:
        """Note an answer."""
        text = f"{each.name}: {words.replies(self._language)[value]}"
        reply = Reply(value) if value else None
        self._acts.do(lambda: self._desk.invitations.reply(each, reply, each.guests), text)

    def _save(self, event: Campaign) -> None:
        text = self._language.tr("Saved: {name}", name=event.name.strip())
        self._acts.attempt(lambda: self._desk.campaigns.save(event), text)

    def invite(self, event: Campaign) -> None:
        """Invite everybody and print."""
        file = self._desk.invitations.file(event)

        def work(desk: Any, _: object) -> int:
            return int(desk.invitations.invite(event.id, file))

        self._shell.jobs.run(work, partial(self._invited, event, file), self._saying.fail)

    def print_list(self, event: Campaign) -> None:
        """Make the list for the door and show it."""
        file = self._desk.invitations.file_of_list(event)
        self._shell.jobs.run(
            lambda desk, _: desk.invitations.write_list(event.id, file),
            lambda _: self._show(file, f"{self._language.tr('Guest list')}: {event.name}"),
            self._saying.fail,
        )

    def _invited(self, event: Campaign, file: Path, count: int) -> None:
        self._shell.changes.tell({"invitations", "papers"})
        letters = self._language.tr_n("{n} letter", "{n} letters", count)
        self._show(file, f"{event.name}: {letters}")
