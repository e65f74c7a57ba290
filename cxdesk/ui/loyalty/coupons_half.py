"""Coupons and gift cards: what is open, what was used, and a new one."""

from functools import partial

from PySide6.QtWidgets import QWidget

from cxdesk.domain.coupon import CouponState
from cxdesk.language import loyalty
from cxdesk.services.coupons import Issued
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.loyalty import words
from cxdesk.ui.loyalty.new_card import NewCard
from cxdesk.ui.loyalty.new_coupon import NewCoupon
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.states import Empty

SHOWN = 60


class CouponsHalf(QWidget):
    """The list at the left, what can be made at the right."""

    def __init__(self, desk: Desk, shell: Shell, saying: Saying) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self._acts = Acts(desk, saying)
        tr = shell.language.tr
        states = {state.value: text for state, text in loyalty.states(shell.language).items()}
        self.filter = ChipGroup(tr("Show"), states, always=True, equal=False, id="coupon-state")
        self.filter.changed.connect(self.load)
        self.list = ActionList(tr("Coupons"), "coupons")
        self.nothing = Empty(
            "ticket-percent",
            tr("No coupons here"),
            tr("A letter with an offer makes one by itself; others you make at the side."),
        )
        self.more = Label("", muted=True, lines=2)
        self.cards = ActionList(tr("Gift cards and store credit"), "gift-cards")
        self._cards_title, self._owed = Label("", Style.H2), Label("", muted=True, lines=2)
        self._cards_title.setText(tr("Gift cards and store credit"))
        left = (self.filter, self.list, self.nothing, self.more, self._cards_title, self._owed, self.cards)
        self.new = NewCoupon(desk, shell.language, self._acts)
        self.new_card = NewCard(desk, shell.language, self._acts)
        right = boxed(column(self.new, self.new_card, None, gap=12))
        self.setLayout(column(Columns((boxed(column(*left, None, gap=10)), 8), (right, 5), stack_under=900)))

    def load(self) -> None:
        """Show what stands now."""
        found = self._desk.coupons.every(CouponState(self.filter.value()))
        self.list.show_items([self._coupon(each) for each in found[:SHOWN]])
        self.nothing.setVisible(not found)
        hidden = len(found) - SHOWN
        self.more.setText(self._language.tr_n("and {n} older one", "and {n} older ones", max(0, hidden)))
        self.more.setVisible(hidden > 0)
        self._show_cards()

    def _show_cards(self) -> None:
        cards = self._desk.gift_cards.every()
        people = self._desk.customers.rows(sorted({card.customer_id for card in cards if card.customer_id}))
        names: dict[int | None, str] = {row.id: row.name for row in people}
        rows = [(card, words.card(self._language, card, names.get(card.customer_id, ""))) for card in cards]
        self.cards.show_items(
            [
                ActionItem(
                    f"card-{card.id}",
                    "tag",
                    Tone.ACCENT,
                    row.title,
                    row.detail,
                    badge=row.badge,
                    badge_tone=row.tone,
                )
                for card, row in rows[:SHOWN]
            ]
        )
        money = self._language.money(self._desk.gift_cards.owed())
        self._owed.setText(self._language.tr("You hold {money} for others.", money=money))
        for part in (self._cards_title, self._owed, self.cards):
            part.setVisible(bool(cards))

    def _coupon(self, each: Issued) -> ActionItem:
        product_id = each.coupon.product_id
        product = self._desk.products.get(product_id).name if product_id else ""
        row = words.coupon(self._language, each, product)
        return ActionItem(
            f"coupon-{each.coupon.id}",
            "ticket-percent",
            Tone.GIFT,
            row.title,
            row.detail,
            badge=row.badge,
            badge_tone=row.tone,
            acts=[*self._open_acts(each), *self._customer(each)],
        )

    def _open_acts(self, each: Issued) -> list[Act]:
        if each.state not in {CouponState.OPEN, CouponState.WAITING}:
            return []
        tr, code = self._language.tr, each.coupon.code
        used = Act(tr("Used"), partial(self._use, each, tr("Used: {code}", code=code)), "check", "U")
        gone = Act(
            tr("Withdraw"),
            partial(self._withdraw, each, tr("Withdrawn: {code}", code=code)),
            "x",
            "W",
            square=True,
        )
        return [used, gone] if each.state is CouponState.OPEN else [gone]

    def _customer(self, each: Issued) -> list[Act]:
        if each.coupon.customer_id is None or not self._shell.has("customers"):
            return []
        go = partial(self._shell.go, "customers", each.coupon.customer_id)
        return [Act(self._language.tr("Open the customer"), go, "user", "K", square=True)]

    def _use(self, each: Issued, text: str) -> None:
        self._acts.do(lambda: self._desk.coupons.redeem(each.coupon.id), text)

    def _withdraw(self, each: Issued, text: str) -> None:
        self._acts.do(lambda: self._desk.coupons.withdraw(each.coupon.id), text)
