"""One event: when and for whom, what it is to bring, what it has brought, and what is done with it."""

from PySide6.QtWidgets import QWidget

from cxdesk.domain.campaign import Invitation, Outcome, Turnout
from cxdesk.domain.errors import UserError
from cxdesk.language import campaigns as words
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.appreciation.hosting import EventRow, Hosting
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class EventCard(Card):
    """The card of an event and of what has come of it."""

    def __init__(self, language: Language, shown: EventRow, decide: Hosting) -> None:
        self._language, self._event, self._decide = language, shown.event, decide
        event, turnout, outcome, over = shown.event, shown.turnout, shown.outcome, shown.over
        badge = Badge(words.kinds(language)[event.kind], Tone.NEUTRAL if over else Tone.ACCENT)
        when = Label(words.when(language, event), muted=True, lines=0)
        super().__init__(event.name, when, icon="party-popper", end=badge)
        said = [" ".join(words.plan(language, event)), words.turnout(language, event, turnout)]
        if over or outcome.till.purchases:
            said += words.outcome(language, event, outcome)
        for text in (*said, event.result):
            if text:
                self.add(Label(text, lines=0))
        self._show_goal(turnout, outcome)
        self.add(boxed(Flow(*self._buttons(turnout, over=over), gap=8)))
        self.closing = self._closing()
        self.add(self.closing)
        for each in shown.guests:
            self.add(self._guest(each))

    def _show_goal(self, turnout: Turnout, outcome: Outcome) -> None:
        if not self._event.goal:
            return
        reached = words.reached(self._event, turnout, outcome)
        meter = Meter()
        meter.set(min(1.0, reached / self._event.goal))
        self.add(Label(words.goal(self._language, self._event, reached), Style.SMALL, muted=True))
        self.add(meter)

    def _buttons(self, turnout: Turnout, *, over: bool) -> list[QWidget]:
        say, event, decide = self._language.tr, self._event, self._decide
        acts = [
            ("invite", say("Invite and print"), "printer", lambda: decide.invite(event), not over),
            ("invited", say("Who is invited"), "users", lambda: decide.turn(event), bool(turnout.invited)),
            ("list", say("Guest list"), "file-text", lambda: decide.print_list(event), bool(turnout.invited)),
            (
                "notice",
                say("Notice for the board"),
                "file-text",
                lambda: decide.print_notice(event),
                not over,
            ),
            ("edit", say("Edit"), "pencil", lambda: decide.edit(event), not event.closed),
            ("coupon", say("Coupon for all"), "ticket-percent", lambda: decide.coupon(event), not over),
            ("close", say("Close it"), "check", self._open_closing, over and not event.closed),
        ]
        buttons = list[QWidget]()
        for key, text, icon, act, fits in acts:
            if fits and (key != "coupon" or event.percent or event.everybody_percent):
                button = Button(text, icon=icon, id=f"{key}-{event.id}")
                button.clicked.connect(lambda _=False, act=act: act())
                buttons.append(button)
        return buttons

    def _closing(self) -> QWidget:
        say = self._language.tr
        self.cost = TextField(say("What it has cost"), id=f"cost-{self._event.id}")
        self._costs = FormRow(say("What it has cost"), self.cost)
        self.result = TextArea(say("What we have learned"), lines=2, id=f"result-{self._event.id}")
        save = Button(say("Close it"), Kind.PRIMARY, icon="check", id=f"closed-{self._event.id}")
        save.clicked.connect(self._close)
        learned = FormRow(say("What we have learned"), self.result)
        part = boxed(column(self._costs, learned, row(save, None)))
        part.hide()
        return part

    def _open_closing(self) -> None:
        self.closing.setVisible(self.closing.isHidden())
        self.cost.setFocus()

    def _close(self) -> None:
        try:
            cost = amounts.read(self.cost.text() or "0", self._language.currency)
            self._decide.close_event(self._event, cost, self.result.toPlainText())
        except UserError as error:
            self._costs.set_error(self._language.error(error))

    def _guest(self, each: Invitation) -> QWidget:
        say = self._language
        reply = Choice(say.tr("Reply of {name}", name=each.name), words.replies(say), id=f"reply-{each.id}")
        reply.choose(each.reply or "")
        reply.currentIndexChanged.connect(lambda: self._decide.reply(each, reply.value()))
        name = column(Label(each.name, Style.STRONG), Label(each.code, Style.SMALL, muted=True), gap=0)
        friends = say.tr_n("with {n} friend", "with {n} friends", each.guests)
        here = [Badge(say.tr("came"), Tone.GOOD)] if each.came else []
        brought = [Badge(friends, Tone.ACCENT)] if each.guests else []
        return Split(boxed(name), boxed(row(*here, *brought, reply, gap=8)))
