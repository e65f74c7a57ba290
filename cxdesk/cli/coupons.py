"""The commands of coupons."""

from argparse import Namespace
from datetime import timedelta

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain import money
from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.errors import UserError
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.coupons import Issued
from cxdesk.services.desk import Desk


def coupon(arguments: Namespace) -> None:
    """Make, list, use or withdraw coupons."""
    acts = {"new": _new, "list": _list, "redeem": _redeem, "withdraw": _withdraw}
    with opened(arguments, lock=arguments.act != "list") as desk:
        acts[arguments.act](arguments, desk, language_of(arguments, desk))


def _new(arguments: Namespace, desk: Desk, language: Language) -> None:
    today = desk.workplace.today()
    first = arguments.first or today
    whole = (
        None if arguments.amount is None else money.minor(arguments.amount, money.exponent(language.currency))
    )
    made = desk.coupons.new(
        Coupon(
            CouponKind(arguments.kind),
            first,
            arguments.last or first + timedelta(days=desk.settings.shop().coupon_days),
            customer_id=arguments.customer,
            percent=arguments.percent,
            amount=whole,
            product_id=arguments.product,
            least=money.minor(arguments.least, money.exponent(language.currency)),
            reason=arguments.reason,
            uuid=arguments.uuid,
        )
    )
    answer(arguments, {"code": made.code, "id": made.id}, made.code)


def _list(arguments: Namespace, desk: Desk, language: Language) -> None:
    found = desk.coupons.every(*([CouponState(arguments.state)] if arguments.state else []))
    words = [_words(desk, language, each) for each in found]
    answer(arguments, [_shape(each) for each in found], "\n".join(words))


def _redeem(arguments: Namespace, desk: Desk, language: Language) -> None:
    known = _known(arguments, desk)
    desk.coupons.redeem(known.id, arguments.customer)
    answer(arguments, {"code": known.code}, language.tr("Coupon used"))


def _withdraw(arguments: Namespace, desk: Desk, language: Language) -> None:
    known = _known(arguments, desk)
    desk.coupons.withdraw(known.id)
    answer(arguments, {"code": known.code}, language.tr("Coupon withdrawn"))


def _known(arguments: Namespace, desk: Desk) -> Coupon:
    found = desk.coupons.find(arguments.code or "")
    if found is None:
        raise UserError("There is no coupon {code}.", code=arguments.code or "")
    return found


def _words(desk: Desk, language: Language, each: Issued) -> str:
    product_id = each.coupon.product_id
    product = desk.products.get(product_id).name if product_id else ""
    gives = loyalty.coupon(language, each.coupon, product)
    state = loyalty.states(language)[each.state]
    return "  ".join(part for part in (each.coupon.code, state, gives, each.name) if part)


def _shape(each: Issued) -> shapes.Shape:
    coupon, used = each.coupon, each.used
    return {
        "code": coupon.code,
        "state": each.state.value,
        "kind": coupon.kind.value,
        "percent": coupon.percent,
        "amount": coupon.amount,
        "product": coupon.product_id,
        "least": coupon.least,
        "first": coupon.first.isoformat(),
        "last": coupon.last.isoformat(),
        "customer": coupon.customer_id,
        "used": used.day.isoformat() if used else None,
        "purchase": used.purchase_id if used else None,
    }
