"""The register as a list: who is on it, how many each group has, what the rows say, what can be chosen."""

from collections.abc import Sequence

from cxdesk.domain.listing import Listing, Row, Subject
from cxdesk.domain.shop import LetterBasis
from cxdesk.language.folding import clean, sort_key
from cxdesk.services.workplace import Workplace
from cxdesk.storage import conditions, customers
from cxdesk.storage import register as storage

TYPED, FOUND_AT_MOST = 200, 500
LONG = 5000


class Register:
    """Lists of customers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def ids(self, listing: Listing | None = None, text: str = "", limit: int = FOUND_AT_MOST) -> list[int]:
        """The ids of everybody on a list, in its order; with `text`, only of those whom somebody typing it may mean.

        In no order what was found stands nearest first.
        """
        listing, found = listing or Listing(), self._found(text, limit)
        if found is not None and not listing.order and not listing.conditions:
            return found
        work = self._work
        ordered = storage.ids(
            work.db,
            listing,
            work.today(),
            work.shop().language,
            by_default=self._by_default(),
            among_these=found,
        )
        if found is None or listing.order:
            return ordered
        kept = frozenset(ordered)
        return [i for i in found if i in kept]

    def count(self, listing: Listing) -> int:
        """How many customers are on a list."""
        work = self._work
        return storage.count(work.db, listing.conditions, work.today(), by_default=self._by_default())

    def rows(self, ids: Sequence[int], columns: Sequence[str]) -> list[Row]:
        """What these columns say of these customers, in the order of `ids`."""
        return storage.rows(self._work.db, ids, columns, self._work.today(), by_default=self._by_default())

    def counts(self) -> dict[str, int]:
        """How many customers there are in all, and in each group."""
        return storage.counts(self._work.db, self._work.today(), by_default=self._by_default())

    def is_empty(self) -> bool:
        """Whether there is nobody yet."""
        return not storage.newest(self._work.db)

    def is_long(self) -> bool:
        """Whether reading a whole list takes long enough to be noticed."""
        return storage.newest(self._work.db) > LONG

    def used(self, subject: Subject, field: int = 0) -> list[str]:
        """The texts that customers have for `subject`, in the order of the shop's language."""
        code = self._work.shop().language
        found = conditions.used(self._work.db, subject, field)
        return sorted(found, key=lambda text: sort_key(text, code))

    def _found(self, text: str, limit: int) -> list[int] | None:
        typed = clean(text[:TYPED], TYPED)
        return customers.search(self._work.db, typed, self._work.shop().country, limit) if typed else None

    def _by_default(self) -> bool:
        return self._work.shop().letter_basis is LetterBasis.OPT_OUT
