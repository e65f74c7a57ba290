"""Each condition and each order of a list, on a small shop whose answers are worked out by hand."""

from datetime import date

import pytest

from cxdesk.domain.customer import AgeGroup, Birthday, ContactKind, ContactPoint, Customer, Gender
from cxdesk.domain.listing import Column, Condition, Group, Listing, Subject
from cxdesk.domain.needs import Stage
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers, register

from .conftest import NOON, insert_purchase, insert_row

TODAY = date(2026, 5, 4)
SHOP = Shop("Kielo")
PHONE = ContactPoint(ContactKind.PHONE, "040 123 4567")
MAIL = ContactPoint(ContactKind.EMAIL, "olli@example.com")
AINO = Customer(
    0, "Aino", "Öberg", "fi", Birthday(29, 2, 2008), date(2020, 1, 2), "Katu 1", "15100", "Lahti", contacts=(PHONE,),
    persona="Neuloja", origin="Facebook", stage=Stage.AFTERCARE, gender=Gender.WOMAN,
)  # fmt: skip
OLLI = Customer(
    0, "Olli", "Aalto", "uz", Birthday(5, 5), town="Åbo", contacts=(MAIL,), persona="Lahjan etsijä",
    stage=Stage.AWARENESS, age_group=AgeGroup.FROM_75,
)  # fmt: skip
EINO = Customer(0, "Eino", "Zorn", town="LAHTI", age_group=AgeGroup.FROM_30)
A, O, E = 1, 2, 3  # noqa: E741 - Aino, Olli, Eino


@pytest.fixture
def shop(db):
    """Aino came once long ago, Olli three times lately, Eino never."""
    with db.change("Shop", at=NOON):
        for person in (AINO, OLLI, EINO):
            customers.insert(db, person, SHOP)
        insert_purchase(db, A, day="2025-05-01", total=30_000)
        for day in ("2026-05-01", "2026-05-02", "2026-05-04"):
            insert_purchase(db, O, day=day, total=5_000)
        for who, text, key in ((A, "Häät", "haat"), (O, "Kanta", "kanta"), (O, "Ahkera", "ahkera")):
            insert_row(db, "tags", customer_id=who, text=text, key=key)
        size = insert_row(db, "fields", name="Koko", kind="number", position=1)
        colour = insert_row(db, "fields", name="Väri", kind="text", position=2)
        for who, field, value in (
            (A, size, "9"),
            (O, size, "38"),
            (E, colour, "Sininen"),
            (A, colour, "äyriäinen"),
        ):
            insert_row(db, "field_values", customer_id=who, field_id=field, value=value)
        insert_row(db, "preferences", customer_id=A, kind="taste", text="Villa, pehmeä")
        insert_row(db, "preferences", customer_id=O, kind="allergy", text="villa")
        insert_row(db, "preferences", customer_id=E, kind="dislike", text="villa")
        insert_row(db, "points", customer_id=A, at="2026-01-01", date="2026-01-01", points=50, kind="earned")
        for who, channel, given, at in (
            (A, "letter", 1, "1"),
            (A, "any", 0, "2"),
            (O, "email", 1, "1"),
            (O, "email", 0, "0"),
        ):
            insert_row(
                db, "consents", customer_id=who, purpose="marketing", channel=channel, given=given, at=at
            )
    return db


def ids(db, *conditions, order=Column.NAME, descending=False, by_default=False):
    listing = Listing(conditions, order=order, descending=descending)
    return register.ids(db, listing, TODAY, "fi", by_default=by_default)


@pytest.mark.parametrize(
    ("subject", "value", "expected"),
    [
        (Subject.GROUP, "new", [A]),
        (Subject.GROUP, "regular", [O]),
        (Subject.GROUP, "silent", [A]),
        (Subject.GROUP, "no_letters", [O, E, A]),
        (Subject.TAG, "HAAT", [A]),
        (Subject.TAG, "haa", []),
        (Subject.PERSONA, "lahjan etsija", [O]),
        (Subject.ORIGIN, "facebook", [A]),
        (Subject.STAGE, "aftercare", [A]),
        (Subject.LANGUAGE, "uz", [O]),
        (Subject.TOWN, "lahti", [E, A]),
        (Subject.TOWN, "' OR 1 --", []),
        (Subject.BIRTHDAY_MONTH, "5", [O]),
        (Subject.AGE_GROUP, "18-29", [A]),
        (Subject.AGE_GROUP, "75+", [O]),
        (Subject.GENDER, "woman", [A]),
        (Subject.REACHED_BY, "phone", [A]),
        (Subject.REACHED_BY, "email", [O]),
        (Subject.REACHED_BY, "address", [A]),
        (Subject.PERMISSION, "letter", []),
        (Subject.PERMISSION, "email", [O]),
        (Subject.VISITED_WITHIN, "1", [O]),
        (Subject.NOT_VISITED_FOR, "367", [A]),
        (Subject.NOT_VISITED_FOR, "368", []),
        (Subject.NOT_VISITED_FOR, "999999999", []),
        (Subject.VISITS, "3", [O]),
        (Subject.VISITS, "1", [O, A]),
        (Subject.SPEND, "15001", [A]),
        (Subject.LIKES, "villa", [A]),
        (Subject.ALLERGY, "VILLA", [O]),
    ],
)
def test_a_condition_finds_whom_it_describes(shop, subject, value, expected):
    assert ids(shop, Condition(subject, value)) == expected


def test_who_has_bought_an_article_or_of_a_category(db):
    with db.change("Shop", at=NOON):
        for person in (AINO, OLLI, EINO):
            customers.insert(db, person, SHOP)
        wool, silk = (
            insert_row(db, "products", name=name, category=category, search_key=key)
            for name, category, key in (
                ("Merinovilla 50 g", "Langat", "merinovilla 50 g"),
                ("Silkkipää", "Muut", "silkkipaa"),
            )
        )
        for who, product, kind, sold in (
            (A, wool, "sale", "sale"),
            (O, wool, "refund", "refund"),
            (O, silk, "sale", "sale"),
            (E, silk, "cancelled", "sale"),
        ):
            bought = insert_purchase(db, who, kind=kind)
            insert_row(
                db, "purchase_lines", purchase_id=bought, line_key="0", product_id=product, kind=sold, quantity=1,
                unit_price=500, amount=500,
            )  # fmt: skip
    for value, expected in (
        ("villa MERINO", [A]),
        ("langat", [A]),
        ("silkkipää", [O]),
        ("lang", []),
        ("cashmere", []),
    ):
        assert ids(db, Condition(Subject.BOUGHT, value)) == expected, value
    assert register.used(db, Subject.BOUGHT) == ["Langat", "Merinovilla 50 g", "Muut", "Silkkipää"]
    with db.change("Objects", at=NOON):
        insert_row(db, "consents", customer_id=A, purpose="profiling", channel="any", given=0, at="1")
    assert ids(db, Condition(Subject.BOUGHT, "villa")) == []


def test_own_fields_are_asked_for_by_their_number(shop):
    assert ids(shop, Condition(Subject.FIELD, "38", 1)) == [O]
    assert ids(shop, Condition(Subject.FIELD, "SININEN", 2)) == [E]
    assert ids(shop, Condition(Subject.FIELD, "38", 2)) == []


def test_conditions_hold_together(shop):
    lahti, new = Condition(Subject.TOWN, "Lahti"), Condition(Subject.GROUP, Group.NEW)
    assert ids(shop, lahti, new) == [A]
    assert ids(shop, lahti, new, Condition(Subject.TOWN, "Åbo")) == []


def test_letters_go_to_those_who_said_nothing_only_where_that_is_the_ground(shop):
    permitted = Condition(Subject.PERMISSION, "letter")
    assert ids(shop, permitted, by_default=True) == [O, E]
    assert ids(shop, Condition(Subject.PERMISSION, "text"), by_default=True) == []


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (Column.NAME, [O, E, A], [A, E, O]),
        (Column.PHONE, [A, O, E], [A, O, E]),
        (Column.EMAIL, [O, E, A], [O, E, A]),
        (Column.TOWN, [E, A, O], [O, E, A]),
        (Column.LANGUAGE, [A, O, E], [O, A, E]),
        (Column.BIRTHDAY, [A, O, E], [O, A, E]),
        (Column.AGE_GROUP, [A, E, O], [O, E, A]),
        (Column.PERSONA, [O, A, E], [A, O, E]),
        (Column.ORIGIN, [A, O, E], [A, O, E]),
        (Column.STAGE, [O, A, E], [A, O, E]),
        (Column.TAGS, [O, A, E], [A, O, E]),
        (Column.LAST_VISIT, [A, O, E], [O, A, E]),
        (Column.VISITS, [A, O, E], [O, A, E]),
        (Column.SPEND, [O, A, E], [A, O, E]),
        (Column.POINTS, [A, O, E], [A, O, E]),
        (Column.SINCE, [A, O, E], [A, O, E]),
        (Column.PERMISSION, [O, E, A], [O, E, A]),
        ("field:1", [A, O, E], [O, A, E]),
        ("field:2", [E, A, O], [A, E, O]),
    ],
)
def test_every_column_orders_both_ways_and_who_has_nothing_comes_last(shop, order, up, down):
    assert ids(shop, order=order) == up
    assert ids(shop, order=order, descending=True) == down


def test_uzbek_letters_come_last_in_a_shop_that_speaks_uzbek(db):
    towns = ("Oʻrta", "Olmaliq", "Zomin", "Chirchiq")
    with db.change("Shop", at=NOON):
        made = {town: customers.insert(db, Customer(0, "A", town=town), SHOP) for town in towns}
    found = register.ids(db, Listing(order=Column.TOWN), TODAY, "uz", by_default=False)
    assert found == [made[town] for town in ("Olmaliq", "Zomin", "Oʻrta", "Chirchiq")]


def test_rows_say_what_is_known_in_the_order_asked(shop):
    columns = (*Column, "field:1", "field:2")
    olli, aino = register.rows(shop, [O, 99, A], columns, TODAY, by_default=False)
    assert (aino.id, aino.name) == (A, "Aino Öberg")
    assert aino.values == (
        "Aino Öberg", "040 123 4567", None, "Lahti", "fi", "2008-02-29", "18-29", "Neuloja", "Facebook", "aftercare",
        "Häät", "2025-05-01", 1, 30_000, 50, "2020-01-02", 0, "9", "äyriäinen",
    )  # fmt: skip
    assert olli.values == (
        "Olli Aalto", None, "olli@example.com", "Åbo", "uz", "--05-05", "75+", "Lahjan etsijä", "", "awareness",
        "Ahkera, Kanta", "2026-05-04", 3, 15_000, None, None, 0, "38", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "group"),
    [
        (date(2026, 2, 27), "0-17"),
        (date(2026, 2, 28), "18-29"),
        (date(2028, 2, 28), "18-29"),
    ],
)
def test_ages_are_reached_on_the_birthday(shop, today, group):
    (row,) = register.rows(shop, [A], [Column.AGE_GROUP], today, by_default=False)
    assert row.values == (group,)
    assert AINO.age_group_on(today) == group


def test_groups_are_counted(shop):
    counted = register.counts(shop, TODAY, by_default=False)
    assert counted == {"all": 3, "new": 1, "regular": 1, "silent": 1, "no_letters": 3}
