"""A profile: what the export files of one system look like, and what their columns mean here."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from cxdesk.domain.purchase import PurchaseKind


class Subject(StrEnum):
    """What one row of a file is about."""

    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    PRODUCTS = "products"
    ANSWERS = "answers"


PERSON = [
    "external_id",
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "company",
    "phone",
    "email",
    "contact",
    "card",
    "birthday",
    "language",
    "street",
    "house_number",
    "postcode",
    "town",
    "country",
    "note",
    "tags",
    "since",
    "spent",
    "points",
    "points_change",
    "consent",
    "consent_letter",
    "consent_email",
    "consent_text",
    "consent_phone",
]
ARTICLE = ["product_code", "product_name", "variant", "barcode", "category"]
FIELDS: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.CUSTOMERS: tuple(PERSON),
        Subject.PURCHASES: (
            *("receipt", "moment", "date", "time", *ARTICLE, "quantity", "unit_price", "amount", "discount"),
            *(
                "discount_percent",
                "items",
                "shipping",
                "order_discount",
                "refunded",
                "type",
                "status",
                "currency",
            ),
            *("external_id", "name", "first_name", "last_name", "phone", "email", "contact", "card"),
            *("street", "postcode", "town", "country", "consent", "consent_email"),
        ),
        Subject.PRODUCTS: (*ARTICLE, "unit_price", "cost", "stock"),
        Subject.ANSWERS: (
            *("response", "moment", "nps", "csat", "ces", "comment", "channel"),
            *("external_id", "name", "first_name", "last_name", "phone", "email", "language"),
            *("consent_email", "consent_text"),
        ),
    }
)
ALL_FIELDS = frozenset(name for names in FIELDS.values() for name in names)
NUMBERS = frozenset(
    [
        "quantity",
        "unit_price",
        "amount",
        "discount",
        "discount_percent",
        "shipping",
        "order_discount",
        "refunded",
        "cost",
        "stock",
        "spent",
        "points",
        "points_change",
    ]
)
DATES = frozenset({"moment", "date", "birthday", "since"})
SEVERAL = frozenset(
    [
        "phone",
        "email",
        "contact",
        "card",
        "last_name",
        "street",
        "note",
        "tags",
        "comment",
        "middle_name",
        "consent",
        "consent_letter",
        "consent_email",
        "consent_text",
        "consent_phone",
    ]
)
"""Fields that take all the columns of their meaning; any other takes the first."""
CONTAINED = "~"  # before a piece of a name: the column's name need only contain it


@dataclass(frozen=True, slots=True)
class KindRule:
    """A line is of this kind when each pattern is found in the value of its field."""

    kind: PurchaseKind
    patterns: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which columns a system's file has and how to read them.

    Attributes:
        system: who gave the numbers of people in it; files of one system share them.
        fields: for each field of ours the names that its column may have, folded; those that need only be contained
            in a name stand behind a tilde.
        needs: the fields without which it is another system's file; of `any_of` it needs one.
        required: the fields that no row may leave empty.
        ignored: columns that are never read.
        written: how the column of a field writes, where it is known: a decimal mark (`.`, `,`), a date order (`ymd`,
            `dmy`, `mdy`), the order of a name (`first last`, `last first`).
        drop: what is taken away from a value.
        goods: which product codes are goods.
        kinds: what a line is; one that fits none is a sale.
        rest: the field that columns without a meaning go to.
        zone: the zone of the times when it is not the shop's.
        refunds_apart: whether a refund bears the number of its sale and is a receipt of its own all the same.
        general: whether it is for files of any origin, and tried after all others.
        content: what it was parsed from.
    """

    name: str
    system: str
    subject: Subject
    fields: Mapping[str, tuple[str, ...]]
    needs: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    drop: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    goods: re.Pattern[str] = re.compile("")
    kinds: tuple[KindRule, ...] = ()
    rest: str = ""
    zone: str = ""
    refunds_apart: bool = False
    general: bool = False
    content: Mapping[str, Any] = field(default_factory=dict)

    def columns(self, header: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """Which columns (from 0) hold which field; a column has one meaning, the first that fits."""
        names = [folded(name) for name in header]
        named: dict[str, list[int]] = {}
        for index, name in enumerate(names):
            named.setdefault(name, []).append(index)

        def places(known: str) -> list[int]:
            if known.startswith(CONTAINED):
                return [index for index, name in enumerate(names) if known[1:] in name]
            return named.get(known, [])

        taken = {index for known in self.ignored for index in places(known)}
        found: dict[str, tuple[int, ...]] = {}
        for exact in (True, False):  # a whole name goes before a piece of one
            for meaning, words in self.fields.items():
                fitting = [
                    i for word in words if word.startswith(CONTAINED) is not exact for i in places(word)
                ]
                free = [index for index in dict.fromkeys(fitting) if index not in taken]
                if meaning not in SEVERAL:
                    free = [] if meaning in found else free[:1]
                if free:
                    found[meaning] = (*found.get(meaning, ()), *free)
                    taken.update(free)
        if self.rest:
            left = tuple(index for index, name in enumerate(names) if index not in taken and name)
            found |= {"rest": left} if left else {}
        return found

    def tells(self, word: str) -> bool:
        """Whether the type of a row (sale, refund …) is known from this word, or need not be."""
        rules = [rule.patterns["type"] for rule in self.kinds if rule.patterns.keys() == {"type"}]
        return not (self.general and word) or any(pattern.search(word) for pattern in rules)

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a file with these columns can be read by this profile."""
        found = self.columns(header).keys()
        return self.needs <= found and (not self.any_of or not self.any_of.isdisjoint(found))


def parse(content: Mapping[str, Any]) -> Profile:
    """The profile in the content of a profile file.

    Raises:
        ValueError: when it names a subject, field or kind that does not exist.
    """
    parts = ("columns", "written", "drop", "goods")
    named = {name for part in parts for name in content.get(part, {})}
    named |= {
        *content.get("needs", ()),
        *content.get("any_of", ()),
        *content.get("required", ()),
        content.get("rest", ""),
    } - {""}
    named |= {name for rule in content.get("kinds", ()) for name in rule if name != "kind"}
    subject = Subject(content["subject"])
    if unknown := named - set(FIELDS[subject]):
        raise ValueError(f"{content['name']}: no such field: {', '.join(sorted(unknown))}")
    return Profile(
        name=content["name"],
        system=content.get("system", content["name"]),
        subject=subject,
        fields={name: tuple(map(_known, words)) for name, words in content["columns"].items()},
        needs=frozenset(content.get("needs", ())),
        any_of=frozenset(content.get("any_of", ())),
        required=frozenset(content.get("required", ())),
        ignored=tuple(map(_known, content.get("ignored", ()))),
        written=MappingProxyType(content.get("written", {})),
        drop=_patterns(content.get("drop", {})),
        goods=re.compile(content.get("goods", {}).get("product_code", "")),
        kinds=tuple(map(_rule, content.get("kinds", ()))),
        rest=content.get("rest", ""),
        zone=content.get("zone", ""),
        refunds_apart=content.get("refunds_apart", False),
        general=content.get("general", False),
        content=content,
    )


def recognise(header: Sequence[str], profiles: Iterable[Profile]) -> Profile | None:
    """The profile that explains most of the columns among those that fit; None when there is none.

    Those of a system go before the general ones, unless they explain no more than half as much.
    """

    def explained(profile: Profile) -> int:
        found = profile.columns(header)
        return sum(len(places) for name, places in found.items() if name != "rest")

    def weight(profile: Profile) -> float:
        return explained(profile) * (1 if profile.general else 2)

    return max((profile for profile in profiles if profile.fits(header)), key=weight, default=None)


def mapped(base: Profile, header: Sequence[str], meanings: Mapping[int, str], name: str = "") -> Profile:
    """The profile by which a person has said what each column (from 0) of a file means; others are ignored.

    A column that means `rest` goes where those without a meaning go.
    """
    columns: dict[str, list[str]] = {}
    for index, meaning in meanings.items():
        columns.setdefault(meaning, []).append(header[index])
    kept = {
        key: value for key, value in base.content.items() if key not in {"ignored", "rest", "needs", "any_of"}
    }
    if columns.pop("rest", None):
        ignored = [each for index, each in enumerate(header) if index not in meanings]
        kept |= {"rest": base.rest, "ignored": ignored}
    return parse({**kept, "name": name or base.name, "columns": columns})


def folded(name: str) -> str:
    """A column name as it is compared: letters, figures and %, no apostrophes of any kind; a sign alone stays."""
    small = unicodedata.normalize("NFC", name).casefold()
    kept = "".join(letter for letter in small if letter.isalnum() and unicodedata.category(letter) != "Lm")
    return (kept and kept + "%" * ("%" in small)) or small.strip()


def _known(name: str) -> str:
    return CONTAINED + folded(name) if name.startswith(CONTAINED) else folded(name)


def _patterns(texts: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({name: re.compile(text) for name, text in texts.items()})


def _rule(content: Mapping[str, str]) -> KindRule:
    patterns = {name: re.compile(text, re.IGNORECASE) for name, text in content.items() if name != "kind"}
    return KindRule(PurchaseKind(content["kind"]), MappingProxyType(patterns))
