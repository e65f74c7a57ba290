"""A profile: what the export files of one system look like, and what their columns mean here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    """A line is of this kind when each of the patterns is found in the field of that name."""

    kind: PurchaseKind
    patterns: Mapping[str, re.Pattern[str]]

    def holds(self, values: Mapping[str, str]) -> bool:
        """Whether a line with these values, by field, is of the kind."""
        return all(pattern.search(values[field]) for field, pattern in self.patterns.items())


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
    found = {
        profile.name: (len(profile.columns(header)), profile)
        for profile in profiles
        if _meets(header, profile)
    }
    return max(found.values(), key=lambda match: match[0])[1] if found else None


def folded(name: str) -> str:
    """A column name as it is compared: letters and figures only."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _meets(header: Sequence[str], profile: Profile) -> bool:
    return profile.needs <= profile.columns(header).keys()


def _patterns(texts: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({field: re.compile(text) for field, text in texts.items()})


def _rule(content: Mapping[str, str]) -> KindRule:
    return KindRule(
        PurchaseKind(content["kind"]),
        _patterns({field: text for field, text in content.items() if field != "kind"}),
    )
