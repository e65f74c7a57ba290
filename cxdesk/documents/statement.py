"""The statement of a customer: points lot by lot, every entry of the book, and what else is kept for them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents.blocks import gap, style, table, text
from cxdesk.documents.pages import write_banded
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import ACCENT, BOLD
from cxdesk.domain.statement import Statement
from cxdesk.language import goals, loyalty
from cxdesk.language.language import Language
from cxdesk.language.text import capital

if TYPE_CHECKING:
    from datetime import date

    from reportlab.platypus import Flowable

WIDTHS = (100.0, 37.0, 37.0)


def write_statement(statement: Statement, language: Language, path: Path) -> None:
    """`statement` in `language` as a PDF at `path`.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    title = (language.tr("What you have with us"), statement.name)
    write_banded(path, title, statement.shop, statement.made, language, lambda: _story(statement, language))


def _story(statement: Statement, language: Language) -> list["Flowable"]:
    say = language.tr
    return [
        *(_balance(statement, language) if statement.entries else ()),
        *_part(
            say("Your points"),
            (say("Came in"), say("Points"), say("Valid until")),
            _lots(statement, language),
        ),
        *_part(say("How they came and went"), ("", say("Day"), say("Points")), _entries(statement, language)),
        *_part(
            say("Coupons and gift cards"), ("", say("Code"), say("Valid until")), _offers(statement, language)
        ),
        *_part(
            say("Stamp cards and goals"), ("", say("Since when"), say("So far")), _aims(statement, language)
        ),
        *_part(
            say("What we have promised"), ("", say("Promised"), say("Due")), _promises(statement, language)
        ),
        *_part(say("What you allow"), ("", "", say("Since when")), _permissions(statement, language)),
    ]


def _balance(statement: Statement, language: Language) -> list["Flowable"]:
    balance, worth = loyalty.points(language, statement.balance), language.money(statement.value)
    said = language.tr("{points}, worth {money}", points=balance, money=worth)
    return [para(said, style(BOLD, 16, ACCENT)), gap(4)]


def _part(title: str, head: Sequence[str], rows: list[tuple[str, str, str]]) -> list["Flowable"]:
    """A heading and its table; nothing at all where there are no rows."""
    if not rows:
        return []
    named = para(title, style(BOLD, 12, spaceBefore=8, spaceAfter=4, keepWithNext=1))
    return [named, table(head, rows, WIDTHS), text("")]


def _lots(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    """What came in on one day and expires on one day stands in one row."""
    sums: Counter[tuple[date, date | None]] = Counter()
    for lot in statement.lots:
        sums[lot.day, lot.expires] += lot.left
    return [
        (language.date(day), language.number(left), language.date(last) if last else language.tr("for ever"))
        for (day, last), left in sums.items()
    ]


def _entries(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    return [
        (capital(words), language.date(day), language.number(points, plus=True))
        for words, day, points in loyalty.entries(language, statement.entries)
    ]


def _offers(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    coupons = [
        (capital(loyalty.coupon(language, each)), each.code, language.date(each.last))
        for each in statement.coupons
    ]
    cards = [
        (
            f"{loyalty.card_kind(language, each.kind)} {language.money(each.balance)}",
            each.code,
            language.date(each.last) if each.last else language.tr("for ever"),
        )
        for each in statement.gift_cards
    ]
    return [*coupons, *cards]


def _aims(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    """How full the stamp cards are, and how far the customer's own goals have come."""
    stamps = [(capital(name), "", f"{have} / {full}") for name, have, full in statement.stamps]
    aims = [
        (
            capital(goals.title(language, each.goal)),
            language.date(each.goal.day),
            goals.progress(language, each),
        )
        for each in statement.goals
    ]
    return [*stamps, *aims]


def _promises(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    return [(each.text, language.date(each.day), language.date(each.due)) for each in statement.promises]


def _permissions(statement: Statement, language: Language) -> list[tuple[str, str, str]]:
    yes, no = language.tr("allowed"), language.tr("not allowed")
    return [
        (each.words, yes if each.allowed else no, language.date(each.since) if each.since else "")
        for each in statement.permissions
    ]
