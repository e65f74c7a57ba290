"""A visit at the counter: all that came of it, saved together as one undo step."""

from dataclasses import dataclass, replace
from typing import Protocol

from cxdesk.domain.feedback import Feedback as FeedbackEntry
from cxdesk.domain.interview import Interview
from cxdesk.domain.note import Note
from cxdesk.domain.promise import Promise
from cxdesk.domain.purchase import Purchase
from cxdesk.services.feedback import Feedback
from cxdesk.services.interviews import Interviews
from cxdesk.services.notes import Notes
from cxdesk.services.promises import Promises
from cxdesk.services.purchases import Purchases
from cxdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Visit:
    """What the counter saves; each part under the identity of its form."""

    purchase: Purchase | None = None
    feedback: FeedbackEntry | None = None
    note: Note | None = None
    interview: Interview | None = None
    promise: Promise | None = None


class Knowing(Protocol):
    """A service that remembers which forms it has saved."""

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""


class Visits:
    """The counter's one save; each of `services` keeps the part of a visit that bears its name."""

    def __init__(
        self,
        workplace: Workplace,
        purchase: Purchases,
        feedback: Feedback,
        note: Notes,
        interview: Interviews,
        promise: Promises,
    ) -> None:
        self._work = workplace
        self._purchase, self._feedback, self._note, self._interview = purchase, feedback, note, interview
        self._promise = promise

    def record(self, visit: Visit) -> None:
        """Save a visit; the same forms (uuids) saved twice are one visit.

        Raises:
            UserError: when a part is refused, as its service says; then nothing of the visit is saved.
        """
        new = self._unknown(visit)
        if new == Visit():
            return
        parts = (new.purchase, new.feedback, new.note, new.interview, new.promise)
        customer_id = next((part.customer_id for part in parts if part), None)
        with self._work.change("Visit recorded", customer_id=customer_id):
            bought = self._purchase.add(new.purchase) if new.purchase else None
            if said := new.feedback:
                self._feedback.add(replace(said, purchase_id=bought or said.purchase_id))
            if new.note:
                self._note.add(new.note)
            if held := new.interview:
                self._interview.add(replace(held, purchase_id=bought or held.purchase_id))
            if given := new.promise:
                self._promise.add(replace(given, purchase_id=bought or given.purchase_id))

    def knows(self, visit: Visit) -> bool:
        """Whether a part of this visit has been saved, under the same identity."""
        return self._unknown(visit) != visit

    def _unknown(self, visit: Visit) -> Visit:
        """What of a visit has not been saved yet."""
        services: dict[str, Knowing] = {
            "purchase": self._purchase,
            "feedback": self._feedback,
            "note": self._note,
            "interview": self._interview,
            "promise": self._promise,
        }
        known = [name for name, service in services.items() if service.knows(_uuid(getattr(visit, name)))]
        return replace(visit, **dict.fromkeys(known))


def _uuid(part: Purchase | FeedbackEntry | Note | Interview | Promise | None) -> str:
    return part.uuid if part else ""
