"""Values of the shop's own fields, typed and said."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind, fits
from cxdesk.language import fields
from cxdesk.language.language import Language

FINNISH = Language("fi")


@pytest.mark.parametrize(
    ("kind", "text", "kept", "said"),
    [
        (FieldKind.NUMBER, "1,50", "1.5", "1,5"),
        (FieldKind.NUMBER, "1 000", "1000", "1\xa0000"),
        (FieldKind.DATE, "3.12.2026", "2026-12-03", "3.12.2026"),
        (FieldKind.TEXT, "  38 ", "38", "38"),
        (FieldKind.YES_NO, "yes", "yes", "Kyllä"),
    ],
)
def test_what_is_typed_is_kept_and_said_again(kind, text, kept, said):
    field = Field(1, "Kenttä", kind)
    assert fields.read(field, text) == kept
    assert fits(field, kept)
    assert fields.said(FINNISH, field, kept) == said


def test_nothing_is_nothing():
    assert {fields.read(Field(1, "x", kind), "  ") for kind in FieldKind} == {""}


@pytest.mark.parametrize(("kind", "text"), [(FieldKind.NUMBER, "monta"), (FieldKind.DATE, "3.12.")])
def test_what_does_not_fit_is_told(kind, text):
    with pytest.raises(UserError, match="Write"):
        fields.read(Field(1, "x", kind), text)


def test_what_may_be_chosen():
    assert fields.options(FINNISH, Field(1, "x", FieldKind.CHOICE, ("villa", "pellava"))) == {
        "villa": "villa",
        "pellava": "pellava",
    }
    assert fields.options(FINNISH, Field(1, "x")) == {}
