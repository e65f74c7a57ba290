"""What two entries of one person know of the people around them, of dates and words, is known once after a merge."""

from io import BytesIO

import pytest
from PIL import Image

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, Customer
from cxdesk.domain.fields import Field
from cxdesk.domain.relations import Role


@pytest.fixture
def twice(desk):
    """One person who stands in the register twice."""
    return [desk.customers.save(Customer(0, name, "Virtanen")) for name in ("Maija", "Maia")]


@pytest.fixture
def other(desk):
    return desk.customers.save(Customer(0, "Pekka", "Virtanen"))


def merged(desk, keep, drop):
    """The card after the merge, which undo has shown to be reversible."""
    before = [desk.customers.card(i) for i in (keep, drop)]
    desk.duplicates.merge(keep, drop)
    card = desk.customers.card(keep)
    assert desk.backups.check() == []
    desk.history.undo()
    assert [desk.customers.card(i) for i in (keep, drop)] == before
    desk.history.redo()
    assert desk.customers.card(keep) == card
    return card


def test_tags_fields_and_dates_stay_once(desk, twice):
    keep, drop = twice
    shoe, pet = (desk.fields.save(Field(0, name)) for name in ("Shoe", "Pet"))
    desk.customers.save(desk.customers.get(keep), held={shoe: "38"})
    desk.customers.save(desk.customers.get(drop), held={shoe: "39", pet: "Musti"})
    for who, words in ((keep, ("Häät", "kurssi")), (drop, ("haat", "villa"))):
        for word in words:
            desk.tags.add(who, word)
    for who, year in ((keep, None), (drop, 2010)):
        desk.anniversaries.add(who, Anniversary("Wedding day", Birthday(12, 6, year)))
    desk.anniversaries.add(drop, Anniversary("Name day", Birthday(1, 9)))
    card = merged(desk, keep, drop)
    assert [tag.text for tag in card.tags] == ["Häät", "kurssi", "villa"]
    assert {each.field.name: each.value for each in card.held} == {"Shoe": "38", "Pet": "Musti"}
    assert [(each.name, each.day.year) for each in card.anniversaries] == [
        ("Wedding day", 2010),
        ("Name day", None),
    ]


def picture(colour):
    made = BytesIO()
    Image.new("RGB", (40, 40), colour).save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize("owners", [("keep",), ("drop",), ("keep", "drop")])
def test_a_photo_of_either_stays_the_own_first(desk, twice, owners):
    keep, drop = twice
    kept = {"keep": keep, "drop": drop}
    for owner, colour in zip(owners, ("red", "blue"), strict=False):
        desk.photos.save(kept[owner], picture(colour))
    expected = desk.photos.of(kept[owners[0]])
    assert expected.startswith(b"\xff\xd8")
    merged(desk, keep, drop)
    assert (desk.photos.of(keep), desk.photos.of(drop)) == (expected, b"")


def test_a_relation_of_both_stays_once_and_nobody_is_related_to_themselves(desk, twice, other):
    keep, drop = twice
    desk.relations.add(keep, other, Role.PARTNER)
    desk.relations.add(other, drop, Role.PARTNER)
    desk.relations.add(keep, drop, Role.SIBLING)
    card = merged(desk, keep, drop)
    assert [(each.role, each.other_id) for each in card.relations] == [(Role.PARTNER, other)]


def test_a_circle_of_who_brought_whom_is_opened(desk, twice, other):
    keep, drop = twice
    desk.relations.add(other, keep, Role.REFERRER)
    desk.relations.add(drop, other, Role.REFERRER)
    card = merged(desk, keep, drop)
    assert [(each.role, each.other_id) for each in card.relations] == [(Role.REFERRED, other)]


def test_two_who_lived_together_are_one_who_lives_alone(desk, twice, other):
    keep, drop = twice
    desk.households.join(keep, drop)
    assert merged(desk, keep, drop).household is None
    desk.households.join(other, keep)
    assert [member.id for member in desk.customers.card(keep).household.members] == [other, keep]
