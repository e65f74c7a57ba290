"""A visit at the counter: one change, saved once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.interview import Fit, Interview, Outcome
from cxdesk.domain.note import Note, NoteKind
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services.visits import Visit


@pytest.fixture
def visit(desk, person, today):
    """A visit of a new customer: two skeins of the six in stock, and an answer."""
    aino = person()
    yarn = desk.products.save(Product(0, "Yarn", price=890, stock=6))
    line = PurchaseLine("Yarn", 2, 890, 1780, yarn)
    bought = Purchase(0, today, PurchaseKind.SALE, 0, aino, uuid="purchase-1", lines=(line,))
    return Visit(bought, Feedback(0, today, aino, nps=0, comment="Slow", uuid="feedback-1"))


def test_one_change_and_one_undo_takes_both_back(desk, visit, rows):
    before, steps = rows(), len(desk.history.changes())
    desk.visits.record(visit)
    card = desk.customers.card(visit.purchase.customer_id)
    assert (card.spend, len(card.purchases), [f.nps for f in card.feedback]) == (1780, 1, [0])
    assert desk.products.scanned("") is None
    assert desk.products.search("yarn")[0].stock == 4
    assert card.feedback[0].purchase_id == card.purchases[0].id
    assert len(desk.history.changes()) == steps + 1
    desk.history.undo()
    undone = rows()
    assert {name: undone[name] for name in before} == before
    assert undone.get("purchases", []) == undone.get("feedback", []) == []
    desk.history.redo()
    assert desk.customers.card(visit.purchase.customer_id).spend == 1780


def test_saved_twice_is_one_visit(desk, visit, rows):
    desk.visits.record(visit)
    once = rows()
    desk.visits.record(visit)
    assert rows() == once


def test_the_half_that_is_missing_is_saved_on_the_second_try(desk, visit):
    desk.visits.record(Visit(visit.purchase))
    desk.visits.record(visit)
    card = desk.customers.card(visit.purchase.customer_id)
    assert (len(card.purchases), len(card.feedback)) == (1, 1)


def test_a_refused_half_saves_nothing(desk, visit, today, rows):
    before = rows()
    too_long = Feedback(0, today, comment="x" * 2**20, uuid="feedback-1")
    with pytest.raises(UserError, match="1048576 characters"):
        desk.visits.record(Visit(visit.purchase, too_long))
    assert rows() == before


def test_nothing_at_all_is_no_change(desk):
    steps = len(desk.history.changes())
    desk.visits.record(Visit())
    assert len(desk.history.changes()) == steps


@pytest.fixture
def talk(visit, today):
    """The same visit with a note and an interview, under one identity."""
    aino = visit.purchase.customer_id
    note = Note(0, aino, today, "  Tried on\nthe red coat ", uuid="feedback-1")
    wishes = {"wishes": "Red, warm", "hits": ("Yarn", "Needles, 4 mm"), "proposal": "The coat"}
    held = Interview(0, today, aino, **wishes, outcome=Outcome.BOUGHT, fit=Fit.PARTLY, uuid="feedback-1")
    return replace(visit, note=note, interview=held)


def test_note_and_interview_are_part_of_the_same_step(desk, talk, rows):
    before, steps = rows(), len(desk.history.changes())
    desk.visits.record(talk)
    desk.visits.record(talk)
    card = desk.customers.card(talk.purchase.customer_id)
    (note,), (held,) = card.notes, card.interviews
    assert (note.text, note.kind, note.day) == ("Tried on the red coat", NoteKind.OBSERVATION, talk.note.day)
    assert (held.hits, held.outcome, held.fit) == (("Yarn", "Needles, 4 mm"), Outcome.BOUGHT, Fit.PARTLY)
    assert held.purchase_id == card.purchases[0].id
    assert len(desk.history.changes()) == steps + 1
    desk.history.undo()
    undone = rows()
    assert {name: undone[name] for name in before} == before
    assert undone["notes"] == undone["interviews"] == []


def test_what_has_been_saved_is_known(desk, talk):
    assert not desk.visits.knows(talk)
    desk.visits.record(Visit(note=talk.note))
    assert desk.visits.knows(talk)
    assert not desk.visits.knows(Visit(talk.purchase))
    assert not desk.visits.knows(Visit())


def test_a_visit_needs_no_words_but_somebody(desk, person, today):
    aino = person()
    desk.visits.record(Visit(note=Note(0, aino, today, kind=NoteKind.VISIT)))
    assert [note.kind for note in desk.customers.card(aino).notes] == [NoteKind.VISIT]


@pytest.mark.parametrize(
    ("part", "fields", "words"),
    [
        ("note", {"customer_id": 0}, "choose the customer"),
        ("note", {"text": " "}, "Write what you noticed"),
        ("note", {"text": "x" * 1001}, "1001 characters"),
        ("note", {"day": date(2026, 11, 22)}, "lies in the future"),
        ("note", {"customer_id": 77}, "no customer number 77"),
        ("interview", {"day": date(2026, 11, 22)}, "lies in the future"),
        ("interview", {"wishes": "x" * 1001}, "1001 characters"),
        ("interview", {"customer_id": 77}, "no customer number 77"),
    ],
)
def test_a_refused_talk_saves_nothing(desk, talk, rows, part, fields, words):
    before = rows()
    with pytest.raises(UserError, match=words):
        desk.visits.record(replace(talk, **{part: replace(getattr(talk, part), **fields)}))
    assert rows() == before


def test_the_hits_of_the_season_are_on_the_most_receipts(desk, today):
    for name, quantity, ago in (
        ("Yarn", 1, 0),
        ("Yarn", 1, 30),
        ("Bag", 9, 2),
        ("Coat", 50, 31),
        ("Tea", 1, 3),
    ):
        line = PurchaseLine(name, quantity, 100, 100 * quantity)
        desk.purchases.record(Purchase(0, today - timedelta(days=ago), PurchaseKind.SALE, 0, lines=(line,)))
    assert desk.interviews.hits() == ["Yarn", "Bag", "Tea"]
