"""The command that says what a customer likely buys next."""

from argparse import Namespace
from datetime import date

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.recommendations import Companion, Habit
from cxdesk.language import recommendations


def likes(arguments: Namespace) -> None:
    """A customer's own articles first, then what goes with them."""
    with opened(arguments, lock=False) as desk:
        found, today = desk.recommendations.of(arguments.customer, arguments.limit), desk.workplace.today()
        say = language_of(arguments, desk)
        lines = [f"{each.product.name}: {recommendations.habit(say, each, today)}" for each in found.own]
        lines += [f"{each.product.name}: {recommendations.companion(say, each)}" for each in found.together]
    shape = [*(_habit(each, today) for each in found.own), *map(_companion, found.together)]
    answer(arguments, shape, "\n".join(lines))


def _habit(each: Habit, today: date) -> shapes.Shape:
    return {
        "product": each.product.id,
        "code": each.product.code,
        "name": each.product.name,
        "why": "own",
        "times": len(each.days),
        "last": each.days[-1].isoformat(),
        "every_days": each.gap,
        "due": each.due(today),
        "stock": each.product.stock,
    }


def _companion(each: Companion) -> shapes.Shape:
    return {
        "product": each.product.id,
        "code": each.product.code,
        "name": each.product.name,
        "why": "together",
        "with": each.source.name,
        "both": each.both,
        "of": each.of,
        "lift": round(each.lift, 2),
        "stock": each.product.stock,
    }
