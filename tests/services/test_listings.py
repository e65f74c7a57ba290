"""Lists of customers, purchases and feedback, contacts and calendars, as other programs read them."""

import csv
from datetime import date, time

import pytest
import vobject
from python_calamine import CalamineWorkbook

from cxdesk.domain.customer import Birthday, ContactChannel, ContactKind, ContactPoint, Customer, Purpose
from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine


def listed(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def restrict(desk, customer_id, clock):
    with desk.workplace.db.change("Restricted", at=clock()):
        desk.workplace.db.write("UPDATE customers SET restricted = 1 WHERE id = ?", [customer_id])


@pytest.fixture
def kaisa(desk):
    """Kaisa Åström with everything that a list can show."""
    points = (
        ContactPoint(ContactKind.PHONE, "+358 40 1234567"), ContactPoint(ContactKind.PHONE, "09 123"),
        ContactPoint(ContactKind.EMAIL, "kaisa@example.fi"), ContactPoint(ContactKind.CARD, "6401"),
    )  # fmt: skip
    customer = Customer(
        0, "Kaisa", "Åström", "fi", Birthday(29, 2, 1976), date(2024, 2, 29), "Katu 1", "00100", "Helsinki", "FI",
        "=no formula\nsecond line", "K-7", contacts=points,
    )  # fmt: skip
    customer_id = desk.customers.save(customer)
    for channel, given in (
        (ContactChannel.LETTER, True),
        (ContactChannel.EMAIL, True),
        (ContactChannel.EMAIL, False),
    ):
        desk.customers.consent(customer_id, Purpose.MARKETING, channel, given=given, source="counter")
    return customer_id


@pytest.fixture
def sold(desk, kaisa, today):
    yarn = desk.products.save(Product(0, "Merino", "M50", price=890))
    lines = (PurchaseLine("Merino 50 g", 2, 890, 1780, yarn), PurchaseLine("-Bag", 1, 20, 20))
    sale = desk.purchases.record(
        Purchase(0, today, PurchaseKind.SALE, 0, kaisa, time(12, 30), "R1", lines=lines)
    )
    back = (PurchaseLine("Merino 50 g", -1, 890, -890, yarn, PurchaseKind.REFUND),)
    desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 0, kaisa, receipt="R2", lines=back))
    desk.purchases.record(
        Purchase(0, today, PurchaseKind.SALE, 0, None, lines=(PurchaseLine("Tea", 1, 300, 300),))
    )
    return sale


@pytest.mark.usefixtures("sold")
def test_customers_in_english(desk, tmp_path):
    path = tmp_path / "customers.csv"
    assert desk.exports.customers(path) == 1
    (row,) = listed(path)
    assert row.pop("Points", "0") in {"", "0"}
    assert row == {
        "Name": "Kaisa Åström", "First name": "Kaisa", "Last name": "Åström", "Phone": "'+358 40 1234567 ::: 09 123",
        "E-mail": "kaisa@example.fi", "Card": "6401", "Customer number": "K-7", "Birthday": "1976-02-29",
        "Language": "fi", "Street address": "Katu 1", "Postcode": "00100", "Town": "Helsinki", "Country": "Finland",
        "Customer since": "2024-02-29", "Last visit": "2026-11-21", "Visits": "1", "Spend": "9.10",
        "Note": "'=no formula\nsecond line", "Permission: Letters and cards": "yes", "Permission: E-mail": "no",
        "Permission: Text messages": "", "Permission: Phone calls": "",
    }  # fmt: skip


@pytest.mark.usefixtures("sold")
def test_customers_in_finnish_and_as_a_spreadsheet(desk, kaisa, tmp_path):
    path = tmp_path / "asiakkaat.csv"
    desk.exports.customers(path, code="fi")
    (row,) = listed(path, ";")
    assert {"9,10", "Suomi"} <= set(row.values())
    sheet = tmp_path / "customers.xlsx"
    assert desk.exports.customers(sheet, [kaisa]) == 1
    with CalamineWorkbook.from_path(str(sheet)) as book:
        head, cells = book.get_sheet_by_index(0).iter_rows()
    row = dict(zip(head, cells, strict=True))
    assert (row["Phone"], row["Note"]) == ("+358 40 1234567 ::: 09 123", "=no formula\nsecond line")
    assert (row["Birthday"], row["Spend"], row["Visits"]) == (date(1976, 2, 29), 9.1, 1)


def test_points_are_shown_where_the_shop_keeps_them(desk, kaisa, tmp_path, clock):
    db = desk.workplace.db
    with db.change("Points", at=clock()):
        for points in (30, -10):
            db.write(
                "INSERT INTO points (customer_id, at, date, points, kind) "
                "VALUES (?, '2026-11-21T10:00:00+00:00', '2026-11-21', ?, 'import')",
                [kaisa, points],
            )
    desk.exports.customers(tmp_path / "c.csv")
    assert listed(tmp_path / "c.csv")[0]["Points"] == "20"


@pytest.mark.usefixtures("sold")
def test_of_whoever_objects_to_profiling_nothing_is_added_up(desk, kaisa, tmp_path):
    desk.customers.consent(kaisa, Purpose.PROFILING, ContactChannel.ANY, given=False, source="counter")
    desk.exports.customers(tmp_path / "c.csv")
    desk.exports.customers(tmp_path / "d.csv", [kaisa], columns=("name", "last_visit", "visits", "spend"))
    assert [tuple(row.values()) for row in listed(tmp_path / "d.csv")] == [
        ("Kaisa Åström", "2026-11-21", "", "")
    ]
    (row,) = listed(tmp_path / "c.csv")
    assert (row["Last visit"], row["Visits"], row["Spend"]) == ("2026-11-21", "", "")


def test_customers_in_the_order_in_which_they_are_named(desk, tmp_path):
    ids = [desk.customers.save(Customer(0, name)) for name in ("Ö", "A", "Ä")]
    path = tmp_path / "c.csv"
    desk.exports.customers(path, ids[::-1])
    assert [row["Name"] for row in listed(path)] == ["Ä", "A", "Ö"]
    desk.exports.customers(path)
    assert [row["Name"] for row in listed(path)] == ["A", "Ä", "Ö"]
    assert desk.exports.customers(path, []) == 0
    assert desk.exports.customers(path, [10**9]) == 0


def test_birthdays_without_a_year(desk, tmp_path):
    desk.customers.save(Customer(0, "Aino", birthday=Birthday(7, 3)))
    desk.exports.customers(tmp_path / "c.csv")
    assert listed(tmp_path / "c.csv")[0]["Birthday"] == "'--03-07"


@pytest.mark.usefixtures("sold")
def test_purchases_line_by_line(desk, tmp_path):
    path = tmp_path / "p.csv"
    assert desk.exports.purchases(path) == 4
    merino, bag, back, tea = listed(path)
    assert merino == {
        "Date": "2026-11-21", "Time": "12:30", "Receipt": "R1", "Kind": "Purchase", "Customer": "Kaisa Åström",
        "Customer number": "K-7", "Product code": "M50", "Product": "Merino 50 g", "Quantity": "2",
        "Price": "8.90", "Amount": "17.80", "Source": "",
    }  # fmt: skip
    assert (bag["Product"], bag["Amount"]) == ("'-Bag", "0.20")
    assert (back["Kind"], back["Quantity"], back["Amount"]) == ("Return", "-1", "-8.90")
    assert (tea["Customer"], tea["Product"]) == ("", "Tea")


@pytest.mark.usefixtures("sold")
def test_purchases_of_some_customers_only(desk, kaisa, tmp_path):
    assert desk.exports.purchases(tmp_path / "p.xlsx", [kaisa]) == 3
    assert desk.exports.purchases(tmp_path / "p.xlsx", []) == 0


def test_feedback(desk, kaisa, today, tmp_path):
    yarn = desk.products.save(Product(0, "Merino"))
    desk.feedback.record(
        Feedback(
            0, today, kaisa, nps=3, csat=2, ces=1, comment="@home", channel=Channel.PHONE, stage=Stage.PURCHASE,
            needs=(Need.PRICE, Need.EMPATHY), product_id=yarn, follow_up=True, emotion=Emotion.UNSURE, waited=0,
            route=Route.ORDER,
        )
    )  # fmt: skip
    desk.feedback.record(Feedback(0, today, nps=10))
    path = tmp_path / "f.csv"
    assert desk.exports.feedback(path) == 2
    anonymous, said = listed(path)
    assert (anonymous["Customer"], anonymous["NPS"], anonymous["CSAT"]) == ("", "10", "")
    assert said == {
        "Date": "2026-11-21", "Customer": "Kaisa Åström", "Customer number": "K-7", "NPS": "3", "CSAT": "2",
        "CES": "1", "Comment": "'@home", "Needs": "Price ::: Service", "Channel": "Phone", "Stage": "Buying",
        "Feeling": "Unsure", "Waiting time, min": "0", "Way of service": "On order",
        "Product": "Merino", "Waits for an answer": "yes", "Answered on": "", "Answer": "",
    }  # fmt: skip
    assert desk.exports.feedback(path, [kaisa]) == 1


@pytest.mark.usefixtures("sold")
def test_people_who_are_restricted_are_in_no_list(desk, kaisa, today, clock, tmp_path):
    desk.feedback.record(Feedback(0, today, kaisa, nps=9))
    restrict(desk, kaisa, clock)
    exports = desk.exports
    assert exports.customers(tmp_path / "c.csv") == exports.customers(tmp_path / "c.vcf") == 0
    assert exports.purchases(tmp_path / "p.csv") == 1
    assert exports.feedback(tmp_path / "f.csv") == 0
    assert exports.birthdays(tmp_path / "b.ics") == 0
    for channel in (ContactChannel.LETTER, ContactChannel.EMAIL, ContactChannel.TEXT):
        assert exports.mailing(tmp_path / "m.csv", channel) == 0
    exports.everything(tmp_path / "all.json")
    assert "Åström" in (tmp_path / "all.json").read_text(encoding="utf-8")
    for path in tmp_path.glob("?.*"):
        assert "Åström".encode() not in path.read_bytes()


def test_contacts(desk, kaisa, tmp_path):
    path = tmp_path / "c.VCF"
    assert desk.exports.customers(path, [kaisa]) == 1
    (card,) = vobject.readComponents(path.read_bytes().decode())
    assert (card.fn.value, card.bday.value, card.adr.value.country) == (
        "Kaisa Åström",
        "1976-02-29",
        "Finland",
    )


@pytest.mark.usefixtures("kaisa")
def test_birthdays_and_anniversaries(desk, tmp_path, today):
    desk.customers.save(Customer(0, "Timo", birthday=Birthday(21, 11), since=today))
    path = tmp_path / "b.ics"
    assert desk.exports.birthdays(path) == 4
    (calendar,) = vobject.readComponents(path.read_bytes().decode())
    found = {e.summary.value: [d.date() for d in e.rruleset[:2]] for e in calendar.vevent_list}
    assert found == {
        "Birthday: Kaisa Åström": [date(2027, 2, 28), date(2028, 2, 29)],
        "A customer since 2024: Kaisa Åström": [date(2027, 2, 28), date(2028, 2, 29)],
        "Birthday: Timo": [date(2026, 11, 21), date(2027, 11, 21)],
        "A customer since 2026: Timo": [date(2027, 11, 21), date(2028, 11, 21)],
    }
    assert b"1976" not in path.read_bytes()


@pytest.mark.parametrize(
    ("write", "name"),
    [
        ("customers", "c.json"),
        ("purchases", "p.vcf"),
        ("feedback", "f.ics"),
        ("birthdays", "b.csv"),
        ("everything", "e.csv"),
    ],
)
def test_endings_that_do_not_fit(desk, tmp_path, write, name):
    before = set(tmp_path.iterdir())
    with pytest.raises(UserError, match="ending"):
        getattr(desk.exports, write)(tmp_path / name)
    assert set(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there(desk, tmp_path):
    for write in (desk.exports.everything, desk.exports.customers):
        with pytest.raises(UserError, match="could not be saved"):
            write(tmp_path / "none" / "x.xlsx")


@pytest.mark.usefixtures("sold")
def test_a_list_as_it_is_shown_has_its_columns_alone(desk, kaisa, tmp_path, clock):
    desk.fields.save(Field(0, "Size", FieldKind.NUMBER))
    desk.editing.apply([kaisa], Edit(Part.FIELD, "38.5", 1))
    desk.tags.add(kaisa, "Club")
    hidden = desk.customers.save(Customer(0, "Hidden"))
    objector = desk.customers.save(Customer(0, "Objector"))
    desk.purchases.record(
        Purchase(0, clock().date(), PurchaseKind.SALE, 0, objector, lines=(PurchaseLine("Tea", 1, 300, 300),))
    )
    desk.customers.consent(objector, Purpose.PROFILING, ContactChannel.ANY, given=False, source="counter")
    restrict(desk, hidden, clock)
    columns = ("name", "birthday", "tags", "last_visit", "visits", "spend", "since", "permission", "field:1")
    path = tmp_path / "shown.csv"
    assert desk.exports.customers(path, [objector, hidden, kaisa], columns=columns) == 2
    first, second = listed(path)
    assert second == {
        "Name": "Kaisa Åström", "Birthday": "1976-02-29", "Tags": "Club", "Last visit": "2026-11-21", "Visits": "1",
        "Purchases": "9.10", "Customer since": "2024-02-29", "Letters allowed": "yes", "Size": "38.5",
    }  # fmt: skip
    assert [first[name] for name in ("Name", "Last visit", "Visits", "Purchases")] == [
        "Objector",
        "2026-11-21",
        "",
        "",
    ]
