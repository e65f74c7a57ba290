"""What the owner can do with prize draws: announce one with its seed, and draw it once it has ended."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cxdesk import paths
from cxdesk.domain.draw import Draw, winners
from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace, new_uuid
from cxdesk.storage import customers, draws

TEXT_LIMIT = 200
MOST_PLACES = 100


class Draws:
    """Prize draws among those who answer."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[Draw]:
        """All draws, newest first."""
        return draws.every(self._work.db)

    def announce(self, draw: Draw) -> Draw:
        """Announce a draw; its seed is to be published now, before anybody knows who takes part.

        Raises:
            UserError: when it has no name, ends before it begins, or has no or too many winners.
        """
        made = replace(
            draw,
            name=clean(draw.name, TEXT_LIMIT),
            prize=clean(draw.prize, TEXT_LIMIT),
            seed=clean(draw.seed, TEXT_LIMIT) or new_uuid(),
        )
        if not made.name:
            raise UserError("Write a name.")
        if made.last < max(made.first, self._work.today()):
            raise UserError("The draw would end on {day}, which is too early.", day=made.last)
        if not 1 <= made.places <= MOST_PLACES:
            raise UserError("There are 1 to 100 winners.")
        with self._work.change("Prize draw announced", detail=made.name):
            return replace(made, id=draws.insert(self._work.db, made))

    def get(self, draw_id: int) -> Draw:
        """One draw.

        Raises:
            UserError: when there is no such draw.
        """
        known = next((each for each in self.every() if each.id == draw_id), None)
        if known is None:
            raise UserError("There is no draw number {number}.", number=draw_id)
        return known

    def taking_part(self, draw: Draw) -> int:
        """How many have a lot so far."""
        if draw.drawn:
            return len(draw.entries)
        return len(draws.taking_part(self._work.db, draw.first, draw.last))

    def file(self, draw_id: int) -> Path:
        """Where the paper of a draw belongs."""
        return paths.reports(self._work.db.path) / f"{self._work.today()} draw {draw_id}.pdf"

    def write(self, draw_id: int, path: Path) -> None:
        """Write the paper of a draw: the announcement with its seed, or the result that anybody can check.

        Raises:
            UserError: when there is no such draw, or the file cannot be written.
        """
        from cxdesk.documents.draws import write_draw  # noqa: PLC0415 - the window opens without it

        known, shop = self.get(draw_id), self._work.shop()
        names = {row.id: row.name for row in customers.rows(self._work.db, [*known.winners])}
        with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        write_draw(known, names, shop.name, self._work.today(), self._work.language(), path)

    def draw(self, draw_id: int) -> Draw:
        """Draw the winners among those who answered in its time.

        Raises:
            UserError: when there is no such draw, it is drawn already, goes on still, or nobody took part.
        """
        known = self.get(draw_id)
        if known.drawn:
            raise UserError("{name} was drawn on {day}.", name=known.name, day=known.drawn)
        if self._work.today() <= known.last:
            raise UserError("{name} goes on until {day}.", name=known.name, day=known.last)
        entries = tuple(draws.taking_part(self._work.db, known.first, known.last))
        if not entries:
            raise UserError(
                "Nobody has answered between {first} and {last}.", first=known.first, last=known.last
            )
        won = winners(known.seed, entries, known.places)
        settled = replace(known, drawn=self._work.today(), entries=entries, winners=won)
        with self._work.change("Prize drawn", detail=known.name):
            draws.settle(self._work.db, settled)
        return settled
