"""Events: what comes and what was, who is invited, and the code of whoever stands at the door."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from cxdesk.domain.campaign import Campaign, Invitation, Reply
from cxdesk.domain.errors import UserError
from cxdesk.language import campaigns as words
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.appreciation.event_form import EventForm
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

Show = Callable[[Path, str], None]


class EventsSection(QWidget):
    """The events; `show` shows the letters that were written."""

    def __init__(self, desk: Desk, shell: Shell, saying: Saying, show: Show) -> None:
        super().__init__()
        self._desk, self._shell, self._language, self._saying = desk, shell, shell.language, saying
        self._acts, self._show = Acts(desk, saying), show
        self._open = 0
        self._rows = column(gap=12)
        self.form = EventForm(shell.language, self._save)
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

    def _card(self, event: Campaign) -> Card:
        say, found = self._language, self._desk.campaigns.turnout(event.id)
        over = event.last < self._desk.workplace.today()
        badge = Badge(words.kinds(say)[event.kind], Tone.NEUTRAL if over else Tone.ACCENT)
        told = Label(words.turnout(say, event, found), lines=0)
        card = Card(
            event.name,
            Label(words.when(say, event), muted=True, lines=0),
            told,
            icon="party-popper",
            end=badge,
        )
        buttons = list[QWidget]()
        if not over:
            invite = Button(say.tr("Invite and print"), icon="printer", id=f"invite-{event.id}")
            invite.clicked.connect(lambda: self._invite(event))
            buttons.append(invite)
        if found.invited:
            who = Button(say.tr("Who is invited"), icon="users", id=f"invited-{event.id}")
            who.clicked.connect(lambda: self._turn(event))
            buttons.append(who)
        card.add(boxed(Flow(*buttons, gap=8)))
        if self._open == event.id:
            for each in self._desk.campaigns.invitations(event.id):
                card.add(self._guest(each))
        return card

    def _guest(self, each: Invitation) -> QWidget:
        say = self._language
        reply = Choice(say.tr("Reply of {name}", name=each.name), words.replies(say), id=f"reply-{each.id}")
        reply.choose(each.reply or "")
        reply.currentIndexChanged.connect(lambda: self._reply(each, reply.value()))
        name = column(Label(each.name, Style.STRONG), Label(each.code, Style.SMALL, muted=True), gap=0)
        here = (Badge(say.tr("came"), Tone.GOOD),) if each.came else ()
        return Split(boxed(name), boxed(row(*here, reply, gap=8)))

    def _door(self) -> Card:
        say = self._language.tr
        self.code = TextField(say("Code of the invitation"), "K7-4Q2M", icon="scan-barcode", id="event-code")
        self._coded = FormRow(say("Code of the invitation"), self.code)
        self.code.returnPressed.connect(self._arrive)
        came = Button(say("Has come"), icon="user-check", id="event-came")
        came.clicked.connect(self._arrive)
        return Card(say("At the door"), self._coded, row(came, None), icon="scan-barcode")

    def _arrive(self) -> None:
        try:
            found = self._desk.campaigns.came(self.code.text())
        except UserError as error:
            self._coded.set_error(self._language.error(error))
            return
        self._coded.set_error("")
        self.code.clear()
        self._saying.toast(self._language.tr("{name} has come", name=found.name))

    def _turn(self, event: Campaign) -> None:
        self._open = 0 if self._open == event.id else event.id
        self.load()

    def _reply(self, each: Invitation, value: str) -> None:
        text = f"{each.name}: {words.replies(self._language)[value]}"
        reply = Reply(value) if value else None
        self._acts.do(lambda: self._desk.campaigns.reply(each, reply, each.guests), text)

    def _save(self, event: Campaign) -> None:
        text = self._language.tr("Saved: {name}", name=event.name.strip())
        self._acts.attempt(lambda: self._desk.campaigns.save(event), text)

    def _invite(self, event: Campaign) -> None:
        file = self._desk.campaigns.file(event)

        def work(desk: Any, _: object) -> int:
            return int(desk.campaigns.invite(event.id, file))

        self._shell.jobs.run(work, partial(self._invited, event, file), self._saying.fail)

    def _invited(self, event: Campaign, file: Path, count: int) -> None:
        self._shell.changes.tell({"invitations", "papers"})
        letters = self._language.tr_n("{n} letter", "{n} letters", count)
        self._show(file, f"{event.name}: {letters}")
