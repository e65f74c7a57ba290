import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.widgets.table import KEPT, PAGE, Column, PagedModel, Table

COLUMNS = (
    Column("name", "Name", stretch=True),
    Column("spent", "Spent", right=True),
    Column("note", "Note", sortable=False),
)


class Source:
    def __init__(self, count):
        self.count, self.reads, self.asked = count, [], []

    def find(self, key, descending):
        self.asked.append((key, descending))
        return range(self.count, 0, -1) if descending else range(1, self.count + 1)

    def read(self, ids):
        self.reads.append((ids[0], len(ids)))
        return [(f"Name {number}", f"{number},00 €", "") for number in ids]


@pytest.fixture
def source():
    return Source(200_000)


@pytest.fixture
def model(source):
    model = PagedModel(COLUMNS, source.find, source.read, ("name", False))
    model.reload()
    return model


def cell(model, row, column=0):
    return model.data(model.index(row, column))


def test_a_long_list_reads_only_what_is_seen(shown, model, source):
    shown(Table("Customers", model), 600, 400)
    assert model.rowCount() == 200_000
    assert 1 <= len(source.reads) <= 2
    assert all(length <= PAGE for _, length in source.reads)


def test_rows_come_in_pages_of_128(model, source):
    assert cell(model, 127) == "Name 128"
    assert cell(model, 0) == "Name 1"
    assert source.reads == [(1, 128)]
    assert cell(model, 128) == "Name 129"
    assert cell(model, 199_999) == "Name 200000"
    assert source.reads == [(1, 128), (129, 128), (199_937, 64)]


def test_pages_seen_longest_ago_are_forgotten(model, source):
    for page in range(KEPT):
        cell(model, page * PAGE)
    cell(model, 0)
    cell(model, KEPT * PAGE)
    source.reads.clear()
    cell(model, 0)
    assert source.reads == []
    cell(model, PAGE)
    assert source.reads == [(129, 128)]


def test_a_click_on_a_heading_asks_for_another_order(shown, model, source, qtbot):
    table = shown(Table("Customers", model), 600, 400)
    header = table.horizontalHeader()

    def click(section):
        from PySide6.QtCore import QPoint

        place = QPoint(header.sectionViewportPosition(section) + 10, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1)
    click(1)
    click(2)
    assert source.asked == [("name", False), ("spent", False), ("spent", True)]
    assert cell(model, 0) == "Name 200000"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Spent ▼"


def test_enter_opens_the_row(shown, model, qtbot):
    table = shown(Table("Customers", model), 600, 400)
    table.selectRow(4)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [5]


def test_an_empty_table_is_fine(shown, walk):
    source = Source(0)
    model = PagedModel(COLUMNS, source.find, source.read, ("name", False))
    model.reload()
    assert walk(shown(Table("Customers", model))) == []
    assert source.reads == []
