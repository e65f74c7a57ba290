import pytest

from cxdesk.domain.profiles import FIELDS, parse, recognise
from cxdesk.domain.purchase import PurchaseKind

CONTENT = {
    "name": "Till",
    "needs": ["receipt", "quantity"],
    "columns": {
        "receipt": ["Receipt no.", "Kuitti"],
        "quantity": ["Quantity", "Määrä"],
        "unit_price": ["Price"],
        "moment": ["Date"],
        "product_code": ["Code"],
    },
    "written": {"quantity": ","},
    "drop": {"receipt": "^#"},
    "goods": {"product_code": "^[0-9]"},
    "kinds": [
        {"kind": "refund", "quantity": "^-"},
        {"kind": "cancelled", "receipt": "x$", "unit_price": "^0$"},
    ],
}
TILL = parse(CONTENT)


def values(**given):
    return [given.get(field, "") for field in FIELDS]


@pytest.mark.parametrize(
    "header",
    [
        ["Receipt no.", "Quantity"],
        ["Price", "quantity", "RECEIPT_NO"],
        ["Kuitti", "Määrä"],
        ["\u00a0Kuitti ", "MÄÄRÄ:", "something else"],
    ],
)
def test_columns_are_known_by_name_in_any_order(header):
    assert recognise(header, [TILL]) is TILL


@pytest.mark.parametrize("header", [[], ["Receipt"], ["Receipt no.", "Price"], ["Quantity", "Quantity"]])
def test_a_file_without_the_needed_columns_is_not_recognised(header):
    assert recognise(header, [TILL]) is None


def test_the_profile_that_explains_more_columns_wins():
    other = parse(CONTENT | {"name": "Other", "columns": {**CONTENT["columns"], "country": ["Country"]}})
    header = ["Receipt no.", "Quantity", "Country"]
    assert recognise(header, [TILL, other]) is other
    assert recognise(header, [other, TILL]) is other
    assert recognise(header[:2], [TILL, other]) is TILL


def test_columns():
    assert TILL.columns(["x", "Date", "Kuitti", "Receipt no."]) == {"moment": 1, "receipt": 2}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (values(receipt="1", quantity="2"), PurchaseKind.SALE),
        (values(receipt="1", quantity="-2"), PurchaseKind.REFUND),
        (values(receipt="1x", quantity="2", unit_price="0"), PurchaseKind.CANCELLED),
        (values(receipt="1x", quantity="2", unit_price="5"), PurchaseKind.SALE),
        (values(receipt="1x", quantity="-2", unit_price="0"), PurchaseKind.REFUND),
    ],
)
def test_the_first_rule_that_holds_names_the_kind(line, kind):
    assert TILL.kind(line) is kind


@pytest.mark.parametrize("part", ["columns", "written", "drop", "goods"])
def test_a_field_that_does_not_exist(part):
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {part: {**CONTENT[part], "colour": "x"}})


def test_rules_about_fields_or_kinds_that_do_not_exist():
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {"kinds": [{"kind": "sale", "colour": "x"}]})
    with pytest.raises(ValueError, match="gift"):
        parse(CONTENT | {"kinds": [{"kind": "gift", "receipt": "x"}]})
