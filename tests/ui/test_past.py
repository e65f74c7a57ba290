"""Undo of what has very many rows, in the worker, whatever asked for it."""

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.services.history import LONG
from cxdesk.ui.acts import Acts


@pytest.fixture
def large(session, desk):  # noqa: ARG001 - the session has its own changes to make first
    """The id of a change of more rows than anybody waits for."""
    who = desk.customers.save(Customer(0, "Aino"))
    with desk.workplace.change("Many customers changed", bulk=True) as recording:
        desk.workplace.db.write_many(
            "INSERT INTO tags (customer_id, text, key) VALUES (?, ?, ?)",
            ((who, f"tag {n}", f"tag {n}") for n in range(LONG + 1)),
        )
    return recording.id


def tags(desk):
    return desk.workplace.db.value("SELECT count(*) FROM tags")


def said(session):
    return session.window._toast.label.text()


@pytest.mark.usefixtures("large")
def test_the_key_takes_back_and_brings_back_in_the_worker(session, desk, qtbot):
    session.past.undo()
    assert tags(desk) == LONG + 1  # nobody waited
    assert session.window.progress.isVisible()
    session.past.undo()
    assert said(session) == "Something is being taken back. Wait until it is done."
    qtbot.waitUntil(lambda: said(session) == "Undone: Many customers changed")
    assert (tags(desk), session.window.progress.isVisible()) == (0, False)
    session.past.redo()
    qtbot.waitUntil(lambda: said(session) == "Done again: Many customers changed")
    assert tags(desk) == LONG + 1


def test_a_toast_and_the_history_do_it_the_same_way_and_it_can_be_given_up(session, desk, large, qtbot):
    acts = Acts(desk, session.window)
    for act in (lambda: acts.take_back(large), lambda: acts.undo(large, "Undone")):
        act()
        session.window.progress.button.click()
        qtbot.waitUntil(lambda: not session.window.progress.isVisible())
        assert tags(desk) == LONG + 1
    acts.take_back(large)
    qtbot.waitUntil(lambda: tags(desk) == 0)
    assert desk.history.changes(1)[0].undoes == large
