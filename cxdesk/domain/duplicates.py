"""How alike two entries of a register are: one person, perhaps one, or two.

A family shares phones, addresses and last names. So names are compared word by word, and another first name is another
person, whatever else agrees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from cxdesk.domain.customer import Birthday, ContactKind
from cxdesk.domain.spelling import alike

SHORTEST_NUMBER = 6
TAIL = 7


class Degree(IntEnum):
    """How sure it is that two entries are one person."""

    DIFFERENT = 0
    PROBABLE = 1
    SAME = 2


class Field(StrEnum):
    """What two entries can agree in, the strongest first."""

    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    NAME = "name"


class Names(IntEnum):
    """How two names stand to each other, the most alike last."""

    OTHER = 0
    GIVEN = 1  # one first name and two last names, as before and after a wedding
    UNKNOWN = 2  # one of them is empty
    PART = 3  # the words of one, or their initials, are in the other
    NEAR = 4  # spelt a little differently
    SAME = 5  # the same words in any order


CONTACTS = {ContactKind.CARD: Field.CARD, ContactKind.PHONE: Field.PHONE, ContactKind.EMAIL: Field.EMAIL}
STRONG = frozenset(CONTACTS.values())


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one person from another; every text is folded (`language.folding`), so `Mäkelä` is `makela`.

    `name` is the whole name in any order; where it is empty it is made of `first` and `last`, which in turn may be
    empty where only the whole name is known. `contacts` holds the keys of phones (+358401234567), addresses and cards.
    """

    name: str = ""
    first: str = ""
    last: str = ""
    contacts: frozenset[tuple[ContactKind, str]] = frozenset()
    birthday: Birthday | None = None
    postcode: str = ""
    street: str = ""
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    phones: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phones = (key for kind, key in self.contacts if kind is ContactKind.PHONE and telling(kind, key))
        object.__setattr__(self, "words", words(self.name or f"{self.first} {self.last}"))
        object.__setattr__(self, "phones", tuple(phones))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is, how the names compare, and the fields that agree, the strongest first."""

    degree: Degree
    names: Names
    agrees: tuple[Field, ...] = ()

    @property
    def rank(self) -> tuple[int, int, int]:
        """What to sort by; a higher rank is surer."""
        return self.degree, self.names, len(self.agrees)


def likeness(a: Person, b: Person) -> Likeness:
    """How sure it is that `a` and `b` are one person, and why."""
    names = compare_names(a, b)
    agrees = tuple(_agreeing(a, b, names))
    return Likeness(_degree(a, b, names, frozenset(agrees)), names, agrees)


def words(folded: str) -> tuple[str, ...]:
    """The words of a folded name in their order; a hyphen parts two."""
    return tuple(re.findall(r"[^\W_]+", folded))


def name_key(folded: str) -> str:
    """The same text for a folded name in whatever order its words stand."""
    return " ".join(sorted(words(folded)))


def compare_names(a: Person, b: Person) -> Names:
    """How the names of two people stand to each other."""
    if sorted(a.words) == sorted(b.words):
        return Names.SAME
    if not (a.words and b.words):
        return Names.UNKNOWN
    left, right = _without(a.words, b.words), _without(b.words, a.words)
    if left and right and alike("".join(left), "".join(right)):
        return Names.NEAR
    found = _pair_off(*sorted((left, right), key=len), common=len(left) < len(a.words))
    return found or (Names.GIVEN if _same_first(a, b) else Names.OTHER)


def telling(kind: ContactKind, key: str) -> bool:
    """Whether a contact key tells anything about a person; 000000 and - are what people write to get on."""
    if kind is ContactKind.PHONE:
        figures = key.removeprefix("+")
        return len(figures) >= SHORTEST_NUMBER and len(set(figures)) > 2
    return "@" in key if kind is ContactKind.EMAIL else bool(words(key))


def _degree(a: Person, b: Person, names: Names, agrees: frozenset[Field]) -> Degree:
    """The rule. Nothing but the owner's word helps against a birthday that speaks against it."""
    if _birthdays_differ(a, b):
        return Degree.PROBABLE if names is Names.SAME and agrees & STRONG else Degree.DIFFERENT
    if names is Names.SAME:
        return _degree_of_namesakes(a, b, agrees)
    needed = 1 if agrees & STRONG else 1 + _doubt(a, b, names)
    return Degree.PROBABLE if names and len(agrees) >= needed else Degree.DIFFERENT


def _degree_of_namesakes(a: Person, b: Person, agrees: frozenset[Field]) -> Degree:
    if agrees & STRONG or (Field.BIRTHDAY in agrees and len(a.words) > 1):
        return Degree.SAME
    free = agrees - {Field.NAME} or not (a.phones and b.phones)
    return Degree.PROBABLE if a.words and free else Degree.DIFFERENT


def _doubt(a: Person, b: Person, names: Names) -> int:
    """How many more fields must agree where no contact point is shared."""
    if names is Names.UNKNOWN:
        return len(Field)
    return int(names is Names.GIVEN or min(len(a.words), len(b.words)) < 2)


def _birthdays_differ(a: Person, b: Person) -> bool:
    if not (a.birthday and b.birthday):
        return False
    one, other = a.birthday, b.birthday
    years = {one.year, other.year} - {None}
    return (one.day, one.month) != (other.day, other.month) or len(years) > 1


def _agreeing(a: Person, b: Person, names: Names) -> Iterator[Field]:
    shared = {kind for kind, key in a.contacts & b.contacts if telling(kind, key)}
    if any(_same_number(one, other) for one in a.phones for other in b.phones):
        shared.add(ContactKind.PHONE)
    yield from (name for kind, name in CONTACTS.items() if kind in shared)
    if a.birthday and a.birthday.year and a.birthday == b.birthday:
        yield Field.BIRTHDAY
    if a.street and a.postcode and (a.street, a.postcode) == (b.street, b.postcode):
        yield Field.ADDRESS
    if a.words and names is Names.SAME:
        yield Field.NAME


def _same_number(a: str, b: str) -> bool:
    """Whether they are equal, or one is the other without its country."""
    if a[-TAIL:] != b[-TAIL:]:
        return False
    short, long = sorted((a, b), key=len)
    return a == b or ("+" not in short and len(bare := short.lstrip("0")) >= TAIL and long.endswith(bare))


def _without(some: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words of `some` that are left when each of `others` has taken its like away."""
    left = [*some]
    for word in others:
        if word in left:
            left.remove(word)
    return left


def _pair_off(few: list[str], many: list[str], *, common: bool) -> Names:
    """How names compare of which these words are left; `common` says whether they share any whole word."""
    left, near = [*many], 0
    for word in few:
        fitting = next((w for w in left if _fits(word, w)), None)
        if fitting is None:
            return Names.OTHER
        left.remove(fitting)
        near += len(word) > 1 and len(fitting) > 1
    if not (common or near):
        return Names.OTHER
    return Names.NEAR if near == len(many) else Names.PART


def _fits(a: str, b: str) -> bool:
    """Whether one word is the initial or another spelling of the other."""
    return a[0] == b[0] if min(len(a), len(b)) == 1 else alike(a, b)


def _same_first(a: Person, b: Person) -> bool:
    one, other = words(a.first)[:1], words(b.first)[:1]
    return bool(one and other) and len(one[0]) > 1 and alike(one[0], other[0])
