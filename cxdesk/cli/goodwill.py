"""The command for what staff give on their own judgement."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, member, opened
from cxdesk.domain import money
from cxdesk.domain.goodwill import Given, Goodwill, GoodwillMonth, GoodwillReason
from cxdesk.language import goodwill as words
from cxdesk.services.desk import Desk


def gesture(arguments: Namespace) -> None:
    """Give something, or tell what was given."""
    giving = arguments.give is not None or arguments.product is not None
    with opened(arguments, lock=giving) as desk:
        staff_id = member(desk, arguments.staff) if arguments.staff else None
        if giving:
            made = desk.goodwill.give(_goodwill(arguments, desk, staff_id))
            answer(arguments, {"id": made}, str(made))
            return
        desk.workplace.staff_id = staff_id
        found, language = desk.goodwill.log(), language_of(arguments, desk)
    lines = [
        *(f"{member.name}: {words.purse(language, purse)}" for member, purse in found.purses),
        *(words.month(language, month) for month in found.months),
        *(f"{each.customer or '–'}: {words.given(language, each)}" for each in found.given),
    ]
    shape = {
        "staff": [
            {"name": member.name, "limit": purse.limit, "used": purse.used} for member, purse in found.purses
        ],
        "months": [_month(month) for month in found.months],
        "given": [_given(each) for each in found.given],
    }
    answer(arguments, shape, "\n".join(lines))


def _goodwill(arguments: Namespace, desk: Desk, staff_id: int | None) -> Goodwill:
    cost = money.minor(arguments.cost, money.exponent(desk.settings.shop().currency))
    return Goodwill(
        0,
        desk.workplace.today(),
        arguments.give or "",
        GoodwillReason(arguments.reason) if arguments.reason else None,
        cost,
        arguments.customer,
        staff_id,
        arguments.product,
        arguments.uuid,
    )


def _month(found: GoodwillMonth) -> shapes.Shape:
    return {
        "month": f"{found.first:%Y-%m}",
        "gestures": found.count,
        "cost": found.cost,
        "known": found.known,
        "came_again": found.back,
    }


def _given(each: Given) -> shapes.Shape:
    given = each.goodwill
    return {
        "id": given.id,
        "date": given.day.isoformat(),
        "staff": each.staff,
        "customer": given.customer_id,
        "name": each.customer,
        "what": given.what,
        "product": given.product_id,
        "reason": given.reason.value if given.reason else None,
        "cost": given.cost,
        "came_again": each.again.isoformat() if each.again and each.back else None,
    }
