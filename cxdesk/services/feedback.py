"""What staff can do with feedback: record it once, correct it, answer it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback as Entry
from cxdesk.domain.scores import CES_ANSWERS, CSAT_ANSWERS, NPS_ANSWERS
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Thank, Workplace
from cxdesk.storage import feedback

COMMENT_LIMIT = 20_000
LONGEST_WAIT = 24 * 60  # minutes


class Feedback:
    """What customers have answered and said."""

    def __init__(self, workplace: Workplace, thank: Thank) -> None:
        self._work, self._thank = workplace, thank

    def get(self, feedback_id: int) -> Entry:
        """One feedback.

        Raises:
            UserError: when there is no such feedback.
        """
        found = feedback.get(self._work.db, feedback_id)
        if found is None:
            raise UserError("There is no feedback number {number}.", number=feedback_id)
        return found

    def record(self, entry: Entry) -> int:
        """Save a new feedback; gives the id. The same form (uuid) saved twice is one feedback.

        Raises:
            UserError: when nothing was answered, a score is off its scale, the comment is too long, the day lies
                ahead, or there is no such customer or product (any more).
        """
        known = feedback.by_uuid(self._work.db, entry.uuid) if entry.uuid else None
        if known:
            return known
        with self._work.change("Feedback recorded", customer_id=entry.customer_id):
            return self.add(entry)

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""
        return bool(uuid) and feedback.by_uuid(self._work.db, uuid) is not None

    def add(self, entry: Entry) -> int:
        """Add a feedback within the change in progress; gives the id."""
        at = self._work.stamp()
        staff_id = entry.staff_id or self._work.staff_id
        made = feedback.insert(self._work.db, replace(self.checked(entry), at=at, staff_id=staff_id))
        if entry.customer_id is not None:
            self._thank(entry.customer_id, "answer")
        return made

    def correct(self, entry: Entry) -> None:
        """Save a corrected feedback under its id."""
        self.get(entry.id)
        with self._work.change("Feedback corrected", customer_id=entry.customer_id):
            feedback.update(self._work.db, self.checked(entry))

    def resolve(self, feedback_id: int, resolution: str = "") -> None:
        """Close a follow-up: the customer was answered, and how."""
        entry = self.get(feedback_id)
        with self._work.change("Feedback answered", customer_id=entry.customer_id):
            self.close(entry, resolution)

    def close(self, entry: Entry, resolution: str) -> None:
        """Close a follow-up within the change in progress."""
        text = clean(resolution, COMMENT_LIMIT, lines=True)
        feedback.update(self._work.db, replace(entry, resolved=self._work.today(), resolution=text))

    def unresolved(self) -> list[Entry]:
        """What waits for an answer, oldest first."""
        return feedback.unresolved(self._work.db)

    def between(self, first: date, last: date) -> list[Entry]:
        """The feedback of a period, both days included."""
        return feedback.between(self._work.db, first, last)

    def latest(self, limit: int = 5) -> list[Entry]:
        """The feedback recorded last, newest first."""
        return feedback.latest(self._work.db, limit)

    def counts(self, first: date, last: date) -> dict[str, int]:
        """How many feedbacks of a period, both days included, there are of each filter (see `storage.feedback`)."""
        return feedback.counts(self._work.db, first, last)

    def ids(self, filter_by: str = "all", first: date | None = None, last: date | None = None) -> list[int]:
        """The ids of one filter (see `storage.feedback`) and period, newest first."""
        return feedback.ids(self._work.db, filter_by, first, last)

    def rows(self, ids: Sequence[int]) -> list[Entry]:
        """These feedbacks in this order."""
        return feedback.by_ids(self._work.db, ids)

    def checked(self, entry: Entry) -> Entry:
        """The same feedback fit to be kept.

        Raises:
            UserError: as `record` says.
        """
        for name, answer, scale in (
            ("NPS", entry.nps, NPS_ANSWERS),
            ("CSAT", entry.csat, CSAT_ANSWERS),
            ("CES", entry.ces, CES_ANSWERS),
        ):
            if answer is not None and answer not in scale:
                raise UserError(
                    "{score} goes from {low} to {high}, not {answer}.",
                    score=name,
                    low=scale[0],
                    high=scale[-1],
                    answer=answer,
                )
        if entry.waited is not None and not 0 <= entry.waited <= LONGEST_WAIT:
            raise UserError(
                "A wait is 0 to {most} minutes, not {minutes}.", most=LONGEST_WAIT, minutes=entry.waited
            )
        if entry.day > self._work.today():
            raise UserError("The feedback lies in the future: {day}. Check the date.", day=entry.day)
        entry = replace(entry, comment=clean(entry.comment, COMMENT_LIMIT, lines=True))
        if entry.empty:
            raise UserError("Choose at least one answer or write a comment.")
        if entry.customer_id is not None:
            self._work.customer(entry.customer_id)
        if entry.product_id is not None:
            self._work.product(entry.product_id)
        return entry
