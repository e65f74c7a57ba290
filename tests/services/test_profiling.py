"""Who objects to profiling keeps every receipt, and has no sum, group or rhythm anywhere."""

from datetime import date, timedelta

import pytest

from cxdesk.cli import shapes
from cxdesk.domain import consent
from cxdesk.domain.customer import ContactChannel, Purpose
from cxdesk.domain.listing import Column, Condition, Group, Listing, Subject

DAYS = (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))


def say(desk, who, *, given):
    desk.customers.consent(who, Purpose.PROFILING, ContactChannel.ANY, given=given, source="counter")


@pytest.fixture
def both(desk, person, buy):
    """Two who bought the same; the second objects."""
    made = [person("Aino"), person("Kaisa")]
    for who in made:
        buy(who, *DAYS)
    say(desk, made[1], given=False)
    return made


def test_the_receipts_and_the_last_visit_stay(desk, both):
    _, kaisa = both
    card = desk.customers.card(kaisa)
    assert [purchase.day for purchase in card.purchases] == sorted(DAYS, reverse=True)
    assert (card.first_visit, card.last_visit) == (DAYS[0], DAYS[2])
    assert (card.spend, card.summary, card.absence) == (None, None, None)


def test_the_list_and_the_command_line_say_the_same(desk, both):
    columns = (Column.LAST_VISIT, Column.VISITS, Column.SPEND)
    assert [row.values for row in desk.register.rows(both, columns)] == [
        ("2026-05-01", 3, 1500),
        ("2026-05-01", None, None),
    ]
    told = [shapes.customer_row(row) for row in desk.customers.rows(both)]
    assert [(row["last_visit"], row["visits"], row["spend"]) for row in told] == [
        ("2026-05-01", 3, 1500),
        ("2026-05-01", None, None),
    ]
    assert shapes.customer(desk.customers.card(both[1]))["spend"] is None


@pytest.mark.parametrize(
    "asked",
    [
        Condition(Subject.GROUP, Group.REGULAR.value),
        Condition(Subject.VISITS, "1"),
        Condition(Subject.SPEND, "1"),
        Condition(Subject.VISITED_WITHIN, "9999"),
        Condition(Subject.NOT_VISITED_FOR, "1"),
    ],
)
def test_no_list_that_asks_how_somebody_buys_has_them(desk, both, asked):
    assert desk.register.ids(Listing((asked,))) == both[:1]
    say(desk, both[1], given=True)
    assert desk.register.ids(Listing((asked,))) == both


def test_they_come_last_where_a_list_is_sorted_by_figures(desk, both, person, buy):
    little = person("Little")
    buy(little, DAYS[0])
    for column in (Column.VISITS, Column.SPEND):
        for descending, first in ((False, [little, both[0]]), (True, [both[0], little])):
            assert desk.register.ids(Listing((), (Column.NAME,), column, descending)) == [*first, both[1]]
    assert desk.register.ids(Listing((), (Column.NAME,), Column.LAST_VISIT)) == [little, *both]


@pytest.mark.parametrize("said", ["", "n", "y", "ny", "yn", "nyn", "nn", "yyn", "nyy"])
def test_the_question_in_sql_is_the_question_of_the_domain(desk, person, buy, clock, said):
    who = person("Aino")
    buy(who, DAYS[0])
    for at, answer in enumerate(said):
        clock.now += timedelta(minutes=at % 2)  # some in the same second
        say(desk, who, given=answer == "y")
    (row,) = desk.customers.rows([who])
    assert (row.days is not None) == consent.may_profile(desk.customers.card(who).consents)
