"""A shop that does not hold what the file says is told so: nothing explains a difference that has no reason."""

from datetime import UTC, datetime

import pytest

from cxdesk.domain.imports import AnswerRow, PersonRow, ProductRow, PurchaseRow
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.domain.reconciliation import Item, unexplained
from cxdesk.domain.shop import Shop
from cxdesk.storage.imports import applying, reconciling, staging
from cxdesk.storage.imports.applying import Order

AT = "2026-11-21T12:00:00+00:00"
ORDER = Order(source="Till", system="Till", batch="b1", at=AT, day="2026-11-21", words="Till: a.csv")
NOBODY = PersonRow(
    0, "", "", "", "", "", None, None, None, None, "", "", "", "", "", "", "", "", None, None, None, (), ()
)


def line(number, receipt, amount, kind=PurchaseKind.SALE):
    return PurchaseRow(
        number, 0, receipt, kind, "2026-03-07", None, "17", "Yarn", "Yarn", "Yarn", "", "", True, 1.0,
        abs(amount), amount, f"{number}",
    )  # fmt: skip


PURCHASES = [
    NOBODY._replace(line=2, key="17", first_name="Aino", points=10.5),
    NOBODY._replace(line=3, key="18", first_name="Eino"),
    line(2, "1", 1780),
    line(3, "1", 450),
    line(4, "2", -890, PurchaseKind.REFUND),
]
PRODUCTS = [ProductRow(2, "1", "1", "Yarn", "", "", 890, None, None)]
ANSWERS = [AnswerRow(2, "u1", "", AT, "2026-11-21", 9, None, None, "", "in_person")]


@pytest.fixture
def compare(db):
    """Applies rows, then does something to the shop behind its back; gives what is not explained any more."""

    def apply(rows, *damage, read=None):
        with staging.staging() as staged:
            staged.add(rows)
            staged.finish()
            with (
                staging.attached(db, staged),
                db.change("File imported", at=datetime.fromisoformat(AT).astimezone(UTC), bulk=True),
            ):
                applying.apply(db, ORDER, Shop("Kerä"))
                for statement in damage:
                    assert db.write(statement).rowcount == 1
                found = reconciling.compare(db, ORDER, rows=len(rows) if read is None else read, refused=0)
        return {each.item for each in unexplained(found)}

    return apply


@pytest.mark.parametrize("rows", [PURCHASES, PRODUCTS, ANSWERS])
def test_what_was_brought_in_is_there(compare, rows):
    told = sum(type(row) is not PersonRow for row in rows)
    assert compare(rows, read=told) == set()


@pytest.mark.parametrize(
    ("rows", "damage", "items"),
    [
        (PURCHASES, "UPDATE purchases SET total = total + 1 WHERE receipt = '1'", {Item.MONEY}),
        (PURCHASES, "UPDATE purchases SET receipt = 'x' WHERE receipt = '2'",
         {Item.RECEIPTS, Item.LINES, Item.MONEY, Item.REFUNDS}),
        (PURCHASES, "DELETE FROM purchase_lines WHERE amount = 450", {Item.LINES}),
        (PURCHASES, "UPDATE points SET points = 12", {Item.POINTS}),
        (PURCHASES, "DELETE FROM points", {Item.POINTS}),
        (PRODUCTS, "DELETE FROM products", {Item.PRODUCTS}),
        (ANSWERS, "DELETE FROM feedback", {Item.ANSWERS}),
        (ANSWERS, "UPDATE feedback SET uuid = 'x'", {Item.ANSWERS}),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(compare, rows, damage, items):
    told = sum(type(row) is not PersonRow for row in rows)
    assert compare(rows, damage, read=told) == items


def test_a_row_that_got_lost_on_its_way_is_told(compare):
    assert compare(PURCHASES, read=4) == {Item.ROWS}


def test_a_person_who_was_lost_is_told(compare):
    rows = [NOBODY._replace(line=2, key="17", first_name="Aino")]
    assert compare(rows, "DELETE FROM customers") == {Item.PEOPLE}


def test_a_long_file_is_sorted_on_disk_and_the_shop_in_memory(db):
    """What is sorted in memory would grow with the file; 1 is SQLite's word for files, 0 for its own choice."""
    with staging.staging() as staged:
        staged.finish()
        with staging.attached(db, staged):
            assert db.value("PRAGMA temp_store") == 1
        assert db.value("PRAGMA temp_store") == 0
