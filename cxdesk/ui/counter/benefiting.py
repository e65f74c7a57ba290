"""The decisions about what a customer uses up with a purchase: points, a reward, a coupon, a gift card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Protocol

from cxdesk.domain.benefits import PointsUse, most_points, priced
from cxdesk.domain.coupon import Coupon
from cxdesk.domain.discount import Discount
from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.programme import Reward, Tier
from cxdesk.domain.purchase import Purchase
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.benefits import Held
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter.basket import Basket, BasketLine
from cxdesk.ui.counter.form import Form, FormHolder
from cxdesk.ui.counter.meeting import Meeting

ALL = Discount(percent=Decimal(100))


@dataclass(frozen=True, slots=True)
class Used:
    """Something used up with the purchase: in words, the money it is worth, and the code by which it is dropped."""

    code: str
    text: str
    money: str
    fault: str = ""


class BenefitingView(Saying, Protocol):
    """What benefiting asks of the right of the counter."""

    def ask_benefits(self, held: Held, typed: str, *, credit: bool) -> None:
        """Open the line of what can be used; `credit` when money is to be given back."""

    def show_used(self, rows: Sequence[Used]) -> None:
        """Show what is used up with this purchase."""

    def show_code(self, code: str, text: str) -> None:
        """Show what the code is that was typed among the products."""


class ErrorView(Protocol):
    """Where it is said what went wrong."""

    def show_error(self, text: str) -> None:
        """Say what went wrong."""


class Benefiting:
    """Decides; `visit` holds the form, `meeting` is told whose a personal coupon is."""

    def __init__(
        self,
        desk: Desk,
        language: Language,
        views: tuple[BenefitingView, ErrorView],
        visit: FormHolder,
        meeting: Meeting,
    ) -> None:
        self._desk, self._language, self._visit, self._meeting = desk, language, visit, meeting
        self._view, self._errors = views
        self._acts = Acts(desk, self._view)

    def begin(self) -> None:
        """Ask what the customer wants to use."""
        form = self._visit.form
        if form.corrects:
            return
        if form.customer is None:
            self._errors.show_error(
                self._language.tr("Choose the customer first: points belong to somebody.")
            )
            return
        held = self._desk.benefits.of_customer(form.customer.id)
        left = tuple(each for each in held.coupons if each not in form.basket.coupons)
        held = replace(held, coupons=left)
        typed = str(form.basket.points.points) if form.basket.points else self._proposed(held)
        self._view.ask_benefits(held, typed, credit=form.basket.priced.total < 0)

    def recognised(self, typed: str) -> str:
        """What the code is that was typed, in words; empty when it is none."""
        coupon = self._desk.coupons.find(typed)
        if coupon:
            return self._coupon(coupon)
        card = self._desk.gift_cards.find(typed)
        return self._card(card) if card else ""

    def scanned(self, code: str) -> bool:
        """A coupon or gift card was scanned or typed; gives whether it was one."""
        coupon, card = self._desk.coupons.find(code), self._desk.gift_cards.find(code)
        if coupon is None and card is None:
            return False
        if self._visit.form.corrects is None:
            try:
                self.use_coupon(coupon) if coupon else self._use_card(card)
            except UserError as error:
                self._errors.show_error(self._language.error(error))
        return True

    def use_coupon(self, coupon: Coupon) -> None:
        """A coupon goes with the purchase; whose it is has come.

        Raises:
            UserError: when it cannot be used.
        """
        if self._visit.form.customer is None and coupon.customer_id is not None:
            self._meeting.choose(coupon.customer_id)
        customer, basket = self._visit.form.customer, self._visit.form.basket
        self._desk.coupons.usable(coupon, customer.id if customer else None)
        if coupon not in basket.coupons:
            self._put(coupons=(*basket.coupons, coupon))

    def write(self, text: str) -> str:
        """So many points as money off; gives the error to show at the line, empty when there is none."""
        try:
            self._use_points(amounts.whole(text or "0"))
        except UserError as error:
            return self._language.error(error)
        return ""

    def take_reward(self, reward: Reward) -> None:
        """A reward goes into the purchase, paid with points."""
        product = self._desk.products.get(reward.product_id) if reward.product_id else None
        line = BasketLine(
            product.name if product else reward.name,
            1,
            product.price if product else 0,
            reward.product_id,
            ALL,
            reward=reward,
        )
        self._visit.put(replace(self._visit.form, basket=self._visit.form.basket.take(line)))

    def hand_over(self, card_id: int) -> None:
        """The reward of a full stamp card is handed over."""
        customer = self._visit.form.customer
        if customer:
            text = self._language.tr("The reward of the stamp card is handed over.")
            self._acts.do(lambda: self._desk.stamps.reward(customer.id, card_id, new_uuid()), text)

    def keep_credit(self) -> None:
        """What is given back stays in the shop as store credit."""
        self._put(credit=True)

    def drop(self, code: str) -> None:
        """Something is not used after all."""
        basket = self._visit.form.basket
        if code == "tier":
            self._put(tier=None)
        elif code == "points":
            self._put(points=None)
        elif code == "credit":
            self._put(credit=False)
        elif basket.gift_card and basket.gift_card.code == code:
            self._put(gift_card=None)
        else:
            self._put(coupons=tuple(each for each in basket.coupons if each.code != code))

    def show(self, form: Form) -> None:
        """Show what is used up with the purchase in `form`."""
        self._view.show_used(self._rows(form.basket))

    def earned(self, purchase: Purchase | None) -> str:
        """What a saved purchase has earned, for the sentence that says so; empty when it earned nothing."""
        if purchase is None or purchase.customer_id is None:
            return ""
        number = self._desk.points.earned_with(purchase.uuid)
        if not number:
            return ""
        balance = self._desk.points.book(purchase.customer_id).balance(purchase.day)
        earned = loyalty.points(self._language, number)
        return self._language.tr("{points} earned, {balance} in all", points=earned, balance=balance)

    def _use_card(self, card: GiftCard | None) -> None:
        if card:
            self._desk.gift_cards.usable(card, self._desk.workplace.today())
            self._put(gift_card=card)

    def _use_points(self, number: int) -> None:
        form, value = self._visit.form, self._desk.settings.shop().point_value
        if form.customer is None:
            raise UserError("Only a customer has points to use: choose who it is.")
        balance = self._desk.points.book(form.customer.id).balance(self._desk.workplace.today())
        if number > balance:
            raise UserError(
                "{name} has {left} points, not {number}.",
                name=form.customer.name,
                left=balance,
                number=number,
            )
        most = self._most(form.basket, balance)
        if number > most:
            raise UserError("At most {most} points can be used on this purchase.", most=most)
        self._put(points=PointsUse(number, value) if number else None)

    def _proposed(self, held: Held) -> str:
        """As many points as make sense here, for the field."""
        balance = held.standing.balance if held.standing else 0
        most = self._most(self._visit.form.basket, balance)
        return str(most) if most else ""

    def _most(self, basket: Basket, balance: int) -> int:
        """Beside the points that rewards cost already."""
        lines = priced([line.line for line in basket.lines], basket.coupons, tier=basket.tier).lines
        left = balance - sum(line.points for line in lines)
        return max(0, most_points(lines, self._desk.settings.shop().point_value, left))

    def _put(self, **fields: Any) -> None:
        form = self._visit.form
        self._visit.put(replace(form, basket=replace(form.basket, **fields)))

    def _rows(self, basket: Basket) -> list[Used]:
        say, made = self._language, basket.priced
        rows = [self._tier(basket.tier, made.tier)] if basket.tier and made.tier else []
        rows += [
            Used(each.code, self._coupon(coupon), self._off(each.amount), self._fault(coupon, each.amount))
            for coupon, each in zip(basket.coupons, made.coupons, strict=True)
        ]
        if basket.points:
            off = made.points.points * made.points.value
            rows.append(Used("points", loyalty.points(say, made.points.points), self._off(off)))
        if basket.gift_card and made.gift_card:
            rows.append(
                Used(basket.gift_card.code, self._card(basket.gift_card), self._off(made.gift_card.amount))
            )
        if basket.credit and made.total < 0:
            rows.append(Used("credit", say.tr("Store credit"), say.money(-made.total)))
        return rows

    def _tier(self, tier: Tier, amount: int) -> Used:
        share = self._language.percent(tier.percent / 100)
        return Used(
            "tier", self._language.tr("{name}: {what}", name=tier.name, what=share), self._off(amount)
        )

    def _fault(self, coupon: Coupon, amount: int) -> str:
        """Why a coupon takes off nothing yet."""
        if amount:
            return ""
        try:
            self._desk.coupons.off(coupon, [line.line for line in self._visit.form.basket.lines])
        except UserError as error:
            return self._language.error(error)
        return ""

    def _off(self, amount: int) -> str:
        return self._language.money(-amount)

    def _coupon(self, coupon: Coupon) -> str:
        product = self._desk.products.get(coupon.product_id).name if coupon.product_id else ""
        gives = loyalty.coupon(self._language, coupon, product)
        return self._language.tr("Coupon {code}: {what}", code=coupon.code, what=gives)

    def _card(self, card: GiftCard) -> str:
        left = self._language.money(card.balance)
        kind = loyalty.card_kind(self._language, card.kind)
        return self._language.tr("{kind} {code}: {left} left", kind=kind, code=card.code, left=left)
