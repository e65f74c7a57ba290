"""The people of the demo shop: who they are, where they live, what they like and what they allow."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from cxdesk.domain.customer import (
    Birthday,
    Consent,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    Preference,
    PreferenceKind,
    Purpose,
)
from cxdesk.domain.feedback import Feedback
from cxdesk.language.folding import search_key
from cxdesk.services.demo.content import Article, table
from cxdesk.services.demo.deck import Deck, counted, share
from cxdesk.services.demo.opening import Period

LANGUAGES = (("fi", 60), ("en", 20), ("uz", 20))
PREFIXES = ("040", "041", "044", "045", "046", "050")
MAIL = {"fi": "posti.example", "en": "mail.example", "uz": "pochta.example"}
ALLERGENS = ("villa", "mohair", "alpakka")


@dataclass(slots=True)
class Person:
    """A customer in the making: `liking` is the score they lean to; what happened gathers in the lists.

    Only of those whom thanks can reach (`reached`) it is remembered what they `bought`.

    `role` is what the cast list says of somebody whom the first page must show.
    """

    customer: Customer
    favourites: tuple[Article, ...]
    liking: float
    role: dict[str, Any] | None = None
    avoid: tuple[str, ...] = ()
    planned: tuple[date, ...] = ()
    consents: tuple[Consent, ...] = ()
    preferences: tuple[Preference, ...] = ()
    gone: bool = False
    reached: bool = False
    asked: date | None = None
    days: list[date] = field(default_factory=list)
    spend: int = 0
    bought: list[tuple[date, int]] = field(default_factory=list)
    returned: set[int] = field(default_factory=set)
    said: list[Feedback] = field(default_factory=list)


class People:
    """Makes people, one after the other; `language` is what staff writes its notes in."""

    def __init__(self, random: Random, period: Period, language: str, articles: list[Article]) -> None:
        self._random, self._period, self._articles = random, period, articles
        self._words = table("words")[language]
        self._languages = counted(random, LANGUAGES)
        self._letters, self._email = share(random, 64), share(random, 48)
        self._withdrawn, self._asked = share(random, 6), share(random, 70)
        self._objects = share(random, 2)
        self._names: dict[tuple[str, str, str], Deck[str]] = {}
        self._neighbour: Customer | None = None
        self._number = 0

    def cast(self, role: dict[str, Any]) -> Person:
        """One of those whom the first page must show."""
        period = self._period
        planned = sorted({period.open_day(period.today - timedelta(days=n)) for n in role["visits"]})
        known = role.get("customer_for")
        since = period.today - timedelta(days=known) if known else planned[0]
        base = Customer(0, role["first_name"], role["last_name"], role["language"], _born(role, period.today))
        customer = self._housed(replace(base, since=since), everything=True)
        favourite = next(a for a in self._articles if a.product.code == role["favourite"])
        person = Person(customer, (favourite,), 9, role)
        person.avoid = tuple(role.get("allergies", ()))
        person.planned = tuple(planned)
        channels = ((ContactChannel.LETTER, role["letters"]), (ContactChannel.EMAIL, role["letters"]))
        person.consents = tuple(
            self._event(Purpose.MARKETING, channel, since, given=given) for channel, given in channels
        )
        person.preferences = tuple(
            Preference(kind, text)
            for kind, key in (
                (PreferenceKind.ALLERGY, "allergies"),
                (PreferenceKind.DISLIKE, "dislikes"),
                (PreferenceKind.TASTE, "tastes"),
            )
            for text in role.get(key, ())
        )
        return person

    def anybody(self, planned: tuple[date, ...], *, new: bool) -> Person:
        """Somebody who comes on these days; `new` ones were no customers before the first of them."""
        random, first = self._random, planned[0]
        since: date | None = first - timedelta(days=0 if new else random.randrange(60, 3000))
        start = since or first
        if random.random() < 0.2:
            since = None
        customer = replace(self._somebody(), since=since)
        person = Person(customer, self._favourites(), random.gauss(8, 2), planned=planned)
        person.consents = tuple(self._permissions(start))
        person.preferences = tuple(self._preferences(person))
        return person

    def _somebody(self) -> Customer:
        random, before = self._random, self._neighbour
        if before and random.random() < 0.06:
            self._neighbour = None
            return self._relative(before)
        language = self._languages.draw()
        sex = "women" if random.random() < 0.86 else "men"
        first, last = self._name(language, sex, ""), self._name(language, sex, "_last")
        customer = Customer(0, first, last, language, self._birthday())
        customer = self._housed(customer, everything=False)
        if random.random() < 0.09:
            customer = replace(customer, note=random.choice(self._words["notes"]))
        self._neighbour = customer
        return customer

    def _relative(self, other: Customer) -> Customer:
        """Somebody of the same household: one surname, one address, one telephone."""
        phone = tuple(point for point in other.contacts if point.kind is ContactKind.PHONE)
        women = f"{other.last_name}" in table("names")[other.language]["women_last"]
        first = self._name(other.language, "women" if women else "men", "")
        return replace(other, first_name=first, birthday=self._birthday(), contacts=phone, note="")

    def _name(self, language: str, sex: str, part: str) -> str:
        names = table("names")[language]
        key = (language, sex, part)
        if key not in self._names:
            found = names.get(sex + part) or names["women" + part]
            self._names[key] = Deck(self._random, tuple(found))
        return self._names[key].draw()

    def _birthday(self) -> Birthday | None:
        random = self._random
        if random.random() < 0.14:
            return None
        age = min(93.0, max(17.0, random.gauss(52, 17)))
        born = self._period.today - timedelta(days=round(age * 365.25) + random.randrange(365))
        return Birthday(born.day, born.month, born.year if random.random() < 0.88 else None)

    def _housed(self, customer: Customer, *, everything: bool) -> Customer:
        """The same customer with an address and contact points, a few of which are missing."""
        random, number = self._random, self._number
        self._number += 1
        place = random.choices(
            table("places")["place"], [place["weight"] for place in table("places")["place"]]
        )[0]
        contacts = []
        if everything or random.random() < 0.93:
            contacts.append(ContactPoint(ContactKind.PHONE, phone(number)))
        if everything or random.random() < 0.72:
            contacts.append(ContactPoint(ContactKind.EMAIL, _address(customer)))
        if random.random() < 0.3:
            contacts.append(ContactPoint(ContactKind.CARD, f"KERA-{10_000 + number}"))
        customer = replace(customer, contacts=tuple(contacts))
        if not everything and random.random() < 0.07:
            return customer
        street = f"{random.choice(place['streets'])} {random.randrange(1, 60)}"
        flat = f" {random.choice('ABCD')} {random.randrange(1, 40)}" if random.random() < 0.5 else ""
        return replace(
            customer,
            street=street + flat,
            postcode=random.choice(place["postcodes"]),
            town=place["town"],
            country="FI",
        )

    def _favourites(self) -> tuple[Article, ...]:
        weights = [article.weight * article.product.giftable for article in self._articles]
        return tuple(self._random.choices(self._articles, weights, k=self._random.choice((2, 3, 3, 4))))

    def _permissions(self, start: date) -> Iterator[Consent]:
        yield from self._answers(start, ContactChannel.LETTER, given=self._letters.draw())
        yield from self._answers(start, ContactChannel.EMAIL, given=self._email.draw())
        if self._objects.draw():
            yield self._event(Purpose.PROFILING, ContactChannel.ANY, self._later(start), given=False)

    def _answers(self, start: date, channel: ContactChannel, *, given: bool) -> Iterator[Consent]:
        """What was answered when asked, and that it was taken back later by a few."""
        if given or self._asked.draw():
            yield self._event(Purpose.MARKETING, channel, start, given=given)
        if given and (self._period.today - start).days > 30 and self._withdrawn.draw():
            event = self._event(Purpose.MARKETING, channel, self._later(start), given=False)
            yield replace(event, source=self._words["withdrawn"])

    def _event(self, purpose: Purpose, channel: ContactChannel, day: date, *, given: bool) -> Consent:
        at = datetime.combine(day, time(10, self._random.randrange(60)))
        source = self._random.choice(self._words["sources"])
        wording = self._words["wording"] if given else ""
        return Consent(purpose, channel, given, self._period.stamp(at), source, wording)

    def _later(self, start: date) -> date:
        return start + timedelta(days=self._random.randint(0, (self._period.today - start).days))

    def _preferences(self, person: Person) -> Iterator[Preference]:
        random, words = self._random, self._words
        names = [article.product.name for article in person.favourites]
        if random.random() < 0.4:
            yield Preference(PreferenceKind.TASTE, self._taste(person.favourites[0]))
        if random.random() < 0.1:
            yield Preference(PreferenceKind.USUAL, names[0])
        for kind, key, odds in (
            (PreferenceKind.SIZE, "sizes", 0.14),
            (PreferenceKind.WISH, "wishes", 0.1),
            (PreferenceKind.DISLIKE, "dislikes", 0.06),
        ):
            if random.random() < odds:
                yield Preference(kind, random.choice(words[key]))
        allergen = random.choice(ALLERGENS)
        if random.random() < 0.06 and not any(allergen in name.lower() for name in names):
            person.avoid = (allergen,)
            yield Preference(PreferenceKind.ALLERGY, allergen)

    def _taste(self, article: Article) -> str:
        """A colour or a kind of yarn, or what else somebody likes."""
        kind = article.product.category.removeprefix("Langat: ")
        colour = article.product.name.partition(", ")[2]
        liked = colour if article.is_yarn and self._random.random() < 0.5 else kind
        return liked[:1].lower() + liked[1:]


def phone(number: int) -> str:
    """A number that is plainly made up: 555 in the middle, as in films."""
    prefix = PREFIXES[number // 10_000 % len(PREFIXES)]
    return f"{prefix} 555 {number * 37 % 10_000:04d}"


def _born(role: dict[str, Any], today: date) -> Birthday | None:
    if "born" in role:
        born: date = role["born"]
        return Birthday(born.day, born.month, born.year)
    day = today + timedelta(days=role["birthday_in"])
    age = role.get("turns")
    if age is None:
        return Birthday(day.day, day.month)
    if (day.month, day.day) == (2, 29):
        age -= age % 4  # only leap years had that day
    return Birthday(day.day, day.month, day.year - age)


def _address(customer: Customer) -> str:
    local = search_key(f"{customer.first_name}.{customer.last_name}").replace(" ", "")
    return f"{local}@{MAIL[customer.language]}"
