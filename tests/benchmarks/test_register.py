"""The list of customers in a large shop: keys, orders, conditions, many changes; each beside its reference."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import itertools
import random
from contextlib import closing

import pytest

from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.listing import DEFAULT, Column, Condition, Listing, Subject
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services import desk as desks
from cxdesk.storage import files
from cxdesk.ui.application import Application
from cxdesk.ui.customers.presenter import Register
from cxdesk.ui.session import Session

from .conftest import NOW, SIZE, customer, day, settle

TOWNS = ["Lahti", "Åbo", "Hollola", "Öjan", "Toshkent", "Oʻrta", "Heinola", ""]
PERSONAS = ["Neuloja", "Lahjan etsijä", ""]
TYPED = ["v", "vi", "vir", "virt", "k", "ka", "kai", "o", "ok", "okt", "ohman sa", "0401"]


@pytest.fixture(scope="session")
def long_register(tmp_path_factory):
    """SIZE customers with all that a list says of them, and two purchases each."""
    path = tmp_path_factory.mktemp("register") / "register.cxdesk"
    with closing(desks.found(path, Shop("Register"), lambda: NOW)) as desk:
        fill(desk.workplace.db, random.Random(7))  # noqa: S311 - test data
        yield desk
    files.remove(path)


def fill(db, random_):
    everybody = range(1, SIZE + 1)
    with db.change("Filled", at=NOW, bulk=True):
        db.write_many(
            "INSERT INTO customers (id, first_name, last_name, birth_day, birth_month, since, search_key, sort_key, "
            "town, persona) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*customer(i, random_), TOWNS[i % 37 % len(TOWNS)], PERSONAS[i % 3]) for i in everybody),
        )
        db.write_many(
            "INSERT INTO contact_points (customer_id, kind, value, key) VALUES (?, 'phone', ?, ?)",
            ((i, f"040 {i:07}", f"+35840{i:07}") for i in everybody),
        )
        db.write_many(
            "INSERT INTO consents (customer_id, purpose, channel, given, at) VALUES (?, 'marketing', 'letter', 1, ?)",
            ((i, "2024-01-01T00:00:00+00:00") for i in everybody[::2]),
        )
        db.write_many(
            "INSERT INTO tags (customer_id, text, key) VALUES (?, ?, ?)",
            ((i, f"Kerho {i % 41}", f"kerho {i % 41}") for i in everybody[::3]),
        )
        db.write_many(
            "INSERT INTO purchases (customer_id, date, kind, total) VALUES (?, ?, 'sale', ?)",
            ((n // 2 + 1, day(random_), n % 9000) for n in range(2 * SIZE)),
        )


def test_a_key_in_the_search_field_until_the_rows_are_read(paired, long_register):
    register, words = (
        Register(long_register, Language("fi")),
        itertools.cycle(w for w in TYPED for _ in range(2)),
    )
    db = long_register.workplace.db

    def ours():
        register.search(next(words))
        register.rows(register.find()[:40])

    def like():
        sql = "SELECT id, first_name, last_name, town FROM customers WHERE search_key LIKE ? LIMIT 500"
        db.connection.execute(sql, [f"{next(words)}%"]).fetchall()

    paired(ours, like, rounds=120, name="plain")
    register.conditions = (Condition(Subject.VISITS, "3"), Condition(Subject.TOWN, "Lahti"))
    paired(ours, like, rounds=120, name="with two conditions")


@pytest.mark.parametrize("order", [Column.NAME, Column.TOWN, Column.SPEND, Column.TAGS, Column.PHONE])
def test_the_whole_list_against_reading_the_table(paired, long_register, order):
    flat = whole(long_register)
    paired(
        lambda: long_register.register.ids(Listing(order=order, descending=True)), flat, rounds=5, name=order
    )


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Subject.GROUP, "no_letters"),
        Condition(Subject.TAG, "kerho 5"),
        Condition(Subject.TOWN, "abo"),
        Condition(Subject.AGE_GROUP, "75+"),
        Condition(Subject.NOT_VISITED_FOR, "90"),
    ],
    ids=lambda condition: condition.subject.value,
)
def test_a_condition_against_reading_the_table(paired, long_register, condition):
    paired(lambda: long_register.register.ids(Listing((condition,))), whole(long_register), rounds=5)


def test_counts_of_the_groups_against_reading_the_table(paired, long_register):
    paired(long_register.register.counts, whole(long_register), rounds=5)


def test_a_page_of_rows_in_every_column(paired, long_register):
    ids = long_register.register.ids()[5000:5128]
    paired(
        lambda: long_register.register.rows(ids, tuple(Column)),
        lambda: long_register.register.rows(ids, DEFAULT),
        rounds=20,
    )


def test_a_tag_for_everybody_against_a_bare_insert(paired, long_register):
    ids, db, number = long_register.register.ids(), long_register.workplace.db, itertools.count()

    def ours():
        long_register.editing.apply(ids, Edit(Part.ADD_TAG, f"everybody {next(number)}"))

    def bare():
        connection = db.connection
        connection.execute("PRAGMA query_only = 0")
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS bare (id INTEGER, text TEXT, key TEXT)")
        connection.executemany("INSERT INTO bare VALUES (?, 'everybody', 'everybody')", ((i,) for i in ids))
        connection.execute("PRAGMA query_only = 1")

    paired(ours, bare, rounds=2)
    assert long_register.editing.preview(ids, Edit(Part.ADD_TAG, "everybody 0")).changing == 0


def whole(desk):
    def flat():
        desk.workplace.db.connection.execute("SELECT * FROM customers").fetchall()

    return flat


def test_how_late_the_window_is(late, long_register, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    application = Application("fi")
    application.take_charge()
    session = Session(long_register, application)
    session.window.resize(1366, 768)
    session.window.show()
    session.window.go("help")
    settle(session.window, "counter", "customers")
    people = len(long_register.register.ids())

    def listing():
        return session.window.page("customers").listing

    def idle():
        return listing()._job is None and len(listing().model.ids) > 0

    late("opening", lambda: session.window.go("customers"), lambda: len(listing().model.ids) == people)
    for order in ("town", "spend", "phone"):
        late(f"sorting by {order}", lambda order=order: listing().model.sort_by(order), idle)
    late("a group", lambda: listing().filters.chip("no_letters").click(), idle)
    late("everybody", lambda: listing().filters.chip("all").click(), idle)
    late("a key", lambda: listing().search.setText("v") or listing()._searched("v"), idle)
    late("back to all", lambda: listing()._searched(""), lambda: len(listing().model.ids) == people)
    late("choosing all", listing().table.selectAll, lambda: listing().table.count_chosen == people)
    bar = listing().table.verticalScrollBar()
    for share in (0.3, 0.9, 0.5):
        late(
            f"scrolling to {share}",
            lambda share=share: bar.setValue(round(bar.maximum() * share)),
            lambda: True,
        )
    session.close()
