"""What staff can do when something is asked for that is not in stock: note it, and tell when it is there."""

from dataclasses import dataclass, replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.request import Outcome, Request, Wanted
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import customers, requests

TEXT_LIMIT = 200
LARGEST = 10**6


@dataclass(frozen=True, slots=True)
class Call:
    """A request whose thing is there now, with whom to tell it."""

    request: Request
    name: str
    phone: str


class Requests:
    """What customers asked for and the shop did not have."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def record(self, request: Request) -> int:
        """Note a request; gives the id. The same form (uuid) saved twice is one request.

        A phone number that belongs to one customer alone names the customer.

        Raises:
            UserError: when it does not say what, or how much cannot be right.
        """
        known = requests.by_uuid(self._work.db, request.uuid) if request.uuid else None
        if known:
            return known
        request = self._checked(request)
        at = self._work.stamp()
        staff_id = request.staff_id or self._work.staff_id
        with self._work.change("Request noted", customer_id=request.customer_id, detail=request.text):
            return requests.insert(self._work.db, replace(request, at=at, staff_id=staff_id))

    def wanted(self, limit: int = 50) -> list[Wanted]:
        """What is asked for most and not there, or there and not yet told to everybody."""
        return requests.wanted(self._work.db, limit)

    def calls(self) -> list[Call]:
        """Whom to tell that it is there now: it is in stock again, or was marked as arrived."""
        found = requests.here(self._work.db)
        ids = [each.customer_id for each in found if each.customer_id]
        people = {row.id: row for row in customers.rows(self._work.db, ids)}
        return [
            Call(each, people[each.customer_id].name, each.contact or people[each.customer_id].phone)
            if each.customer_id
            else Call(each, "", each.contact)
            for each in found
        ]

    def arrive(self, key: str, text: str) -> None:
        """Everything asked for under `key` has come; `text` says it in the history."""
        with self._work.change("Request arrived", detail=text):
            requests.arrive(self._work.db, key, self._work.today())

    def close(self, request_id: int, outcome: Outcome) -> None:
        """Note how a request ended.

        Raises:
            UserError: when it is not there any more, or has ended already.
        """
        request = requests.get(self._work.db, request_id)
        if request is None or request.closed:
            raise UserError("This request is not open any more.")
        with self._work.change("Request closed", customer_id=request.customer_id, detail=request.text):
            requests.close(self._work.db, request_id, self._work.today(), outcome)

    def _checked(self, request: Request) -> Request:
        text = clean(request.text, TEXT_LIMIT)
        if not text:
            raise UserError("Write what was asked for.")
        if not 0 < request.quantity <= LARGEST:
            raise UserError("Write the quantity as a number, such as 2 or 0,35.")
        contact = clean(request.contact, TEXT_LIMIT)
        request = replace(request, text=text, contact=contact, customer_id=self._customer(request, contact))
        if request.customer_id is not None:
            self._work.customer(request.customer_id)
        if request.product_id is not None:
            self._work.product(request.product_id)
        return request

    def _customer(self, request: Request, contact: str) -> int | None:
        if request.customer_id is not None or not contact:
            return request.customer_id
        known = customers.of_phone(self._work.db, contact, self._work.shop().country)
        return known[0] if len(known) == 1 else None
