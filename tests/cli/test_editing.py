"""Lists by condition and by name, and one change to many."""

import pytest

from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.listing import Condition, Listing, Subject
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def listed(shop):
    """The shop with an own field and a list of those who came at least twice."""
    desk = enter(shop, lambda: NOW)
    desk.fields.save(Field(0, "Kengännumero", FieldKind.NUMBER))
    desk.lists.save("Kanta-asiakkaat", Listing((Condition(Subject.VISITS, "2"),)))
    desk.close()
    return shop


def ids(answer):
    return [row["id"] for row in answer.json]


def test_customers_by_condition(run, listed):
    assert ids(run("customers", listed, "--filter", "visits=2", "--json")) == [1]
    assert ids(run("customers", listed, "--filter", "spend=17,80", "--json")) == [1]
    assert ids(run("customers", listed, "--filter", "spend=17,81", "--json")) == []
    both = ("--filter", "permission=letter", "--filter", "language=fi")
    assert ids(run("customers", listed, *both, "--search", "kai", "--json")) == [1]
    assert ids(run("customers", listed, "--filter", "reached_by=address", "--json")) == []


def test_customers_of_a_list(run, refused, listed):
    assert ids(run("customers", listed, "--list", "kanta-asiakkaat", "--json")) == [1]
    assert run("lists", listed, "--json").json == [{"id": 1, "name": "Kanta-asiakkaat", "customers": 1}]
    assert "Kanta-asiakkaat" in run("lists", listed).out
    assert "Nothing like it" in refused("customers", listed, "--list", "Nothing like it")


def test_a_trial_changes_nothing_and_says_the_same(run, listed):
    wish = ("edit", listed, "--everybody", "--add-tag", "Häät", "--json")
    trial = run(*wish, "--dry-run").json
    assert (trial["changing"], trial["of"], trial["change"]) == (2, 2, None)
    assert trial["first"][0] == {"id": 1, "name": "Kaisa Åström", "before": "", "after": "Häät"}
    assert ids(run("customers", listed, "--filter", "tag=haat", "--json")) == []
    done = run(*wish).json
    assert done | {"change": None} == trial
    assert sorted(ids(run("customers", listed, "--filter", "tag=haat", "--json"))) == [1, 2]
    run("undo", listed, done["change"])
    assert ids(run("customers", listed, "--filter", "tag=haat", "--json")) == []


def test_what_can_be_changed(run, listed):
    run("edit", listed, "--list", "Kanta-asiakkaat", "--set", "town=Turku")
    assert ids(run("customers", listed, "--filter", "town=turku", "--json")) == [1]
    run("edit", listed, "--filter", "town=turku", "--set", "kengannumero=38,50")
    assert ids(run("customers", listed, "--filter", "KENGÄNNUMERO=38.5", "--json")) == [1]
    assert "1 of 1" in run("edit", listed, "--search", "kaisa", "--withdraw", "letter").out
    assert ids(run("customers", listed, "--filter", "permission=letter", "--json")) == []
    assert run("edit", listed, "--everybody", "--remove-tag", "x", "--json").json["changing"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add-tag", "x"), "--everybody"),
        (("--everybody", "--add-tag", ""), "cannot be set"),
        (("--everybody", "--set", "stage=x"), "cannot be set"),
        (("--everybody", "--set", "spend=3"), "cannot be changed"),
        (("--everybody", "--set", "shoe=3"), "Kengännumero"),
        (("--everybody", "--set", "kengännumero=large"), "number"),
        (("--filter", "visits=many", "--add-tag", "x"), "whole number"),
        (("--filter", "birthday_month=13", "--add-tag", "x"), "Write what"),
        (("--filter", "field=3", "--add-tag", "x"), "field"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(refused, listed, words, said):
    assert said in refused("edit", listed, *words)


def test_nobody_gives_a_permission_for_many(run, listed):
    assert run("edit", listed, "--everybody", "--give", "letter").code == 2
    assert run("edit", listed, "--everybody", "--filter", "town").code == 2
