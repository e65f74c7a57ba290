"""What staff can do with purchases: record them once, with stock following."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, total
from cxdesk.domain.returns import Returnable
from cxdesk.language.folding import clean, search_key
from cxdesk.language.text import N_
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products, purchases, returns

LARGEST = 10**11
NAME_LIMIT = 200
SIGNED = frozenset({PurchaseKind.SALE, PurchaseKind.REFUND})


class Follower(Protocol):
    """A service that has to do with what is sold, within the change that records it."""

    def follow(self, purchase: Purchase) -> object:
        """A purchase or return was recorded; its lines have their ids."""

    def void(self, purchase: Purchase) -> object:
        """A purchase never was."""


class Purchases:
    """The shop's sales, as far as CX Desk knows them; `followers` are told of each."""

    def __init__(self, workplace: Workplace, followers: Sequence[Follower] = ()) -> None:
        self._work, self._followers = workplace, followers

    def record(self, purchase: Purchase) -> int:
        """Save a purchase or a return with its lines; gives the id. The same form (uuid) saved twice is one purchase.

        Raises:
            UserError: when it has no lines, lies in the future, or an amount cannot be right.
        """
        known = purchases.by_uuid(self._work.db, purchase.uuid) if purchase.uuid else None
        if known:
            return known
        label = N_("Return recorded") if purchase.kind is PurchaseKind.REFUND else N_("Purchase recorded")
        with self._work.change(label, customer_id=purchase.customer_id):
            return self.add(purchase)

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""
        return bool(uuid) and purchases.by_uuid(self._work.db, uuid) is not None

    def add(self, purchase: Purchase) -> int:
        """Add a purchase within the change in progress; gives the id."""
        purchase = self._checked(purchase)
        for line in purchase.lines:
            if line.product_id:
                products.move_stock(self._work.db, line.product_id, -line.quantity)
        made = purchases.insert(self._work.db, purchase)
        kept = replace(
            purchase, id=made, lines=_numbered(purchase.lines, purchases.line_ids(self._work.db, made))
        )
        for follower in self._followers:
            follower.follow(kept)
        return made

    def void(self, purchase_id: int) -> None:
        """A sale that was recorded by mistake: it never counts, and all that it brought and cost is taken back.

        Raises:
            UserError: when it is not there, is no sale, or something of it has come back.
        """
        purchase = purchases.get(self._work.db, purchase_id)
        if purchase is None:
            raise UserError("There is no purchase number {number}.", number=purchase_id)
        if purchase.kind is not PurchaseKind.SALE:
            raise UserError("Only a sale can be cancelled: number {number} is none.", number=purchase_id)
        sold = [line for line in purchase.lines if line.kind is PurchaseKind.SALE]
        if any(self.returnable(line.id).returned for line in sold):
            raise UserError("Something of this purchase has come back. Undo the return first.")
        with self._work.change("Purchase cancelled", customer_id=purchase.customer_id):
            for line in sold:
                if line.product_id:
                    products.move_stock(self._work.db, line.product_id, line.quantity)
            for follower in self._followers:
                follower.void(purchase)
            purchases.cancel(self._work.db, purchase_id)

    def latest(self, limit: int = 5) -> list[Purchase]:
        """The purchases recorded last."""
        return purchases.latest(self._work.db, limit)

    def of_receipt(self, receipt: str) -> list[Purchase]:
        """The purchases with this number; several tills may have used it."""
        return purchases.of_receipt(self._work.db, receipt.strip())

    def returnable(self, line_id: int) -> Returnable:
        """A line that was sold, with what can still come back of it.

        Raises:
            UserError: when it is not there (any more).
        """
        found = returns.get(self._work.db, line_id)
        if found is None:
            raise UserError("The purchase that is to be returned is not there any more. Choose it anew.")
        return found

    def returnables(self, customer_id: int | None, text: str = "") -> list[Returnable]:
        """What can still come back, the newest first.

        Of the receipt with the number `text`, else of what the customer bought where every word of `text` occurs.
        """
        words = search_key(text).split()
        found = returns.of_receipt(self._work.db, text.strip())
        if not found and customer_id is not None:
            sold = returns.of_customer(self._work.db, customer_id)
            found = [old for old in sold if all(word in search_key(old.line.description) for word in words)]
        return [old for old in found if old.left > 0]

    def _checked(self, purchase: Purchase) -> Purchase:
        if not purchase.lines:
            raise UserError("Add at least one product to the purchase.")
        if purchase.day > self._work.today():
            raise UserError("The purchase lies in the future: {day}. Check the date.", day=purchase.day)
        if purchase.customer_id is not None:
            self._work.customer(purchase.customer_id)
        lines = tuple(self._checked_line(line) for line in purchase.lines)
        self._check_returns(lines)
        return replace(
            purchase,
            receipt=self._checked_receipt(purchase),
            lines=lines,
            total=total(lines),
            staff_id=purchase.staff_id or self._work.staff_id,
        )

    def _checked_receipt(self, purchase: Purchase) -> str:
        receipt = clean(purchase.receipt, NAME_LIMIT)
        if receipt and purchases.by_receipt(self._work.db, purchase.source, receipt):
            raise UserError("The receipt {number} has already been recorded.", number=receipt)
        return receipt

    def _checked_line(self, line: PurchaseLine) -> PurchaseLine:
        figures = (line.quantity, line.unit_price, line.amount)
        if not all(abs(figure) <= LARGEST for figure in figures):  # so written, NaN is refused as well
            raise UserError("An amount is too large to be right. Check the quantity and the price.")
        if line.quantity == 0:
            raise UserError("The quantity cannot be 0.")
        if (line.quantity < 0) is (line.kind is PurchaseKind.SALE) and line.kind in SIGNED:
            raise UserError(
                "What is sold counts up, what is brought back counts down. Record a return as one."
            )
        if line.product_id is not None:
            self._work.product(line.product_id)
        reason = clean(line.reason, NAME_LIMIT)
        return replace(line, description=clean(line.description, NAME_LIMIT), reason=reason)

    def _check_returns(self, lines: Iterable[PurchaseLine]) -> None:
        """Never more comes back than was bought, for more than was paid."""
        back: dict[int, list[PurchaseLine]] = {}
        for line in lines:
            if line.returns is not None:
                back.setdefault(line.returns, []).append(line)
        for line_id, parts in back.items():
            old = self.returnable(line_id)
            name, left = old.line.description, old.left
            if round(-sum(part.quantity for part in parts), 3) > left:
                raise UserError("Of {name} only {left} can still be returned.", name=name, left=f"{left:g}")
            if -sum(part.amount for part in parts) > old.line.amount - old.refunded:
                raise UserError("For {name} more would be given back than was paid.", name=name)
            if any(part.product_id != old.line.product_id for part in parts):
                raise UserError("What comes back is not what was bought: {name}.", name=name)


def _numbered(lines: Iterable[PurchaseLine], ids: Iterable[int]) -> tuple[PurchaseLine, ...]:
    return tuple(replace(line, id=line_id) for line, line_id in zip(lines, ids, strict=True))
