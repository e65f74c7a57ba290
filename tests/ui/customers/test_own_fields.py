"""The shop's own fields in the customer form."""

import pytest

from cxdesk.domain.fields import Field, FieldKind
from cxdesk.language.language import Language
from cxdesk.ui.customers.own_fields import OwnFieldsCard

SHOE, MEMBER = Field(1, "Kengännumero", FieldKind.NUMBER), Field(2, "Jäsen", FieldKind.YES_NO)
YARN = Field(3, "Lanka", FieldKind.CHOICE, ("villa", "pellava"))


@pytest.fixture
def card(shown):
    return shown(OwnFieldsCard(Language("fi")))


def test_values_are_shown_as_the_language_writes_them_and_read_again(card, find):
    card.show_fields([SHOE, MEMBER, YARN], {1: "38.5", 2: "yes", 3: "silkki"})
    assert find(card, "field-1").text() == "38,5"
    assert find(card, "field-3").value() == "silkki"  # offered no more, kept until it is changed
    assert card.read() == {1: "38.5", 2: "yes", 3: "silkki"}
    find(card, "field-2").choose("")
    assert card.read() == {1: "38.5", 2: "", 3: "silkki"}


def test_a_wrong_value_stands_at_its_field(card, find):
    card.show_fields([SHOE], {})
    find(card, "field-1").setText("iso")
    assert card.read() is None
    assert "iso ei ole luku" in find(card, "field-1").accessibleDescription()


def test_a_shop_without_own_fields_sees_none(card):
    card.show_fields([], {})
    assert card.isHidden()
    assert card.read() == {}
