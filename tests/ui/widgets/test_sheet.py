import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.sheet import Sheet

HEADER = ["Line", "Name", "Why"]
ROWS = [["2", "Kaisa", "a\nb"], ["3", "Aada"]]


@pytest.fixture
def sheet(shown):
    made = shown(Sheet("Rows", most=4, id="rows"), 500, 300)
    made.show_rows(HEADER, ROWS, {0})
    return made


def text(sheet, row, column, role=Qt.ItemDataRole.DisplayRole):
    return sheet.model().index(row, column).data(role)


def test_it_shows_rows_and_fills_short_ones(sheet):
    assert [text(sheet, 0, column) for column in range(3)] == ["2", "Kaisa", "a b"]
    assert text(sheet, 1, 2) == ""
    assert sheet.texts() == ROWS
    assert text(sheet, 0, 0, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert text(sheet, 0, 1, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert sheet.model().headerData(1, Qt.Orientation.Horizontal) == "Name"


def test_it_is_as_high_as_its_rows_up_to_a_limit(sheet):
    few = sheet.sizeHint().height()
    sheet.show_rows(HEADER, ROWS * 2)
    four = sheet.sizeHint().height()
    sheet.show_rows(HEADER, ROWS * 20)
    assert four - few == 2 * theme().px(36)
    assert sheet.sizeHint().height() == four
    assert sheet.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_long_cell_is_whole_in_its_tooltip(sheet):
    assert text(sheet, 0, 1, Qt.ItemDataRole.ToolTipRole) == "<span>Kaisa</span>"


def test_long_columns_get_the_room_that_others_leave(sheet):
    """In 500 px, two narrow columns leave more than 300 to the long one; two long ones get 300 each and scroll."""
    words = "words " * 30
    sheet.show_rows(HEADER, [["2", words, "a"]])
    narrow = sheet.columnWidth(0) + sheet.columnWidth(2)
    assert sheet.columnWidth(1) > 300
    assert sheet.columnWidth(1) + narrow == sheet.viewport().width()

    sheet.show_rows(HEADER, [["2", words, words]])
    assert [sheet.columnWidth(1), sheet.columnWidth(2)] == [300, 300]
    assert sheet.horizontalHeader().length() > sheet.viewport().width()
