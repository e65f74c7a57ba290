"""Lists with a name: kept, replaced, renamed, taken away, counted."""

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import Column, Condition, Listing, Subject
from cxdesk.domain.shop import Shop

LAHTI = Listing((Condition(Subject.TOWN, "Lahti"),), ("name", "email"), Column.EMAIL, descending=True)


def names(desk):
    return [saved.name for saved in desk.lists.every()]


def test_a_list_comes_back_as_it_was_kept(desk):
    made = desk.lists.save("  Lahden  asiakkaat ", LAHTI)
    (saved,) = desk.lists.every()
    assert (saved.id, saved.name, saved.listing) == (made, "Lahden asiakkaat", LAHTI)
    assert desk.lists.named("LAHDEN asiakkaat") == saved


def test_the_same_name_replaces_and_is_one_step(desk):
    made = desk.lists.save("Häät", LAHTI)
    assert desk.lists.save("haat", Listing()) == made
    assert (names(desk), desk.lists.named("Häät").listing) == (["Häät"], Listing())
    desk.history.undo()
    assert desk.lists.named("Häät").listing == LAHTI
    desk.history.undo()
    assert desk.lists.every() == []


def test_lists_stand_in_the_order_of_the_language(desk):
    desk.settings.save(Shop("Kerä", language="fi"))
    for name in ("Öljy", "zeppelin", "Aamu"):
        desk.lists.save(name, LAHTI)
    assert names(desk) == ["Aamu", "zeppelin", "Öljy"]


def test_a_list_is_renamed_and_deleted_and_that_is_taken_back(desk):
    desk.lists.save("A", LAHTI)
    desk.lists.save("B", LAHTI)
    first, _ = desk.lists.every()
    with pytest.raises(UserError, match="already"):
        desk.lists.rename(first, "b")
    desk.lists.rename(first, "a")
    assert names(desk) == ["a", "B"]
    desk.lists.delete(first)
    assert names(desk) == ["B"]
    desk.history.undo()
    assert names(desk) == ["a", "B"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_list_needs_a_name(desk, name):
    with pytest.raises(UserError):
        desk.lists.save(name, LAHTI)


def test_a_list_that_is_not_there_is_named(desk):
    with pytest.raises(UserError, match="Nobody's"):
        desk.lists.named("Nobody's")


def test_lists_are_counted(desk):
    for town in ("Lahti", "lahti", "Turku"):
        desk.customers.save(Customer(0, "A", town=town))
    made = desk.lists.save("Lahti", LAHTI)
    assert desk.lists.counts() == {made: 2}
    assert len(desk.register.ids(LAHTI)) == 2


def test_a_list_of_a_later_program_is_left_out(desk):
    with desk.workplace.change("Later"):
        desk.workplace.db.write("INSERT INTO customer_lists (name, definition) VALUES ('Later', '{}')")
    assert desk.lists.every() == []
