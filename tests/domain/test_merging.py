from datetime import date

import pytest

from cxdesk.domain.customer import (
    Birthday,
    Consent,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    Purpose,
)
from cxdesk.domain.merging import Part, Side, choices, merged, stops

MARKETING, PROFILING = Purpose.MARKETING, Purpose.PROFILING
LETTER, EMAIL, TEXT, PHONE, ANY = (ContactChannel(c) for c in ("letter", "email", "text", "phone", "any"))
NOW = "2026-11-21T10:00:00+00:00"


def one(**known):
    return Customer(1, **known)


def other(**known):
    return Customer(2, **known)


@pytest.mark.parametrize(
    ("keep", "drop", "part", "side", "free"),
    [
        ({"first_name": "Maija"}, {"first_name": "Maija", "last_name": "Salo"}, Part.NAME, Side.DROP, False),
        ({"first_name": "Maija"}, {"last_name": "Salo"}, Part.NAME, Side.BOTH, False),
        ({"first_name": "Salo"}, {"first_name": "Maija", "last_name": "Salo"}, Part.NAME, Side.DROP, True),
        ({"first_name": "Maija", "last_name": "Salo"}, {"first_name": "M."}, Part.NAME, Side.KEEP, True),
        ({"first_name": "MAIJA"}, {"first_name": "Maija"}, Part.NAME, Side.KEEP, False),
        ({"birthday": Birthday(3, 5)}, {"birthday": Birthday(3, 5, 1970)}, Part.BIRTHDAY, Side.DROP, False),
        ({"birthday": Birthday(3, 5)}, {"birthday": Birthday(5, 3)}, Part.BIRTHDAY, Side.KEEP, True),
        ({"birthday": Birthday(3, 5, 1970)}, {"birthday": Birthday(3, 5, 1971)}, Part.BIRTHDAY, Side.KEEP, True),
        ({"town": "Turku"}, {"town": "Oulu", "street": "Katu 1"}, Part.ADDRESS, Side.DROP, True),
        ({"town": "Turku"}, {"street": "Katu 1"}, Part.ADDRESS, Side.BOTH, False),
        ({"language": "fi"}, {}, Part.LANGUAGE, Side.KEEP, False),
        ({"external_id": "1"}, {"external_id": "2"}, Part.NUMBER, Side.KEEP, True),
        ({"since": date(2020, 1, 1)}, {"since": date(2019, 1, 1)}, Part.SINCE, Side.BOTH, False),
    ],
)  # fmt: skip
def test_whose_value_stands(keep, drop, part, side, free):
    found = next(choice for choice in choices(one(**keep), other(**drop)) if choice.part is part)

    assert (found.side, found.free) == (side, free)


@pytest.mark.parametrize(
    ("keep", "drop", "result"),
    [
        ({"first_name": "Maija"}, {"last_name": "Salo"}, {"first_name": "Maija", "last_name": "Salo"}),
        ({"birthday": Birthday(3, 5)}, {"birthday": Birthday(3, 5, 1970)}, {"birthday": Birthday(3, 5, 1970)}),
        ({"town": "Turku"}, {"town": "Oulu", "street": "Katu 1"}, {"town": "Oulu", "street": "Katu 1"}),
        ({"note": "Tea"}, {"note": "Mondays"}, {"note": "Tea\nMondays"}),
        ({"note": "Likes tea"}, {"note": "tea"}, {"note": "Likes tea"}),
        ({}, {"note": "tea"}, {"note": "tea"}),
        ({}, {"since": date(2019, 1, 1)}, {"since": date(2019, 1, 1)}),
        ({"since": date(2018, 1, 1)}, {"since": date(2019, 1, 1)}, {"since": date(2018, 1, 1)}),
        ({}, {"restricted": True}, {"restricted": True}),
        ({}, {"external_id": "7"}, {"external_id": "7"}),
        ({}, {}, {}),
    ],
)  # fmt: skip
def test_merged(keep, drop, result):
    assert merged(one(**keep), other(**drop)) == one(**result)


def test_a_person_chooses_between_contradictions_alone():
    keep, drop = one(first_name="Maija", town="Turku", language="fi"), other(first_name="Liisa", town="Oulu")
    chosen = dict.fromkeys(Part, Side.DROP)

    assert merged(keep, drop, chosen) == one(first_name="Liisa", town="Oulu", language="fi")
    assert merged(keep, drop, {Part.NAME: Side.BOTH}).first_name == "Maija"


def test_contact_points_stand_once_and_the_given_up_number_is_a_card():
    phone = ContactPoint(ContactKind.PHONE, "040 1234567", "+358401234567")
    again = ContactPoint(ContactKind.PHONE, "+358 40 1234567", "+358401234567")
    mail = ContactPoint(ContactKind.EMAIL, "a@b.fi", "a@b.fi")
    keep, drop = one(external_id="7", contacts=(phone,)), other(external_id="8", contacts=(again, mail))

    assert merged(keep, drop).contacts == (phone, mail, ContactPoint(ContactKind.CARD, "8"))
    assert merged(keep, drop, {Part.NUMBER: Side.DROP}).contacts[-1] == ContactPoint(ContactKind.CARD, "7")


def said(*events):
    return [
        Consent(purpose, channel, given, f"2026-01-{day:02}T10:00:00+00:00", id=day)
        for day, purpose, channel, given in events
    ]


@pytest.mark.parametrize(
    ("keep", "drop", "expected"),
    [
        ([], [], []),
        ([(1, MARKETING, LETTER, True)], [(2, MARKETING, LETTER, True)], []),
        ([(2, MARKETING, LETTER, True)], [(1, MARKETING, LETTER, False)], [(MARKETING, LETTER)]),
        ([(1, MARKETING, LETTER, False)], [(2, MARKETING, LETTER, True)], [(MARKETING, LETTER)]),
        ([(1, MARKETING, LETTER, True)], [(2, MARKETING, LETTER, False)], []),  # the newest says so already
        ([(3, MARKETING, LETTER, True)], [(1, MARKETING, LETTER, False), (2, MARKETING, LETTER, True)], []),
        (
            [(2, MARKETING, ANY, True)],
            [(1, MARKETING, ANY, False)],
            [(MARKETING, LETTER), (MARKETING, EMAIL), (MARKETING, TEXT), (MARKETING, PHONE)],
        ),
        ([(2, MARKETING, EMAIL, True)], [(1, MARKETING, ANY, False)], [(MARKETING, EMAIL)]),
        ([(2, MARKETING, ANY, True)], [(1, MARKETING, EMAIL, False)], [(MARKETING, EMAIL)]),
        ([(2, PROFILING, ANY, True)], [(1, PROFILING, ANY, False)], [(PROFILING, ANY)]),
    ],
)
def test_the_stricter_wish_holds(keep, drop, expected):
    found = stops(said(*keep), said(*drop), NOW)

    assert [(e.purpose, e.channel) for e in found] == expected
    assert all(e.at == NOW and not e.given and e.source == "merge" for e in found)


def test_a_clock_that_was_set_back_undoes_no_stop():
    (stop,) = stops(
        said((9, MARKETING, LETTER, True)), said((1, MARKETING, LETTER, False)), "2025-01-01T00:00:00+00:00"
    )

    assert stop.at == "2026-01-09T10:00:00+00:00"
