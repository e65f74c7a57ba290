"""Lists of customers that somebody has given a name."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import Listing, SavedList
from cxdesk.language.folding import clean, search_key, sort_key
from cxdesk.services.register import Register
from cxdesk.services.workplace import Workplace
from cxdesk.storage import lists

NAME_LIMIT = 60


class Lists:
    """Saved lists."""

    def __init__(self, workplace: Workplace, register: Register) -> None:
        self._work, self._register = workplace, register

    def every(self) -> list[SavedList]:
        """All saved lists by their names."""
        code = self._work.shop().language
        return sorted(lists.every(self._work.db), key=lambda saved: sort_key(saved.name, code))

    def named(self, name: str) -> SavedList:
        """The list of this name, in any spelling.

        Raises:
            UserError: when there is none.
        """
        found = self._find(name)
        if found is None:
            raise UserError("There is no list called {name}.", name=name)
        return found

    def counts(self) -> dict[int, int]:
        """How many customers are on each list."""
        return {saved.id: self._register.count(saved.listing) for saved in self.every()}

    def save(self, name: str, listing: Listing) -> int:
        """Keep a list under a name; gives its id. A list that has the name already is replaced.

        Raises:
            UserError: when there is no name, or it is too long.
        """
        name = _checked(name)
        found = self._find(name)
        if found:
            with self._work.change("List changed", detail=name):
                lists.update(self._work.db, replace(found, listing=listing))
            return found.id
        with self._work.change("List saved", detail=name):
            return lists.insert(self._work.db, name, listing)

    def rename(self, saved: SavedList, name: str) -> None:
        """Give a list another name.

        Raises:
            UserError: when there is no name, it is too long, or another list has it.
        """
        name = _checked(name)
        other = self._find(name)
        if other and other.id != saved.id:
            raise UserError("There is a list called {name} already. Choose another name.", name=other.name)
        with self._work.change("List renamed", detail=name):
            lists.update(self._work.db, replace(saved, name=name))

    def delete(self, saved: SavedList) -> None:
        """Take a list away; its customers stay."""
        with self._work.change("List deleted", detail=saved.name):
            lists.delete(self._work.db, saved.id)

    def _find(self, name: str) -> SavedList | None:
        wanted = search_key(name)
        return next((each for each in lists.every(self._work.db) if search_key(each.name) == wanted), None)


def _checked(name: str) -> str:
    name = clean(name, NAME_LIMIT)
    if not search_key(name):
        raise UserError("Write a name for the list.")
    return name
