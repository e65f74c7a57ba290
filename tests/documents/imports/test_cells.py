from decimal import Decimal

import pytest

from cxdesk.documents.imports.cells import Cells, read
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError, Refusal
from cxdesk.domain.profiles import parse

HEADER = ["Name", "Phone", "Mobile", "Total", "Since"]
PROFILE = parse(
    {
        "name": "List",
        "subject": "customers",
        "columns": {"name": ["Name"], "phone": ["Phone", "Mobile"], "spent": ["Total"], "since": ["Since"]},
        "drop": {"name": "^Dr "},
        "required": ["name"],
    }
)


@pytest.fixture
def cells():
    return Cells(PROFILE, HEADER, {"spent": ",", "since": "dmy"})


def row(**given):
    return [given.get(name, "") for name in HEADER]


def test_values_of_all_columns_of_a_field_that_are_not_empty(cells):
    assert cells.values(row(Phone=" 1 ", Mobile="2"), "phone") == ["1", "2"]
    assert cells.values(row(Phone=" "), "phone") == []
    assert cells.values(row(), "email") == []


def test_what_the_profile_takes_away_from_a_value(cells):
    assert cells.text(row(Name="Dr Aino  Laine"), "name") == "Aino Laine"


def test_texts_are_joined_in_one_line_or_below_one_another(cells):
    two = row(Phone="1\n2", Mobile="3")
    assert (cells.text(two, "phone"), cells.lines(two, "phone")) == ("1 2 3", "1\n2\n3")


def test_texts_are_made_fit_to_be_kept(cells):
    assert cells.tidy("phone", "a\x00b\u202e  c ") == "ab c"
    assert cells.tidy("phone", "Pa\u0308ivi") == "Päivi"
    with pytest.raises(CellError, match="has 201 characters; at most 200 fit"):
        cells.tidy("phone", "x" * 201)
    assert len(cells.tidy("phone", "x" * 300, 300)) == 300


def test_what_is_required_must_not_be_empty(cells):
    with pytest.raises(CellError, match="The cell is empty") as told:
        cells.text(row(), "name")
    assert told.value.field == "name"
    assert cells.text(row(), "phone") == ""


@pytest.mark.parametrize(
    ("text", "amount", "exact"),
    [
        ("1 234,505", 123451, 1234.505),
        ("-0,005", -1, -0.005),
        ("0", 0, 0.0),
        ("", None, None),
        (" 7 ", 700, 7.0),
    ],
)
def test_numbers(cells, text, amount, exact):
    assert cells.amount(row(Total=text), "spent") == amount
    assert cells.exact(row(Total=text), "spent") == exact


def test_minor_units_of_other_currencies():
    assert Cells(PROFILE, HEADER, {"spent": ","}, 0).amount(row(Total="1 234,50"), "spent") == 1235


def test_without_knowledge_numbers_have_points_and_dates_begin_with_the_year():
    plain = Cells(PROFILE, HEADER, {})
    assert plain.number("spent", "1.5") == Decimal("1.5")
    assert plain.moment("since", "2026-03-07")[0].isoformat() == "2026-03-07"


@pytest.mark.parametrize("text", ["x", "1.5", "10000000000"])
def test_what_cannot_be_read_is_told_of_its_field(cells, text):
    with pytest.raises(CellError) as told:
        cells.number("spent", text)
    assert told.value.field == "spent"


def test_what_is_optional_stays_out_and_is_told(cells):
    assert cells.optional(lambda: cells.moment("since", "30.2.2026")) is None
    assert cells.optional(lambda: cells.moment("since", "1.2.2026"))[0].isoformat() == "2026-02-01"
    assert [(each.field, str(each)) for each in cells.left_out] == [
        ("since", "“30.2.2026” is not a date that exists.")
    ]


class Echo:
    """Gives the name of each row; notes what happens as its cells say."""

    def __init__(self, cells):
        self.cells = cells

    def rows_of(self, _line, cells):
        self.cells.optional(lambda: self.cells.amount(cells, "spent"))
        if cells[1] == "odd":
            raise UserError("The row is odd.")
        if cells[1]:
            raise CellError("phone", UserError("No phones."))
        yield self.cells.text(cells, "name")


def told(cells, *rows):
    found = list(read(Echo(cells), enumerate(rows, 5)))
    return [(x.line, x.column, str(x.reason), x.kept) if isinstance(x, Refusal) else x for x in found]


def test_every_row_is_read_or_refused_with_line_column_and_reason(cells):
    rows = [row(Name="a"), row(Name="b", Phone="1"), row(), row(Name="c", Phone="odd"), row(Name="d")]
    assert told(cells, *rows) == [
        "a",
        (6, "Phone", "No phones.", False),
        (7, "Name", "The cell is empty.", False),
        (8, "", "The row is odd.", False),
        "d",
    ]


def test_a_value_that_stays_out_is_told_behind_its_row_and_not_of_a_refused_one(cells):
    rows = [row(Name="a", Total="x"), row(Name="b", Phone="1", Total="y"), row(Name="c")]
    assert told(cells, *rows) == [
        "a",
        (5, "Total", "“x” is not a number.", True),
        (6, "Phone", "No phones.", False),
        "c",
    ]


def test_rows_with_too_many_cells_are_refused(cells):
    assert told(cells, [*row(Name="a"), "x"], row(Name="b")) == [
        (5, "", "6 cells, but only 5 columns.", False),
        "b",
    ]


def test_a_refusal_keeps_the_cells(cells):
    (refusal,) = read(Echo(cells), [(9, row(Name="b", Phone="1"))])
    assert refusal.cells == ("b", "1", "", "", "")


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "1.1.1899"])
def test_a_day_too_far_away_to_be_right(cells, text):
    with pytest.raises(CellError, match="too far away"):
        cells.moment("since", text)
