"""How SQLite means to answer the questions that are asked all day, whatever statistics it has."""

import random
import re
import shutil
from datetime import date, timedelta

import pytest

from cxdesk.domain.appreciation import Rules
from cxdesk.domain.listing import CHOICES, Column, Condition, Listing, Subject
from cxdesk.storage import candidates, conditions, consents, customers, known, preferences, register
from cxdesk.storage.database import Database

from .conftest import NOON, insert_purchase, insert_row

TODAY = date(2026, 5, 4)


@pytest.fixture(scope="module", params=["never analysed", "closed", "analysed"])
def db(empty_shop, tmp_path_factory, request):
    """A shop with a thousand customers, with all the statistics that it may come to have."""
    path = shutil.copyfile(empty_shop, tmp_path_factory.mktemp("plans") / "shop.cxdesk")
    db = Database.open(path)
    fill(db)
    if request.param == "closed":
        db.close()
        db = Database.open(path)
        assert db.value("SELECT count(*) FROM sqlite_stat1") > 20
    else:
        db.connection.execute("PRAGMA query_only = 0")
        db.connection.execute("PRAGMA analysis_limit = 0")
        db.connection.execute("ANALYZE" if request.param == "analysed" else "DROP TABLE sqlite_stat1")
        db.connection.execute("PRAGMA query_only = 1")
    yield db
    db.close()


def fill(db):
    chance = random.Random(4)  # noqa: S311 - no secret, only variety
    with db.change("Import", at=NOON, bulk=True):
        for n in range(300):
            tea = insert_row(db, "products", name=f"Tea {n}", search_key=f"tea {n}")
        for n in range(1, 1001):
            town = chance.choice("abcdef")
            birthday = {"birth_month": chance.randrange(1, 13), "birth_day": chance.randrange(1, 29)}
            insert_row(db, "customers", search_key=f"name{n}", sort_key=f"name{n:05}", town=town, **birthday)
            insert_row(db, "contact_points", customer_id=n, kind="phone", value="1", key=f"+35840{n:07}")
            for _ in range(chance.randrange(5)):
                day = TODAY - timedelta(days=chance.randrange(800))
                purchase = insert_purchase(db, n, day=day.isoformat())
                insert_row(
                    db, "purchase_lines", purchase_id=purchase, line_key="1", product_id=tea, kind="sale",
                    quantity=1.0, unit_price=1, amount=1,
                )  # fmt: skip


@pytest.fixture
def plans(db):
    """A function that gives the plan of every query that a call makes."""

    def explain(call):
        asked = []
        db.connection.set_trace_callback(asked.append)
        try:
            call()
        finally:
            db.connection.set_trace_callback(None)
        queries = [sql for sql in asked if sql.lstrip().startswith(("SELECT", "WITH"))]
        assert queries
        return [row[3] for sql in queries for row in db.rows("EXPLAIN QUERY PLAN " + sql)]

    return explain


def scanned(plan):
    """The tables or aliases that are read from end to end."""
    return {
        match[1] for step in plan if (match := re.match(r"SCAN (\w+)", step)) and "VIRTUAL TABLE" not in step
    }


BIG = {"purchases", "purchase_lines", "history", "contact_points", "customers", "p", "l", "u", "c"}


@pytest.mark.parametrize("text", ["name5", "name5 n", "0401234567", "1234", "aino@example.com"])
def test_search_at_the_counter_reads_no_table_from_end_to_end(db, plans, text):
    plan = plans(lambda: customers.search(db, text, "FI"))

    assert scanned(plan) & BIG == set(), plan


LISTINGS = [Listing(order=order) for order in Column] + [
    Listing(
        (Condition(subject, CHOICES[subject][0] if subject in CHOICES else "5", subject is Subject.FIELD),)
    )
    for subject in Subject
]


def asked(db, listing):
    return register.ids(db, listing, TODAY, "fi", by_default=False)


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.written())
def test_no_list_reads_the_purchases_or_reads_a_table_for_each_customer(db, plans, listing):
    plan = plans(lambda: asked(db, listing))

    assert not any("purchase" in step for step in plan), plan
    assert not any(re.match(r"SCAN (k|points)\b", step) for step in plan), plan


@pytest.mark.parametrize("descending", [False, True])
def test_order_by_name_is_read_from_its_index(db, plans, descending):
    plan = plans(lambda: asked(db, Listing(descending=descending)))

    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert any("customers_sort" in step for step in plan), plan


@pytest.mark.parametrize("subject", [Subject.TOWN, Subject.PERSONA, Subject.ORIGIN])
def test_texts_in_use_are_read_from_an_index_alone(db, plans, subject):
    (step,) = plans(lambda: conditions.used(db, subject))

    assert "COVERING INDEX" in step


def test_a_search_within_a_list_reads_only_who_was_found(db, plans):
    listing = Listing((Condition(Subject.SPEND, "100"),), order=Column.LAST_VISIT)
    plan = plans(lambda: register.ids(db, listing, TODAY, "fi", by_default=False, among_these=range(1, 201)))

    assert scanned(plan) & {"customers", "c", "s", "customer_summary"} == set(), plan


def test_candidates_read_no_purchases_from_end_to_end(db, plans):
    found = []
    plan = plans(lambda: found.extend(candidates.candidates(db, TODAY, Rules())))

    assert found
    assert scanned(plan) & {"purchases", "purchase_lines", "p", "l", "u"} == set(), plan


def test_facts_of_candidates_are_read_by_customer(db, plans):
    some = list(range(1, 201))
    plan = plans(
        lambda: (
            list(customers.many(db, some)),
            known.summaries(db, some, TODAY),
            known.last_contacts(db, some),
            known.bought(db, some, TODAY),
            known.given(db, some),
            known.said(db, some, TODAY, 14),
            known.solved(db, some, TODAY, 21),
            known.days_of(db, some),
            known.warranties(db, some, TODAY, 30),
            known.friends(db, some, TODAY, 30),
            known.met(db, some, TODAY),
            consents.of_many(db, some),
            preferences.warnings(db, some),
        )
    )

    assert scanned(plan) & (BIG | {"actions", "consents", "preferences", "customer_summary"}) == set(), plan
    assert any("purchases_customer" in step for step in plan), plan


def test_one_customer_is_read_through_indexes(db, plans):
    plan = plans(lambda: (customers.get(db, 5), known.bought(db, [5], TODAY), customers.rows(db, [5, 6])))

    assert scanned(plan) == set(), plan
