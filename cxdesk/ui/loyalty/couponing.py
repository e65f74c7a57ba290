"""The decisions about coupons and gift cards."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from cxdesk.domain.coupon import CouponState
from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.points import after_months
from cxdesk.domain.stationery import VOUCHER
from cxdesk.language.language import Language
from cxdesk.services.coupons import Issued
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts
from cxdesk.ui.couponentry import CouponEntry, read
from cxdesk.ui.loyalty import words
from cxdesk.ui.loyalty.words import Row

SHOWN = 60


class CouponsView(Protocol):
    """What the half of coupons and gift cards shows."""

    def show_coupons(self, rows: Sequence[Row], hidden: str) -> None:
        """Show these coupons, and say how many more there are."""

    def show_cards(self, rows: Sequence[Row], owed: str) -> None:
        """Show these gift cards, and say what they hold together."""

    def propose_days(self, days: str) -> None:
        """For how long a new coupon is valid as a rule."""

    def show_paper(self, file: Path, title: str) -> None:
        """Show a coupon or gift card, to be printed."""


class Couponing:
    """Decides; each form has an identity, so that pressing twice makes one."""

    view: CouponsView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self.state = CouponState.OPEN
        self._coupon_uuid, self._card_uuid = new_uuid(), new_uuid()

    def load(self) -> None:
        """Show the coupons in the chosen state, and the gift cards."""
        say, found = self._language, self._desk.coupons.every(self.state)
        hidden = max(0, len(found) - SHOWN)
        more = say.tr_n("and {n} older one", "and {n} older ones", hidden) if hidden else ""
        self.view.show_coupons([self._coupon(each) for each in found[:SHOWN]], more)
        money = say.money(self._desk.gift_cards.owed())
        self.view.show_cards(self._cards(), say.tr("You hold {money} for others.", money=money))
        self.view.propose_days(str(self._desk.settings.shop().coupon_days))

    def show(self, state: CouponState) -> None:
        """Show the coupons in another state."""
        self.state = state
        self.load()

    def use(self, row: Row) -> None:
        """A coupon was used without a purchase."""
        text = self._language.tr("Used: {code}", code=row.code)
        self._acts.do(lambda: self._desk.coupons.redeem(row.id), text)

    def print(self, row: Row) -> None:
        """Show a coupon or gift card as a card of A6."""
        file = self._desk.stationery.file(f"voucher {row.code}")
        if self._acts.told(lambda: self._desk.stationery.voucher(row.code, VOUCHER, file)):
            self.view.show_paper(file, row.title)

    def withdraw(self, row: Row) -> None:
        """A coupon cannot be used any more."""
        text = self._language.tr("Withdrawn: {code}", code=row.code)
        self._acts.do(lambda: self._desk.coupons.withdraw(row.id), text)

    def make(self, entry: CouponEntry) -> str:
        """Make a coupon; gives what is wrong, if anything."""
        try:
            today, currency = self._desk.workplace.today(), self._language.currency
            made = replace(read(entry, today, currency), uuid=self._coupon_uuid)
            self._acts.attempt(lambda: self._desk.coupons.new(made), self._language.tr("The coupon is made."))
        except UserError as error:
            return self._language.error(error)
        self._coupon_uuid = new_uuid()
        return ""

    def sell(self, worth: str, months: str, note: str) -> str:
        """Sell a gift card; gives what is wrong, if anything."""
        try:
            valid = amounts.whole(months or "0")
            last = after_months(self._desk.workplace.today(), valid) if valid else None
            money = amounts.read(worth, self._language.currency)
            card = GiftCard("", money, last=last, note=note, uuid=self._card_uuid)
            text = self._language.tr("The gift card is made.")
            self._acts.attempt(lambda: self._desk.gift_cards.new(card), text)
        except UserError as error:
            return self._language.error(error)
        self._card_uuid = new_uuid()
        return ""

    def _coupon(self, each: Issued) -> Row:
        product_id = each.coupon.product_id
        product = self._desk.products.get(product_id).name if product_id else ""
        return words.coupon(self._language, each, product)

    def _cards(self) -> list[Row]:
        cards = self._desk.gift_cards.every()
        people = self._desk.customers.rows(sorted({card.customer_id for card in cards if card.customer_id}))
        names: dict[int | None, str] = {row.id: row.name for row in people}
        return [words.card(self._language, card, names.get(card.customer_id, "")) for card in cards[:SHOWN]]
