"""Mailing lists hold nobody who may not be written to, by a rule that the test works out for itself."""

import csv
from random import Random

import pytest

from cxdesk.domain.customer import Birthday, ContactChannel, ContactKind, ContactPoint, Customer, Purpose
from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import LetterBasis, Shop

PEOPLE = 3000
EMAIL, PHONE = ContactKind.EMAIL, ContactKind.PHONE


def listed(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def mail(desk, tmp_path):
    def write(channel=ContactChannel.EMAIL, **options):
        path = tmp_path / "list.csv"
        count = desk.exports.mailing(path, channel, **options)
        found = listed(path)
        assert count == len(found)
        return found

    return write


def crowd(db, random):
    """Thousands of people with random events, at random times, recorded in random order; gives what was recorded."""
    recorded = {}
    for i in range(1, PEOPLE + 1):
        restricted = random.random() < 0.05
        year = random.choice([None, 1960, 2007, 2008, 2015])
        db.write(
            "INSERT INTO customers (id, first_name, language, birth_day, birth_month, birth_year, street, town, "
            "restricted) VALUES (?, ?, 'fi', 22, 11, ?, 'Katu 1', 'Turku', ?)",
            [i, f"P{i}", year, restricted],
        )
        for kind, value in (("email", f"p{i}@x.fi"), ("phone", f"+35840{i:07}")):
            db.write(
                "INSERT INTO contact_points (customer_id, kind, value, key) VALUES (?, ?, ?, ?)",
                [i, kind, value, value],
            )
        events = []
        for _ in range(random.randrange(6)):
            event = (
                random.choice(["marketing", "marketing", "profiling"]),
                random.choice(["letter", "email", "text", "phone", "any"]),
                random.randrange(2),
                f"2026-0{random.randrange(1, 4)}-01T10:00:00+00:00",
            )
            row = db.write(
                "INSERT INTO consents (customer_id, purpose, channel, given, at) VALUES (?, ?, ?, ?, ?)",
                [i, *event],
            )
            events.append((event[3], row.lastrowid, *event[:3]))
        recorded[i] = (restricted, year, events)
    return recorded


def may(person, channel, *, by_default):
    """The rule as the law and the shop's promise have it, written anew."""
    restricted, year, events = person
    born_too_late = year is not None and year >= 2008  # 22 November 2008 is 18 only tomorrow
    if restricted or born_too_late:
        return False
    said = sorted(e for e in events if e[2] == "marketing" and e[3] in (channel, "any"))
    return bool(said[-1][4]) if said else by_default


@pytest.mark.parametrize("basis", LetterBasis)
def test_nobody_who_is_blocked_is_in_any_list(desk, mail, clock, basis):
    desk.settings.save(Shop("Kerä", language="en", letter_basis=basis))
    db = desk.workplace.db
    with db.change("Crowd", at=clock(), bulk=True):
        recorded = crowd(db, Random(20261121))  # noqa: S311 - a crowd, no secret
    for channel in ("email", "letter", "text"):
        by_default = channel == "letter" and basis is LetterBasis.OPT_OUT
        wanted = {f"P{i}" for i, person in recorded.items() if may(person, channel, by_default=by_default)}
        found = {row["Name"] for row in mail(ContactChannel(channel))}
        assert found == wanted
        assert 100 < len(wanted) < PEOPLE


@pytest.fixture
def person(desk):
    def save(name, *, said=True, channel=ContactChannel.EMAIL, **fields):
        customer_id = desk.customers.save(Customer(0, name, **fields))
        if said is not None:
            desk.customers.consent(customer_id, Purpose.MARKETING, channel, given=said, source="counter")
        return customer_id

    return save


def at(address, kind=EMAIL):
    return (ContactPoint(kind, address),)


def test_nothing_but_what_is_needed_is_in_the_list(person, mail):
    person(
        "Kaisa",
        last_name="Åström",
        contacts=(*at("k@x.fi"), *at("040 1234567", PHONE)),
        language="fi",
        note="x",
    )
    assert mail() == [{"Name": "Kaisa Åström", "First name": "Kaisa", "Language": "fi", "E-mail": "k@x.fi"}]


def test_letters_need_an_address_and_texts_a_phone(person, mail):
    person("A", channel=ContactChannel.LETTER, street="Katu 1", postcode="00100", town="Turku", country="FI")
    person("B", channel=ContactChannel.LETTER, town="Turku")
    person("C", channel=ContactChannel.TEXT, contacts=at("040 1234567", PHONE))
    person("D", channel=ContactChannel.TEXT)
    (letter,), (text,) = mail(ContactChannel.LETTER), mail(ContactChannel.TEXT)
    assert letter == {
        "Name": "A", "First name": "A", "Language": "en", "Street address": "Katu 1", "Postcode": "00100",
        "Town": "Turku", "Country": "Finland",
    }  # fmt: skip
    assert (text["Name"], text["Phone"]) == ("C", "040 1234567")


def test_an_address_shared_with_somebody_who_objected_is_not_used(person, mail):
    person("Consents", contacts=at("Family@x.fi"))
    person("Objects", said=False, contacts=at("family@X.fi"))
    person("Alone", contacts=at("own@x.fi"))
    person("Two", contacts=(*at("family@x.fi"), *at("two@x.fi")))
    assert [(row["Name"], row["E-mail"]) for row in mail()] == [("Alone", "own@x.fi"), ("Two", "two@x.fi")]


def test_a_child_is_never_in_a_list_and_is_grown_up_on_the_18th_birthday(person, mail):
    person("Tomorrow", contacts=at("a@x.fi"), birthday=Birthday(22, 11, 2008))
    person("Today", contacts=at("b@x.fi"), birthday=Birthday(21, 11, 2008))
    assert [row["Name"] for row in mail()] == ["Today"]


def test_only_those_who_were_chosen(person, mail):
    first = person("A", contacts=at("a@x.fi"))
    person("B", contacts=at("b@x.fi"))
    assert [row["Name"] for row in mail(ids=[first])] == ["A"]
    assert mail(ids=[]) == []


def test_a_mailing_list_is_a_list(desk, tmp_path):
    with pytest.raises(UserError, match=r"\.csv"):
        desk.exports.mailing(tmp_path / "x.json", ContactChannel.EMAIL)
