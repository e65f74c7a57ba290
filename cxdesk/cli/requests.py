"""The command that lists what was asked for and not in stock."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.request import Wanted
from cxdesk.language.language import Language
from cxdesk.services.requests import Call

EVERYTHING = 1_000_000


def requests(arguments: Namespace) -> None:
    """What is wanted most, and whom to tell that it is there."""
    with opened(arguments, lock=False) as desk:
        wanted, calls = desk.requests.wanted(EVERYTHING), desk.requests.calls()
        language = language_of(arguments, desk)
    lines = [_wanted_line(language, each) for each in wanted]
    if calls:
        lines += ["", language.tr("To call:"), *(_call_line(language, each) for each in calls)]
    shape = {"wanted": [_wanted(each) for each in wanted], "calls": [_call(each) for each in calls]}
    answer(arguments, shape, "\n".join(lines))


def _wanted_line(language: Language, each: Wanted) -> str:
    return f"{each.times:>4} ×  {each.text}  ({language.quantity(each.quantity)}, {language.date(each.last)})"


def _call_line(language: Language, each: Call) -> str:
    who = " ".join(part for part in (each.name, each.phone) if part)
    return f"{each.request.id:>6}  {who}: {each.request.text} ({language.date(each.request.day)})"


def _wanted(each: Wanted) -> shapes.Shape:
    return {
        "text": each.text,
        "times": each.times,
        "quantity": each.quantity,
        "last": each.last.isoformat(),
        "here": each.here,
    }


def _call(each: Call) -> shapes.Shape:
    request = each.request
    return {
        "id": request.id,
        "text": request.text,
        "quantity": request.quantity,
        "date": request.day.isoformat(),
        "arrived": request.arrived.isoformat() if request.arrived else None,
        "customer": request.customer_id,
        "name": each.name,
        "phone": each.phone,
        "product": request.product_id,
    }
