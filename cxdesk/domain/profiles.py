"""A profile: what the export files of one system look like, and what their columns mean here."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from cxdesk.domain.purchase import PurchaseKind

FIELDS = (
    "receipt",
    "moment",
    "product_code",
    "product_name",
    "quantity",
    "unit_price",
    "customer_external_id",
    "customer_name",
    "country",
)


@dataclass(frozen=True, slots=True)
class KindRule:
    """A line is of this kind when each test passes on the value of its field (by its place in FIELDS)."""

    kind: PurchaseKind
    tests: tuple[tuple[int, Callable[[str], object]], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which columns a system's file has and how to read them.

    `fields` holds for each field of ours the names that its column may have, folded; `needs` the fields without
    which it is another system's file; `written` the decimal mark (`.`, `,`) or date order (`ymd`, `dmy`, `mdy`)
    of a field where it is known; `drop` what is taken away from a value; `goods` which product codes are goods.
    """

    name: str
    fields: Mapping[str, frozenset[str]]
    needs: frozenset[str]
    written: Mapping[str, str]
    drop: Mapping[str, re.Pattern[str]]
    goods: re.Pattern[str]
    kinds: tuple[KindRule, ...]

    def kind(self, values: Sequence[str]) -> PurchaseKind:
        """What a line with these values, in the order of FIELDS, is."""
        for rule in self.kinds:  # plain loops: this runs for every line of a file
            for field, test in rule.tests:
                if not test(values[field]):
                    break
            else:
                return rule.kind
        return PurchaseKind.SALE

    def columns(self, header: Sequence[str]) -> dict[str, int]:
        """Which column (from 0) holds which field; of two columns with one meaning the first."""
        names = [folded(name) for name in header]
        found = {
            field: next((index for index, name in enumerate(names) if name in known), None)
            for field, known in self.fields.items()
        }
        return {field: index for field, index in found.items() if index is not None}


def parse(content: Mapping[str, Any]) -> Profile:
    """The profile in the content of a profile file.

    Raises:
        ValueError: when it names a field or kind that does not exist.
    """
    parts = ("columns", "written", "drop", "goods")
    named = {field for part in parts for field in content.get(part, {})} | set(content["needs"])
    named |= {field for rule in content.get("kinds", ()) for field in rule if field != "kind"}
    if unknown := named - set(FIELDS):
        raise ValueError(f"{content['name']}: no such field: {', '.join(sorted(unknown))}")
    return Profile(
        name=content["name"],
        fields={field: frozenset(map(folded, names)) for field, names in content["columns"].items()},
        needs=frozenset(content["needs"]),
        written=MappingProxyType(content.get("written", {})),
        drop=_patterns(content.get("drop", {})),
        goods=re.compile(content.get("goods", {}).get("product_code", "")),
        kinds=tuple(_rule(rule) for rule in content.get("kinds", ())),
    )


def recognise(header: Sequence[str], profiles: Iterable[Profile]) -> Profile | None:
    """The profile that explains most of the columns among those whose needs are met; None when there is none."""
    found = [profile for profile in profiles if profile.needs <= profile.columns(header).keys()]
    return max(found, key=lambda profile: len(profile.columns(header)), default=None)


def folded(name: str) -> str:
    """A column name as it is compared: letters and figures only."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _patterns(texts: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({field: re.compile(text) for field, text in texts.items()})


def _rule(content: Mapping[str, str]) -> KindRule:
    patterns = _patterns({field: text for field, text in content.items() if field != "kind"})
    return KindRule(
        PurchaseKind(content["kind"]),
        tuple((FIELDS.index(field), lru_cache(1024)(pattern.search)) for field, pattern in patterns.items()),
    )
