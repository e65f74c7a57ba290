"""What staff can do with gift cards and store credit: sell, pay with, give back on."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard, GiftCardKind
from cxdesk.domain.paper import Paper, PaperKind, read_code
from cxdesk.domain.purchase import Purchase
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import gift_cards, papers

TEXT_LIMIT = 200
LARGEST = 10**9


class GiftCards:
    """Money the shop holds for somebody."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[GiftCard]:
        """All cards, newest first."""
        return gift_cards.every(self._work.db)

    def of_customer(self, customer_id: int) -> list[GiftCard]:
        """A customer's cards on which something is left."""
        today = self._work.today()
        return [card for card in gift_cards.of_customer(self._work.db, customer_id) if card.valid(today)]

    def owed(self) -> int:
        """What all cards together hold, in minor units."""
        return gift_cards.owed(self._work.db)

    def find(self, typed: str) -> GiftCard | None:
        """The card whose code somebody has typed or scanned."""
        code = read_code(typed)
        return gift_cards.by_code(self._work.db, code) if code else None

    def usable(self, card: GiftCard, day: date) -> None:
        """Refuse a card with which nothing can be paid.

        Raises:
            UserError: with the reason.
        """
        if card.balance <= 0:
            raise UserError("Nothing is left on gift card {code}.", code=card.code)
        if not card.valid(day):
            raise UserError("Gift card {code} was valid until {day}.", code=card.code, day=card.last)

    def new(self, card: GiftCard) -> GiftCard:
        """Sell a card with `balance` on it; gives it with its code. The same form (uuid) twice makes one.

        Raises:
            UserError: when nothing would be on it, or it would end before it begins.
        """
        if card.uuid and (known := gift_cards.by_uuid(self._work.db, card.uuid)):
            return known
        today = self._work.today()
        if not 1 <= card.balance <= LARGEST:
            raise UserError("Write how much money is on the card.")
        if card.last and card.last < today:
            raise UserError("The card would end on {day}, before today.", day=card.last)
        if card.customer_id is not None:
            self._work.customer(card.customer_id)
        with self._work.change("Gift card sold", customer_id=card.customer_id):
            return self._add(replace(card, day=today), None)

    def follow(self, purchase: Purchase) -> None:
        """Pay with the cards of a purchase, or put on them what is given back.

        Raises:
            UserError: when one does not hold so much.
        """
        for each in purchase.gift_cards:
            if not each.code:
                self._give_back(purchase, each.amount)
                continue
            card = gift_cards.by_code(self._work.db, each.code)
            if card is None:
                raise UserError("There is no gift card {code}.", code=each.code)
            self.usable(card, purchase.day)
            if each.amount > card.balance:
                left = self._work.language().money(card.balance)
                raise UserError("Only {left} is left on gift card {code}.", code=card.code, left=left)
            self._book(card.id, -each.amount, purchase.day, purchase.id)

    def void(self, purchase: Purchase) -> None:
        """What a purchase that never was took off a card comes back onto it."""
        for card_id, amount in gift_cards.of_purchase(self._work.db, purchase.id):
            self._book(card_id, -amount, self._work.today(), purchase.id)

    def _give_back(self, purchase: Purchase, amount: int) -> None:
        """Money given back as store credit, on the customer's card of that kind or on a new one."""
        known = [
            card
            for card in gift_cards.of_customer(self._work.db, purchase.customer_id or 0)
            if card.kind is GiftCardKind.STORE_CREDIT
        ]
        if known:
            self._book(known[0].id, amount, purchase.day, purchase.id)
            return
        self._add(
            GiftCard("", amount, GiftCardKind.STORE_CREDIT, purchase.customer_id, purchase.day), purchase.id
        )

    def _add(self, card: GiftCard, purchase_id: int | None) -> GiftCard:
        db, identity = self._work.db, UUID(card.uuid) if card.uuid else uuid4()
        made = replace(
            card,
            uuid=str(identity),
            code=papers.free_code(db, identity),
            note=clean(card.note, TEXT_LIMIT),
        )
        made = replace(made, id=gift_cards.insert(db, made))
        self._book(made.id, card.balance, card.day, purchase_id)
        papers.put(
            db, Paper(0, made.code, PaperKind.GIFT_CARD, made.day, made.customer_id, gift_card_id=made.id)
        )
        return made

    def _book(self, card_id: int, amount: int, day: date, purchase_id: int | None) -> None:
        gift_cards.book(
            self._work.db,
            card_id,
            amount,
            at=self._work.stamp(),
            day=day,
            purchase_id=purchase_id,
            staff_id=self._work.staff_id,
        )
