"""What staff can do with coupons: make, use and withdraw them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.errors import UserError
from cxdesk.domain.paper import Mark, Paper, PaperKind, read_code
from cxdesk.domain.purchase import Purchase, PurchaseLine
from cxdesk.language.folding import clean
from cxdesk.language.text import N_
from cxdesk.services.workplace import Workplace
from cxdesk.storage import coupons, customers, papers
from cxdesk.storage.coupons import Redemption

TEXT_LIMIT = 200
LARGEST = 10**9


@dataclass(frozen=True, slots=True)
class Issued:
    """A coupon with what became of it and whose it is."""

    coupon: Coupon
    state: CouponState
    name: str = ""
    used: Redemption | None = None


class Coupons:
    """The shop's coupons."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self, *states: CouponState) -> list[Issued]:
        """The coupons in these states (all without any), newest first."""
        db, today = self._work.db, self._work.today()
        found, uses = coupons.every(db), coupons.uses(db)
        people = customers.rows(db, sorted({each.customer_id for each in found if each.customer_id}))
        names = {row.id: row.name for row in people}
        issued = [
            Issued(
                each,
                each.state(len(uses.get(each.id, ())), today),
                names.get(each.customer_id or 0, ""),
                next(reversed(uses.get(each.id, [])), None),
            )
            for each in found
        ]
        return [each for each in issued if not states or each.state in states]

    def open_for(self, customer_id: int) -> list[Coupon]:
        """What a customer can use today, the first to expire first."""
        db, today = self._work.db, self._work.today()
        return [
            each
            for each in coupons.of_customer(db, customer_id)
            if each.state(len(coupons.uses(db, each.id).get(each.id, ())), today) is CouponState.OPEN
        ]

    def find(self, typed: str) -> Coupon | None:
        """The coupon whose code somebody has typed or scanned."""
        code = read_code(typed)
        return coupons.by_code(self._work.db, code) if code else None

    def new(self, coupon: Coupon) -> Coupon:
        """Make a coupon; gives it with its code. The same form (uuid) twice makes one.

        Raises:
            UserError: when it gives nothing, or ends before it begins.
        """
        if coupon.uuid and (known := coupons.by_uuid(self._work.db, coupon.uuid)):
            return known
        identity = UUID(coupon.uuid) if coupon.uuid else uuid4()
        made = self.checked(replace(coupon, uuid=str(identity), day=self._work.today()))
        made = replace(made, code=papers.free_code(self._work.db, identity))
        with self._work.change("Coupon made", customer_id=made.customer_id, detail=made.code):
            return self.add(made)

    def offer(self, customer_id: int, product_id: int) -> Coupon:
        """The shop's usual per cent off one article for one customer; twice on a day is one coupon.

        Raises:
            UserError: when the shop's coupons give nothing.
        """
        shop, today = self._work.shop(), self._work.today()
        identity = uuid5(NAMESPACE_URL, f"{shop.name}/offer/{customer_id}/{product_id}/{today}")
        return self.new(
            Coupon(
                CouponKind.PERCENT,
                today,
                today + timedelta(days=shop.coupon_days),
                customer_id=customer_id,
                percent=shop.coupon_percent,
                product_id=product_id,
                uuid=str(identity),
            )
        )

    def add(self, coupon: Coupon) -> Coupon:
        """Keep a coupon and its paper within the change in progress."""
        db = self._work.db
        kept = replace(coupon, id=coupons.insert(db, coupon))
        paper = Paper(0, kept.code, PaperKind.COUPON, kept.day, kept.customer_id, coupon_id=kept.id)
        papers.put(db, paper)
        return kept

    def withdraw(self, coupon_id: int) -> None:
        """A coupon cannot be used any more.

        Raises:
            UserError: when it is not there, or was used or withdrawn already.
        """
        coupon = coupons.get(self._work.db, coupon_id)
        if coupon is None:
            raise UserError("This coupon is not there any more.")
        self._demand_unused(coupon)
        with self._work.change("Coupon withdrawn", customer_id=coupon.customer_id, detail=coupon.code):
            coupons.withdraw(self._work.db, coupon_id, self._work.today())

    def usable(self, coupon: Coupon, customer_id: int | None) -> None:
        """Refuse a coupon that cannot be used today by this customer.

        Raises:
            UserError: with the reason.
        """
        today, fields = self._work.today(), {"code": coupon.code}
        self._demand_unused(coupon)
        if today > coupon.last:
            raise UserError("Coupon {code} was valid until {day}.", **fields, day=coupon.last)
        if today < coupon.first:
            raise UserError("Coupon {code} is valid from {day}.", **fields, day=coupon.first)
        if coupon.customer_id is not None and customer_id != coupon.customer_id:
            name = self._work.customer(coupon.customer_id).name
            raise UserError("Coupon {code} is for {name} alone.", **fields, name=name)

    def off(self, coupon: Coupon, lines: Sequence[PurchaseLine]) -> list[int]:
        """What goes off each line of a purchase.

        Raises:
            UserError: when too little is bought, or nothing that it is for.
        """
        if not coupon.reaches(lines):
            money = self._work.language().money(coupon.least)
            raise UserError(
                "Coupon {code} asks for a purchase of at least {money}.", code=coupon.code, money=money
            )
        off = coupon.off(lines)
        if not any(off):
            raise UserError(self._wanted(coupon), code=coupon.code, product=self._product(coupon))
        return off

    def redeem(self, coupon_id: int, customer_id: int | None = None) -> None:
        """Use a coupon without a purchase, such as for a present.

        Raises:
            UserError: when it cannot be used.
        """
        coupon = coupons.get(self._work.db, coupon_id)
        if coupon is None:
            raise UserError("This coupon is not there any more.")
        owner = coupon.customer_id if customer_id is None else customer_id
        self.usable(coupon, owner)
        with self._work.change("Coupon used", customer_id=owner, detail=coupon.code):
            self._use(Redemption(coupon.id, self._work.today(), self._worth(coupon), None, owner))

    def follow(self, purchase: Purchase) -> None:
        """Use the coupons of a purchase.

        Raises:
            UserError: when one cannot be used (any more).
        """
        for each in purchase.coupons:
            coupon = coupons.by_code(self._work.db, each.code)
            if coupon is None:
                raise UserError("There is no coupon {code}.", code=each.code)
            self.usable(coupon, purchase.customer_id)
            self._use(Redemption(coupon.id, purchase.day, each.amount, purchase.id, purchase.customer_id))
            if slip := papers.find(self._work.db, coupon.code):
                papers.mark(self._work.db, slip.paper.id, Mark.REDEEMED, purchase.day)

    def brought(self, code: str) -> None:
        """The paper with this code was handed in, within the change in progress; its coupon counts as used."""
        coupon = coupons.by_code(self._work.db, code)
        if coupon and coupon.id not in coupons.uses(self._work.db, coupon.id):
            worth = self._worth(coupon)
            self._use(Redemption(coupon.id, self._work.today(), worth, None, coupon.customer_id))

    def void(self, purchase: Purchase) -> None:
        """What was used with a purchase that never was can be used again."""
        coupons.release(self._work.db, purchase.id)

    def _use(self, redemption: Redemption) -> None:
        at = self._work.stamp()
        coupons.use(self._work.db, redemption, at=at, staff_id=self._work.staff_id)

    def _demand_unused(self, coupon: Coupon) -> None:
        if coupon.withdrawn:
            raise UserError("Coupon {code} was withdrawn on {day}.", code=coupon.code, day=coupon.withdrawn)
        used = coupons.uses(self._work.db, coupon.id).get(coupon.id, [])
        if len(used) < coupon.uses:
            return
        last = used[-1]
        fields = {"code": coupon.code, "day": last.day}
        if last.purchase_id is None:
            raise UserError("Coupon {code} was used on {day}.", **fields)
        number = last.receipt or last.purchase_id
        raise UserError("Coupon {code} was used on {day}, with purchase {number}.", **fields, number=number)

    def checked(self, coupon: Coupon) -> Coupon:
        """A coupon fit to be made.

        Raises:
            UserError: when it gives nothing, or ends before it begins.
        """
        if coupon.last < coupon.first:
            raise UserError("The coupon would end on {day}, before it begins.", day=coupon.last)
        if coupon.kind is CouponKind.PERCENT and not 1 <= (coupon.percent or 0) <= 100:
            raise UserError("Write how many per cent go off, 1 to 100.")
        if coupon.kind is CouponKind.AMOUNT and not 1 <= (coupon.amount or 0) <= LARGEST:
            raise UserError("Write how much money goes off.")
        if coupon.kind is CouponKind.PRODUCT and coupon.product_id is None:
            raise UserError("Choose the product that the coupon gives.")
        if coupon.product_id is not None:
            self._work.product(coupon.product_id)
        if coupon.customer_id is not None:
            self._work.customer(coupon.customer_id)
        return replace(coupon, reason=clean(coupon.reason, TEXT_LIMIT))

    def _worth(self, coupon: Coupon) -> int:
        """What a coupon is worth without a purchase: its money or its product; of per cent nothing is known."""
        if coupon.kind is CouponKind.PRODUCT and coupon.product_id:
            return self._work.product(coupon.product_id).price
        return coupon.amount or 0

    def _product(self, coupon: Coupon) -> str:
        return self._work.product(coupon.product_id).name if coupon.product_id else ""

    def _wanted(self, coupon: Coupon) -> str:
        """What is missing in the purchase."""
        if coupon.kind is CouponKind.BOGO:
            if coupon.product_id:
                return N_("For coupon {code} two are needed of {product}.")
            return N_("For coupon {code} two products are needed.")
        if coupon.product_id:
            return N_("Coupon {code} is for {product}: add it first.")
        return N_("Add a product first: coupon {code} has nothing to take off.")
