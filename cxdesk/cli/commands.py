"""What each command does: open the shop, call one service, print the answer."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer as _answer
from cxdesk.cli.answers import language_of as _language
from cxdesk.cli.answers import opened as _open
from cxdesk.cli.answers import spare_the_shop as _spare_the_shop
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.shop import Shop
from cxdesk.language import history as said
from cxdesk.services import backups
from cxdesk.services import desk as desks

EVERYBODY = 1_000_000


def new(arguments: Namespace) -> None:
    """Make a new, empty shop file."""
    shop = Shop(arguments.name, language=arguments.lang or "fi", currency=arguments.currency)
    desks.found(arguments.shop, shop, arguments.now).close()
    _answer(arguments, {"shop": str(arguments.shop)}, str(arguments.shop))


def demo(arguments: Namespace) -> None:
    """Make a demo shop."""
    from cxdesk.services import demo as generator  # noqa: PLC0415 - reads its word lists

    now = arguments.now()
    if arguments.today:
        now = datetime.combine(arguments.today, time(12), now.tzinfo)
    shop = Shop("CX Desk", language=arguments.lang or "fi")
    desk = desks.found(arguments.shop, shop, lambda: now)
    try:
        generator.make(
            desk.workplace.db,
            customers=arguments.customers,
            years=arguments.years,
            seed=arguments.seed,
            now=now,
            language=shop.language,
        )
    finally:
        desk.close()
    _answer(arguments, {"shop": str(arguments.shop)}, str(arguments.shop))


def check(arguments: Namespace) -> int:
    """Check that the shop file is sound."""
    with _open(arguments) as desk:
        findings = [f"{finding.fault.value}: {finding.detail}" for finding in desk.backups.check()]
    words = "\n".join(findings) or arguments.say.tr("The shop file is sound.")
    _answer(arguments, {"sound": not findings, "findings": findings}, words)
    return 1 if findings else 0


def backup(arguments: Namespace) -> None:
    """Make a verified backup."""
    with _open(arguments, lock=False) as desk:
        path = desk.backups.make(arguments.folder)
    _answer(arguments, {"backup": str(path)}, str(path))


def restore(arguments: Namespace) -> None:
    """Put a backup in the place of a shop file."""
    kept = backups.put_back(arguments.backup, arguments.shop, arguments.now())
    print(arguments.say.tr("{shop} is restored.", shop=arguments.shop))
    if kept:
        print(arguments.say.tr("What stood there before is kept in {path}.", path=kept))


def history(arguments: Namespace) -> None:
    """Who changed what and when."""
    with _open(arguments, lock=False) as desk:
        changes = desk.history.changes(limit=EVERYBODY)
        language = _language(arguments, desk)
    lines = [
        f"{c.id:>6}  {c.at[:16].replace('T', ' ')}  {c.staff:<12}  {'✗ ' if c.undone else ''}{said.change(language, c)}"
        for c in changes
    ]
    _answer(arguments, [shapes.change(c, language) for c in changes], "\n".join(lines))


def undo(arguments: Namespace) -> None:
    """Take back a change."""
    with _open(arguments) as desk:
        made = desk.history.undo(arguments.change)
        _answer(
            arguments,
            {"change": made.id, "undoes": made.undoes},
            said.change(_language(arguments, desk), made),
        )


def redo(arguments: Namespace) -> None:
    """Bring back what was undone last."""
    with _open(arguments) as desk:
        made = desk.history.redo()
        _answer(
            arguments,
            {"change": made.id, "undoes": made.undoes},
            said.change(_language(arguments, desk), made),
        )


def customer(arguments: Namespace) -> None:
    """Everything about one customer."""
    with _open(arguments, lock=False) as desk:
        shape = shapes.customer(desk.customers.card(arguments.customer))
        shape["photo"] = bool(desk.photos.of(arguments.customer))
        money_of = _language(arguments, desk).money
    lines = [
        f"{name}: {value}" for name, value in shape.items() if isinstance(value, str | int) and value != ""
    ]
    lines += [f"  {p['date']}  {p['kind']:<10}  {money_of(p['total'])}" for p in shape["purchases"]]
    _answer(arguments, shape, "\n".join(lines))


def record_feedback(arguments: Namespace) -> None:
    """Record what a customer answered and said."""
    with _open(arguments) as desk:
        said = Feedback(
            id=0,
            day=arguments.date or desk.workplace.today(),
            customer_id=arguments.customer,
            nps=arguments.nps,
            csat=arguments.csat,
            ces=arguments.ces,
            comment=arguments.comment,
            channel=Channel(arguments.channel),
            stage=Stage(arguments.stage) if arguments.stage else None,
            needs=tuple(Need(need) for need in arguments.need),
            uuid=arguments.uuid,
            emotion=Emotion(arguments.emotion) if arguments.emotion else None,
            waited=arguments.waited,
            route=Route(arguments.route) if arguments.route else None,
        )
        made = desk.feedback.record(replace(said, follow_up=said.unhappy))
    _answer(arguments, {"id": made}, str(made))


def suggest(arguments: Namespace) -> None:
    """Whom to thank on a day."""
    with _open(arguments, lock=False) as desk:
        day = desk.appreciation.day(arguments.on)
        language = _language(arguments, desk)
    found = [shapes.suggestion(item, language, day.day) for item in day.suggestions]
    lines = [
        f"{s['id']}\n    {s['customer']['name']}: {s['reason']} {language.money(s['cost'])}" for s in found
    ]
    _answer(arguments, found, "\n".join(lines) or language.tr("Nobody to thank on this day."))


def done(arguments: Namespace) -> None:
    """Note that a suggestion was carried out."""
    with _open(arguments) as desk:
        item = desk.appreciation.find(arguments.suggestion, arguments.on)
        desk.appreciation.done(item, day=arguments.on)
    _answer(arguments, {"done": item.id}, item.id)


def letter(arguments: Namespace) -> None:
    """Write the letter of a suggestion as a PDF."""
    _spare_the_shop(arguments.out, arguments.shop)
    with _open(arguments) as desk:
        item = desk.appreciation.find(arguments.suggestion, arguments.on)
        desk.letters.write(item, arguments.out)
    _answer(arguments, {"letter": str(arguments.out)}, str(arguments.out))


def scores(arguments: Namespace) -> None:
    """NPS, CSAT and CES of a period."""
    if arguments.first > arguments.last:
        raise UserError("The period ends before it begins.")
    with _open(arguments, lock=False) as desk:
        shape = shapes.scores(desk.scores.between(arguments.first, arguments.last))
    few = arguments.say.tr("fewer than five answers")
    lines = [f"{name.upper()}: " + (_figures(figures) if figures else few) for name, figures in shape.items()]
    _answer(arguments, shape, "\n".join(lines))


def report(arguments: Namespace) -> None:
    """Write a report as a PDF."""
    _spare_the_shop(arguments.out, arguments.shop)
    with _open(arguments, lock=False) as desk:
        desk.reports.monthly(arguments.month, arguments.lang or desk.settings.shop().language, arguments.out)
    _answer(arguments, {"report": str(arguments.out)}, str(arguments.out))


def _parts(ids: list[int], size: int = 1000) -> Iterator[list[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _figures(figures: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value:.4g}" for name, value in figures.items() if value is not None)
