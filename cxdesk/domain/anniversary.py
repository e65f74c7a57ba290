"""A day that a customer keeps every year besides the birthday: a wedding day, a name day, a child's birthday."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.customer import Birthday


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day with its name; it comes round as a birthday does, so that 29 February is kept on 28 February."""

    name: str
    day: Birthday
    id: int = 0

    def next(self, today: date) -> date:
        """The first time it is kept that is not before `today`."""
        return self.day.next(today)

    def years(self, on: date) -> int | None:
        """How many years it is in the year of `on`; None without a year, and in that year itself."""
        return self.day.age(on) or None
