"""What somebody writes into the small form of a line."""

from datetime import date
from decimal import Decimal

import pytest

from cxdesk.domain.discount import Discount
from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import PurchaseLine
from cxdesk.domain.returns import Returnable
from cxdesk.language.language import Language
from cxdesk.ui.counter.basket import BasketLine
from cxdesk.ui.counter.line_entry import LineTexts, filled, texts

CLOTH = BasketLine("Cloth", 2, 125_000, 1)
SOLD = PurchaseLine("Cloth", 3, 1000, 2700, 1, discount=300, id=5)


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_what_stands_there_is_read_back_as_it_was(code):
    line = BasketLine("Cloth", 0.35, 125_050, 1, Discount(percent=Decimal("12.5")), date(2028, 11, 21))
    language = Language(code)
    assert filled(line, texts(line, language), "EUR") == line


def test_amounts_are_taken_off_the_line_and_per_cents_grow_with_it():
    line = filled(CLOTH, LineTexts("3", "10,00", "2,50"), "EUR")
    assert line.line.amount == 3000 - 250
    assert line.of(1).line.amount == 1000 - 250
    line = filled(CLOTH, LineTexts("3", "10.00", "10 %"), "EUR")
    assert (line.line.amount, line.line.discount) == (2700, 300)
    assert line.of(1).line.amount == 900
    assert filled(CLOTH, LineTexts("1", "5", "9"), "EUR").line.amount == 0


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (LineTexts("0", "5"), "quantity"),
        (LineTexts("many", "5"), "quantity"),
        (LineTexts("1", "-5"), "negative"),
        (LineTexts("1", "cheap"), "amount"),
        (LineTexts("1", "5", "101 %"), "discount"),
        (LineTexts("1", "5", "half %"), "discount"),
        (LineTexts("1", "5", warranty="31.2.2027"), "no day"),
    ],
)
def test_what_is_no_figure_is_said(said, message):
    with pytest.raises(UserError, match=message):
        filled(CLOTH, said, "EUR")


def test_of_a_sale_that_comes_back_only_how_much_and_why():
    line = BasketLine("Cloth", 1, 1000, 1, returned=True, old=Returnable(SOLD, date(2026, 11, 7)))
    back = filled(line, LineTexts("7", "1", "50 %", reason=" Faulty "), "EUR")
    assert (back.line.quantity, back.line.amount, back.line.reason) == (-3, -2700, "Faulty")


def test_returned_without_a_receipt():
    line = BasketLine("Cloth", 1, 1000, 1, returned=True)
    back = filled(line, LineTexts("2", "8", "10 %"), "EUR").line
    assert (back.quantity, back.amount, back.discount, back.returns) == (-2, -1440, 160, None)
