"""The list that lies at the door: who is invited, what they answered, and a box to tick."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents.blocks import gap, table, text
from cxdesk.documents.pages import write_banded
from cxdesk.domain.campaign import Campaign, Invitation
from cxdesk.language import campaigns as words
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

WIDTHS = (70.0, 36.0, 20.0, 28.0, 20.0)
OPEN, CAME = "☐", "☑"


def write_guests(
    event: Campaign, guests: Sequence[Invitation], shop: str, day: date, language: Language, path: Path
) -> None:
    """The guests of an event in `language` as a PDF at `path`.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    title = (language.tr("Guest list"), event.name)
    write_banded(path, title, shop, day, language, lambda: _story(event, guests, language))


def _story(event: Campaign, guests: Sequence[Invitation], language: Language) -> list["Flowable"]:
    say, replies = language.tr, words.replies(language)
    head = (say("Name"), say("Reply"), say("Brings"), say("Code"), say("Came"))
    rows = [
        (
            each.name,
            replies[each.reply or ""],
            language.number(each.guests, plus=True) if each.guests else "",
            each.code,
            CAME if each.came else OPEN,
        )
        for each in guests
    ]
    count = language.tr_n("{n} name on the list", "{n} names on the list", len(rows))
    return [text(words.when(language, event)), text(count), gap(4), table(head, rows, WIDTHS)]
