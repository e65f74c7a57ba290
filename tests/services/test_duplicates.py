"""Finding people who stand in the register twice, and making one entry of two."""

from datetime import date, timedelta

import pytest

from cxdesk.domain import consent
from cxdesk.domain.customer import (
    Birthday,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    PreferenceKind,
    Purpose,
)
from cxdesk.domain.duplicates import Degree, Field
from cxdesk.domain.errors import UserError
from cxdesk.domain.merging import Part, Side
from cxdesk.domain.occasion import Occasion
from cxdesk.services.duplicates import MANY

MARKETING, LETTER, EMAIL = Purpose.MARKETING, ContactChannel.LETTER, ContactChannel.EMAIL
PHONE = ContactPoint(ContactKind.PHONE, "040 123 4567")
SAME_PHONE = ContactPoint(ContactKind.PHONE, "+358401234567")
MAIL = ContactPoint(ContactKind.EMAIL, "maija@example.fi")


@pytest.fixture
def maija(person):
    """Two entries of one person: the first knows more."""
    return (
        person("Maija", last_name="Virtanen", contacts=(PHONE,), external_id="K-1", permits=None),
        person("Maija", last_name="Wirtanen", contacts=(SAME_PHONE, MAIL), external_id="K-2", permits=None),
    )


def pairs(desk):
    return [(pair.keep.id, pair.drop.id) for pair in desk.duplicates.find()]


def test_pairs_come_with_their_reason_the_surest_first(desk, person, maija):
    alone = person("Pekka", last_name="Salo"), person("Salo", last_name="Pekka")
    twins = (
        person("Ўктам", last_name="Ғуломов", birthday=Birthday(3, 5, 1970)),
        person("Oʻktam", last_name="Gʻulomov", birthday=Birthday(3, 5, 1970)),
    )
    person("Matti", last_name="Virtanen", contacts=(PHONE,))
    found = desk.duplicates.find()

    assert [(pair.keep.id, pair.drop.id) for pair in found] == [twins, alone, maija]
    assert [pair.likeness.agrees for pair in found] == [
        (Field.BIRTHDAY, Field.NAME),
        (Field.NAME,),
        (Field.PHONE,),
    ]
    assert found[0].likeness.degree is Degree.SAME
    assert found[0].keep.name == "Ўктам Ғуломов"


def test_the_one_with_more_visits_is_kept(desk, maija, buy, today):
    buy(maija[1], today)

    assert pairs(desk) == [maija[::-1]]


def test_nobody_is_compared_with_a_crowd(desk, person):
    for n in range(45):
        person(f"Asiakas{n:02}", contacts=(PHONE,))
    one, other = person("Maija", last_name="Salo", contacts=(PHONE,)), person("Salo Maija", contacts=(PHONE,))

    assert pairs(desk) == [(one, other)], "found by their name, and sure by the phone"


def test_who_is_said_to_be_two_people_stays_away(desk, maija):
    before = pairs(desk)
    desk.duplicates.set_apart(*maija[::-1])
    assert (before, pairs(desk)) == ([maija], [])

    desk.history.undo()
    assert pairs(desk) == before


def test_pairs_found_earlier_stay_open_until_something_is_decided(desk, maija, person):
    apart = person("Pekka"), person("Pekka")
    found = desk.duplicates.find()
    assert desk.duplicates.open(found) == found

    desk.duplicates.set_apart(*apart[::-1])
    assert [pair.keep.id for pair in desk.duplicates.open(found)] == [maija[0]]
    desk.duplicates.merge(*maija)
    assert desk.duplicates.open(found) == []
    desk.history.undo()
    desk.history.undo()
    assert desk.duplicates.open(found) == found


def test_what_was_said_of_the_dropped_holds_for_the_kept(desk, maija, person):
    third = person("Maija", last_name="Virtanen", contacts=(PHONE,))
    desk.duplicates.set_apart(maija[1], third)
    desk.duplicates.merge(*maija)

    assert pairs(desk) == []


@pytest.mark.usefixtures("maija")
def test_progress_is_told_and_may_stop(desk):
    shares = []
    desk.duplicates.find(shares.append)
    assert shares == [0]

    def stop(share):
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        desk.duplicates.find(stop)


def test_merged_entry_has_what_both_knew(desk, maija):
    desk.customers.prefer(maija[0], PreferenceKind.TASTE, "Wool")
    desk.customers.prefer(maija[1], PreferenceKind.TASTE, "WOOL")
    desk.customers.prefer(maija[1], PreferenceKind.ALLERGY, "Nuts")
    whole = desk.duplicates.merge(*maija)
    card = desk.customers.card(maija[0])

    assert whole == card.customer
    assert [(p.kind, p.value) for p in whole.contacts] == [
        (ContactKind.PHONE, "040 123 4567"),
        (ContactKind.EMAIL, "maija@example.fi"),
        (ContactKind.CARD, "K-2"),
    ]
    assert [p.text for p in card.preferences] == ["Nuts", "Wool"]
    for number in ("K-1", "K-2"):
        assert [row.id for row in desk.customers.scanned(number)] == [maija[0]]
    with pytest.raises(UserError):
        desk.customers.get(maija[1])


def test_owner_chooses_what_contradicts(desk, maija):
    preview = desk.duplicates.preview(*maija)
    assert {c.part for c in preview.choices if c.free} == {Part.NAME, Part.NUMBER}

    whole = desk.duplicates.merge(*maija, {Part.NAME: Side.DROP, Part.NUMBER: Side.DROP})
    assert (whole.id, whole.name, whole.external_id) == (maija[0], "Maija Wirtanen", "K-2")
    assert whole.contact(ContactKind.CARD) == "K-1"
    assert [row.id for row in desk.customers.search("wirtanen")] == [maija[0]]
    assert desk.customers.search("virtanen") == []


def test_preview_tells_what_comes_over(desk, maija, buy, today):
    buy(maija[1], today, today - timedelta(days=2))
    desk.customers.prefer(maija[1], PreferenceKind.USUAL, "Tea")
    preview = desk.duplicates.preview(*maija)

    assert preview.moved == {"contact_points": 2, "preferences": 1, "purchases": 2}
    assert preview.tastes == ("Tea",)
    assert preview.merged == desk.duplicates.preview(*maija).merged
    assert desk.customers.get(maija[1]).name == "Maija Wirtanen", "nothing has happened yet"


def test_every_stop_of_either_holds(desk, maija, clock):
    keep, drop = maija
    desk.customers.consent(drop, MARKETING, LETTER, given=False, source="phone")
    clock.forward(1)
    for channel in (LETTER, EMAIL):
        desk.customers.consent(keep, MARKETING, channel, given=True, source="form", wording="Yes")
    clock.forward(1)
    desk.duplicates.merge(keep, drop)
    events = desk.customers.card(keep).consents

    assert not consent.may_contact(events, LETTER)
    assert consent.may_contact(events, EMAIL)
    assert [(e.channel, e.given, e.source) for e in events] == [
        (LETTER, False, "phone"),
        (LETTER, True, "form"),
        (EMAIL, True, "form"),
        (LETTER, False, "merge"),
    ]
    assert events[2].wording == "Yes"


def test_what_is_never_to_be_proposed_again_is_not(desk, maija, buy, today):
    desk.customers.consent(maija[1], MARKETING, LETTER, given=True, source="form")
    buy(maija[1], today - timedelta(days=2))
    (welcome,) = desk.appreciation.day().suggestions
    assert welcome.kind is Occasion.WELCOME
    desk.appreciation.never(welcome)
    desk.duplicates.merge(*maija)

    assert desk.appreciation.day().suggestions == ()


def test_restricted_and_earlier_win(desk, person):
    keep = person(note="Likes tea", since=date(2021, 5, 1), postcode="20100", town="Turku", street="Katu 1")
    drop = person(note="Comes on Mondays", since=date(2019, 2, 3), town="Oulu", restricted=True)
    whole = desk.duplicates.merge(keep, drop)

    assert (whole.since, whole.restricted, whole.note) == (
        date(2019, 2, 3),
        True,
        "Likes tea\nComes on Mondays",
    )
    assert (whole.street, whole.town) == ("Katu 1", "Turku"), "an address stays together"


def test_a_regular_of_many_years_is_merged_like_anybody(desk, maija, buy, today, rows):
    buy(maija[1], *(today - timedelta(days=n) for n in range(MANY + 1)))
    before = rows()
    desk.duplicates.merge(*maija)
    card = desk.customers.card(maija[0])

    assert (card.summary.days, card.spend) == (MANY + 1, 500 * (MANY + 1))
    assert [row.id for row in desk.customers.search("virtanen")] == [maija[0]]
    assert desk.backups.check() == []
    desk.history.undo()
    assert rows() == before
    assert desk.backups.check() == []


@pytest.mark.usefixtures("maija")
@pytest.mark.parametrize("other", [1, 99])
def test_two_customers_are_needed(desk, other):
    for act in (desk.duplicates.merge, desk.duplicates.set_apart, desk.duplicates.preview):
        with pytest.raises(UserError):
            act(1, other)


FAMILY = ContactPoint(ContactKind.PHONE, "040 555 0123")


def names(desk, **typed):
    return [row.name for row in desk.duplicates.alike(Customer(0, **typed))]


def test_who_may_be_meant_while_a_new_customer_is_typed(desk):
    points = (FAMILY, ContactPoint(ContactKind.EMAIL, "kaisa@example.com"))
    desk.customers.save(Customer(0, "Kaisa", "Virtanen", contacts=points))
    desk.customers.save(Customer(0, "Pekka", "Virtanen", contacts=(FAMILY,)))
    foreign = ContactPoint(ContactKind.PHONE, "+358 40 5550123")
    mail = ContactPoint(ContactKind.EMAIL, "KAISA@example.com")

    assert names(desk, first_name="Kai") == []
    assert names(desk, first_name="kaisa", last_name="virtanen") == ["Kaisa Virtanen"]
    assert names(desk, contacts=(foreign,)) == ["Kaisa Virtanen", "Pekka Virtanen"]
    assert names(desk, first_name="Kaisa", contacts=(foreign,)) == ["Kaisa Virtanen"]
    assert (
        names(desk, first_name="Liisa", last_name="Virtanen", contacts=(FAMILY,)) == []
    )  # the family's phone
    assert names(desk, contacts=(mail,)) == ["Kaisa Virtanen"]
    assert names(desk, contacts=(ContactPoint(ContactKind.PHONE, "0"),)) == []
