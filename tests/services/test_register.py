"""Filters, counts and permissions of the register; what was put off and what was done."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.customer import Birthday, ContactChannel, Customer, Purpose
from cxdesk.domain.listing import Condition, Listing, Subject
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import LetterBasis, Shop
from cxdesk.services.desk import found

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture
def desk(tmp_path):
    desk = found(tmp_path / "shop.cxdesk", Shop("Kerä", monthly_budget=1000), lambda: NOW)
    yield desk
    desk.close()


def permit(desk, customer_id, *, given=True):
    desk.customers.consent(
        customer_id, Purpose.MARKETING, ContactChannel.LETTER, given=given, source="counter"
    )


def buy(desk, customer_id, *days):
    for day in days:
        line = PurchaseLine("Yarn", 1, 500, 500)
        desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, customer_id, lines=(line,)))


def test_each_filter_counts_whom_it_lists(desk):
    once = desk.customers.save(Customer(0, "Once"))
    regular = desk.customers.save(Customer(0, "Regular"))
    desk.customers.save(Customer(0, "Never"))
    buy(desk, once, date(2026, 1, 5))
    buy(desk, regular, date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    permit(desk, once)
    permit(desk, regular)
    permit(desk, regular, given=False)
    assert desk.register.counts() == {"all": 3, "new": 1, "regular": 1, "silent": 1, "no_letters": 2}
    for name, count in desk.register.counts().items():
        group = () if name == "all" else (Condition(Subject.GROUP, name),)
        assert len(desk.register.ids(Listing(group))) == count


def test_letters_that_are_allowed_until_somebody_objects(desk):
    desk.settings.save(Shop("Kerä", letter_basis=LetterBasis.OPT_OUT))
    silent, objector = desk.customers.save(Customer(0, "A")), desk.customers.save(Customer(0, "B"))
    permit(desk, objector, given=False)
    assert desk.register.counts()["no_letters"] == 1
    assert desk.customers.permitted([silent, objector]) == {silent}


def test_one_customers_next_act_is_the_one_of_the_day(desk):
    kaisa = desk.customers.save(Customer(0, "Kaisa", birthday=Birthday(23, 11, 1976)))
    timo = desk.customers.save(Customer(0, "Timo", birthday=Birthday(24, 11)))
    permit(desk, kaisa)
    permit(desk, timo)
    day = {s.customer.id: s.id for s in desk.appreciation.day().suggestions}
    assert {i: desk.appreciation.next_for(i).id for i in (kaisa, timo)} == day
    assert desk.appreciation.next_for(desk.customers.save(Customer(0, "Nobody"))) is None


def test_what_was_put_off_can_be_brought_back(desk):
    kaisa = desk.customers.save(Customer(0, "Kaisa", birthday=Birthday(23, 11, 1976)))
    permit(desk, kaisa)
    suggestion = desk.appreciation.next_for(kaisa)
    desk.appreciation.snooze(suggestion, 3)
    (waiting,) = desk.appreciation.waiting()
    assert (waiting.customer_id, waiting.until) == (kaisa, date(2026, 11, 23))
    assert desk.appreciation.next_for(kaisa) is None
    desk.appreciation.wake(waiting)
    assert desk.appreciation.waiting() == []
    assert desk.appreciation.next_for(kaisa).id == suggestion.id
    desk.history.undo()
    assert desk.appreciation.next_for(kaisa) is None


def test_the_months_acts_are_the_rows_behind_the_budget(desk):
    kaisa = desk.customers.save(Customer(0, "Kaisa", birthday=Birthday(23, 11, 1976)))
    permit(desk, kaisa)
    desk.appreciation.done(desk.appreciation.next_for(kaisa))
    (act,) = desk.appreciation.done_between(date(2026, 11, 1), date(2026, 11, 30))
    assert act.cost == desk.appreciation.budget().spent == 150
    assert desk.appreciation.done_between(date(2026, 10, 1), date(2026, 10, 31)) == []


def test_a_letters_file_names_no_person(desk):
    kaisa = desk.customers.save(Customer(0, "Kaisa", birthday=Birthday(23, 11, 1976)))
    permit(desk, kaisa)
    suggestion = desk.appreciation.next_for(kaisa)
    file = desk.letters.file([suggestion])
    desk.letters.write(suggestion, file)
    assert file.read_bytes().startswith(b"%PDF")
    assert file.parent.name == "shop letters"
    assert "Kaisa" not in file.name


def test_letters_printed_together_are_one_step(desk):
    for name in ("Kaisa", "Timo"):
        permit(desk, desk.customers.save(Customer(0, name, birthday=Birthday(23, 11, 1976))))
    both = desk.appreciation.day().suggestions
    desk.appreciation.done_together(both)
    steps = len(desk.history.changes())
    desk.appreciation.done_together(both)
    assert len(desk.history.changes()) == steps
    assert desk.appreciation.day().suggestions == ()
    desk.history.undo()
    assert [s.id for s in desk.appreciation.day().suggestions] == [s.id for s in both]
