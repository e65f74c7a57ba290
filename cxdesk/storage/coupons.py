"""Coupons and what they were used for, as they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.storage.database import Database

COLUMNS = (
    "kind, first, last, code, customer_id, percent, amount, product_id, least, uses, date, reason, suggestion, "
    "withdrawn, campaign_id, uuid"
)
NAMES = COLUMNS.replace("date", "day").split(", ")
DAYS = {"first", "last", "day", "withdrawn"}


@dataclass(frozen=True, slots=True)
class Redemption:
    """One use of a coupon, with how much it was worth."""

    coupon_id: int
    day: date
    amount: int
    purchase_id: int | None = None
    customer_id: int | None = None
    receipt: str = ""


def insert(db: Database, coupon: Coupon) -> int:
    """A new coupon; gives the id."""
    values = [_kept(getattr(coupon, name)) for name in NAMES[:-1]] + [coupon.uuid or None]
    marks = ", ".join("?" * len(values))
    return int(db.write(f"INSERT INTO coupons ({COLUMNS}) VALUES ({marks})", values).lastrowid)


def by_code(db: Database, code: str) -> Coupon | None:
    """The coupon with this code."""
    return next(iter(_find(db, "WHERE code = ?", [code])), None)


def by_uuid(db: Database, uuid: str) -> Coupon | None:
    """The coupon that a form has already made, if any."""
    return next(iter(_find(db, "WHERE uuid = ?", [uuid])), None)


def get(db: Database, coupon_id: int) -> Coupon | None:
    """One coupon."""
    return next(iter(_find(db, "WHERE id = ?", [coupon_id])), None)


def every(db: Database) -> list[Coupon]:
    """All coupons, newest first."""
    return _find(db, "ORDER BY date DESC, id DESC")


def of_customer(db: Database, customer_id: int) -> list[Coupon]:
    """A customer's coupons, the first to expire first."""
    return _find(db, "WHERE customer_id = ? ORDER BY last, id", [customer_id])


def withdraw(db: Database, coupon_id: int, day: date) -> None:
    """A coupon cannot be used any more."""
    db.write("UPDATE coupons SET withdrawn = ? WHERE id = ?", [day.isoformat(), coupon_id])


def extend(db: Database, coupon_id: int, last: date) -> None:
    """A coupon is valid until another day."""
    db.write("UPDATE coupons SET last = ? WHERE id = ?", [last.isoformat(), coupon_id])


def uses(db: Database, coupon_id: int | None = None) -> dict[int, list[Redemption]]:
    """The uses of one coupon or of all, by coupon, the newest last."""
    where, values = ("WHERE r.coupon_id = ?", [coupon_id]) if coupon_id else ("", [])
    found: dict[int, list[Redemption]] = {}
    for key, day, *rest in db.rows(
        "SELECT r.coupon_id, r.date, r.amount, r.purchase_id, r.customer_id, coalesce(p.receipt, '') "
        f"FROM redemptions r LEFT JOIN purchases p ON p.id = r.purchase_id {where} ORDER BY r.id",
        values,
    ):
        found.setdefault(key, []).append(Redemption(key, date.fromisoformat(day), *rest))
    return found


def use(db: Database, redemption: Redemption, *, at: str, staff_id: int | None) -> None:
    """Note that a coupon was used."""
    db.write(
        "INSERT INTO redemptions (coupon_id, purchase_id, customer_id, at, date, amount, staff_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            redemption.coupon_id,
            redemption.purchase_id,
            redemption.customer_id,
            at,
            redemption.day.isoformat(),
            redemption.amount,
            staff_id,
        ],
    )


def release(db: Database, purchase_id: int) -> None:
    """What was used with a purchase was not used."""
    db.write("DELETE FROM redemptions WHERE purchase_id = ?", [purchase_id])


def _find(db: Database, where: str, values: Sequence[Any] = ()) -> list[Coupon]:
    return [_coupon(row) for row in db.rows(f"SELECT {COLUMNS}, id FROM coupons {where}", values)]


def _coupon(row: Sequence[Any]) -> Coupon:
    said: dict[str, Any] = dict(zip((*NAMES, "id"), row, strict=True))
    for name in DAYS:
        said[name] = date.fromisoformat(said[name]) if said[name] else None
    return Coupon(**said | {"kind": CouponKind(said["kind"]), "uuid": said["uuid"] or ""})


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
