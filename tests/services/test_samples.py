"""A small file of each system, imported into an empty shop: what must come of it stands in samples.toml."""

import hashlib
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.shop import Shop
from cxdesk.services.desk import Desk, found
from cxdesk.services.imports import Imported, Plan
from cxdesk.storage.imports.counts import Counts

SAMPLES = tomllib.loads(Path(__file__).with_name("samples.toml").read_text(encoding="utf-8"))
HELSINKI = ZoneInfo("Europe/Helsinki")
ANSWERS = {"last_first": "last first", "first_last": "first last"}
CHANNELS = {"email": "email", "sms": "text"}
FIGURES = {
    "people": "SELECT count(*) FROM customers",
    "contacts": "SELECT count(*) FROM (SELECT DISTINCT kind, key FROM contact_points)",
    "receipts": "SELECT count(*) FROM purchases",
    # a line that names no product counts where it stands alone, not beside the products of its receipt
    "lines": """SELECT count(*) FROM purchase_lines l WHERE kind <> 'adjustment'
        AND (product_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM purchase_lines other
            WHERE other.purchase_id = l.purchase_id AND other.product_id IS NOT NULL))""",
    "refund_lines": "SELECT count(*) FROM purchase_lines WHERE kind = 'refund'",
    "cancelled_receipts": "SELECT count(*) FROM purchases WHERE kind = 'cancelled'",
    "total": "SELECT coalesce(sum(total), 0) FROM purchases WHERE kind <> 'cancelled'",
    "refunded": "SELECT -coalesce(sum(amount), 0) FROM purchase_lines WHERE kind = 'refund'",
    "first_day": "SELECT min(date) FROM (SELECT date FROM purchases UNION SELECT date FROM feedback)",
    "last_day": "SELECT max(date) FROM (SELECT date FROM purchases UNION SELECT date FROM feedback)",
    "answers": "SELECT count(*) FROM feedback",
    "comments": "SELECT count(*) FROM feedback WHERE comment <> ''",
    "points": "SELECT coalesce(sum(points), 0) FROM points",
}
NOBODY = {"people": 0, "contacts": 0}
EMPTY = {
    "customers": {"receipts": 0, "lines": 0, "answers": 0, "points": 0},
    "purchases": {"answers": 0, "points": 0},
    "answers": {"receipts": 0, "lines": 0, "points": 0},
}
"""What a file of each kind does not bring unless samples.toml says so."""


def planned(desk, path):
    """The file with answers to what it leaves open; nothing else may be asked, unless it can stay open."""
    wanted = SAMPLES[path.name]
    told = {each["column"]: each["answer"] for each in wanted.get("questions", ())}
    questions = desk.imports.look(Plan(path)).questions
    answers = {
        each.field: ANSWERS.get(told[each.column], told[each.column])
        for each in questions
        if each.column in told
    }
    assert [each.column for each in questions if each.field not in answers] == wanted.get("unsure", [])
    assert not any(each.urgent for each in questions if each.field not in answers)
    return Plan(path, answers=answers)


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request, samples_folder):
    return samples_folder / request.param


@pytest.fixture
def wanted(sample):
    return SAMPLES[sample.name]


@dataclass
class Move:
    """A shop into which a sample was tried and then imported, what each told, and the rows before and after."""

    desk: Desk
    plan: Plan
    untouched: dict
    trial: Imported
    tried: dict
    done: Imported

    @property
    def db(self):
        return self.desk.workplace.db


@pytest.fixture(scope="module")
def moved(sample, tmp_path_factory):
    """The sample's move into an empty shop; every test leaves the shop as it is."""
    path = tmp_path_factory.mktemp("moved") / "shop.cxdesk"
    desk = found(path, Shop("Kerä", language="en"), lambda: datetime(2026, 11, 21, 12, tzinfo=HELSINKI))
    plan, untouched = planned(desk, sample), hashes(desk)
    trial = desk.imports.run(plan, dry_run=True)
    tried = hashes(desk)
    yield Move(desk, plan, untouched, trial, tried, desk.imports.run(plan))
    desk.close()


def hashes(desk):
    """The sha256 of the rows of every table, also of what is recorded about changes."""
    db = desk.workplace.db
    names = [
        name
        for (name,) in db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        if not name.startswith("customer_search_")
    ]
    rows = {name: repr(db.rows(f"SELECT * FROM {name} ORDER BY 1")) for name in names}
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in rows.items()}


def of_the_shop(found):
    """These hashes without those of what is recorded about changes."""
    return {name: each for name, each in found.items() if name not in {"changes", "history"}}


def test_what_comes_of_it(moved, wanted):
    db, done = moved.db, moved.done
    figures = {name: db.value(query) for name, query in FIGURES.items()}
    assert {name: figures[name] for name in FIGURES if name in wanted} == {
        name: wanted[name] for name in FIGURES if name in wanted
    }
    for name, number in (NOBODY | EMPTY[wanted["kind"]]).items():
        assert name in wanted or figures[name] == number, name
    assert done.rows == wanted["rows"]
    assert [refusal.line for refusal in done.refused] == [each["line"] for each in wanted.get("refused", ())]
    assert (done.refused_count, done.remarks) == (len(done.refused), ())
    scores = db.rows("SELECT nps FROM feedback WHERE nps IS NOT NULL ORDER BY id")
    assert [nps for (nps,) in scores] == wanted.get("nps", [])


def test_birthdays(moved, wanted):
    rows = moved.db.rows(
        "SELECT first_name, last_name, birth_day, birth_month, birth_year FROM customers WHERE birth_day IS NOT NULL"
    )
    born = {
        f"{day:02}.{month:02}.{year or ''}": {*first.split(), *last.split()}
        for first, last, day, month, year in rows
    }
    told = (each.split(": ") for each in wanted.get("birthdays", ()))
    assert born == {day: set(name.split()) for name, day in told}


def test_permissions(moved, sample, wanted):
    given = Counter(moved.db.rows("SELECT channel, given FROM consents"))
    told = {
        (CHANNELS[channel], yes): number
        for yes, part in ((1, "yes"), (0, "no"))
        for channel, number in wanted.get(part, {}).items()
        if channel != "unknown" and number
    }
    if withdrawn := wanted.get("no", {}).get("unknown"):
        told["any", 0] = withdrawn  # nobody knows a no to what: to everything
    assert given == told
    assert all(sample.name in source for (source,) in moved.db.rows("SELECT source FROM consents"))


def test_tried_it_saves_nothing_again_it_changes_nothing_and_undo_takes_everything_back(moved):
    assert moved.tried == moved.untouched
    assert moved.trial.change is None
    _same(moved.trial, moved.done)
    full = hashes(moved.desk)
    assert of_the_shop(full) != of_the_shop(moved.untouched)
    again = moved.desk.imports.run(moved.plan)
    assert (again.added, again.updated, again.change) == (Counts(), Counts(), None)
    assert hashes(moved.desk) == full
    moved.desk.history.undo(moved.done.change)
    assert of_the_shop(hashes(moved.desk)) == of_the_shop(moved.untouched)
    moved.desk.history.redo()
    assert of_the_shop(hashes(moved.desk)) == of_the_shop(full)


def _same(trial, done):
    """A trial tells what the import itself tells."""
    assert (trial.added, trial.updated, trial.unchanged) == (done.added, done.updated, done.unchanged)
    assert (trial.rows, trial.questions, trial.reconciliation) == (
        done.rows,
        done.questions,
        done.reconciliation,
    )
    assert [(each.line, str(each.reason)) for each in trial.refused] == [
        (each.line, str(each.reason)) for each in done.refused
    ]


def test_what_the_shop_has_differs_from_the_file_for_a_reason(moved):
    for comparison in moved.done.reconciliation:
        assert comparison.explained, comparison


NAMES = {
    "excel_fi_semicolon_cp1252.csv": ["Matti|Virtanen", "Päivi|Mäkelä", "Åsa|Öhman"],
    "uz_mijozlar_utf8.csv": ["Anvar|Oʼktamov", "Gulnora|Yoʻldosheva", "Sherzod|G'ulomov"],
    "square_customers.csv": ["Päivi|Mäkelä", "|Kahvila Ö"],
    "hubspot_contacts.csv": ["Jean-Luc|O’Brien", "Päivi|Mäkelä"],
    "google_contacts.csv": ["Päivi|Mäkelä", "Sherzod|G'ulomov"],
    "loyverse_customers.csv": ["Ada|", "Päivi|Mäkelä"],
    "mycashflow_customers.csv": ["Päivi|Mäkelä", "Åsa|Öhman"],
    "contacts_3.0.vcf": ["Gulnora|Yoʻldosheva", "Päivi|Mäkelä"],
    "contacts_4.0.vcf": ["Matti|Virtanen"],
    "loyverse_items.csv": ["Matti|Virtanen"],
    "square_transactions.csv": ["Jean-Luc|O’Brien"],
    "woocommerce_orders.csv": ["Päivi|Mäkelä"],
    "heeros_invoice_records_latin1.csv": ["|Asiakasyritys Oy"],
    "google_forms_responses.csv": ["|"],
}


def test_first_and_last_names(moved, sample):
    names = sorted(
        f"{first}|{last}" for first, last in moved.db.rows("SELECT first_name, last_name FROM customers")
    )
    assert names == sorted(NAMES.get(sample.name, names))
