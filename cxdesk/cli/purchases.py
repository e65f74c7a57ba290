"""The command that records what was bought and what came back."""

from argparse import Namespace

from cxdesk.cli.answers import answer, opened
from cxdesk.domain import money
from cxdesk.domain.benefits import PointsUse, Priced, priced
from cxdesk.domain.coupon import Coupon
from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.language import typed
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts

EXTRAS = ("discount=", "warranty=", "reason=")


def record_purchase(arguments: Namespace) -> None:
    """Record a purchase or a return."""
    with opened(arguments) as desk:
        lines = (
            *(_line(desk, words, refund=arguments.refund) for words in arguments.line or ()),
            *(_back(desk, words) for words in arguments.back or ()),
        )
        if not lines:
            raise UserError("Say what was bought with --line, or what comes back with --return.")
        again = desk.purchases.knows(arguments.uuid)  # then everything was used up already
        paid = Priced(lines) if again else _paid(desk, arguments, lines)
        only_back = all(line.kind is PurchaseKind.REFUND for line in lines)
        made = desk.purchases.record(
            Purchase(
                id=0,
                day=arguments.date or desk.workplace.today(),
                kind=PurchaseKind.REFUND if only_back else PurchaseKind.SALE,
                total=0,
                customer_id=arguments.customer,
                receipt=arguments.receipt,
                uuid=arguments.uuid,
                lines=paid.lines,
                coupons=paid.coupons,
                gift_cards=(paid.gift_card,) if paid.gift_card else (),
            )
        )
    answer(arguments, {"id": made}, str(made))


def _paid(desk: Desk, arguments: Namespace, lines: tuple[PurchaseLine, ...]) -> Priced:
    """The purchase with what the customer uses up; refused as at the counter."""
    coupons = [_coupon(desk, code, arguments.customer) for code in arguments.coupon or ()]
    card = _gift_card(desk, arguments)
    tier = desk.points.discount(arguments.customer) if arguments.tier and arguments.customer else None
    off = priced(lines, tier=tier).lines
    for coupon in coupons:
        desk.coupons.off(coupon, off)
    use = PointsUse(arguments.points, desk.settings.shop().point_value)
    paid = priced(lines, coupons, use if arguments.points else None, card, tier)
    if paid.points.points < arguments.points:
        raise UserError("At most {most} points can be used on this purchase.", most=paid.points.points)
    return paid


def _coupon(desk: Desk, code: str, customer_id: int | None) -> Coupon:
    coupon = desk.coupons.find(code)
    if coupon is None:
        raise UserError("There is no coupon {code}.", code=code)
    desk.coupons.usable(coupon, customer_id)
    return coupon


def _gift_card(desk: Desk, arguments: Namespace) -> GiftCard | None:
    if not arguments.gift_card:
        return None
    card = desk.gift_cards.find(arguments.gift_card)
    if card is None:
        raise UserError("There is no gift card {code}.", code=arguments.gift_card)
    desk.gift_cards.usable(card, desk.workplace.today())
    return card


def _line(desk: Desk, said: list[str], *, refund: bool) -> PurchaseLine:
    words, extras = _parted(said)
    if len(words) > 3:
        raise UserError("A line is a product, a quantity and a price: {words}", words=" ".join(words))
    currency = desk.settings.shop().currency
    product = desk.products.scanned(words[0]) or _named(desk, words[0])
    quantity = _quantity(words[1]) if len(words) > 1 else 1.0
    unit_price = _price(words[0], words[2] if len(words) > 2 else "", product, currency)
    price, sign = money.line_amount(quantity, unit_price), -1 if refund else 1
    off = amounts.discount(extras.get("discount", ""), currency).of(price)
    warranty = extras.get("warranty", "")
    return PurchaseLine(
        description=product.name if product else words[0],
        quantity=sign * quantity,
        unit_price=unit_price,
        amount=sign * (price - off),
        product_id=product.id if product else None,
        kind=PurchaseKind.REFUND if refund else PurchaseKind.SALE,
        discount=off,
        warranty_until=typed.day(warranty) if warranty else None,
        reason=extras.get("reason", ""),
    )


def _back(desk: Desk, said: list[str]) -> PurchaseLine:
    """What comes back of a line that was sold earlier: one, or so many."""
    words, extras = _parted(said)
    if len(words) > 2 or not words[0].isdecimal():
        raise UserError("A return is the id of a line and a quantity: {words}", words=" ".join(words))
    old = desk.purchases.returnable(int(words[0]))
    quantity = _quantity(words[1]) if len(words) > 1 else min(1, old.left)
    if not 0 < quantity <= old.left:
        name = old.line.description
        raise UserError("Of {name} only {left} can still be returned.", name=name, left=f"{old.left:g}")
    return old.back(quantity, extras.get("reason", ""))


def _parted(said: list[str]) -> tuple[list[str], dict[str, str]]:
    """The words of a line, and those that stand after a name such as `discount=`."""
    first, *rest = said
    extras = dict(word.split("=", 1) for word in rest if word.startswith(EXTRAS))
    return [first, *(word for word in rest if not word.startswith(EXTRAS))], extras


def _quantity(text: str) -> float:
    try:
        return float(money.typed(text))
    except ValueError as error:
        raise UserError("“{text}” is not a number.", text=str(error)) from None


def _price(name: str, text: str, product: Product | None, currency: str) -> int:
    if not text and product is None:
        raise UserError(
            "“{name}” is not a product of this shop. Give its price to record it anyway.", name=name
        )
    if not text:
        return product.price if product else 0
    try:
        return money.minor(money.typed(text), money.exponent(currency))
    except ValueError as error:
        raise UserError("“{text}” is not a number.", text=str(error)) from None


def _named(desk: Desk, name: str) -> Product | None:
    wanted = name.casefold()
    found = [each for each in desk.products.search(name, limit=100) if each.name.casefold() == wanted]
    return found[0] if len(found) == 1 else None
