"""A file comes in through the real window, by the keyboard and by the mouse."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.language.language import Language
from cxdesk.ui.exchange.page import ExchangePage
from cxdesk.ui.exchange.view import Step
from cxdesk.ui.settings.page import SettingsPage
from cxdesk.ui.theme import theme

TILL = """InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1,A1,Yarn,2,2025-12-01 08:26:00,2.50,17850,Finland
1,A2,Hook,1,2025-12-01 08:26:00,4.00,17850,Finland
2,A1,Yarn,1,2025-12-02 09:00:00,2.50,13047,Norway
3,A1,Yarn,much,2025-12-03 09:00:00,2.50,13047,Norway
"""
PEOPLE = """Nimi;Puhelin;Syntymäaika;Markkinointilupa;Pisteet;Sukunimikirjain tai jokin hyvin pitkä sarakkeen nimi
Kaisa Virtanen;040 123 4567;03/04/1976;kyllä;1.234;V
Aada Mäkelä;050 765 4321;05/06/1980;ei;2.500;M
Olavi Niemi;0401112222;07/08/1990;;;N
"""


SIZES = ((2.0, 1366, 768), (1.0, 1280, 720), (1.0, 1366, 768))  # the ordinary run takes the first


@pytest.fixture
def till(tmp_path):
    path = tmp_path / "till.csv"
    path.write_text(TILL, encoding="utf-8")
    return path


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "asiakkaat.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


@pytest.fixture
def window(desk, shop, shown):
    made = []

    def open_window(code="en", width=1366, height=768):
        made.append(shop.window(desk, Language(code), "exchange", ExchangePage, ("duplicates", "help")))
        return shown(made[-1], width, height)

    yield open_window
    for each in made:
        each.close()
        assert each.errors == []


@pytest.fixture
def part(window, qtbot):
    """Opens a file in a window; gives the import."""

    def come_in(path, *window_is):
        shown = window(*window_is)
        shown.go("exchange", path)
        found = shown.page("exchange").importing
        qtbot.waitUntil(lambda: bool(found.presenter._draft))
        return found

    return come_in


@pytest.fixture
def on(qtbot):
    """Goes to a step of the import by its button."""

    def go(part, step):
        for next_step in range(part.presenter.step + 1, step + 1):
            qtbot.waitUntil(part.forward.isEnabled)
            part.forward.click()
            qtbot.waitUntil(lambda wanted=next_step: part.presenter.step == wanted, timeout=10_000)
        qtbot.waitUntil(part.forward.isEnabled)

    return go


def answer_all(part):
    for row in part.presenter.columns.rows():
        if row.ask:
            part.presenter.answer(row.ask.field, [next(iter(row.ask.ways))])


def test_a_file_comes_in_by_the_keyboard(window, desk, till, qtbot):
    shown = window()
    shown.go("exchange")
    part = shown.page("exchange").importing
    part.ask_file = lambda _parent: str(till)
    assert part.file.choose.hasFocus()
    QTest.keyClick(part.file.choose, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(part.presenter._draft))
    for step in (Step.COLUMNS, Step.PEOPLE, Step.CHECK, Step.DONE):
        qtbot.waitUntil(part.forward.isEnabled)
        part.forward.setFocus()
        QTest.keyClick(part.forward, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda step=step: part.presenter.step is step)
    assert part.note.label.text() == "New: 2 customers, 2 products and 2 purchases."
    assert part.check.refused_rows.texts()[0][0] == "5"
    assert len(desk.customers.ids()) == 2
    qtbot.waitUntil(part.forward.isEnabled)
    part.undo.click()
    qtbot.waitUntil(lambda: part.note.label.text() == "The import was taken back.")
    assert desk.customers.ids() == []


def test_a_dropped_file_is_looked_at(window, people, qtbot):
    shown = window()
    shown.go("exchange")
    part = shown.page("exchange").importing
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(people))])
    both = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *both)
    enter.ignore()
    QApplication.sendEvent(part, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(part, QDropEvent(QPointF(9, 9), *both))
    qtbot.waitUntil(part.file.found.isVisible)
    assert part.file.rows.texts()[0][0] == "Kaisa Virtanen"


def test_the_first_step_corrects_the_guess(part, people, qtbot, find):
    made = part(people)
    made.file.subjects.chip("purchases").click()
    qtbot.waitUntil(lambda: made.title == "Import purchases")
    choice = find(made, "pick-delimiter")
    choice.choose(",")
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: len(made.file.rows.texts()[0]) == 1)
    assert choice.value() == ","
    assert ";" in made.file.rows.texts()[0][0]  # one column, with what parts the columns in it


def test_columns_are_changed_in_place_and_a_question_is_answered(part, people, qtbot, on, find):
    made = part(people)
    on(made, Step.COLUMNS)
    line = made.columns.lines[1]
    line.choice.setFocus()
    line.choice.choose("contact")
    line.choice.activated.emit(line.choice.currentIndex())
    qtbot.waitUntil(lambda: made.presenter.columns.rows()[1].field == "contact")
    assert made.columns.lines[1] is line
    assert line.choice.hasFocus()
    made.forward.click()
    assert made.presenter.step is Step.COLUMNS
    assert find(made, "ask-birthday").chip("dmy").hasFocus()
    QTest.keyClick(find(made, "ask-birthday").chip("dmy"), Qt.Key.Key_Space)
    assert made.presenter.columns.answers == {"birthday": "dmy"}


def test_a_wide_file_names_what_is_left_out_until_it_is_wanted(part, tmp_path, on, find, qtbot):
    path = tmp_path / "wide.csv"
    others = [f"Other {number}" for number in range(20)]
    path.write_text(
        ",".join(["First Name", *others, "E-mail"]) + "\nKaisa" + ",x" * 20 + ",kaisa@example.fi\n",
        encoding="utf-8",
    )
    made = part(path)
    on(made, Step.COLUMNS)
    assert list(made.columns.lines) == [0, 21]
    find(made, "left-out-5").click()
    assert made.columns.lines[5].choice.hasFocus()
    qtbot.waitUntil(
        lambda: made.columns.lines[0].y() < made.columns.lines[5].y() < made.columns.lines[21].y()
    )
    made.columns.lines[5].choice.choose("town")
    made.columns.lines[5].choice.activated.emit(0)
    qtbot.waitUntil(lambda: made.presenter.columns.rows()[5].field == "town")
    assert made.columns.lines[5].choice.value() == "town"


def test_alt_left_goes_one_step_back(part, people, on):
    made = part(people)
    on(made, Step.COLUMNS)
    assert made.window().page("exchange").chips.isHidden()
    made.window().back()
    assert made.presenter.step is Step.FILE
    assert made.window().page("exchange").chips.isVisible()


def test_other_pages_leave_the_import_where_it_is(part, people, on):
    made = part(people)
    on(made, Step.COLUMNS)
    made.window().go("help")
    made.window().go("exchange")
    assert made.presenter.step is Step.COLUMNS


def test_the_comparison_is_shown_as_a_sheet(part, till, on, qtbot):
    made = part(till)
    on(made, Step.CHECK)
    made.check.sheet.click()
    qtbot.waitUntil(made.preview_.isVisible, timeout=30_000)
    assert made.preview_.sheet.pages >= 1
    made.preview_.closed.emit()
    assert made.check.sheet.hasFocus()


def test_the_halves_and_the_duplicates(window, find):
    shown = window()
    shown.go("exchange")
    page = shown.page("exchange")
    page.chips.chip("export").click()
    assert page.exporting.isVisible()
    assert page.head.title.text() == "Export"
    page.chips.chip("import").click()
    assert page.head.title.text() == "Import a file"
    find(page, "duplicates").click()
    assert shown.current == "duplicates"


def test_a_doubt_is_decided_by_a_radio(part, people, desk, on, find):
    points = (ContactPoint(ContactKind.PHONE, "040 123 4567"),)
    customer = desk.customers.save(Customer(0, "Kaisa", "Virtanen-Salo", contacts=points))
    made = part(people)
    on(made, Step.COLUMNS)
    answer_all(made)
    on(made, Step.PEOPLE)
    [person] = made.presenter.doubts.people()
    find(made, f"same-{person.key}-{customer}").click()
    assert made.presenter.doubts.decisions == {person.key: customer}
    made.people.overwrite.click()
    assert made.presenter.overwrite


def test_the_settings_lead_here(desk, shop, shown, find):
    window = shop.window(
        desk, Language("en"), "settings", lambda desk, shell: SettingsPage(desk, shell, print), ("exchange",)
    )
    shown(window, 1366, 768)
    window.go("settings", "data")
    find(window, "exchange").click()
    assert window.current == "exchange"
    window.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "code", ["fi", *(pytest.param(code, marks=pytest.mark.long) for code in ("en", "uz"))]
)
def test_walk(part, people, desk, shop, walk, on, code, times):
    shop.customer(desk, "Kaisa Virtanen-Salo", phone="040 123 4567")
    made = part(people, code, 1280, 720)
    window, found = made.window(), {}
    for step in (Step.FILE, Step.COLUMNS, Step.PEOPLE, Step.CHECK, Step.DONE):
        if step is Step.PEOPLE:
            answer_all(made)
        on(made, step)
        for scale, width, height in SIZES[: times(1, 3)]:
            theme().set_scale(scale)
            window.resize(width, height)
            if faults := walk(window.page("exchange")):
                found[step, scale, width] = faults
        theme().set_scale(1.0)
    assert found == {}
