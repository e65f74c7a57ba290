"""The commands that print: letters to a list or to whoever is suggested, and address labels."""

from argparse import Namespace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cxdesk.cli.answers import answer, opened, spare_the_shop
from cxdesk.cli.commands import EVERYBODY
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Mailing, Problem
from cxdesk.services.desk import Desk

TEXTS = ("message", "event", "when", "place", "item")


def letters(arguments: Namespace) -> None:
    """Letters to many in one PDF."""
    spare_the_shop(arguments.out, arguments.shop)
    with opened(arguments) as desk:
        written, problems = (_to_list if arguments.list else _suggested)(arguments, desk)
    shape = {"out": str(arguments.out), "letters": written, "problems": [_problem(each) for each in problems]}
    answer(arguments, shape, "\n".join([f"{arguments.out}: {written}", *map(_line, problems)]))


def labels(arguments: Namespace) -> None:
    """Address labels of a list."""
    spare_the_shop(arguments.out, arguments.shop)
    with opened(arguments, lock=False) as desk:
        offset = (arguments.right, arguments.down)
        ids = _ids(arguments, desk)
        problems = desk.stationery.labels(ids, arguments.sheet, arguments.out, arguments.start, offset)
    shape = {"out": str(arguments.out), "problems": [_problem(each) for each in problems]}
    answer(arguments, shape, "\n".join([str(arguments.out), *map(_line, problems)]))


def _to_list(arguments: Namespace, desk: Desk) -> tuple[int, tuple[Problem, ...]]:
    kind = LetterKind(arguments.kind)
    said: dict[str, Any] = {name: getattr(arguments, name) or "" for name in TEXTS}
    name = "/".join([arguments.list, kind, desk.workplace.today().isoformat(), *said.values()])
    mailing = Mailing(str(uuid5(NAMESPACE_URL, name)), kind, **said, until=arguments.until)
    batch = desk.mailings.write(mailing, _ids(arguments, desk), arguments.out)
    return len(batch.letters), batch.problems


def _suggested(arguments: Namespace, desk: Desk) -> tuple[int, tuple[Problem, ...]]:
    found = [each for each in desk.appreciation.day().suggestions if each.kind.value == arguments.kind]
    if not found:
        raise UserError("No letter of this kind is suggested today.")
    return len(desk.letters.write_batch(found, arguments.out)), ()


def _ids(arguments: Namespace, desk: Desk) -> list[int]:
    return desk.register.ids(desk.lists.named(arguments.list).listing, "", EVERYBODY)


def _problem(each: Problem) -> dict[str, Any]:
    return {"customer": each.customer_id, "name": each.name, "obstacle": each.obstacle.value}


def _line(each: Problem) -> str:
    return f"{each.customer_id:>6}  {each.name:<32}  {each.obstacle.value}"
