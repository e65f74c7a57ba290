"""What a customer likely buys next, each with the figures that say why."""

from cxdesk.domain import consent
from cxdesk.domain.recommendations import SOURCES, Likes, again, together
from cxdesk.services.gifts import unwanted
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, preferences, recommendations

FIRST = 10


class Recommendations:
    """Looks at purchases; nothing of who objects to profiling."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def of(self, customer_id: int, limit: int = FIRST, *, others: bool = True) -> Likes:
        """So many of a customer's own articles, and with `others` so many that go with them.

        Raises:
            UserError: when there is no such customer.
        """
        db, today = self._work.db, self._work.today()
        self._work.customer(customer_id)
        if not consent.may_profile(consents.of(db, customer_id)):
            return Likes()
        avoid = unwanted(preferences.warnings(db, [customer_id])[customer_id])
        bought = recommendations.habits(db, customer_id, today)
        own = again(bought, avoid)
        if not others:
            return Likes(tuple(own[:limit]))
        sources = [each.product for each in own[:SOURCES]]
        found = recommendations.companions(db, sources, {each.product.id for each in bought}, today)
        return Likes(tuple(own[:limit]), tuple(together(found, avoid)[:limit]))
