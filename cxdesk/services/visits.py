"""A visit at the counter: purchase and feedback of one customer, saved together as one undo step."""

from dataclasses import dataclass, replace

from cxdesk.domain.feedback import Feedback as FeedbackEntry
from cxdesk.domain.purchase import Purchase
from cxdesk.services.feedback import Feedback
from cxdesk.services.purchases import Purchases
from cxdesk.services.workplace import Workplace
from cxdesk.storage import feedback, purchases


@dataclass(frozen=True, slots=True)
class Visit:
    """What the counter saves; at least one of the two."""

    purchase: Purchase | None = None
    feedback: FeedbackEntry | None = None


class Visits:
    """The counter's one save."""

    def __init__(self, workplace: Workplace, bought: Purchases, said: Feedback) -> None:
        self._work = workplace
        self._purchases = bought
        self._feedback = said

    def record(self, visit: Visit) -> None:
        """Save a visit; the same forms (uuids) saved twice are one visit.

        Raises:
            UserError: as `Purchases.record` and `Feedback.record` say; then nothing of the visit is saved.
        """
        bought = visit.purchase if visit.purchase and not self._knows_purchase(visit.purchase) else None
        said = visit.feedback if visit.feedback and not self._knows_feedback(visit.feedback) else None
        if not (bought or said):
            return
        customer_id = bought.customer_id if bought else said.customer_id if said else None
        with self._work.change("Visit recorded", customer_id=customer_id):
            purchase_id = self._purchases.add(bought) if bought else None
            if said:
                self._feedback.add(replace(said, purchase_id=purchase_id or said.purchase_id))

    def _knows_purchase(self, purchase: Purchase) -> bool:
        return purchases.by_uuid(self._work.db, purchase.uuid) is not None

    def _knows_feedback(self, entry: FeedbackEntry) -> bool:
        return feedback.by_uuid(self._work.db, entry.uuid) is not None
