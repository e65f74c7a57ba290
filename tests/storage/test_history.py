import json
from datetime import timedelta

import pytest
import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import history

from .conftest import NOON, insert_purchase, insert_row


def table(db, name):
    return db.rows(f"SELECT * FROM {name} ORDER BY id")


def change(db, label, sql, *values):
    with db.change(label, at=NOON) as recording:
        db.write(sql, values)
    return recording.made


def newest(db):
    return history.changes(db, limit=1)[0]


def rename(db, customer_id, name, label="New name"):
    return change(db, label, "UPDATE customers SET first_name = ? WHERE id = ?", name, customer_id)


def undo(db, change_id):
    return history.undo(db, change_id, at=NOON + timedelta(minutes=1))


def test_update_notes_only_the_columns_that_changed(db, customer):
    aino = customer(town="Turku")
    rename(db, aino, "Eino")
    operation, old = db.row("SELECT operation, old FROM history ORDER BY id DESC")

    assert (operation, json.loads(old)) == ("update", {"first_name": "Aino"})


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, 2.0, None])
def test_number_comes_back_exactly(db, value):
    with db.change("New", at=NOON):
        insert_row(db, "products", name="Tea", stock=value)
    change(db, "Counted", "UPDATE products SET stock = 7")
    undo(db, 2)

    assert repr(db.value("SELECT stock FROM products")) == repr(value)


@pytest.mark.parametrize("text", ["", "a\0b", 'o\'Brien "x" \\', "Юлдуз 🎂 \u202e", "{}", "[1]", "null"])
def test_text_comes_back_exactly(db, customer, text):
    aino = customer(name=text)
    before = table(db, "customers")
    change(db, "Gone", "DELETE FROM customers WHERE id = ?", aino)
    undo(db, 2)

    assert table(db, "customers") == before


def test_undo_and_redo_of_new_changed_and_deleted(db, customer):
    states = [table(db, "customers")]
    aino = customer()
    states.append(table(db, "customers"))
    rename(db, aino, "Eino")
    states.append(table(db, "customers"))
    change(db, "Gone", "DELETE FROM customers")
    states.append(table(db, "customers"))

    for number, label in ((2, "Gone"), (1, "New name"), (0, "New customer")):
        last = history.last_to_undo(db)
        assert last.label == label
        undo(db, last.id)
        assert table(db, "customers") == states[number]
    assert history.last_to_undo(db) is None
    for number in (1, 2, 3):
        undo(db, history.last_to_redo(db).id)
        assert table(db, "customers") == states[number]
    assert history.last_to_redo(db) is None


def test_undo_is_a_change_that_says_what_it_undoes(db, customer):
    aino = customer()
    made = history.undo(db, 1, at=NOON)

    assert (made.label, made.undoes, made.tables) == ("New customer", 1, {"customers"})
    assert [(c.id, c.undoes, c.undone) for c in history.changes(db)] == [(2, 1, False), (1, None, True)]
    assert history.get(db, 1).undone
    assert customer() > aino, "an id is never given again"


def test_chain_of_undo_and_redo_through_the_same_change(db, customer):
    aino = customer()
    renamed = rename(db, aino, "Eino")
    for _ in range(3):
        undo(db, renamed.id)
        assert db.value("SELECT first_name FROM customers") == "Aino"
        with pytest.raises(UserError, match="already been undone"):
            undo(db, renamed.id)
        undo(db, history.last_to_redo(db).id)
        assert db.value("SELECT first_name FROM customers") == "Eino"
    assert not history.get(db, renamed.id).undone


def test_redo_takes_the_latest_undo_first_even_of_what_was_redone_before(db, customer):
    customer()
    undo(db, 1)
    undo(db, 2)
    customer(name="Eino")
    undo(db, 4)
    undo(db, 1)

    assert history.last_to_redo(db).id == 6
    undo(db, 6)
    assert db.rows("SELECT first_name FROM customers") == [("Aino",)]
    assert history.last_to_redo(db).id == 5


def test_new_work_ends_redo(db, customer):
    customer()
    undo(db, 1)
    assert history.last_to_redo(db).id == 2
    customer(name="Eino")

    assert history.last_to_redo(db) is None


def test_later_change_of_the_same_row_is_named(db, customer):
    aino = customer()
    rename(db, aino, "Eino", label="First name")
    rename(db, aino, "Onni", label="Second name")
    before = table(db, "customers")

    with pytest.raises(UserError, match=r"First name \(2\), Second name \(3\) came after"):
        undo(db, 1)
    with pytest.raises(UserError, match=r"alone: Second name \(3\) came after"):
        undo(db, 2)
    assert table(db, "customers") == before
    undo(db, 3)
    undo(db, 2)
    assert db.value("SELECT first_name FROM customers") == "Aino"


def test_redo_out_of_order_is_refused(db, customer):
    aino = customer()
    for name in ("Eino", "Onni"):
        rename(db, aino, name)
    undo(db, 3)
    undo(db, 2)

    with pytest.raises(UserError, match=r"New name \(5\) came after"):
        undo(db, 4)
    assert db.value("SELECT first_name FROM customers") == "Aino"


def test_what_others_refer_to_stays_and_they_are_named(db, customer):
    aino = customer()
    with db.change("Purchase", at=NOON):
        insert_purchase(db, aino)

    with pytest.raises(UserError, match=r"Purchase \(2\) came after"):
        undo(db, 1)
    assert len(table(db, "customers")) == len(table(db, "purchases")) == 1


def test_what_a_row_refers_to_has_to_be_there_again_first(db, customer):
    aino = customer()
    with db.change("Purchase", at=NOON):
        insert_purchase(db, aino)
    change(db, "Purchase taken out", "DELETE FROM purchases")
    change(db, "Customer gone", "DELETE FROM customers")

    with pytest.raises(UserError, match=r"alone: Customer gone \(4\) came after"):
        undo(db, 3)
    undo(db, 4)
    undo(db, 3)
    assert len(table(db, "purchases")) == 1


def test_what_would_be_taken_along_stays_and_is_named(db, customer):
    aino = customer()
    with db.change("Likes tea", at=NOON):
        insert_row(db, "preferences", customer_id=aino, kind="taste", text="tea")

    with pytest.raises(UserError, match=r"Likes tea \(2\) came after"):
        undo(db, 1)
    assert len(table(db, "preferences")) == 1
    assert newest(db).id == 2


def test_what_has_been_given_to_another_row_is_named(db, customer):
    customer(external_id="K1")
    change(db, "Gone", "DELETE FROM customers")
    customer(name="Eino", label="Number given again", external_id="K1")

    with pytest.raises(UserError, match=r"Number given again \(3\) came after"):
        undo(db, 2)
    assert db.rows("SELECT first_name FROM customers") == [("Eino",)]


def test_unique_value_moved_to_another_row_is_named(db, customer):
    aino = customer(external_id="K1")
    change(db, "Other number", "UPDATE customers SET external_id = 'K2' WHERE id = ?", aino)
    customer(name="Eino", label="Takes K1", external_id="K1")

    with pytest.raises(UserError, match=r"Takes K1 \(3\) came after"):
        undo(db, 2)


def test_second_half_of_a_unique_pair_is_compared_too(db):
    with db.change("Till", at=NOON):
        insert_purchase(db, None, source="till", receipt="17")
    change(db, "Receipt corrected", "UPDATE purchases SET receipt = '18'")
    with db.change("The right 17", at=NOON):
        insert_purchase(db, None, source="till", receipt="17")

    with pytest.raises(UserError, match=r"The right 17 \(3\) came after"):
        undo(db, 2)


def test_children_come_back_with_their_parent(db, customer):
    aino = customer()
    with db.change("Contacts", at=NOON):
        for key in "123":
            insert_row(db, "contact_points", customer_id=aino, kind="phone", value=key, key=key)
        insert_row(db, "preferences", customer_id=aino, kind="wish", text="a scarf")
        insert_row(db, "consents", customer_id=aino, purpose="marketing", channel="any", given=1, at="2026")
    tables = ("customers", "contact_points", "preferences", "consents")
    before = {name: table(db, name) for name in tables}
    made = change(db, "Gone", "DELETE FROM customers")
    assert {name: table(db, name) for name in tables} == {name: [] for name in tables}

    undo(db, made.id)
    assert {name: table(db, name) for name in tables} == before


def test_consent_event_is_never_rewritten_but_a_slip_can_be_undone(db, customer):
    aino = customer()
    with db.change("Permission", at=NOON):
        insert_row(
            db, "consents", customer_id=aino, purpose="marketing", channel="letter", given=1, at="2026"
        )
    event = table(db, "consents")

    with pytest.raises(sqlcipher3.IntegrityError, match="never rewritten"):
        change(db, "Forgery", "UPDATE consents SET given = 0")
    undo(db, 2)
    assert table(db, "consents") == []
    assert db.value("SELECT count(*) FROM history WHERE table_name = 'consents'") == 2
    undo(db, 3)
    assert table(db, "consents") == event


def test_bulk_change_is_one_step_with_search_and_summaries(db):
    with db.change("Import", at=NOON, bulk=True):
        for n in range(1, 301):
            insert_row(db, "customers", first_name=f"N{n}", search_key=f"n{n}")
            insert_purchase(db, n, total=n)
    summaries = db.rows("SELECT * FROM customer_summary")
    hits = "SELECT rowid FROM customer_search WHERE customer_search MATCH 'n300'"
    assert (len(summaries), db.rows(hits)) == (300, [(300,)])

    undo(db, 1)
    assert db.rows("SELECT * FROM customer_summary") == db.rows(hits) == table(db, "purchases") == []
    undo(db, 2)
    assert db.rows("SELECT * FROM customer_summary") == summaries
    assert db.rows(hits) == [(300,)]


def test_swap_of_unique_values_is_undone(db, customer):
    aino, eino = customer(external_id="A"), customer(name="Eino", external_id="B")
    with db.change("Swap", at=NOON):
        for value, i in ((None, aino), ("A", eino), ("B", aino)):
            db.write("UPDATE customers SET external_id = ? WHERE id = ?", [value, i])
    undo(db, 3)

    assert db.rows("SELECT id, external_id FROM customers") == [(aino, "A"), (eino, "B")]


def test_change_that_came_to_nothing_cannot_be_undone(db, customer):
    aino = customer()
    with db.change("There and back", at=NOON):
        db.write("UPDATE customers SET town = 'Oulu' WHERE id = ?", [aino])
        db.write("UPDATE customers SET town = '' WHERE id = ?", [aino])
    before = table(db, "customers")
    undo(db, 2)

    assert table(db, "customers") == before


def test_unknown_change_is_refused(db):
    with pytest.raises(UserError, match="no change number 7"):
        undo(db, 7)


def test_names_from_a_forged_history_are_not_executed(db, customer):
    customer()
    with db.change("Forged", at=NOON):
        db.write("UPDATE customers SET town = 'Oulu'")
        db.write(
            "UPDATE history SET table_name = 'customers WHERE 1 --', operation = 'insert' WHERE change_id = 2"
        )

    with pytest.raises(KeyError):
        undo(db, 2)
    assert len(table(db, "customers")) == 1


def test_history_is_read_page_by_page_newest_first(db, customer):
    for n in range(5):
        customer(label=f"No {n}")
    first = history.changes(db, limit=2)
    second = history.changes(db, limit=2, before=first[-1].id)

    assert [c.label for c in [*first, *second]] == ["No 4", "No 3", "No 2", "No 1"]


def test_who_is_told_by_name(db):
    with db.change("Staff", at=NOON):
        maija = insert_row(db, "staff", name="Maija")
    with db.change("Settings", at=NOON, staff_id=maija):
        insert_row(db, "settings", key="a", value="b")

    assert (newest(db).staff_id, newest(db).staff) == (maija, "Maija")
