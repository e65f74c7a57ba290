"""What staff can do with stamp cards; a purchase stamps by itself, and what comes back takes its stamps along."""

from dataclasses import dataclass
from fractions import Fraction

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import StampCard
from cxdesk.domain.purchase import Purchase, PurchaseKind
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products, programme, returns, stamps
from cxdesk.storage.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Stamped:
    """A customer's card with its stamps."""

    card: StampCard
    stamps: int

    @property
    def full(self) -> bool:
        """Whether the reward is due."""
        return self.stamps >= self.card.stamps


class Stamps:
    """The shop's stamp cards."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def of_customer(self, customer_id: int) -> list[Stamped]:
        """The cards on which a customer has stamps, the fullest first."""
        held = stamps.of_customer(self._work.db, customer_id)
        found = [Stamped(card, held.get(card.id, 0)) for card in programme.every(self._work.db, StampCard)]
        shown = (each for each in found if each.stamps > 0)
        return sorted(shown, key=lambda each: each.stamps / each.card.stamps, reverse=True)

    def reward(self, customer_id: int, card_id: int, uuid: str = "") -> None:
        """Hand over the reward of a full card; the same form (uuid) twice does it once.

        Raises:
            UserError: when the card is not full.
        """
        if uuid and stamps.known(self._work.db, uuid):
            return
        held = next((each for each in self.of_customer(customer_id) if each.card.id == card_id), None)
        if held is None or not held.full:
            raise UserError("The stamp card is not full yet.")
        with self._work.change("Stamp card rewarded", customer_id=customer_id, detail=held.card.reward):
            self._add(Stamp(card_id, customer_id, self._work.today(), -held.card.stamps, uuid=uuid))

    def follow(self, purchase: Purchase) -> None:
        """Stamp what was sold, and take back the stamps of what comes back."""
        self._take_back(purchase)
        if purchase.customer_id is None or purchase.kind is PurchaseKind.CANCELLED:
            return
        cards = [card for card in programme.every(self._work.db, StampCard) if card.active]
        sold = (each for each in purchase.lines if each.kind is PurchaseKind.SALE and each.amount > 0)
        for line in sold if cards else ():
            product = products.get(self._work.db, line.product_id) if line.product_id else None
            for card in cards:
                number = int(line.quantity)
                if number and card.counts(line.product_id, product.category if product else ""):
                    self._add(
                        Stamp(card.id, purchase.customer_id, purchase.day, number, purchase.id, line.id)
                    )

    def void(self, purchase: Purchase) -> None:
        """A purchase that never was has brought no stamps."""
        self._reverse(purchase, {line.id: Fraction(1) for line in purchase.lines})

    def _take_back(self, purchase: Purchase) -> None:
        shares: dict[int, Fraction] = {}
        for line_id in {line.returns for line in purchase.lines if line.returns is not None}:
            if old := returns.get(self._work.db, line_id):
                shares[line_id] = Fraction(str(round(old.returned, 3))) / Fraction(str(old.line.quantity))
        self._reverse(purchase, shares)

    def _reverse(self, purchase: Purchase, shares: dict[int, Fraction]) -> None:
        for line_id, card_id, customer_id, given, taken in stamps.of_lines(self._work.db, list(shares)):
            due = int(given * min(shares[line_id], Fraction(1))) - taken
            if due > 0:
                self._add(Stamp(card_id, customer_id, self._work.today(), -due, purchase.id, line_id))

    def _add(self, stamp: Stamp) -> None:
        stamps.insert(self._work.db, stamp, self._work.stamp())
