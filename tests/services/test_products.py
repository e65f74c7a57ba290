"""Products: found by name, code and barcode; codes belong to one product."""

from dataclasses import replace

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product


def test_found_by_any_part_of_name_and_by_scanner(desk):
    wool = desk.products.save(Product(0, "Merinovilla 50 g", "M50", barcode="6400000000017"))
    desk.products.save(Product(0, "Pellava", "P"))
    assert [p.id for p in desk.products.search("VILLA 50")] == [wool]
    assert desk.products.scanned(" 6400000000017 ").id == desk.products.scanned("M50").id == wool
    assert desk.products.scanned("") is None
    assert [p.id for p in desk.products.search("villa " * 5000)] == [wool]
    assert desk.products.search("%") == desk.products.search("_") == []


def test_a_code_belongs_to_one_product(desk):
    wool = desk.products.save(Product(0, "Wool", "W"))
    with pytest.raises(UserError, match="W belongs to Wool"):
        desk.products.save(Product(0, "Other", " W "))
    desk.products.save(replace(desk.products.get(wool), price=100))
    desk.products.save(Product(0, "One"))
    desk.products.save(Product(0, "Two"))


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " \x00 "},
        {"name": "x" * 201},
        {"code": "x" * 201},
        {"barcode": "x" * 201},
        {"price": -1},
        {"cost": -1},
        {"price": 2**63},
        {"cost": 2**63},
        {"stock": float("nan")},
        {"stock": float("-inf")},
        {"id": 77},
    ],
)
def test_what_cannot_be_right(desk, rows, fields):
    before = rows()
    with pytest.raises(UserError):
        desk.products.save(replace(Product(0, "Wool"), **fields))
    assert rows() == before


def test_markup_and_letters_of_any_script_are_kept_as_they_are(desk):
    name = "<b>Villa & Co</b> 🧶 Шерсть"
    assert desk.products.get(desk.products.save(Product(0, name))).name == name
