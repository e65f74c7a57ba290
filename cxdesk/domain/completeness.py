"""How much is known of what helps to be kind to a customer, and what is missing."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from cxdesk.domain.customer import Consent, ContactKind, Customer, Preference, PreferenceKind, Purpose

LIKES = frozenset(PreferenceKind) - {PreferenceKind.ALLERGY, PreferenceKind.DISLIKE}
REACHING = frozenset({ContactKind.PHONE, ContactKind.EMAIL})


class Known(StrEnum):
    """Something that helps."""

    NAME = "name"
    REACHABLE = "reachable"
    LANGUAGE = "language"
    BIRTHDAY = "birthday"
    TASTE = "taste"
    PERMISSION = "permission"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is missing, the most helpful first, and the share that is known, from 0 to 1."""

    missing: tuple[Known, ...]

    @property
    def share(self) -> float:
        """How much is known."""
        return 1 - len(self.missing) / len(Known)


def completeness(
    customer: Customer, preferences: Collection[Preference], consents: Collection[Consent], *, met: bool
) -> Completeness:
    """What is known of a customer; `met` says whether a purchase or a feedback is noted.

    A permission that was asked and refused is known: it must not be asked again and again.
    """
    reachable = bool(customer.street) or any(point.kind in REACHING for point in customer.contacts)
    known = {
        Known.NAME: bool(customer.first_name or customer.last_name),
        Known.REACHABLE: reachable,
        Known.LANGUAGE: bool(customer.language),
        Known.BIRTHDAY: customer.birthday is not None,
        Known.TASTE: any(each.kind in LIKES for each in preferences),
        Known.PERMISSION: any(event.purpose is Purpose.MARKETING for event in consents),
        Known.MET: met,
    }
    return Completeness(tuple(each for each in Known if not known[each]))
