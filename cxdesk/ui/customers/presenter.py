"""What the register decides: who is listed, in which order, and what a row says."""

from collections.abc import Sequence

from cxdesk.domain.customer import CustomerRow
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

FOUND_AT_MOST = 500
COLUMNS = ("name", "phone", "town", "last_day", "days", "spend")
ORDER = ("name", False)
NEAREST = ("", False)  # what was found, the best hit first


class Register:
    """The customers that a filter and a search leave, ids first, rows when they are seen."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk, self._language = desk, language
        self.filter_by, self.text = "all", ""

    def find(self, order: str, descending: bool) -> Sequence[int]:  # noqa: FBT001 - the table's call
        """The ids in this order; in no order (NEAREST), what a search found stands nearest first."""
        text, register = self.text.strip(), self._desk.customers
        found = [row.id for row in register.search(text, FOUND_AT_MOST)] if text else []
        if text and not order and self.filter_by == "all":
            return found
        ordered = register.ids(order=order or ORDER[0], descending=descending, filter_by=self.filter_by)
        if not text:
            return ordered
        first, second = (ordered, found) if order else (found, ordered)
        kept = frozenset(second)
        return [i for i in first if i in kept]

    def rows(self, ids: Sequence[int]) -> list[tuple[str, ...]]:
        """The cells of these customers, in the order of COLUMNS."""
        return [self._cells(row) for row in self._desk.customers.rows(ids)]

    def titles(self) -> dict[str, tuple[str, bool]]:
        """The columns' titles, and whether they hold figures."""
        say = self._language.tr
        return {
            "name": (say("Name"), False),
            "phone": (say("Phone"), False),
            "town": (say("Town"), False),
            "last_day": (say("Last visit"), True),
            "days": (say("Visits"), True),
            "spend": (say("Purchases"), True),
        }

    def filters(self, counts: dict[str, int] | None = None) -> dict[str, str]:
        """The filters in words, with their counts when they are known."""
        say = self._language.tr
        words = {
            "all": say("All"),
            "new": say("New customers"),
            "regular": say("Regulars"),
            "silent": say("Silent for 90 days"),
            "no_letters": say("No letter permission"),
        }
        if counts is None:
            return words
        return {key: f"{text} {self._language.number(counts[key])}" for key, text in words.items()}

    def nothing(self) -> str:
        """What an empty list means."""
        text = self.text.strip()
        if text:
            return self._language.tr("Nobody is found for “{text}”.", text=text)
        return self._language.tr("Nobody is in this group at the moment.")

    def _cells(self, row: CustomerRow) -> tuple[str, ...]:
        say = self._language
        return (
            row.name or f"#{row.id}",
            row.phone,
            row.town,
            say.date(row.last_day) if row.last_day else "–",
            say.number(row.days),
            say.money(row.spend) if row.days else "–",
        )
