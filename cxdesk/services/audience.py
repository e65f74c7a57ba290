"""Who of a list may be written to: permission is asked anew whenever something goes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cxdesk.documents import fonts
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
        obstacles = list(_obstacles(customer, today, allowed=allowed, service=service))
        problems += [Problem(customer.id, customer.name, each) for each in obstacles]
        if STOPS.isdisjoint(obstacles):
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


def _obstacles(customer: Customer, today: date, *, allowed: bool, service: bool) -> Iterator[Obstacle]:
    """What is the matter: the first thing that stops the letter, or all that make it another one."""
    years = customer.birthday.years(today) if customer.birthday else None
    if customer.restricted or not allowed:
        yield Obstacle.NOT_PERMITTED
    elif not service and years is not None and years < ADULT:
        yield Obstacle.CHILD
    elif not customer.name:
        yield Obstacle.NO_NAME
    else:
        if not (customer.street or customer.postcode):
            yield Obstacle.NO_ADDRESS
        if not fonts.printable(f"{customer.name} {customer.street} {customer.town}"):
            yield Obstacle.UNPRINTABLE
