"""Who bought: the people of receipts, each told before the first of their purchases."""

from collections.abc import Mapping, Sequence

from cxdesk.documents.imports.cells import REMEMBERED
from cxdesk.documents.imports.columns import Column
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import PersonRow
from cxdesk.domain.profiles import FIELDS, PERSON, Subject


class Buyers:
    """The buyers of rows, by their key, empty for nobody; people who were not told lately come along."""

    def __init__(self, people: PeopleReader) -> None:
        wanted = [name for name in PERSON if name in FIELDS[Subject.PURCHASES]]
        self._places = sorted({place for name in wanted for place in people.cells.places.get(name, ())})
        self._people = people
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, line: int, cells: Sequence[str]) -> tuple[str, PersonRow | None]:
        """The buyer of one row, and the person when they have to be told.

        Raises:
            UserError: when a value cannot be read.
        """
        values = tuple([cells[place] for place in self._places])
        if values in self._known:
            return self._known[values], None
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        person = self._people.person(line, cells) if any(values) else None
        self._known[values] = person.key if person else ""
        return self._known[values], person

    def of_all(
        self, rows: Sequence[tuple[int, list[str]]], columns: Sequence[Column]
    ) -> tuple[Sequence[str], Mapping[int, PersonRow]]:
        """The buyer of each row, and by the number of the row (from 0) the people who have to be told.

        Raises:
            UserError: when a value cannot be read, even where the rest could be; then nobody has been told.
        """
        if not self._places:
            return [""] * len(rows), {}
        values = list(zip(*[columns[place] for place in self._places], strict=True))
        found = list(map(self._known.get, values))
        unknown = [at for at, key in enumerate(found) if key is None]
        people = {}
        try:
            for at in unknown:
                found[at] = self._known.get(values[at])
                if found[at] is None:
                    found[at], person = self.of(*rows[at])
                    if person:
                        people[at] = person
            self._demand_whole()
        except UserError:
            for at in unknown:
                self._known.pop(values[at], None)
            raise
        return [key or "" for key in found], people

    def _demand_whole(self) -> None:
        if left_out := self._people.cells.left_out:
            raise left_out[0]
