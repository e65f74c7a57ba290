"""The decisions about prize draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cxdesk.domain.draw import Draw
from cxdesk.domain.errors import UserError
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts


@dataclass(frozen=True, slots=True)
class DrawEntry:
    """What stands in the form of a new draw."""

    name: str
    prize: str
    first: str
    last: str
    places: str


@dataclass(frozen=True, slots=True)
class DrawRow:
    """A draw in words; `due` when it can be drawn."""

    id: int
    title: str
    detail: str
    badge: str
    due: bool
    drawn: bool


class DrawsView(Protocol):
    """What the half of the draws shows."""

    def show_draws(self, rows: Sequence[DrawRow]) -> None:
        """Show these draws."""

    def show_paper(self, file: Path, title: str) -> None:
        """Show the paper of a draw, to be printed."""


class Drawing:
    """Decides."""

    view: DrawsView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self._uuid = new_uuid()

    def load(self) -> None:
        """Show all draws, newest first."""
        self.view.show_draws([self._row(each) for each in self._desk.draws.every()])

    def announce(self, entry: DrawEntry) -> str:
        """Announce a draw; gives what is wrong, if anything."""
        try:
            first = typed.day(entry.first) if entry.first.strip() else self._desk.workplace.today()
            new = Draw(
                entry.name,
                first,
                typed.day(entry.last),
                "",
                entry.prize,
                amounts.whole(entry.places),
                uuid=self._uuid,
            )
            text = self._language.tr("Announced: {name}", name=entry.name.strip())
            self._acts.attempt(lambda: self._desk.draws.announce(new), text)
        except UserError as error:
            return self._language.error(error)
        self._uuid = new_uuid()
        return ""

    def draw(self, draw_id: int) -> None:
        """Draw the winners."""
        name = self._desk.draws.get(draw_id).name
        text = self._language.tr("Drawn: {name}", name=name)
        self._acts.do(lambda: self._desk.draws.draw(draw_id), text)

    def print(self, draw_id: int) -> None:
        """Show the announcement or the result, to be printed."""
        file, name = self._desk.draws.file(draw_id), self._desk.draws.get(draw_id).name
        if self._acts.told(lambda: self._desk.draws.write(draw_id, file)):
            self.view.show_paper(file, self._language.tr("Prize draw: {name}", name=name))

    def _row(self, each: Draw) -> DrawRow:
        say = self._language
        names = ", ".join(row.name for row in self._desk.customers.rows(each.winners))
        over = self._desk.workplace.today() > each.last
        parts = (
            f"{say.date(each.first)}–{say.date(each.last)}",
            each.prize,
            say.tr_n("{n} takes part", "{n} take part", self._desk.draws.taking_part(each)),
            say.tr("won by {names}", names=names)
            if names
            else say.tr_n("{n} winner", "{n} winners", each.places),
            say.tr("seed {seed}", seed=each.seed),
        )
        badge = say.tr("Drawn") if each.drawn else say.tr("Can be drawn") if over else say.tr("Goes on")
        detail = " · ".join(part for part in parts if part)
        return DrawRow(each.id, each.name, detail, badge, over and not each.drawn, bool(each.drawn))
