"""What staff can do with interviews: keep what was wished, shown, proposed and decided."""

from dataclasses import replace
from datetime import timedelta

from cxdesk.domain.errors import UserError
from cxdesk.domain.interview import Interview
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import interviews, purchases

LIMIT = 1000
NAME_LIMIT = 200
SEASON = 30  # days
HITS = 6


class Interviews:
    """Guided interviews about a need."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""
        return bool(uuid) and interviews.by_uuid(self._work.db, uuid) is not None

    def hits(self) -> list[str]:
        """What has sold best lately, by name."""
        today = self._work.today()
        return purchases.best_sellers(self._work.db, today - timedelta(days=SEASON), today, HITS)

    def add(self, interview: Interview) -> int:
        """Add an interview within the change in progress; gives the id.

        Raises:
            UserError: when no step was taken, it lies in the future, or there is no such customer (any more).
        """
        kept = replace(
            interview,
            wishes=clean(interview.wishes, LIMIT),
            hits=tuple(clean(hit, NAME_LIMIT) for hit in interview.hits),
            proposal=clean(interview.proposal, LIMIT),
            at=self._work.stamp(),
            staff_id=interview.staff_id or self._work.staff_id,
        )
        if kept.empty:
            raise UserError("Take at least one step of the interview.")
        if kept.day > self._work.today():
            raise UserError("The interview lies in the future: {day}. Check the date.", day=kept.day)
        if kept.customer_id is not None:
            self._work.customer(kept.customer_id)
        return interviews.insert(self._work.db, kept)
