"""Random work compared with a model in plain Python: what stands is what was done and not undone, in its order."""

import tempfile
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

import sqlcipher3
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cxdesk.domain.errors import UserError
from cxdesk.storage import history
from cxdesk.storage.database import Database
from cxdesk.storage.errors import GoneError

from .conftest import NOON, insert_purchase, insert_row

TABLES = ("customers", "contact_points", "purchases")
NAMES = st.sampled_from(["Aino", "Eino", "Ö'"])
PLACE = st.integers(0, 1)
STEP = st.one_of(
    st.tuples(st.just("customer"), NAMES),
    st.tuples(st.just("contact"), PLACE),
    st.tuples(st.just("purchase"), PLACE, st.integers(-5, 5)),
    st.tuples(st.just("rename"), PLACE, NAMES),
    st.tuples(st.just("move"), PLACE, NAMES),
    st.tuples(st.just("reassign"), PLACE, PLACE),
    st.tuples(st.just("remove"), PLACE),
)


def contents(db):
    """Every row of the recorded tables by table and id."""
    return {(table, row[0]): row for table in TABLES for row in db.rows(f"SELECT * FROM {table}")}


def nth(db, table, number):
    """One of the table's ids, or None when it is empty."""
    ids = [i for (i,) in db.rows(f"SELECT id FROM {table} ORDER BY id")]
    return ids[number % len(ids)] if ids else None


def perform(db, step):
    """One random write inside the open change."""
    kind, *values = step
    someone = nth(db, "customers", values[0]) if kind != "customer" else None
    if kind == "customer":
        insert_row(db, "customers", first_name=values[0], search_key=values[0].casefold())
    elif kind == "reassign":
        db.write(
            "UPDATE purchases SET customer_id = ? WHERE id = ?", [someone, nth(db, "purchases", values[1])]
        )
    elif someone is None:
        return
    elif kind == "contact":
        insert_row(db, "contact_points", customer_id=someone, kind="phone", value="1", key="1")
    elif kind == "purchase":
        insert_purchase(db, someone, total=values[1], kind="sale" if values[1] > 0 else "refund")
    elif kind == "rename":
        db.write(
            "UPDATE customers SET first_name = ?1, search_key = lower(?1) WHERE id = ?2", [values[1], someone]
        )
    elif kind == "move":
        db.write("UPDATE customers SET town = ? WHERE id = ?", [values[1], someone])
    else:
        db.write("DELETE FROM customers WHERE id = ?", [someone])


class Work(RuleBasedStateMachine):
    """`done` holds, for each original change, the cells it wrote and whether it stands."""

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.db = Database.create(Path(self.folder.name) / "shop.cxdesk")
        self.done = {}
        self.change([("customer", "Aino"), ("customer", "Eino")], bulk=False)
        self.change([("rename", 0, "Onni")], bulk=False)
        self.change([("rename", 0, "Ilmo")], bulk=False)

    def teardown(self):
        if hasattr(self, "db"):
            self.db.connection.execute("PRAGMA query_only = 0")
            self.db.connection.execute(
                "INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)"
            )
            self.db.close()
            self.folder.cleanup()

    @rule(step=STEP)
    def small_change(self, step):
        self.change([step], bulk=False)

    @rule(steps=st.lists(STEP, min_size=2, max_size=4), bulk=st.booleans())
    def large_change(self, steps, bulk):
        self.change(steps, bulk=bulk)

    def change(self, steps, *, bulk):
        before = contents(self.db)
        try:
            with self.db.change("Work", at=NOON, bulk=bulk) as recording:
                for step in steps:
                    perform(self.db, step)
        except (sqlcipher3.IntegrityError, GoneError):
            assert contents(self.db) == before
            return
        if recording.made:
            after = contents(self.db)
            written = {
                k: (before.get(k), after.get(k)) for k in before | after if before.get(k) != after.get(k)
            }
            self.done[recording.made.id] = [written, True]

    @rule(pick=st.integers(0, 4))
    def undo_any(self, pick):
        every = self.db.rows("SELECT id FROM changes ORDER BY id DESC")
        if not every:
            return
        (chosen,) = every[pick % len(every)]
        before = contents(self.db)
        try:
            self.take_back(chosen)
        except UserError:
            assert contents(self.db) == before

    @rule()
    def undo_last(self):
        if last := history.last_to_undo(self.db):
            self.take_back(last.id)

    @rule()
    def redo_last(self):
        if last := history.last_to_redo(self.db):
            self.take_back(last.id)

    def take_back(self, chosen):
        """Undo; an undo of a change makes it fall, an undo of its undo makes it stand again."""
        original, stands = chosen, False
        while undone := self.db.value("SELECT undoes FROM changes WHERE id = ?", [original]):
            original, stands = undone, not stands
        history.undo(self.db, chosen, at=NOON)
        assert self.done[original][1] != stands
        self.done[original][1] = stands

    @invariant()
    def what_stands_is_what_was_done_and_not_undone(self):
        if not hasattr(self, "db"):
            return
        rows = {}
        for written, stands in self.done.values():
            for key, (old, new) in written.items() if stands else ():
                if new is None:
                    del rows[key]
                else:
                    kept = rows.get(key, new)
                    rows[key] = tuple(
                        n if old is None or o != n else k
                        for o, n, k in zip(old or new, new, kept, strict=True)
                    )
        assert contents(self.db) == rows

    @invariant()
    def summaries_are_what_a_recount_gives(self):
        if not hasattr(self, "db"):
            return
        counted = {}
        for _, _, customer, day, _, kind, total, *_ in self.db.rows(
            "SELECT * FROM purchases WHERE kind <> 'cancelled'"
        ):
            counted.setdefault(customer, []).append((day, kind, total))
        expected = {}
        for customer, visits in counted.items():
            days = [day for day, kind, _ in visits if kind == "sale"]
            if days:
                spend = sum(total for *_, total in visits)
                ordinals = [date.fromisoformat(day).toordinal() for day in sorted(set(days))]
                gaps = [after - before for before, after in pairwise(ordinals)]
                gap = median(gaps) if len(gaps) > 1 else None
                expected[customer] = (min(days), max(days), len(set(days)), len(days), spend, gap)
        assert {row[0]: row[1:] for row in self.db.rows("SELECT * FROM customer_summary")} == expected


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=settings.default.max_examples // 4, stateful_step_count=25, report_multiple_bugs=False
)
