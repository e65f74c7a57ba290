"""How customers belong together: households, relations between two, and who brought whom."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to a customer."""

    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    CARER = "carer"
    CARED_FOR = "cared_for"
    REFERRER = "referrer"
    REFERRED = "referred"


OPPOSITE = {
    Role.PARENT: Role.CHILD,
    Role.CHILD: Role.PARENT,
    Role.CARER: Role.CARED_FOR,
    Role.CARED_FOR: Role.CARER,
    Role.REFERRER: Role.REFERRED,
    Role.REFERRED: Role.REFERRER,
}
"""What a customer is to somebody who is this to them; whoever is missing is the same from both sides."""


def opposite(role: Role) -> Role:
    """The same relation from the other side."""
    return OPPOSITE.get(role, role)


@dataclass(frozen=True, slots=True)
class Relation:
    """What another customer is to this one."""

    role: Role
    other_id: int
    other: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a household; `phone` is empty where nothing is known."""

    id: int
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Household:
    """People who live together; `phone` is the number that at least two of them share, if there is one."""

    id: int
    name: str
    members: tuple[Member, ...]
    phone: str = ""
