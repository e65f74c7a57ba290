"""Tables of any of the words and values that shops write: refused, or imported as every file is."""

import csv
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found
from cxdesk.services.imports import Plan
from cxdesk.storage.imports.counts import Counts

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Helsinki"))
COLUMNS = [
    *("Nimi", "Etunimi", "Sukunimi", "Yritys", "Puhelin", "Sähköposti", "Asiakasnro", "ID", "Osoite", "Huom"),
    *(
        "Synt.",
        "Asiakas alkaen",
        "Suostumus",
        "Uutiskirje",
        "Pisteet",
        "Pvm",
        "Kuitti",
        "Tuote",
        "Kpl",
        "A-hinta",
    ),
    *(
        "Alennus",
        "Ale-%",
        "Yhteensä",
        "Asiakas",
        "Tyyppi",
        "Tila",
        "Valuutta",
        "NPS",
        "Kommentti",
        "Saldo",
        "?",
    ),
]
VALUES = [
    *(
        "",
        "Päivi",
        "Mäkelä Päivi",
        "Virtanen, Matti",
        "Kukka Oy",
        "040 123 4567",
        "0401234567 / 09 123456",
        "K-1",
    ),
    *(
        "a@x.fi",
        "b@x.fi; A@x.fi",
        "a@@x",
        "9.5.78",
        "31.4.1990",
        "7.3.2026 14.05",
        "46088",
        "0.0.00",
        "01/02/2026",
    ),
    *(
        "kyllä",
        "ei",
        "10",
        "1,5",
        "-2",
        "1.234",
        "12,90 €",
        "(3)",
        "9999999999",
        "Hyvitys",
        "Peruttu",
        "EUR",
        "SEK",
    ),
    *("=1+1", "👎", "x" * 210, '"', "'", ";", "a\nb", "\u202e"),
]
TABLES = st.lists(st.sampled_from(COLUMNS), min_size=2, max_size=9, unique=True).flatmap(
    lambda header: st.tuples(
        st.just(header),
        st.lists(
            st.lists(st.sampled_from(VALUES), min_size=len(header), max_size=len(header)),
            min_size=1,
            max_size=8,
        ),
    )
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = found(tmp_path_factory.mktemp("any") / "shop.cxdesk", Shop("Kerä", language="en"), lambda: NOW)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def write(tmp_path_factory):
    path = tmp_path_factory.mktemp("table") / "table.csv"

    def file(rows):
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, delimiter=";").writerows(rows)
        return path

    return file


def contents(desk):
    db = desk.workplace.db
    names = db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    kept = [
        name
        for (name,) in names
        if name not in {"changes", "history"} and not name.startswith("customer_search_")
    ]
    return {name: db.rows(f"SELECT * FROM {name} ORDER BY 1") for name in kept}


def answered(desk, path):
    draft = desk.imports.look(Plan(path, delimiter=";"))
    return Plan(path, delimiter=";", answers={each.field: each.choices[0] for each in draft.questions})


@settings(max_examples=settings.default.max_examples // 4)
@given(TABLES)
def test_tried_imported_again_and_undone(desk, write, table):
    header, rows = table
    path, before = write([header, *rows]), contents(desk)
    try:
        plan = answered(desk, path)
        trial = desk.imports.run(plan, dry_run=True)
    except UserError:
        assert contents(desk) == before
        return
    assert contents(desk) == before
    done = desk.imports.run(plan)
    assert (trial.added, trial.updated, trial.rows) == (done.added, done.updated, done.rows)
    assert all(comparison.explained for comparison in done.reconciliation)
    again = desk.imports.run(plan)
    assert (again.added, again.updated, again.change) == (Counts(), Counts(), None)
    if done.change:
        desk.history.undo(done.change)
    assert contents(desk) == before
