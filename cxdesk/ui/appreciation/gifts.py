"""Gifts and the budget: what is left, what the shop keeps ready, and who got what."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from cxdesk.domain.gift import CatalogueGift
from cxdesk.services.goodwill import GoodwillLog
from cxdesk.ui.appreciation.gift_form import GiftForm
from cxdesk.ui.appreciation.goodwill import GoodwillCard
from cxdesk.ui.appreciation.stocking import GiftRow, GivenRow, Spent, Stocking
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class GiftsSection(QWidget):
    """Budget, catalogue, and who got what."""

    def __init__(self, shell: Shell, stocking: Stocking) -> None:
        super().__init__()
        self._shell, self._language, self._stocking = shell, shell.language, stocking
        stocking.view, say = self, shell.language.tr
        self._budgets = column(gap=8)
        self._gifts, self._given = column(gap=10), column(gap=8)
        budget = Card(say("Budget"), boxed(self._budgets), icon="chart-line")
        kept = Card(say("Gift catalogue"), boxed(self._gifts), icon="gift")
        lately = Card(say("Who got what"), boxed(self._given), icon="history")
        self.goodwill = GoodwillCard(shell.language)
        self.form = GiftForm(shell.language, stocking.find, stocking.save)
        new = Card(say("A new gift"), self.form, icon="plus")
        left = boxed(column(kept, new, None, gap=12))
        right = boxed(column(budget, self.goodwill, lately, None, gap=12))
        self.setLayout(column(Columns((left, 7), (right, 5), stack_under=900), None))

    def show_budget(self, spent: Sequence[Spent], part: str) -> None:
        """Show what is spent, and what part of last year's earnings the year's budget is."""
        empty(self._budgets)
        for each in spent:
            self._budgets.addWidget(Label(each.words, lines=0))
            self._budgets.addWidget(Meter(each.share))
        if part:
            self._budgets.addWidget(Label(part, Style.SMALL, muted=True, lines=0))

    def show_gifts(self, rows: Sequence[GiftRow]) -> None:
        """Show the catalogue; the figures of the one that is open stand below it."""
        empty(self._gifts)
        for each in rows:
            self._gifts.addWidget(self._line(each))
            if each.open:
                form = self._form(each.gift)
                self._gifts.addWidget(form)
                form.name.setFocus()
        if not rows:
            text = self._language.tr(
                "What you enter here is suggested when nothing of the customer's own fits."
            )
            self._gifts.addWidget(Label(text, muted=True, lines=0))

    def show_given(self, rows: Sequence[GivenRow]) -> None:
        """Show who got what."""
        empty(self._given)
        for each in rows:
            who = Button(each.name, Kind.QUIET, height=30)
            who.clicked.connect(lambda _=False, i=each.customer_id: self._shell.go("customers", i))
            what = Label(each.what, Style.SMALL, muted=True, lines=2)
            self._given.addWidget(boxed(column(row(who, None), what, gap=0)))
        if not rows:
            self._given.addWidget(Label(self._language.tr("Nobody has got a gift yet."), muted=True, lines=0))

    def show_goodwill(self, log: GoodwillLog, today: date) -> None:
        """Show what staff gave on their own judgement."""
        self.goodwill.show_log(log, today)

    def _line(self, each: GiftRow) -> QWidget:
        say, gift = self._language.tr, each.gift
        toggle = Button(
            say("Retire") if gift.active else say("Bring back"), Kind.QUIET, height=32, id=f"gift-{gift.id}"
        )
        toggle.setAccessibleName(f"{toggle.text()}: {gift.name}")
        toggle.clicked.connect(lambda: self._stocking.retire(gift))
        edit = IconButton("pencil", say("Edit: {name}", name=gift.name), height=32, id=f"edit-{gift.id}")
        edit.clicked.connect(lambda: self._stocking.turn(gift))
        name = Label(gift.name, Style.STRONG, lines=2)
        said = column(name, Label(each.facts, Style.SMALL, muted=True, lines=2), gap=1)
        badges = () if gift.active else (Badge(say("Not given any more"), Tone.NEUTRAL),)
        return Split(boxed(said), boxed(Flow(*badges, edit, toggle, gap=6)))

    def _form(self, gift: CatalogueGift) -> GiftForm:
        """The figures of a gift below its row."""
        form = GiftForm(self._language, self._stocking.find, self._stocking.save, f"edit-{gift.id}")
        form.begin(gift)
        return form
