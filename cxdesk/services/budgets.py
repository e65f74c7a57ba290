"""The budget for thanking, measured against what was spent."""

from datetime import date, timedelta

from cxdesk.domain.budget import Budget, Earned, yearly
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, figures


class Budgets:
    """The budgets of months and years."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace
        self._earned: tuple[object, Earned] | None = None

    def of(self, day: date) -> Budget:
        """The budget of the month and the year in which `day` lies."""
        shop, db = self._work.shop(), self._work.db
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        percent = shop.yearly_percent
        earned = self._last_year(day.year - 1) if percent else None
        return Budget(
            shop.monthly_budget,
            actions.spent(db, first, last),
            yearly(shop.yearly_budget, percent, earned),
            actions.spent(db, day.replace(month=1, day=1), day.replace(month=12, day=31)),
            percent,
            earned,
        )

    def _last_year(self, year: int) -> Earned:
        """What that year brought; it is counted anew when its receipts, the purchase prices or the day have changed."""
        key = (year, self._work.today(), figures.signature(self._work.db, year))
        if self._earned is None or self._earned[0] != key:
            self._earned = key, figures.earned(self._work.db, year)
        return self._earned[1]
