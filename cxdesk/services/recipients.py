"""Who may be written to through a channel, and where: the one rule behind every mailing list."""

from cxdesk.domain import consent
from cxdesk.domain.appreciation import ADULT
from cxdesk.domain.customer import ContactChannel, ContactKind, Customer, Purpose
from cxdesk.language import territories
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, listings

REACHED_BY = {ContactChannel.EMAIL: ContactKind.EMAIL, ContactChannel.TEXT: ContactKind.PHONE}


class Recipients:
    """The people whom the shop may reach by e-mail, letter or text message; countries are in the language `code`."""

    def __init__(self, workplace: Workplace, channel: ContactChannel, code: str) -> None:
        self.shop = workplace.shop()
        self._today, self._channel, self._code = workplace.today(), channel, code
        self._events = consents.by_customer(workplace.db)
        objectors = [customer_id for customer_id in self._events if self._objects(customer_id)]
        self._taboo = listings.contact_keys(workplace.db, objectors)

    def place(self, person: Customer, *, service: bool = False) -> list[str]:
        """The cells of the address at which somebody may be reached; empty when they may not, or have none.

        Never a child's, and never a phone or an e-mail address that somebody shares who has objected; but an answer to
        their own word (`service`) reaches everybody whose data is not restricted.
        """
        if person.restricted or not (service or self._invites(person)):
            return []
        if self._channel is ContactChannel.LETTER:
            return self._postal(person) if person.street and person.town else []
        kind = REACHED_BY[self._channel]
        taboo = frozenset() if service else self._taboo
        return [p.value for p in person.contacts if p.kind is kind and p.key not in taboo][:1]

    def _invites(self, person: Customer) -> bool:
        return self._permits(person) and not self._is_child(person)

    def _permits(self, person: Customer) -> bool:
        return consent.may_contact(self._events[person.id], self._channel, self.shop.letter_basis)

    def _objects(self, customer_id: int) -> bool:
        event = consent.latest(self._events[customer_id], Purpose.MARKETING, self._channel)
        return event is not None and not event.given

    def _is_child(self, person: Customer) -> bool:
        years = person.birthday.years(self._today) if person.birthday else None
        return years is not None and years < ADULT

    def _postal(self, person: Customer) -> list[str]:
        country = territories.name(person.country, self._code)
        return [person.street, person.postcode, person.town, country]
