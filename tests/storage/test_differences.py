"""What changes did to a customer's entry, worked out backwards from what stands now."""

from datetime import UTC, datetime

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers, differences, tags

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SHOP = Shop("Kerä")


def told(db, change_id):
    return [(each.column, each.old, each.new, each.subject) for each in differences.of_change(db, change_id)]


def test_old_and_new_of_every_step(db):
    with db.change("Added", at=NOON) as added:
        who = customers.insert(db, Customer(0, "Aino", town="Lahti"), SHOP)
    steps = []
    for town, phone in (("Turku", "1"), ("Oulu", "2"), ("Oulu", "")):
        points = (ContactPoint(ContactKind.PHONE, phone),) if phone else ()
        with db.change("Changed", at=NOON, customer_id=who) as step:
            customers.update(db, Customer(who, "Aino", town=town, contacts=points), SHOP)
        steps.append(step.id)
    first, second, third = steps

    assert told(db, first) == [("town", "Lahti", "Turku", ""), ("value", "", "1", "phone")]
    assert told(db, second) == [
        ("town", "Turku", "Oulu", ""),
        ("value", "1", "", "phone"),
        ("value", "", "2", "phone"),
    ]
    assert told(db, third) == [("value", "2", "", "phone")]
    assert ("town", "", "Lahti", "") in told(db, added.id)
    assert ("restricted", "", "0", "") not in told(db, added.id)
    assert [change.id for change in differences.of_customer(db, who)] == [third, second, first]


def test_whom_a_change_is_about_may_be_said_while_it_is_made(db):
    with db.change("Customer added", at=NOON) as added:
        who = added.customer_id = customers.insert(db, Customer(0, "Aino"), SHOP)
    assert added.made.customer_id == who
    assert [change.id for change in differences.of_customer(db, who)] == [added.id]


def test_what_came_and_went_is_still_told(db):
    with db.change("Added", at=NOON):
        who = customers.insert(db, Customer(0, "Aino"), SHOP)
    with db.change("Tag", at=NOON, customer_id=who) as put:
        tag = tags.insert(db, who, "course")
    with db.change("Tag", at=NOON, customer_id=who) as taken:
        tags.delete(db, tag)

    assert told(db, put.id) == [("text", "", "course", "")]
    assert told(db, taken.id) == [("text", "course", "", "")]
