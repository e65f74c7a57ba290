"""A prize draw: the seed is written down first, and anybody gets the same winners from it."""

from hashlib import sha256

import pytest

from cxdesk.domain.draw import Draw, winners
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback


def test_the_order_is_that_of_the_hashes_and_each_counts_once():
    by_hand = sorted([3, 7, 9], key=lambda n: sha256(f"kerä:{n}".encode()).hexdigest())
    assert winners("kerä", [9, 7, 3, 7], 2) == tuple(by_hand[:2])
    assert winners("kerä", [], 2) == ()


def test_drawn_once_after_it_has_ended_among_those_who_answered(desk, person, clock, today):
    people = [person(name) for name in ("Aino", "Eero", "Kaisa")]
    made = desk.draws.announce(Draw("Autumn", today, today, "kerä", places=2))
    for each in (*people[:2], people[0]):
        desk.feedback.record(Feedback(0, today, customer_id=each, nps=9))
    desk.feedback.record(Feedback(0, today, nps=9))
    with pytest.raises(UserError, match="goes on until"):
        desk.draws.draw(made.id)
    clock.forward(1)
    settled = desk.draws.draw(made.id)
    assert (settled.entries, settled.winners) == ((1, 2), winners("kerä", [1, 2], 2))
    assert desk.draws.every() == [settled]
    with pytest.raises(UserError, match="was drawn on"):
        desk.draws.draw(made.id)


def test_a_prize_stays_won_when_two_customers_become_one(desk, person, clock, today):
    keep, drop = person("Aino"), person("Aino")
    made = desk.draws.announce(Draw("Autumn", today, today, "kerä"))
    desk.feedback.record(Feedback(0, today, customer_id=drop, nps=9))
    clock.forward(1)
    assert desk.draws.draw(made.id).winners == (drop,)
    desk.duplicates.merge(keep, drop)
    (settled,) = desk.draws.every()
    assert (settled.entries, settled.winners) == ((drop,), (keep,))


def test_what_cannot_be_drawn(desk, today, clock):
    with pytest.raises(UserError, match="Write a name"):
        desk.draws.announce(Draw(" ", today, today, ""))
    with pytest.raises(UserError, match="1 to 100"):
        desk.draws.announce(Draw("Autumn", today, today, "", places=0))
    with pytest.raises(UserError, match="no draw number"):
        desk.draws.draw(7)
    made = desk.draws.announce(Draw("Autumn", today, today, ""))
    assert made.seed
    clock.forward(1)
    with pytest.raises(UserError, match="Nobody has answered"):
        desk.draws.draw(made.id)
    with pytest.raises(UserError, match="too early"):
        desk.draws.announce(Draw("Late", today, today, ""))
