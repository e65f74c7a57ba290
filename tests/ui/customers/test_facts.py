"""What a card says of a customer, worked out by hand."""

from datetime import date

import pytest

from cxdesk.domain.absence import Absence
from cxdesk.domain.customer import Birthday, ContactChannel, Customer, Preference, PreferenceKind, Purpose
from cxdesk.domain.shop import LetterBasis
from cxdesk.ui.customers import facts
from cxdesk.ui.tokens import Tone

TODAY = date(2026, 11, 21)


@pytest.fixture
def kaisa(desk, shop):
    return shop.customer(desk, "Kaisa", birthday=Birthday(23, 11, 1976))


def test_under_three_visits_nothing_is_estimated(desk, shop, language, kaisa):
    shop.bought(desk, kaisa, date(2026, 9, 1), date(2026, 10, 1))
    value = facts.value(language, desk.customers.card(kaisa))
    assert value.figures == (("Purchases, net", "€10.00"), ("Visits", "2"))
    assert value.instead == "Under three visits: too little to estimate."
    assert facts.rhythm(language, desk.customers.card(kaisa).absence) is None


def test_three_visits_have_an_average_and_an_interval(desk, shop, language, kaisa):
    shop.bought(desk, kaisa, date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 10))  # gaps 30 and 40
    card = desk.customers.card(kaisa)
    assert facts.value(language, card).figures[2:] == (
        ("Average purchase", "€5.00"),
        ("Usual interval", "35 days"),
    )
    assert facts.rhythm(language, card.absence).badge == "As usual"


def test_without_profiling_there_is_one_line_and_nothing_else(desk, shop, language, kaisa):
    shop.bought(desk, kaisa, date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 10))
    desk.customers.consent(kaisa, Purpose.PROFILING, ContactChannel.ANY, given=False, source="letter")
    card = desk.customers.card(kaisa)
    assert facts.value(language, card) == facts.Value(
        instead="The customer has objected to profiling; nothing is calculated."
    )
    assert facts.rhythm(language, card.absence) is None


def test_later_than_usual_says_why_and_nobody_is_lost(language):
    late = facts.rhythm(language, Absence(41, 20.0, 40, 60.0))
    assert (late.badge, late.tone) == ("Later than usual", Tone.WARN)
    assert late.reason == (
        "The last visit was 41 days ago; the usual interval is 20 days, the longest so far 40 days."
    )
    inactive = facts.rhythm(language, Absence(61, 20.0, 70, 60.0))
    assert inactive.badge == "Later than usual"


def test_permissions_say_since_when_and_from_where(desk, language, kaisa):
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.PHONE, given=False, source="phone")
    events = desk.customers.card(kaisa).consents
    told = facts.permissions(language, events, LetterBasis.CONSENT, desk.workplace.now().tzinfo)
    assert [(each.channel.value, each.allowed, each.since) for each in told] == [
        ("letter", True, "given 21/11/2026 · counter"),
        ("email", False, "never asked"),
        ("text", False, "never asked"),
        ("phone", False, "withdrawn 21/11/2026 · phone"),
        ("any", True, "until the customer objects"),
    ]


def test_letters_that_are_allowed_by_default_say_so(language):
    letters = facts.permissions(language, (), LetterBasis.OPT_OUT, None)[0]
    assert (letters.allowed, letters.since) == (True, "until the customer objects")


def test_warnings_come_first():
    noted = [
        Preference(kind, kind.value)
        for kind in (
            PreferenceKind.USUAL,
            PreferenceKind.DISLIKE,
            PreferenceKind.TASTE,
            PreferenceKind.ALLERGY,
        )
    ]
    order = [each.kind.value for each in facts.warnings_first(tuple(noted))]
    assert order == ["allergy", "dislike", "usual", "taste"]


def test_birthdays_with_and_without_a_year(language):
    with_year = Customer(1, birthday=Birthday(23, 11, 1976))
    assert facts.birthday(language, with_year, TODAY) == ("23/11/1976", "turns 50 on Mon 23 Nov")
    without = Customer(1, birthday=Birthday(1, 3))
    assert facts.birthday(language, without, TODAY) == ("Mon 1 Mar", "the year is not known")
    assert facts.birthday(language, Customer(1), TODAY) == ("", "")


def test_an_address_names_the_country_only_abroad():
    customer = Customer(1, street="Harjukatu 2", postcode="15100", town="Lahti", country="FI")
    assert facts.address(customer, "FI") == "Harjukatu 2, 15100 Lahti"
    assert facts.address(customer, "EE") == "Harjukatu 2, 15100 Lahti, FI"
    assert facts.address(Customer(1), "FI") == ""


def test_chips_the_most_pressing_first(desk, shop, language, kaisa):
    shop.bought(desk, kaisa, date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 10))
    shop.said(desk, 2, date(2026, 11, 1), kaisa, follow_up=True)
    shop.said(desk, 9, date(2026, 11, 10), kaisa)
    told = [words for words, _ in facts.chips(language, desk.customers.card(kaisa), TODAY)]
    assert told == ["Birthday Mon 23 Nov", "Waiting for an answer", "Regular", "Promoter"]
