"""Coupons and gift cards: what is open, what was used, and a new one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.coupon import CouponState
from cxdesk.language import loyalty
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.couponing import Couponing
from cxdesk.ui.loyalty.new_card import NewCard
from cxdesk.ui.loyalty.new_coupon import NewCoupon
from cxdesk.ui.loyalty.words import Row
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.states import Empty


class CouponsHalf(QWidget):
    """The list at the left, what can be made at the right; `printed(file, title)` asks for a paper."""

    printed = Signal(Path, str)

    def __init__(self, desk: Desk, shell: Shell, couponing: Couponing) -> None:
        super().__init__()
        self._shell, self._language, self._couponing = shell, shell.language, couponing
        couponing.view, tr = self, shell.language.tr
        states = {state.value: text for state, text in loyalty.states(shell.language).items()}
        self.filter = ChipGroup(tr("Show"), states, always=True, equal=False, id="coupon-state")
        self.filter.changed.connect(lambda: couponing.show(CouponState(self.filter.value())))
        self.list = ActionList(tr("Coupons"), "coupons")
        self.nothing = Empty(
            "ticket-percent",
            tr("No coupons here"),
            tr("A letter with an offer makes one by itself; others you make at the side."),
        )
        self._more = Label("", muted=True, lines=2)
        self.cards = ActionList(tr("Gift cards and store credit"), "gift-cards")
        self._title, self._owed = Label("", Style.H2), Label("", muted=True, lines=2)
        self._title.setText(tr("Gift cards and store credit"))
        left = (self.filter, self.list, self.nothing, self._more, self._title, self._owed, self.cards)
        self.new = NewCoupon(desk, shell.language, couponing)
        self.new_card = NewCard(shell.language, couponing)
        right = boxed(column(self.new, self.new_card, None, gap=12))
        self.setLayout(column(Columns((boxed(column(*left, None, gap=10)), 8), (right, 5), stack_under=900)))

    def show_coupons(self, rows: Sequence[Row], hidden: str) -> None:
        """Show these coupons, and say how many more there are."""
        self.list.show_items([self._item(row, "ticket-percent", Tone.GIFT) for row in rows])
        self.nothing.setVisible(not rows)
        self._more.setText(hidden)
        self._more.setVisible(bool(hidden))

    def show_cards(self, rows: Sequence[Row], owed: str) -> None:
        """Show these gift cards, and say what they hold together."""
        self.cards.show_items([self._item(row, "tag", Tone.ACCENT) for row in rows])
        self._owed.setText(owed)
        for part in (self._title, self._owed, self.cards):
            part.setVisible(bool(rows))

    def propose_days(self, days: str) -> None:
        """For how long a new coupon is valid as a rule."""
        self.new.propose_days(days)

    def show_paper(self, file: Path, title: str) -> None:
        """Show a coupon or gift card, to be printed."""
        self.printed.emit(file, title)

    def _item(self, row: Row, icon: str, tone: Tone) -> ActionItem:
        return ActionItem(
            f"{icon}-{row.id}",
            icon,
            tone,
            row.title,
            row.detail,
            badge=row.badge,
            badge_tone=row.tone,
            acts=[*self._acts(row), *self._customer(row)],
        )

    def _acts(self, row: Row) -> list[Act]:
        tr = self._language.tr
        used = Act(tr("Used"), partial(self._couponing.use, row), "check", "U")
        gone = Act(tr("Withdraw"), partial(self._couponing.withdraw, row), "x", "W", square=True)
        paper = Act(tr("Print"), partial(self._couponing.print, row), "printer", "P", square=True)
        return [
            *([used] if row.usable else []),
            *([paper] if row.printable else []),
            *([gone] if row.open else []),
        ]

    def _customer(self, row: Row) -> list[Act]:
        if row.customer_id is None or not self._shell.has("customers"):
            return []
        go = partial(self._shell.go, "customers", row.customer_id)
        return [Act(self._language.tr("Open the customer"), go, "user", "K", square=True)]
