"""Who of a list may be written to: permission is asked anew whenever something goes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxdesk.domain import consent
from cxdesk.domain.appreciation import ADULT
from cxdesk.domain.customer import ContactChannel, Customer
from cxdesk.domain.mailing import STOPS, Obstacle, Problem
from cxdesk.services.recipients import Recipients
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, customers


@dataclass(frozen=True, slots=True)
class Audience:
    """Those who get it, in the order of the list, and what is the matter with whom."""

    people: tuple[Customer, ...]
    problems: tuple[Problem, ...]


def gather(work: Workplace, ids: Sequence[int], *, service: bool = False) -> Audience:
    """Who of these may get a letter; `service` is an answer to their own word, which needs no marketing permission."""
    found = {customer.id: customer for customer in customers.many(work.db, ids)}
    events = consents.of_many(work.db, ids)
    basis, today = work.shop().letter_basis, work.today()
    people, problems = [], []
    for customer in (found[i] for i in ids if i in found):
        allowed = service or consent.may_contact(events[customer.id], ContactChannel.LETTER, basis)
        obstacle = _obstacle(customer, today, allowed=allowed, service=service)
        if obstacle:
            problems.append(Problem(customer.id, customer.name, obstacle))
        if obstacle not in STOPS:
            people.append(customer)
    return Audience(tuple(people), tuple(problems))


def reach(
    work: Workplace, ids: Sequence[int], channel: ContactChannel, *, service: bool = False
) -> dict[int, str]:
    """Where those of a list who permit e-mail or text messages are reached: an address or number by customer."""
    recipients = Recipients(work, channel, work.shop().language)
    people = (person for i in ids if (person := customers.get(work.db, i)))
    places = {person.id: recipients.place(person, service=service) for person in people}
    return {i: place[0] for i, place in places.items() if place}


def _obstacle(customer: Customer, today: date, *, allowed: bool, service: bool) -> Obstacle | None:
    if customer.restricted or not allowed:
        return Obstacle.NOT_PERMITTED
    years = customer.birthday.years(today) if customer.birthday else None
    if not service and years is not None and years < ADULT:
        return Obstacle.CHILD
    if not customer.name:
        return Obstacle.NO_NAME
    return None if customer.street or customer.postcode else Obstacle.NO_ADDRESS
