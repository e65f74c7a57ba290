"""What a purchase does to the points book: it earns, pays with points, and takes back what comes back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from cxdesk.domain import consent, programme
from cxdesk.domain import points as rules
from cxdesk.domain.errors import UserError
from cxdesk.domain.points import PointsEntry, PointsKind
from cxdesk.domain.programme import TIER_DAYS, EarnRule, Tier
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.relations import Role
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, points, products, purchases, relations, returns
from cxdesk.storage import programme as programme_storage

REFERRAL = "referral"


class Earning:
    """Writes the points of purchases, within the change that records them."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def follow(self, purchase: Purchase) -> int:
        """What a purchase that was just recorded does to the book; gives how many points it earned.

        Raises:
            UserError: when more points are used than there are.
        """
        self._pay(purchase)
        self._take_back(purchase)
        if not self._earns(purchase):
            return 0
        self._take_back_unknown(purchase)
        earned = self._earn(purchase)
        self._refer(purchase)
        return earned

    def void(self, purchase: Purchase) -> None:
        """A purchase never was: all that it brought goes, all that it cost returns."""
        of = points.of_purchase(self._work.db, purchase.id)
        self._append(of, Fraction(1), self._work.today(), purchase.id)

    def tier(self, customer_id: int, day: date, without: int = 0) -> tuple[Tier | None, int]:
        """The tier of a customer on `day` and what counts for it, a purchase of the total `without` left out.

        Who objects to profiling has none: a tier is a group by a sum.
        """
        if not consent.may_profile(consents.of(self._work.db, customer_id)):
            return None, 0
        first = day - timedelta(days=TIER_DAYS)
        spend = programme_storage.spend(self._work.db, customer_id, first, day) - without
        return programme.tier(programme_storage.every(self._work.db, Tier), spend), spend

    def expected(self, purchase: Purchase) -> int:
        """How many points a purchase would earn that is not recorded yet."""
        return sum(self._shares(purchase, 0)) if self._earns(purchase) else 0

    def new_lot(self, customer_id: int, number: int, kind: PointsKind, day: date) -> PointsEntry:
        """Points that come in on `day`, with the last day of the shop's rule."""
        months = self._work.shop().points_months
        expires = rules.after_months(day, months) if months else None
        return PointsEntry(number, kind, day, customer_id, expires=expires, staff_id=self._work.staff_id)

    def write(self, entry: PointsEntry) -> int:
        """Add an entry to the book; gives its id."""
        return points.insert(self._work.db, entry, self._work.stamp())

    def take(self, customer_id: int, number: int, like: PointsEntry) -> None:
        """Take points, the first to expire first, in entries `like` this one.

        Raises:
            UserError: when there are not so many.
        """
        book = rules.book(points.of_customer(self._work.db, customer_id))
        try:
            parts = book.take(number, like.day)
        except ValueError:
            name, left = self._work.customer(customer_id).name, book.balance(like.day)
            raise UserError(
                "{name} has {left} points, not {number}.", name=name, left=left, number=number
            ) from None
        for place, (lot_id, part) in enumerate(parts):
            uuid = like.uuid if place == 0 else ""
            self.write(replace(like, customer_id=customer_id, points=-part, lot_id=lot_id, uuid=uuid))

    def _earns(self, purchase: Purchase) -> bool:
        if not self._work.shop().points_on or purchase.customer_id is None:
            return False
        return (
            purchase.kind is not PurchaseKind.CANCELLED
            and not self._work.customer(purchase.customer_id).restricted
        )

    def _pay(self, purchase: Purchase) -> None:
        for line in purchase.lines:
            if line.points:
                if purchase.customer_id is None:
                    raise UserError("Only a customer has points to use: choose who it is.")
                spent = PointsEntry(
                    0,
                    PointsKind.SPENT,
                    purchase.day,
                    purchase_id=purchase.id,
                    line_id=line.id,
                    reward_id=line.reward_id,
                    staff_id=self._work.staff_id,
                )
                self.take(purchase.customer_id, line.points, spent)

    def _take_back(self, purchase: Purchase) -> None:
        """Of each line that comes back, its share of what it earned and cost."""
        for line_id in {line.returns for line in purchase.lines if line.returns is not None}:
            old = returns.get(self._work.db, line_id)
            if old:
                share = Fraction(str(round(old.returned, 3))) / Fraction(str(old.line.quantity))
                of = points.of_line(self._work.db, line_id)
                self._append(of, min(share, Fraction(1)), purchase.day, purchase.id)

    def _append(self, of: Sequence[PointsEntry], share: Fraction, day: date, purchase_id: int) -> None:
        for customer_id in sorted({entry.customer_id for entry in of}):
            entries = points.of_customer(self._work.db, customer_id)
            theirs = [entry for entry in of if entry.customer_id == customer_id]
            for entry in rules.take_back(entries, theirs, share, day):
                self.write(replace(entry, purchase_id=purchase_id, staff_id=self._work.staff_id))

    def _take_back_unknown(self, purchase: Purchase) -> None:
        """What comes back without its sale takes along what it would earn, as far as there are points."""
        back = [
            replace(line, amount=-line.amount, quantity=-line.quantity, kind=PurchaseKind.SALE)
            for line in purchase.lines
            if line.kind is PurchaseKind.REFUND and line.returns is None
        ]
        if not back:
            return
        customer_id = purchase.customer_id or 0
        number = sum(self._shares(replace(purchase, lines=tuple(back)), purchase.total))
        held = rules.book(points.of_customer(self._work.db, customer_id)).balance(purchase.day)
        gone = PointsEntry(0, PointsKind.REVERSED, purchase.day, purchase_id=purchase.id)
        if min(number, held):
            self.take(customer_id, min(number, held), gone)

    def _earn(self, purchase: Purchase) -> int:
        shares = self._shares(purchase, purchase.total)
        lot = self.new_lot(purchase.customer_id or 0, 0, PointsKind.EARNED, purchase.day)
        for line, number in zip(_sold(purchase), shares, strict=True):
            if number:
                self.write(replace(lot, points=number, purchase_id=purchase.id, line_id=line.id))
        return sum(shares)

    def _shares(self, purchase: Purchase, counted: int) -> list[int]:
        """The points of each line that is sold; `counted` is what of the purchase its customer's spending has."""
        db, day = self._work.db, purchase.day
        known = programme_storage.every(db, EarnRule)
        reached, _ = self.tier(purchase.customer_id or 0, day, counted)
        more = programme.tier_factor(reached)
        weights = [
            line.amount * more * programme.factor(known, line.product_id, self._category(line), day)
            for line in _sold(purchase)
        ]
        return rules.spread(weights, self._work.shop().money_per_point)

    def _category(self, line: PurchaseLine) -> str:
        product = products.get(self._work.db, line.product_id) if line.product_id else None
        return product.category if product else ""

    def _refer(self, purchase: Purchase) -> None:
        """A friend's first purchase brings points to both, once."""
        number, friend = self._work.shop().referral_points, purchase.customer_id or 0
        if (
            not number
            or purchase.kind is not PurchaseKind.SALE
            or len(purchases.days(self._work.db, friend)) > 1
        ):
            return
        for giver in self._referrers(friend):
            for customer_id in (friend, giver):
                lot = self.new_lot(customer_id, number, PointsKind.BONUS, purchase.day)
                self.write(replace(lot, purchase_id=purchase.id, source=REFERRAL))

    def _referrers(self, friend: int) -> Iterator[int]:
        """Who brought a friend, unless that was rewarded already."""
        entries = points.of_customer(self._work.db, friend)
        bonus = {e.id for e in entries if e.source == REFERRAL}
        if bonus - {e.reverses for e in entries}:
            return
        for relation in relations.of(self._work.db, friend):
            if relation.role is Role.REFERRER:
                yield relation.other_id


def _sold(purchase: Purchase) -> list[PurchaseLine]:
    return [line for line in purchase.lines if line.kind is PurchaseKind.SALE and line.amount > 0]
