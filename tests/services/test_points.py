"""Points at the till: what others shipped wrong, by name, and any order of what can happen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.listing import Column
from cxdesk.domain.product import Product
from cxdesk.domain.programme import EarnRule, Tier
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.relations import Role
from cxdesk.storage import listings, programme, register


@pytest.fixture(autouse=True)
def points_on(desk):
    desk.settings.save(replace(desk.settings.shop(), points_on=1))


@pytest.fixture
def sell(desk, today):
    """Sells lines of (quantity, amount) or whole ones to a customer; gives the purchase as it is kept."""

    def record(customer_id, *lines, **fields):
        made = tuple(
            line if isinstance(line, PurchaseLine) else PurchaseLine("Yarn", line[0], 0, line[1])
            for line in lines
        )
        new = Purchase(0, fields.pop("day", today), PurchaseKind.SALE, 0, customer_id, lines=made, **fields)
        desk.purchases.record(new)
        return desk.purchases.latest(1)[0]

    return record


@pytest.fixture
def bring_back(desk, today):
    """Brings back so many of a line that was sold."""

    def record(line, quantity, day=today, customer_id=None):
        back = desk.purchases.returnable(line.id).back(quantity)
        desk.purchases.record(Purchase(0, day, PurchaseKind.REFUND, 0, customer_id, lines=(back,)))

    return record


@pytest.fixture
def balance(desk, today):
    return lambda customer_id, day=today: desk.points.book(customer_id).balance(day)


def set_shop(desk, **fields):
    desk.settings.save(replace(desk.settings.shop(), **fields))


def test_a_sale_earns_one_for_each_euro_rounded_down(person, sell, balance):
    aino = person()
    sell(aino, (1, 890), (2, 1250))
    assert balance(aino) == 21


def test_nobody_no_money_or_no_programme_earns_nothing(desk, person, sell, balance):
    aino = person()
    sell(None, (1, 5000))
    sell(aino, (1, 0))
    set_shop(desk, points_on=0)
    sell(aino, (1, 5000))
    assert balance(aino) == 0
    assert desk.points.entries(aino) == []


def test_points_kept_after_full_or_partial_return(person, sell, bring_back, balance):
    aino = person()
    sold = sell(aino, (3, 1000))
    bring_back(sold.lines[0], 1)
    assert balance(aino) == 7
    bring_back(sold.lines[0], 2, customer_id=None)
    assert balance(aino) == 0


def test_points_on_a_voided_sale(desk, person, sell, balance):
    aino, yarn = person(), desk.products.save(Product(0, "Yarn", price=1000, stock=5))
    sold = sell(aino, PurchaseLine("Yarn", 2, 1000, 2000, yarn))
    desk.purchases.void(sold.id)
    assert (balance(aino), desk.products.get(yarn).stock) == (0, 5)
    assert desk.customers.card(aino).spend == 0
    with pytest.raises(UserError, match="Only a sale can be cancelled"):
        desk.purchases.void(sold.id)


def test_a_double_submit_counted_twice(desk, person, sell, balance):
    aino = person()
    sell(aino, (1, 1000), uuid="form-1")
    sell(aino, (1, 1000), uuid="form-1")
    desk.points.spend(aino, 3, uuid="spend-1")
    desk.points.spend(aino, 3, uuid="spend-1")
    desk.points.correct(aino, 2, "Forgotten", uuid="give-1")
    desk.points.correct(aino, 2, "Forgotten", uuid="give-1")
    assert balance(aino) == 9


def test_a_reward_line_earning_points_and_coming_back(person, sell, bring_back, balance):
    aino = person()
    sell(aino, (1, 5000))
    got = sell(aino, (1, 1000), PurchaseLine("Needles", 1, 900, 0, discount=900, points=40))
    assert balance(aino) == 50 - 40 + 10
    bring_back(got.lines[1], 1)
    assert balance(aino) == 60


def test_the_part_paid_with_points_earns_nothing_and_returns_with_its_share(
    person, sell, bring_back, balance
):
    aino = person()
    sell(aino, (1, 10000))
    sold = sell(aino, PurchaseLine("Yarn", 2, 1000, 1500, discount=500, points=100))
    assert balance(aino) == 100 - 100 + 15
    bring_back(sold.lines[0], 1)
    assert balance(aino) == 50 + 8, "half of the points return, half of 15 goes, rounded down"
    bring_back(sold.lines[0], 1)
    assert balance(aino) == 100


def test_unable_to_spend_fewer_than_all_points(desk, person, sell, balance):
    aino = person()
    sell(aino, (1, 5000))
    desk.points.spend(aino, 7)
    assert balance(aino) == 43
    with pytest.raises(UserError, match="has 43 points, not 44"):
        desk.points.spend(aino, 44)
    with pytest.raises(UserError, match="at least 1"):
        desk.points.spend(aino, 0)


def test_balance_wrong_after_expiry_with_earlier_spending(desk, person, sell, balance, clock):
    aino = person()
    set_shop(desk, points_months=1)
    sell(aino, (1, 1000))
    desk.points.spend(aino, 4)
    clock.forward(20)
    sell(aino, (1, 500), day=clock.now.date())
    clock.forward(15)
    assert (balance(aino, clock.now.date()), desk.points.expire(), desk.points.expire()) == (5, 6, 0)
    assert balance(aino, clock.now.date()) == 5


def test_undo_takes_back_somebodys_own_work_and_not_the_note_of_what_expired(desk, person, sell, clock):
    set_shop(desk, points_months=1)
    sell(person(), (1, 1000))
    outi = person("Outi")
    clock.forward(40)
    assert desk.points.expire() == 10
    desk.history.undo()
    desk.history.undo()
    assert desk.customers.ids() == [outi - 1]  # first the permission, then Outi
    assert desk.points.expire() == 0
    desk.history.redo()
    assert desk.customers.ids() == [outi - 1, outi]


def test_points_that_were_spent_before_the_return_are_owed(desk, person, sell, bring_back, balance):
    aino = person()
    sold = sell(aino, (1, 1000))
    desk.points.spend(aino, 8)
    bring_back(sold.lines[0], 1)
    assert (balance(aino), desk.points.book(aino).owed) == (0, 8)
    sell(aino, (1, 1000))
    assert balance(aino) == 2


def test_a_return_without_its_sale_takes_what_it_would_earn_but_no_more_than_there_is(person, sell, balance):
    aino = person()
    sell(aino, (1, 1000))
    back = PurchaseLine("Yarn", -1, 600, -600, kind=PurchaseKind.REFUND)
    sell(aino, (1, 200), back)
    assert balance(aino) == 10 - 6 + 2
    sell(aino, (1, 100), replace(back, amount=-9000))
    assert balance(aino) == 1


def test_the_best_rule_counts_and_nothing_shuts_out(desk, person, sell, balance, today):
    aino, yarn = person(), desk.products.save(Product(0, "Yarn", category="Wool"))
    book = desk.products.save(Product(0, "Gift card", category="Cards"))
    with desk.workplace.change("Rules"):
        for rule in (
            EarnRule(0, "Wool twice", 2, category="wool"),
            EarnRule(0, "This day", 1.5, weekday=today.isoweekday()),
            EarnRule(0, "No points", 0, product_id=book),
            EarnRule(0, "Over", 9, last=today - timedelta(1)),
        ):
            programme.put(desk.workplace.db, rule)
        programme.put(desk.workplace.db, Tier(0, "Gold", 10000, 1.1))
    sell(
        aino, PurchaseLine("Yarn", 1, 1000, 1000, yarn), PurchaseLine("Card", 1, 5000, 5000, book), (1, 1000)
    )
    assert balance(aino) == 20 + 0 + 15
    sell(aino, (1, 5000))
    assert balance(aino) == 35 + 75, "gold begins with the purchase after 100 euros"
    sell(aino, (1, 1000))
    assert balance(aino) == 110 + 16, "1.5 times 1.1"


def test_a_friend_brings_both_points_once(desk, person, sell, balance):
    aino, eero = person(), person("Eero")
    set_shop(desk, referral_points=50)
    desk.relations.add(eero, aino, Role.REFERRER)
    sold = sell(eero, (1, 1000))
    assert (balance(aino), balance(eero)) == (50, 60)
    sell(eero, (1, 1000), day=date(2026, 11, 20))
    assert (balance(aino), balance(eero)) == (50, 70)
    desk.purchases.void(sold.id)
    assert (balance(aino), balance(eero)) == (0, 10)


def test_donated_and_what_all_have(desk, person, sell):
    aino = person()
    sell(aino, (1, 5000))
    desk.points.donate(aino, 20, "Animal shelter")
    figures = desk.points.figures()
    assert (figures.participants, figures.points, figures.value, figures.donated) == (1, 30, 150, 20)
    with pytest.raises(UserError, match="Write what"):
        desk.points.donate(aino, 1, " ")
    with pytest.raises(UserError, match="Write why"):
        desk.points.correct(aino, 1, "")


def test_a_purchase_that_is_undone_takes_its_points_along(desk, person, sell, balance, rows):
    aino = person()
    before = rows()
    sell(aino, (1, 5000))
    desk.history.undo()
    assert (balance(aino), rows()["points"]) == (0, [])
    assert {name: table for name, table in rows().items() if name in before} == before


def test_a_card_that_would_be_overdrawn_leaves_no_purchase(desk, person, sell):
    aino = person()
    with pytest.raises(UserError, match="has 0 points, not 40"):
        sell(aino, PurchaseLine("Needles", 1, 900, 0, discount=900, points=40))
    assert desk.purchases.latest() == []


def test_an_answer_once_a_day_and_the_birthday_once(desk, person, balance, clock):
    set_shop(desk, answer_points=5, birthday_points=20)
    aino = person()
    for _ in range(2):
        desk.feedback.record(Feedback(0, clock.now.date(), customer_id=aino, nps=9))
    assert balance(aino) == 5
    for day in (1, 2):
        desk.customers.save(replace(desk.customers.get(aino), birthday=Birthday(day, 3)))
    assert balance(aino) == 25
    clock.forward(1)
    desk.feedback.record(Feedback(0, clock.now.date(), customer_id=aino, nps=0))
    assert balance(aino) == 30
    assert balance(person("Eero", birthday=Birthday(29, 2))) == 20


def test_a_debt_is_no_balance_anywhere(desk, person, sell, today):
    """Of 20 points 20 were used when what had brought them came back: owed are 20, the list says 0."""
    kaisa = person("Kaisa")
    sold = sell(kaisa, (1, 2000))
    desk.points.spend(kaisa, 20)
    desk.purchases.void(sold.id)
    (row,) = register.rows(desk.workplace.db, [kaisa], [Column.POINTS], today, by_default=False)
    assert row.values == (0,)
    card = desk.customers.card(kaisa)
    assert (card.points, card.owed) == (0, 20)
    assert listings.figures(desk.workplace.db, [kaisa])[kaisa].points == 0
