"""The card of the customer who stands at the counter."""

from PySide6.QtCore import Signal

from cxdesk.language.language import Language
from cxdesk.ui.counter.arrival import Arrival
from cxdesk.ui.counter.notice import Notice
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import announce, named
from cxdesk.ui.widgets.badges import Avatar, Icon
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note


class ArrivalCard(Card):
    """Initials, name, and what to know; `dropped` when it is somebody else after all, `kept(promise id)`.

    `rewarded(stamp card id)`, `pursued(progress)`; `write` leads to a letter to them, `give` to what staff give on
    their own judgement, `thank` to an idea of their own.
    """

    dropped = Signal()
    kept = Signal(int)
    rewarded = Signal(int)
    pursued = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: Arrival | None = None
        self._avatar = Avatar("", size=44)
        self._name, self._since = Label("", Style.H2), Label("", Style.SMALL, muted=True, lines=2)
        drop = IconButton("x", language.tr("Somebody else"), id="drop-customer")
        drop.clicked.connect(self.dropped)
        self.write = IconButton("mail", language.tr("Write a letter"), height=28, id="write-letter")
        head = row(self._avatar, column(self._name, self._since, gap=1), drop, gap=10)
        head.setStretch(1, 1)
        self._notices = column(gap=6)
        self.give = Button(
            language.tr("Give something"),
            Kind.QUIET,
            icon="heart-handshake",
            key="Shift+F6",
            height=28,
            id="give",
        )
        self.thank = Button(
            language.tr("Thank for …"), Kind.QUIET, icon="heart", key="Shift+F8", height=28, id="thank"
        )
        self.add(head)
        self.add(boxed(Flow(self.give, self.thank, self.write, gap=6)))
        self.add(boxed(self._notices))
        named(self, language.tr("The customer at the counter"), "arrival")

    def show_arrival(self, card: Arrival) -> None:
        """Show another card; one that says the same stays as it is."""
        if card == self._shown:
            return
        news = not self._shown or self._shown.name != card.name
        self._shown = card
        self._avatar.set(card.name)
        self._name.setText(card.name)
        self._since.setText(card.since)
        self._since.setVisible(bool(card.since))
        empty(self._notices)
        for notice in card.notices:
            self._add(notice)
        if news:
            announce(self, ". ".join([card.name, *(notice.text for notice in card.notices)]))

    def _add(self, notice: Notice) -> None:
        if notice.tone:
            note = Note("", notice.tone, icon=notice.icon)
            self._notices.addWidget(note)
            note.acted.connect(lambda: self._act(notice))
            note.say(
                notice.text, action=self._action(notice)
            )  # only now: a widget without a parent would open a window of its own
            return
        line = row(Icon(notice.icon, size=16), Label(notice.text, Style.SMALL, muted=True, lines=2), gap=8)
        line.setStretch(1, 1)
        self._notices.addLayout(line)

    def _action(self, notice: Notice) -> str:
        if notice.stamp_card is not None:
            return self._language.tr("Hand over")
        if notice.goal:
            return self._language.tr("Congratulated") if notice.goal.reached else self._language.tr("Add")
        return "" if notice.promise is None else self._language.tr("Kept")

    def _act(self, notice: Notice) -> None:
        if notice.goal:
            self.pursued.emit(notice.goal)
        elif notice.stamp_card is None:
            self.kept.emit(notice.promise)
        else:
            self.rewarded.emit(notice.stamp_card)
