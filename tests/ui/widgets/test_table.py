import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.widgets.table import KEPT, LEAST, PAGE, Column, PagedModel, Table

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


def test_rows_come_in_pages_of_32(model, source):
    assert cell(model, 31) == "Name 32"
    assert cell(model, 0) == "Name 1"
    assert source.reads == [(1, 32)]
    assert cell(model, 32) == "Name 33"
    assert cell(model, 199_999) == "Name 200000"
    assert source.reads == [(1, 32), (33, 32), (199_969, 32)]


def test_pages_seen_longest_ago_are_forgotten(model, source):
    for page in range(KEPT):
        cell(model, page * PAGE)
    cell(model, 0)
    cell(model, KEPT * PAGE)
    source.reads.clear()
    cell(model, 0)
    assert source.reads == []
    cell(model, PAGE)
    assert source.reads == [(33, 32)]


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


def test_all_of_many_rows_are_chosen_at_no_cost(shown, model, monkeypatch, qtbot):
    table = shown(Table("Customers", model, several=True), 600, 400)
    asked = []
    count = PagedModel.rowCount
    monkeypatch.setattr(PagedModel, "rowCount", lambda self, *parent: asked.append(1) or count(self, *parent))
    with qtbot.waitSignal(table.chose):
        qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.grab()
    assert table.count_chosen == len(table.chosen) == 200_000
    assert len(asked) < 5_000


def test_chosen_rows_are_told_from_top_to_bottom(shown, model, qtbot):
    table = shown(Table("Customers", model, several=True), 600, 400)
    table.selectRow(4)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen == [5, 6]


def test_other_columns_show_the_same_rows(shown, model):
    table = shown(Table("Customers", model), 600, 400)
    model.set_columns(COLUMNS[:2])
    assert (table.horizontalHeader().count(), model.rowCount()) == (2, 200_000)


def test_ids_that_come_later_are_shown_when_they_come(source):
    model = PagedModel(COLUMNS, lambda *_: None, source.read, ("name", False))
    model.reload()
    assert model.rowCount() == 0
    model.show_ids([7])
    assert cell(model, 0) == "Name 7"


def test_a_table_too_narrow_for_its_columns_scrolls_sideways(shown, source):
    columns = [Column(str(at), f"Quite a long title {at}", stretch=at == 0) for at in range(9)]
    model = PagedModel(columns, source.find, lambda ids: [[str(i)] * 9 for i in ids], ("0", False))
    model.reload()
    table = shown(Table("Customers", model), 400, 400)
    assert table.horizontalHeader().sectionSize(0) >= LEAST
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(2400, 400)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_figure_sorts_by_that_column_and_turns_the_order(shown, model, source, qtbot):
    table = shown(Table("Customers", model), 600, 400)
    source.asked.clear()
    for key in "2239":
        qtbot.keyClicks(table, key)
    assert source.asked == [("spent", False), ("spent", True)]
