"""A customer's account: the balance, what is ahead, stamp cards, and the last entries of the book."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.loyalty.accounting import Account, Accounting, EntryRow, StampRow
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.states import Empty


class AccountCard(Card):
    """Asks with `printed` for the statement, with `opened` for the customer's card."""

    printed = Signal()
    opened = Signal()

    def __init__(self, language: Language, accounting: Accounting) -> None:
        super().__init__()
        self._language, self._accounting, tr = language, accounting, language.tr
        self._nothing = Empty(
            "ticket-percent", tr("Nobody chosen"), tr("Look for a customer, and their points stand here.")
        )
        self._name, self._balance = Label("", Style.H2), Label("", Style.KPI)
        self._worth, self._facts = Label("", muted=True), Label("", muted=True, lines=0)
        self._owed = Note("", Tone.WARN)
        self._stamps, self._entries = column(gap=8), column(gap=6)
        show = Button(tr("Show the statement"), icon="file-text", height=32, id="statement-show")
        card = Button(tr("Open the customer"), Kind.QUIET, icon="user", height=32, id="account-open")
        show.clicked.connect(lambda _: self.printed.emit())
        card.clicked.connect(lambda _: self.opened.emit())
        figure = boxed(row(self._balance, self._worth, None, gap=8))
        title = Label(tr("Last entries"), Style.STRONG)
        parts = (figure, self._facts, self._owed, boxed(self._stamps), title, boxed(self._entries))
        self._body = boxed(column(Split(self._name, boxed(Flow(show, card, gap=8))), *parts, gap=10))
        self.add(self._nothing)
        self.add(self._body)

    def show_account(self, account: Account | None) -> None:
        """Show an account, or that nobody is chosen."""
        self._nothing.setVisible(account is None)
        self._body.setVisible(account is not None)
        if account is None:
            return
        self._name.setText(account.name)
        self._balance.setText(account.balance)
        self._worth.setText(account.worth)
        self._facts.setText("\n".join(account.facts))
        self._facts.setVisible(bool(account.facts))
        self._owed.say(account.owed)
        empty(self._stamps)
        for card in account.stamps:
            self._stamps.addWidget(self._stamp(card))
        empty(self._entries)
        for entry in account.entries:
            self._entries.addWidget(_entry(entry))
        if not account.entries:
            self._entries.addWidget(Label(self._language.tr("No points yet."), muted=True))

    def _stamp(self, card: StampRow) -> QWidget:
        words = boxed(column(Label(card.text, lines=2), Meter(card.share), gap=4))
        if not card.full:
            return words
        give = Button(self._language.tr("Hand over the reward"), icon="gift", id=f"stamps-{card.card_id}")
        give.clicked.connect(lambda _: self._accounting.hand_over(card.card_id))
        return Split(words, give)


def _entry(entry: EntryRow) -> QWidget:
    day, points = Label(entry.day, Style.SMALL, muted=True), Label(entry.points, Style.STRONG)
    line = row(day, Label(entry.text, lines=2), points, gap=12)
    line.setStretch(1, 1)
    return boxed(line)
