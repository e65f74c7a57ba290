"""The loyalty programme of the demo shop: rules, points of the last months, coupons and cards in every state."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cxdesk.domain.appreciation import LetterRecord
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.draw import Draw, winners
from cxdesk.domain.giftcard import GiftCard, GiftCardKind
from cxdesk.domain.paper import Paper, PaperKind
from cxdesk.domain.programme import EarnRule, ProgrammeChange, Reward, StampCard, Tier
from cxdesk.domain.purchase import Purchase, PurchaseKind
from cxdesk.services.demo.content import table
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.services.earning import Earning
from cxdesk.services.stamps import Stamps
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, changelog, coupons, draws, gift_cards, papers, programme, purchases
from cxdesk.storage.coupons import Redemption
from cxdesk.storage.database import Database

MEMBERS, SINCE = 60, 240
"""So many people have joined since so many days ago."""


class Regulars:
    """Writes the programme; nothing of it is left to chance, so that the rest of the story stays as it is."""

    def __init__(self, db: Database, period: Period, language: str, staff_id: int) -> None:
        self._db, self._period, self._told = db, period, table("loyalty")[language]
        self._work = Workplace(db, lambda: period.now, staff_id=staff_id)
        self._number = 0

    def record(self, people: Sequence[Person]) -> None:
        """The rules, then what they bring these people."""
        self._rules()
        earning, stamps = Earning(self._work), Stamps(self._work)
        for bought in sorted(self._bought(people[:MEMBERS]), key=lambda each: (each.day, each.id)):
            earning.follow(bought)
            stamps.follow(bought)
        for person in people:
            self._letters(person)
        self._coupons(people)
        self._cards(people)
        self._draw()

    def _rules(self) -> None:
        told = self._told
        for kind, rules in ((EarnRule, told["rules"]), (Tier, told["tiers"]), (Reward, told["rewards"])):
            for rule in rules:
                programme.put(self._db, kind(0, **rule))
        programme.put(self._db, StampCard(0, **told["stamps"]))
        for change in told["changes"]:
            changelog.put(self._db, self._change(change))

    def _change(self, told: dict[str, Any]) -> ProgrammeChange:
        review = self._period.today + timedelta(days=told["review"]) if told["review"] else None
        return ProgrammeChange(
            told["what"], told["why"], self._ago(told["days"]), review, told.get("learned", "")
        )

    def _bought(self, people: Sequence[Person]) -> Iterator[Purchase]:
        first = self._ago(SINCE)
        for person in people:
            for bought in purchases.of_customer(self._db, person.customer.id):
                if bought.day >= first and bought.kind is not PurchaseKind.CANCELLED:
                    yield bought

    def _letters(self, person: Person) -> None:
        """The coupons at the foot of the letters of the past year."""
        given = {act.suggestion: act.product_id for act in actions.of_customer(self._db, person.customer.id)}
        for letter in actions.letters_of(self._db, person.customer.id):
            if letter.code:
                self._keep(self._of_letter(letter, given.get(letter.suggestion)))

    def _of_letter(self, letter: LetterRecord, product_id: int | None) -> Coupon:
        shop = self._work.shop()
        return Coupon(
            CouponKind.PRODUCT if product_id else CouponKind.PERCENT,
            letter.day,
            letter.day + timedelta(days=shop.coupon_days),
            letter.code,
            letter.customer_id,
            None if product_id else shop.coupon_percent,
            product_id=product_id,
            day=letter.day,
            reason=letter.template,
            suggestion=letter.suggestion,
        )

    def _coupons(self, people: Sequence[Person]) -> None:
        """One for everybody, one personal, one used, one withdrawn."""
        days, sorry, thanks, autumn = self._told["coupons"]
        today, first = self._period.today, people[0].customer.id
        self._make(
            Coupon(CouponKind.PERCENT, today, today + timedelta(days=14), percent=15, least=3000, reason=days)
        )
        self._make(
            Coupon(
                CouponKind.AMOUNT,
                self._ago(3),
                today + timedelta(days=57),
                "",
                first,
                amount=500,
                reason=sorry,
            )
        )
        used = self._make(
            Coupon(
                CouponKind.BOGO,
                self._ago(20),
                today + timedelta(days=40),
                "",
                people[1].customer.id,
                reason=thanks,
            )
        )
        use = Redemption(used, self._ago(6), 490, None, people[1].customer.id)
        coupons.use(self._db, use, at=f"{use.day}T12:00:00+00:00", staff_id=self._work.staff_id)
        gone = self._make(Coupon(CouponKind.PERCENT, self._ago(30), today, percent=30, reason=autumn))
        coupons.withdraw(self._db, gone, self._ago(29))

    def _make(self, coupon: Coupon) -> int:
        made = replace(coupon, **self._identity(coupon.first))
        return self._keep(made)

    def _keep(self, coupon: Coupon) -> int:
        made = coupons.insert(self._db, coupon)
        paper = Paper(0, coupon.code, PaperKind.COUPON, coupon.day, coupon.customer_id, coupon_id=made)
        papers.put(self._db, paper)
        return made

    def _cards(self, people: Sequence[Person]) -> None:
        """A gift card, one of which something is spent, and store credit."""
        credit = people[2].customer.id
        self._card(GiftCard("", 0, day=self._ago(12), last=self._period.today + timedelta(days=353)), 5000)
        self._card(GiftCard("", 0, day=self._ago(80)), 3000, -1180)
        self._card(GiftCard("", 0, GiftCardKind.STORE_CREDIT, credit, self._ago(15)), 1590)

    def _card(self, card: GiftCard, *amounts: int) -> None:
        made = replace(card, **self._identity(card.day))
        card_id = gift_cards.insert(self._db, made)
        for amount in amounts:
            gift_cards.book(
                self._db,
                card_id,
                amount,
                at=f"{card.day}T12:00:00+00:00",
                day=card.day,
                purchase_id=None,
                staff_id=self._work.staff_id,
            )
        papers.put(self._db, Paper(0, made.code, PaperKind.GIFT_CARD, card.day, gift_card_id=card_id))

    def _draw(self) -> None:
        """One among those who answered in the autumn."""
        told, first, last = self._told["draw"], self._ago(75), self._ago(15)
        seed = str(uuid5(NAMESPACE_URL, "regulars draw"))
        made = Draw(told["name"], first, last, seed, told["prize"], drawn=self._ago(14))
        entries = tuple(draws.taking_part(self._db, first, last))
        won = winners(seed, entries, made.places)
        draws.settle(self._db, replace(made, id=draws.insert(self._db, made), entries=entries, winners=won))

    def _identity(self, day: date) -> dict[str, Any]:
        self._number += 1
        identity = uuid5(NAMESPACE_URL, f"regulars {self._number}")
        return {"uuid": str(identity), "code": papers.free_code(self._db, identity), "day": day}

    def _ago(self, days: int) -> date:
        return self._period.today - timedelta(days=days)
