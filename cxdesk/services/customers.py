"""What staff can do with customers: find, save, note what they like, and keep what they allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from cxdesk.domain import absence, consent, encounters
from cxdesk.domain.absence import Absence
from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.appreciation import Action, LetterRecord
from cxdesk.domain.campaign import Attended
from cxdesk.domain.customer import (
    Consent,
    ContactChannel,
    ContactPoint,
    Customer,
    CustomerRow,
    CustomerSummary,
    Preference,
    PreferenceKind,
    Purpose,
    Tag,
)
from cxdesk.domain.draw import Draw
from cxdesk.domain.encounters import Encounter
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.fields import FieldValue
from cxdesk.domain.goodwill import Goodwill
from cxdesk.domain.interview import Interview
from cxdesk.domain.note import Note
from cxdesk.domain.points import book
from cxdesk.domain.promise import Promise
from cxdesk.domain.purchase import Purchase, PurchaseKind
from cxdesk.domain.relations import Household, Relation
from cxdesk.domain.request import Request
from cxdesk.language import territories
from cxdesk.language.folding import clean
from cxdesk.language.text import N_
from cxdesk.services.fields import Fields
from cxdesk.services.workplace import Thank, Workplace
from cxdesk.storage import (
    actions,
    anniversaries,
    consents,
    customers,
    draws,
    feedback,
    fields,
    goodwill,
    households,
    interviews,
    invitations,
    listings,
    notes,
    points,
    preferences,
    promises,
    purchases,
    relations,
    requests,
    tags,
)

NAME_LIMIT = 200
NOTE_LIMIT = 4_000
TEXTS = (
    "first_name",
    "last_name",
    "street",
    "postcode",
    "town",
    "country",
    "external_id",
    "persona",
    "origin",
)
OLDEST = 1900
PART = 500
ADDED = N_("Customer added")


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """All that the shop knows of one customer.

    `summary` and `absence` are None where there is too little to tell, `points` where none were ever given; `owed` are
    those that the next ones pay first. Of who objects to profiling nothing is added up, so that `summary`, `absence`
    and `spend` are None. `arrived` are those of the requests that are open and there now.
    """

    customer: Customer
    preferences: tuple[Preference, ...]
    consents: tuple[Consent, ...]
    purchases: tuple[Purchase, ...]
    feedback: tuple[Feedback, ...]
    actions: tuple[Action, ...]
    letters: tuple[LetterRecord, ...]
    spend: int | None
    summary: CustomerSummary | None
    absence: Absence | None
    profiling: bool
    points: int | None = None
    owed: int = 0
    tags: tuple[Tag, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    held: tuple[FieldValue, ...] = ()
    household: Household | None = None
    relations: tuple[Relation, ...] = ()
    notes: tuple[Note, ...] = ()
    interviews: tuple[Interview, ...] = ()
    promises: tuple[Promise, ...] = ()
    requests: tuple[Request, ...] = ()
    arrived: tuple[Request, ...] = ()
    goodwill: tuple[Goodwill, ...] = ()
    attended: tuple[Attended, ...] = ()
    won: tuple[Draw, ...] = ()

    @property
    def first_visit(self) -> date | None:
        """The day of the oldest sale."""
        return min(self._sales, default=None)

    @property
    def last_visit(self) -> date | None:
        """The day of the newest sale."""
        return max(self._sales, default=None)

    @property
    def _sales(self) -> list[date]:
        return [each.day for each in self.purchases if each.kind is PurchaseKind.SALE]

    @property
    def encounters(self) -> tuple[Encounter, ...]:
        """Promises, notes, requests and interviews as a timeline tells them, kind by kind."""
        return (
            *map(encounters.of_promise, self.promises),
            *map(encounters.of_note, self.notes),
            *map(encounters.of_request, self.requests),
            *map(encounters.of_interview, self.interviews),
        )


class Customers:
    """The register."""

    def __init__(self, workplace: Workplace, own: Fields, thank: Thank) -> None:
        self._work, self._own, self._thank = workplace, own, thank

    def get(self, customer_id: int) -> Customer:
        """One customer.

        Raises:
            UserError: when there is no such customer (any more).
        """
        return self._work.customer(customer_id)

    def card(self, customer_id: int) -> CustomerCard:
        """Everything about one customer."""
        db, customer = self._work.db, self.get(customer_id)
        events = consents.of(db, customer_id)
        profiling = consent.may_profile(events)
        days = purchases.days(db, customer_id)
        asked, earned = requests.of_customer(db, customer_id), points.of_customer(db, customer_id)
        return CustomerCard(
            customer=customer,
            preferences=tuple(preferences.of(db, customer_id)),
            consents=tuple(events),
            purchases=tuple(purchases.of_customer(db, customer_id)),
            feedback=tuple(feedback.of_customer(db, customer_id)),
            actions=tuple(actions.of_customer(db, customer_id)),
            letters=tuple(actions.letters_of(db, customer_id)),
            spend=purchases.net_spend(db, customer_id) if profiling else None,
            summary=purchases.summary(db, customer_id) if profiling else None,
            absence=absence.absence(days, None, self._work.today()) if profiling and len(days) >= 3 else None,
            profiling=profiling,
            points=book(earned).balance(self._work.today()) if earned else None,
            owed=book(earned).owed,
            tags=tuple(tags.of(db, customer_id)),
            anniversaries=tuple(anniversaries.of(db, customer_id)),
            held=tuple(fields.values(db, customer_id)),
            household=households.of(db, customer_id),
            relations=tuple(relations.of(db, customer_id)),
            notes=tuple(notes.of_customer(db, customer_id)),
            interviews=tuple(interviews.of_customer(db, customer_id)),
            promises=tuple(promises.of_customer(db, customer_id)),
            requests=tuple(request for request, _ in asked),
            arrived=tuple(request for request, here in asked if here),
            goodwill=tuple(goodwill.of_customer(db, customer_id)),
            attended=tuple(invitations.attended(db, customer_id)),
            won=tuple(draws.won(db, customer_id)),
        )

    def search(self, text: str, limit: int = 50) -> list[CustomerRow]:
        """The customers that somebody typing `text` may mean: any spelling, phone, e-mail, card or number."""
        db, typed = self._work.db, clean(text[:NAME_LIMIT], NOTE_LIMIT)
        found = customers.search(db, typed, self._work.shop().country, limit)
        return [
            row
            for part in range(0, len(found), PART)
            for row in customers.rows(db, found[part : part + PART])
        ]

    def scanned(self, code: str) -> list[CustomerRow]:
        """The customers whose card or number has been scanned; a family may share one card."""
        code = code.strip()
        return customers.rows(self._work.db, customers.scanned(self._work.db, code)) if code else []

    def of_phone(self, number: str) -> list[CustomerRow]:
        """The customers who have this phone number, however it is written; a family may share one."""
        db, region = self._work.db, self._work.shop().country
        return customers.rows(db, customers.of_phone(db, number, region)) if number.strip() else []

    def ids(self) -> list[int]:
        """Every customer's id, in the order of their names."""
        return listings.everybody(self._work.db)

    def permitted(self, ids: Sequence[int]) -> frozenset[int]:
        """Those of these customers to whom a letter may be posted."""
        basis = self._work.shop().letter_basis
        events = consents.of_many(self._work.db, ids)
        return frozenset(i for i in ids if consent.may_contact(events[i], ContactChannel.LETTER, basis))

    def rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        """The list's rows of these customers."""
        return customers.rows(self._work.db, ids)

    def birthdays(self, days: int = 7) -> list[tuple[Customer, date]]:
        """Whose birthday is kept from today on, for so many days."""
        today = self._work.today()
        return customers.birthdays(self._work.db, [today + timedelta(days=n) for n in range(days)])

    def save(self, customer: Customer, uuid: str = "", held: Mapping[int, str] | None = None) -> int:
        """Save a new customer (id 0) or a changed one; gives the id. The same form saved twice makes one customer.

        `held` is what the shop's own fields hold, by field; an empty value takes one away.

        Raises:
            UserError: when there is neither a name nor a number, a text is too long, the number is another
                customer's, or a day cannot be right.
        """
        customer, shop, own = (
            self._checked(customer),
            self._work.shop(),
            self._own.checked(customer.id, held or {}),
        )
        if customer.id:
            told = self.get(customer.id).birthday is None and customer.birthday is not None
            with self._work.change("Customer changed", customer_id=customer.id):
                customers.update(self._work.db, customer, shop)
                fields.put(self._work.db, customer.id, own)
                if told:
                    self._thank(customer.id, "birthday")
            return customer.id
        known = customers.id_of(self._work.db, uuid=uuid) if uuid else None
        if known:
            return known
        with self._work.change(ADDED) as recording:
            made = recording.customer_id = customers.insert(self._work.db, customer, shop, uuid)
            fields.put(self._work.db, made, own)
            if customer.birthday:
                self._thank(made, "birthday")
            return made

    def prefer(self, customer_id: int, kind: PreferenceKind, text: str) -> int:
        """Note something that a customer likes, needs or must not be given; gives the preference's id."""
        noted = _checked_preference(Preference(kind, text))
        self.get(customer_id)
        with self._work.change("Preference added", customer_id=customer_id):
            return preferences.insert(self._work.db, customer_id, noted)

    def change_preference(self, customer_id: int, preference: Preference) -> None:
        """Say a preference in other words, or of another kind."""
        noted = _checked_preference(preference)
        with self._work.change("Preference changed", customer_id=customer_id):
            preferences.update(self._work.db, noted)

    def drop_preference(self, customer_id: int, preference_id: int) -> None:
        """Take a preference away."""
        with self._work.change("Preference removed", customer_id=customer_id):
            preferences.delete(self._work.db, preference_id)

    def consent(
        self,
        customer_id: int,
        purpose: Purpose,
        channel: ContactChannel,
        *,
        given: bool,
        source: str,
        wording: str = "",
    ) -> None:
        """Note that a customer gives or withdraws a permission, with its source and the words that were used.

        It never comes before an earlier event, so that a clock that was set back cannot undo a withdrawal.
        """
        self.get(customer_id)
        now = self._work.stamp()
        at = max([now, *(event.at for event in consents.of(self._work.db, customer_id))])
        event = Consent(
            purpose, channel, given, at, clean(source, NAME_LIMIT), clean(wording, NOTE_LIMIT, lines=True)
        )
        label = N_("Permission given") if given else N_("Permission withdrawn")
        with self._work.change(label, customer_id=customer_id):
            consents.insert(self._work.db, customer_id, event, self._work.staff_id)

    def _checked(self, customer: Customer) -> Customer:
        names: dict[str, Any] = {name: clean(getattr(customer, name), NAME_LIMIT) for name in TEXTS}
        if not (names["first_name"] or names["last_name"] or names["external_id"]):
            raise UserError("Write at least a first name or a last name.")
        names["country"] = territories.code(names["country"]) or names["country"]
        self._check_number(names["external_id"], customer.id)
        today = self._work.today()
        _check_days(customer, today)
        points = (
            ContactPoint(point.kind, value)
            for point in customer.contacts
            if (value := clean(point.value, NAME_LIMIT))
        )
        return replace(
            customer,
            **names,
            note=clean(customer.note, NOTE_LIMIT, lines=True),
            since=customer.since or (None if customer.id else today),
            contacts=tuple(dict.fromkeys(points)),
        )

    def _check_number(self, number: str, customer_id: int) -> None:
        other = customers.id_of(self._work.db, external_id=number) if number else None
        if other and other != customer_id:
            raise UserError(
                "The number {number} belongs to {name}.", number=number, name=self.get(other).name
            )


def _checked_preference(preference: Preference) -> Preference:
    text = clean(preference.text, NAME_LIMIT)
    if not text:
        raise UserError("Write what the customer likes or must not be given.")
    return replace(preference, text=text)


def _check_days(customer: Customer, today: date) -> None:
    born = customer.birthday
    if born and born.year and date(born.year, born.month, born.day) > today:
        raise UserError("The birthday lies in the future. Check the year.")
    if born and born.year and born.year < OLDEST:
        raise UserError("The birthday lies before {year}. Check the year.", year=str(OLDEST))
    if customer.since and customer.since > today:
        raise UserError("Nobody can be a customer since a day in the future. Check the date.")
