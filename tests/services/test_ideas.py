"""Staff's own ideas: they become suggestions of their day with their author, once, and end with them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.appreciation import Basis, Gesture
from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.domain.idea import Idea, Way
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.shop import StaffMember
from cxdesk.language import reasons

WORDS = "Thank you for the flowers"


@pytest.fixture
def idea(today):
    return Idea(0, 1, today, f" {WORDS} ", uuid="u")


def today_s(desk):
    return [(each.customer.id, each.gesture) for each in desk.appreciation.day().suggestions]


def test_it_is_suggested_from_its_day_on_until_it_is_done(desk, person, idea, today, clock):
    aino = person(permits=False)
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Maija"))
    made = desk.ideas.add(replace(idea, day=today + timedelta(days=3)))
    assert desk.ideas.add(idea) == made  # the same form
    assert today_s(desk) == []
    clock.forward(5)
    (found,) = desk.appreciation.day().suggestions
    assert (found.kind, found.allowed.basis, found.cost) == (Occasion.THANK_YOU, Basis.COUNTER, 0)
    said = reasons.explain(desk.workplace.language(), found, clock.now.date())
    assert said == f"Maija thought of it: “{WORDS}”. A word at the counter is enough."
    assert desk.appreciation.next_for(aino, here=True).id == found.id
    desk.appreciation.done(found)
    assert (today_s(desk), desk.ideas.every()) == ([], [])
    assert [each.kind for each in desk.customers.card(aino).actions] == [Occasion.THANK_YOU]
    desk.history.undo()
    assert today_s(desk) == [(aino, Gesture.WORD)]


def test_ruled_out_it_is_only_this_one(desk, person, idea):
    person()
    desk.ideas.add(idea)
    desk.appreciation.never(desk.appreciation.day().suggestions[0])
    assert today_s(desk) == []
    desk.ideas.add(replace(idea, uuid="v"))
    assert len(today_s(desk)) == 1
    desk.ideas.drop(desk.ideas.every()[0])
    assert today_s(desk) == []


def test_a_gift_is_chosen_and_handed_over_from_stock(desk, person, idea):
    person(permits=False)
    desk.gifts.save(CatalogueGift(0, "Mug", GiftKind.SWAG, 400, stock=2))
    desk.ideas.add(replace(idea, way=Way.GIFT))
    (found,) = desk.appreciation.day().suggestions
    assert (found.gift.name, found.cost, found.gesture) == ("Mug", 400, Gesture.WORD)
    desk.appreciation.done(found)
    assert desk.gifts.every()[0].stock == 1


def test_a_card_keeps_to_permission_and_to_the_gap_between_contacts(desk, person, idea, today, clock):
    person("Aino")
    timo = person("Timo", permits=False)
    card = replace(idea, way=Way.CARD)
    with pytest.raises(UserError, match="may not be written to"):
        desk.ideas.add(replace(card, customer_id=timo))
    desk.ideas.add(card)
    assert today_s(desk) == [(1, Gesture.CARD)]
    desk.appreciation.done(desk.appreciation.day().suggestions[0])
    with pytest.raises(UserError, match="was thanked on"):
        desk.ideas.add(replace(card, uuid="v", day=today + timedelta(days=29)))
    desk.ideas.add(replace(card, uuid="v", day=today + timedelta(days=30)))
    desk.ideas.add(replace(idea, uuid="w"))  # a word is free of the gap
    assert today_s(desk) == [(1, Gesture.WORD)]
    desk.ideas.drop(desk.ideas.every()[0])
    clock.forward(30)
    assert today_s(desk) == [(1, Gesture.CARD)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"days": -1},
        {"customer_id": 9},
        {"customer_id": 2},
        {"customer_id": 3, "way": Way.CARD},
    ],
)
def test_what_cannot_be_right_is_refused(desk, person, idea, today, wrong):
    person()
    person(restricted=True)
    person(birthday=Birthday(1, 1, 2015))
    day = today + timedelta(days=wrong.pop("days", 0))
    with pytest.raises(UserError):
        desk.ideas.add(replace(idea, day=day, **wrong))
    assert desk.ideas.every() == []
