"""One change to many customers: what it would come to, what it does, and that it is taken back whole."""

import pytest

from cxdesk.domain.customer import ContactChannel, Customer, Purpose
from cxdesk.domain.editing import Changed, Edit, Part, Preview
from cxdesk.domain.errors import Cancelled, UserError
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.listing import Column, Condition, Listing, Subject
from cxdesk.domain.shop import LetterBasis, Shop

NAMES = ("Aino", "Eino", "Kaisa")


@pytest.fixture
def people(desk):
    return [desk.customers.save(Customer(0, name, town="Lahti")) for name in NAMES]


def shown(desk, ids, column):
    return [row.values[0] for row in desk.register.rows(ids, [column])]


def on_list(desk, subject, value):
    return desk.register.ids(Listing((Condition(subject, value),)))


def everything(desk):
    db = desk.workplace.db
    tables = ("customers", "tags", "field_values", "consents")
    return [db.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables]


def restrict(desk, customer_id):
    with desk.workplace.change("Restricted"):
        desk.workplace.db.write("UPDATE customers SET restricted = 1 WHERE id = ?", [customer_id])


def test_a_tag_is_added_once_spelt_as_before_and_taken_back(desk, people):
    aino, eino, kaisa = people
    desk.tags.add(aino, "Häät")
    desk.tags.add(eino, "Neulekerho")
    before = everything(desk)
    preview = desk.editing.preview(people, Edit(Part.ADD_TAG, " HAAT "))
    assert preview == Preview(
        2, 3, (Changed(eino, "Eino", "Neulekerho", "Neulekerho, Häät"), Changed(kaisa, "Kaisa", "", "Häät"))
    )
    assert everything(desk) == before
    done = desk.editing.apply(people, Edit(Part.ADD_TAG, "haat"))
    assert done.customers == 2
    assert on_list(desk, Subject.TAG, "häät") == people
    assert shown(desk, people, Column.TAGS) == ["Häät", "Häät, Neulekerho", "Häät"]
    desk.history.undo(done.change)
    assert everything(desk) == before


def test_a_tag_is_removed_from_those_who_have_it(desk, people):
    for each in people[:2]:
        desk.tags.add(each, "Häät")
    desk.tags.add(people[0], "Neulekerho")
    edit = Edit(Part.REMOVE_TAG, "haat")
    preview = desk.editing.preview(people, edit)
    assert [(each.before, each.after) for each in preview.first] == [
        ("Häät, Neulekerho", "Neulekerho"),
        ("Häät", ""),
    ]
    assert desk.editing.apply(people, edit).customers == 2
    assert shown(desk, people, Column.TAGS) == ["Neulekerho", None, None]


@pytest.mark.parametrize(
    ("part", "value", "column"),
    [
        (Part.PERSONA, "Lahjan etsijä", Column.PERSONA),
        (Part.ORIGIN, "Messut", Column.ORIGIN),
        (Part.STAGE, "aftercare", Column.STAGE),
        (Part.LANGUAGE, "uz", Column.LANGUAGE),
        (Part.TOWN, "Åbo", Column.TOWN),
    ],
)
def test_what_is_set_and_cleared_changes_only_those_who_differ(desk, people, part, value, column):
    assert desk.editing.apply(people[:1], Edit(part, value)).customers == 1
    assert desk.editing.preview(people, Edit(part, value)).changing == 2
    assert desk.editing.apply(people, Edit(part, value)).customers == 2
    assert shown(desk, people, column) == [value] * 3
    assert desk.editing.apply(people, Edit(part, value)) == type(
        desk.editing.apply(people, Edit(part, value))
    )(0, None)
    assert desk.editing.apply(people, Edit(part, "")).customers == 3
    assert shown(desk, people, column) == [""] * 3


def test_who_has_moved_is_found_by_the_new_town(desk, people):
    done = desk.editing.apply(people, Edit(Part.TOWN, "Jyväskylä"))
    assert len(desk.customers.search("jyvas")) == 3
    assert desk.customers.search("lahti") == []
    desk.history.undo(done.change)
    assert len(desk.customers.search("lahti")) == 3


def test_an_own_field_is_filled_replaced_and_emptied(desk, people):
    desk.fields.save(Field(0, "Väri", FieldKind.CHOICE, ("red", "blue")))
    desk.editing.apply(people[:1], Edit(Part.FIELD, "red", 1))
    preview = desk.editing.preview(people, Edit(Part.FIELD, "blue", 1))
    assert [(each.before, each.after) for each in preview.first] == [
        ("red", "blue"),
        ("", "blue"),
        ("", "blue"),
    ]
    desk.editing.apply(people, Edit(Part.FIELD, "blue", 1))
    assert shown(desk, people, "field:1") == ["blue"] * 3
    assert desk.editing.apply(people, Edit(Part.FIELD, "", 1)).customers == 3
    assert shown(desk, people, "field:1") == [None] * 3
    for edit in (Edit(Part.FIELD, "green", 1), Edit(Part.FIELD, "red", 2)):
        with pytest.raises(UserError):
            desk.editing.apply(people, edit)


def allowed(desk, channel):
    return on_list(desk, Subject.PERMISSION, channel)


def test_a_permission_is_withdrawn_from_those_who_gave_it_never_before_they_gave_it(desk, people, clock):
    for each in people[:2]:
        desk.customers.consent(each, Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    clock.forward(-1)
    done = desk.editing.apply(people, Edit(Part.WITHDRAW, "email"))
    assert (done.customers, allowed(desk, "email")) == (2, [])
    assert len(desk.customers.card(people[2]).consents) == 0
    assert desk.customers.card(people[0]).consents[-1].source == "many customers at once"
    desk.history.undo(done.change)
    assert allowed(desk, "email") == people[:2]


def test_letters_that_need_no_permission_are_stopped_all_the_same(desk, people):
    desk.settings.save(Shop("Kerä", letter_basis=LetterBasis.OPT_OUT))
    assert desk.editing.apply(people[:2], Edit(Part.WITHDRAW, "letter")).customers == 2
    assert allowed(desk, "letter") == people[2:]


def test_of_people_who_are_restricted_only_permissions_change(desk, people):
    desk.customers.consent(people[0], Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    restrict(desk, people[0])
    assert desk.editing.preview(people, Edit(Part.ADD_TAG, "x")).changing == 2
    assert desk.editing.preview(people, Edit(Part.WITHDRAW, "email")).changing == 1


def test_who_cancels_has_changed_nobody(desk, people):
    before = everything(desk)

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.editing.apply(people, Edit(Part.PERSONA, "x"), stop)
    assert everything(desk) == before


@pytest.mark.parametrize(
    "edit", [Edit(Part.ADD_TAG, " "), Edit(Part.ADD_TAG, "x" * 61), Edit(Part.TOWN, "x" * 201)]
)
def test_what_cannot_be_kept_is_refused_in_words(desk, people, edit):
    for act in (desk.editing.preview, desk.editing.apply):
        with pytest.raises(UserError):
            act(people, edit)


@pytest.mark.parametrize(
    ("part", "value", "field"),
    [
        (Part.ADD_TAG, "", 0),
        (Part.STAGE, "x", 0),
        (Part.WITHDRAW, "any", 0),
        (Part.FIELD, "x", 0),
        (Part.TOWN, "x", 3),
    ],
)
def test_nonsense_is_no_edit(part, value, field):
    with pytest.raises(ValueError, match="cannot become"):
        Edit(part, value, field)


def test_nobody_is_changed_without_a_trace(desk):
    steps = len(desk.history.changes())
    assert desk.editing.apply([], Edit(Part.PERSONA, "x")).change is None
    assert desk.editing.preview([], Edit(Part.PERSONA, "x")) == Preview(0, 0, ())
    assert len(desk.history.changes()) == steps
