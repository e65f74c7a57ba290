"""The words of the commands of loyalty: points, statements, likings, draws and coupons."""

from decimal import Decimal
from pathlib import Path

from cxdesk.cli import coupons, draws, points, reading, recommending
from cxdesk.cli.command import Sub, command
from cxdesk.domain.coupon import CouponKind, CouponState


def add(sub: Sub) -> None:
    """Add them."""
    book = command(sub, "points", points.points, "The points of a customer, or of all together.")
    book.add_argument("customer", type=reading.number, nargs="?", metavar="CUSTOMER")
    acts = book.add_mutually_exclusive_group()
    for act in ("give", "take", "spend", "donate"):
        acts.add_argument(f"--{act}", type=reading.count, metavar="N")
    acts.add_argument("--expire", action="store_true", help="note what has expired, of all customers")
    book.add_argument(
        "--reason", type=reading.text, default="", help="why they are given or taken, or to what cause"
    )
    book.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")
    printed = command(sub, "statement", points.statement, "What a customer has with the shop, as a PDF.")
    printed.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    likes = command(sub, "likes", recommending.likes, "What a customer likely buys next, and why.")
    likes.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    likes.add_argument(
        "--limit", type=reading.count, default=10, metavar="N", help="so many of each kind (10)"
    )
    prize = command(sub, "draw", draws.draw, "Prize draws among those who answer, by a published seed.")
    acts = prize.add_mutually_exclusive_group()
    acts.add_argument("--announce", type=reading.text, metavar="NAME")
    acts.add_argument("--draw", type=reading.number, metavar="ID")
    prize.add_argument("--prize", type=reading.text, default="")
    prize.add_argument("--seed", type=reading.text, default="", help="a fresh one by default")
    prize.add_argument("--winners", type=reading.count, default=1)
    prize.add_argument("--from", type=reading.day, dest="first", metavar="DATE")
    prize.add_argument("--to", type=reading.day, dest="last", metavar="DATE")
    stamps = command(sub, "stamps", points.stamps, "A customer’s stamp cards, or the reward of a full one.")
    stamps.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    stamps.add_argument("--reward", type=reading.number, metavar="CARD", help="hand over its reward")
    stamps.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )
    void = command(sub, "cancel-purchase", points.cancel_purchase, "Cancel a sale recorded by mistake.")
    void.add_argument("purchase", type=reading.number, metavar="PURCHASE")
    _coupon_command(sub)


def _coupon_command(sub: Sub) -> None:
    coupon = command(sub, "coupon", coupons.coupon, "Make, list, use or withdraw coupons.")
    coupon.add_argument("act", choices=["new", "list", "redeem", "withdraw"])
    coupon.add_argument("code", type=reading.text, nargs="?", metavar="CODE")
    coupon.add_argument("--kind", choices=[k.value for k in CouponKind], default="percent")
    coupon.add_argument("--percent", type=reading.count)
    coupon.add_argument("--amount", type=reading.money, metavar="MONEY")
    coupon.add_argument(
        "--least", type=reading.money, metavar="MONEY", default=Decimal(0), help="what must be bought"
    )
    coupon.add_argument("--product", type=reading.number, metavar="ID")
    coupon.add_argument("--customer", type=reading.number, metavar="ID")
    coupon.add_argument("--from", type=reading.day, dest="first", metavar="DATE")
    coupon.add_argument("--to", type=reading.day, dest="last", metavar="DATE")
    coupon.add_argument("--state", choices=[s.value for s in CouponState])
    coupon.add_argument("--reason", type=reading.text, default="")
    coupon.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )
