"""The notice of an event for the shop's board and window, in letters that are read from some steps away."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents.blocks import gap, style
from cxdesk.documents.pages import write_banded
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import ACCENT, BOLD, REGULAR, SEMIBOLD
from cxdesk.domain.campaign import Campaign
from cxdesk.language import campaigns as words
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


def write_poster(event: Campaign, shop: str, day: date, language: Language, path: Path) -> None:
    """The notice of an event in `language` as a PDF at `path`: what, when, where, and what it brings.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    title = (words.kinds(language)[event.kind], event.name)
    write_banded(path, title, shop, day, language, lambda: _story(event, language), named=False)


def _story(event: Campaign, language: Language) -> list["Flowable"]:
    days = [f"{language.weekday(day)} {language.date_long(day)}" for day in (event.first, event.last)]
    until = [f"– {days[1]}"] if event.last > event.first else []
    facts = [days[0], *until, event.time, event.place]
    return [
        gap(8),
        para(event.name, style(BOLD, 44, ACCENT, spaceAfter=24)),
        *(para(fact, style(SEMIBOLD, 24, spaceAfter=6)) for fact in facts if fact),
        gap(10),
        *(para(line, style(REGULAR, 20, spaceAfter=10)) for line in words.plan(language, event)),
    ]
