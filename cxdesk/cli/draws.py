"""The command of prize draws."""

from argparse import Namespace
from datetime import timedelta

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.draw import Draw
from cxdesk.services.desk import Desk

LASTS = 30  # days


def draw(arguments: Namespace) -> None:
    """List the draws, announce one by its name, or draw one by its number."""
    with opened(arguments, lock=bool(arguments.announce or arguments.draw)) as desk:
        if arguments.announce:
            first = arguments.first or desk.workplace.today()
            last = arguments.last or first + timedelta(days=LASTS)
            new = Draw(arguments.announce, first, last, arguments.seed, arguments.prize, arguments.winners)
            found = [desk.draws.announce(new)]
        elif arguments.draw:
            found = [desk.draws.draw(arguments.draw)]
        else:
            found = desk.draws.every()
        lines = [_words(desk, arguments, each) for each in found]
    answer(arguments, [_shape(each) for each in found], "\n".join(lines))


def _words(desk: Desk, arguments: Namespace, each: Draw) -> str:
    language = language_of(arguments, desk)
    names = ", ".join(row.name for row in desk.customers.rows(each.winners))
    won = language.tr("won by {names}", names=names) if names else ""
    period = f"{language.date(each.first)}–{language.date(each.last)}"
    seed = language.tr("seed {seed}", seed=each.seed)
    return "  ".join(part for part in (str(each.id), each.name, period, seed, won) if part)


def _shape(each: Draw) -> shapes.Shape:
    return {
        "id": each.id,
        "name": each.name,
        "prize": each.prize,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "seed": each.seed,
        "places": each.places,
        "drawn": each.drawn.isoformat() if each.drawn else None,
        "entries": list(each.entries),
        "winners": list(each.winners),
    }
