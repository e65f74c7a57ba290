"""Letters and labels to many from the command line."""

from dataclasses import replace

import pypdfium2
import pytest

from cxdesk.domain.listing import Listing
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def everybody(shop):
    """A list of all customers, of whom only Kaisa may be written to; she has an address by now."""
    desk = enter(shop, lambda: NOW)
    desk.lists.save("All", Listing(order="name"))
    desk.customers.save(replace(desk.customers.get(1), street="Katu 2", postcode="00100", town="Helsinki"))
    desk.close()


def pages(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


@pytest.mark.usefixtures("everybody")
def test_letters_to_a_list(run, shop, refused, tmp_path):
    paper = tmp_path / "a.pdf"
    words = ("letters", shop, "--kind", "invitation", "--list", "all", "--event", "Neuleilta", "--out", paper)
    made = run(*words, "--json").json
    assert (made["letters"], [each["obstacle"] for each in made["problems"]]) == (1, ["not_permitted"])
    assert pages(paper) == 1
    run(*words)
    (letter,) = run("customer", shop, 1, "--json").json["letters"]
    assert letter["template"] == "invitation"
    assert "no list called" in refused("letters", shop, "--kind", "notice", "--list", "x", "--out", paper)


def test_letters_to_whoever_is_suggested(run, shop, refused, tmp_path):
    paper = tmp_path / "a.pdf"
    assert run("letters", shop, "--kind", "birthday", "--suggestions", "--out", paper).code == 0
    assert pages(paper) == 1
    assert "No letter of this kind" in refused(
        "letters", shop, "--kind", "apology", "--suggestions", "--out", paper
    )


@pytest.mark.usefixtures("everybody")
def test_labels_of_a_list(run, shop, refused, tmp_path):
    paper = tmp_path / "a.pdf"
    assert run("labels", shop, "--list", "All", "--sheet", "L7160", "--start", 21, "--out", paper).code == 0
    assert pages(paper) == 1
    assert "has labels 1 to 21" in refused("labels", shop, "--list", "All", "--start", 22, "--out", paper)
    assert "is the shop file" in refused("labels", shop, "--list", "All", "--out", shop)
