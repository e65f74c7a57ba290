import pytest

from cxdesk.documents.imports.articles import article, category, named
from cxdesk.domain.imports import ProductRow


def test_a_row(read):
    (row,) = read(
        "products",
        {
            "product_code": "TUL-10",
            "product_name": "Tulppaani",
            "variant": "Punainen",
            "barcode": "6412345678901",
            "category": "Kukat",
            "unit_price": "12,90 €",
            "cost": "6,005",
            "stock": "7,5",
        },
        written=dict.fromkeys(("unit_price", "cost", "stock"), ","),
    )
    assert row == ProductRow(
        line=2,
        article="TUL-10",
        code="TUL-10",
        name="Tulppaani Punainen",
        barcode="6412345678901",
        category="Kukat",
        price=1290,
        cost=601,
        stock=7.5,
    )


@pytest.mark.parametrize(
    ("cells", "key", "name"),
    [
        ({"product_name": "Ruusu", "unit_price": "1"}, "=ruusu", "Ruusu"),
        ({"product_code": "R-1", "unit_price": "1"}, "R-1", "R-1"),
        ({"product_name": "Öljy ", "variant": "n/a"}, "=oljy", "Öljy"),
    ],
)
def test_what_a_product_is_known_by_and_called(read, cells, key, name):
    (row,) = read("products", cells)
    assert (row.article, row.name) == (key, name)


def test_what_the_file_does_not_tell(read):
    (row,) = read("products", {"product_name": "Ruusu", "unit_price": "", "cost": "", "stock": ""})
    assert (row.price, row.cost, row.stock, row.barcode, row.category) == (None, None, None, "", "")


def test_minor_units_of_other_currencies(read):
    (row,) = read("products", {"product_name": "Ruusu", "unit_price": "250"}, decimals=0)
    assert row.price == 250


def test_a_row_without_code_and_name_is_refused(read):
    (refusal,) = read("products", {"product_name": "", "unit_price": "1", "barcode": "6412345678901"})
    assert (refusal.column, refusal.kept) == ("", False)
    assert str(refusal.reason) == "There is neither a code nor a name of a product in this row."


@pytest.mark.parametrize("field", ["unit_price", "cost", "stock"])
def test_what_is_no_number_refuses_the_row_and_names_the_column(read, field):
    (refusal,) = read("products", {"product_name": "Ruusu", field: "cheap"})
    assert (refusal.column, str(refusal.reason)) == (field, "“cheap” is not a number.")


@pytest.mark.parametrize(
    ("name", "variant", "whole"),
    [
        ("Ruusu", "", "Ruusu"),
        ("Ruusu", "Punainen", "Ruusu Punainen"),
        ("Ruusu", "Default Title", "Ruusu"),
        ("Ruusu", "REGULAR", "Ruusu"),
        ("Ruusu", "None", "Ruusu"),
        ("Ruusu", "-", "Ruusu"),
    ],
)
def test_names_with_variants(name, variant, whole):
    assert named(name, variant) == whole


def test_names_and_categories_that_are_none():
    assert (article(""), article("Öljy")) == ("", "=oljy")
    assert [category(text) for text in ("None", "n/a", "-", "Kukat")] == ["", "", "", "Kukat"]
