"""The paper of a prize draw: its seed before, who has won and how to check it afterwards."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents.blocks import gap, note, style, table, text
from cxdesk.documents.pages import write_banded
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import ACCENT, BOLD
from cxdesk.domain.draw import Draw
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

WIDTHS = (20.0, 154.0)


def write_draw(
    draw: Draw, names: Mapping[int, str], shop: str, day: date, language: Language, path: Path
) -> None:
    """`draw` in `language` as a PDF at `path`; `names` are those of the winners.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    title = (language.tr("Prize draw"), draw.name)
    write_banded(path, title, shop, day, language, lambda: _story(draw, names, language))


def _story(draw: Draw, names: Mapping[int, str], language: Language) -> list["Flowable"]:
    return [*_announced(draw, language), *(_drawn(draw, names, language) if draw.drawn else ())]


def _announced(draw: Draw, language: Language) -> list["Flowable"]:
    say = language.tr
    first, last = language.date(draw.first), language.date(draw.last)
    return [
        para(draw.prize or draw.name, style(BOLD, 16, ACCENT)),
        gap(3),
        text(
            say(
                "Everybody who answers us between {first} and {last} takes part once.", first=first, last=last
            )
        ),
        text(say("Seed: {seed}", seed=draw.seed)),
        gap(4),
        note(
            say("How the winners are found, and how anybody can check it"),
            [
                say(
                    "The seed above was written down and shown before anybody took part; it cannot be changed."
                ),
                say("Of the seed, a colon and the number of each participant the SHA-256 sum is worked out."),
                say("Whose sum comes first in the alphabet wins; the next ones follow."),
            ],
        ),
    ]


def _drawn(draw: Draw, names: Mapping[int, str], language: Language) -> list["Flowable"]:
    say = language.tr
    rows = [
        (names.get(i, say("somebody who has left")), language.tr("number {n}", n=i)) for i in draw.winners
    ]
    took = ", ".join(map(str, draw.entries))
    return [
        para(say("Winners"), style(BOLD, 12, spaceBefore=4, spaceAfter=4)),
        table((say("Drawn {day}", day=language.date(draw.drawn or draw.last)), ""), rows, WIDTHS[::-1]),
        para(say("Who took part, by number"), style(BOLD, 12, spaceBefore=8, spaceAfter=4)),
        text(took, limit=20_000),
    ]
