"""What the history says of undo and redo, and who was at the desk."""

from dataclasses import replace

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.errors import Cancelled
from cxdesk.domain.shop import StaffMember
from cxdesk.language.history import change
from cxdesk.services.history import NothingLeftError


@pytest.fixture
def told(desk):
    """The history in words, newest first."""
    return lambda **page: [change(desk.workplace.language(), entry) for entry in desk.history.changes(**page)]


def test_undo_redo_and_undo_again_in_words(desk, told):
    desk.customers.save(Customer(0, "Aino"))
    made = [desk.history.undo(), desk.history.redo(), desk.history.undo(), desk.history.redo()]
    assert [entry.again for entry in made] == [False, True, False, True]
    words = ["Done again: Customer added", "Undone: Customer added"] * 2
    assert told() == [*words, "Customer added", "Settings changed"]
    assert told(limit=1) == words[:1]
    assert change(desk.workplace.language(), replace(made[-1], undoes=None)) == "Customer added"
    assert [entry.undone for entry in desk.history.changes()][-2:] == [False, False]


def test_nothing_left(desk):
    with pytest.raises(NothingLeftError):
        desk.history.redo()
    desk.customers.save(Customer(0, "Aino"))
    desk.history.undo()
    with pytest.raises(NothingLeftError):
        desk.history.undo()


def test_who_was_at_the_desk(desk):
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Leena"))
    desk.customers.save(replace(Customer(0, "Aino"), note="new"))
    assert desk.history.changes(limit=1)[0].staff == "Leena"


def test_every_change_is_announced_with_its_tables(desk):
    heard = []
    desk.workplace.announce = heard.append
    desk.customers.save(Customer(0, "Aino"))
    desk.history.undo()
    assert [entry.tables for entry in heard] == [frozenset({"customers"})] * 2


def test_the_founding_of_the_shop_is_not_undone(desk):
    before = desk.settings.shop()
    for wanted in (None, 1):
        with pytest.raises(NothingLeftError, match="nothing to undo"):
            desk.history.undo(wanted)
    assert desk.settings.shop() == before


def test_how_far_an_undo_is_and_giving_it_up(desk):
    for name in ("Aino", "Kaisa"):
        desk.customers.save(Customer(0, name))
    edited = desk.editing.apply(desk.customers.ids(), Edit(Part.TOWN, "Lahti"))
    shares = []
    desk.history.undo(edited.change, shares.append)
    assert shares[0] == 0
    assert all(0 <= share <= 1 for share in shares)

    def give_up(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.history.undo(desk.history.next_redo(), give_up)
    assert {desk.customers.get(i).town for i in desk.customers.ids()} == {""}
    desk.history.redo()
    assert {desk.customers.get(i).town for i in desk.customers.ids()} == {"Lahti"}
