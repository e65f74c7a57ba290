"""What is known of a customer, and what is missing."""

import pytest

from cxdesk.domain.completeness import Known, completeness
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

PHONE = ContactPoint(ContactKind.PHONE, "040 1234567")
REFUSED = Consent(Purpose.MARKETING, ContactChannel.LETTER, given=False, at="2026-01-01T00:00:00+00:00")
LIKES, ALLERGY = Preference(PreferenceKind.USUAL, "linen"), Preference(PreferenceKind.ALLERGY, "wool")


def missing(customer, preferences=(), consents=(), *, met=False):
    return completeness(customer, preferences, consents, met=met).missing


def test_everything_is_known():
    whole = Customer(1, "Aino", language="fi", birthday=Birthday(1, 6), contacts=(PHONE,))
    found = completeness(whole, [LIKES], [REFUSED], met=True)
    assert (found.missing, found.share) == ((), 1)


def test_nothing_is_known_but_a_number():
    found = completeness(Customer(1, external_id="17"), [], [], met=False)
    assert (found.missing, found.share) == (tuple(Known), 0)


@pytest.mark.parametrize(
    ("customer", "what"),
    [
        (Customer(1, "Aino"), Known.NAME),
        (Customer(1, last_name="Aalto"), Known.NAME),
        (Customer(1, street="Harjukatu 1"), Known.REACHABLE),
        (Customer(1, contacts=(PHONE,)), Known.REACHABLE),
        (Customer(1, language="uz"), Known.LANGUAGE),
        (Customer(1, birthday=Birthday(29, 2)), Known.BIRTHDAY),
    ],
)
def test_what_counts(customer, what):
    assert what not in missing(customer)


def test_a_card_reaches_nobody_and_an_allergy_is_no_taste():
    card = Customer(1, contacts=(ContactPoint(ContactKind.CARD, "K-1"),))
    assert Known.REACHABLE in missing(card)
    assert Known.TASTE in missing(card, [ALLERGY])
