"""The page of letters in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.stationery import Order
from cxdesk.language.language import Language
from cxdesk.ui import finder
from cxdesk.ui.letters.page import LettersPage
from cxdesk.ui.theme import theme
from tests.documents.signed import signed


@pytest.fixture
def codes(desk, shop, tmp_path):
    """The codes of two birthday letters, Kaisa's and then Olli's."""
    people = [shop.customer(desk, name, birthday=shop.birthday_in(1)) for name in ("Kaisa Virtanen", "Olli")]
    found = [desk.appreciation.next_for(each) for each in people]
    return [desk.letters.write(each, tmp_path / "a.pdf").letter.code for each in found]


@pytest.fixture
def open_page(desk, shop, shown):
    made = []

    def open_one(code="en", size=(1366, 768), what=None):
        window = shop.window(desk, Language(code, currency="EUR"), "letters", LettersPage)
        made.append(window)
        shown(window, *size)
        window.go("letters", what)
        return window, window.page("letters")

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


def test_a_code_brings_its_letter_and_a_key_marks_it(open_page, find, desk, codes):
    window, page = open_page()
    page.tabs.chip("sent").click()
    QTest.keyClicks(page.list.code, codes[0].lower())
    QTest.keyClick(page.list.code, Qt.Key.Key_Return)
    row = QApplication.focusWidget()
    assert row is page.list.rows.rows[0]
    assert row.item.title.startswith("Kaisa Virtanen")
    QTest.keyClick(row, Qt.Key.Key_R)
    assert desk.papers.find(codes[0]).paper.redeemed
    assert page.list.rows.rows[0].item.badge == "Redeemed"
    find(window, "toast-undo").click()
    assert desk.papers.find(codes[0]).paper.redeemed is None


def test_a_code_of_nobody_is_said(open_page, codes):
    _, page = open_page()
    page.tabs.chip("sent").click()
    QTest.keyClicks(page.list.code, "ZZ-ZZZZ")
    QTest.keyClick(page.list.code, Qt.Key.Key_Return)
    assert page.list.missing.isVisible()
    assert len(page.list.rows.rows) == len(codes)


def test_the_field_on_top_finds_a_paper_by_its_code(open_page, desk, codes):
    window, page = open_page()
    (found,) = finder.find(codes[0], desk, window, ())
    assert found.title == "Birthday letter · Kaisa Virtanen"
    found.pick()
    assert page.list.rows.rows[0].item.title.startswith("Kaisa Virtanen")


def test_nothing_went_out_yet(open_page):
    _, page = open_page()
    assert page.list.rows.rows == []


def test_typing_draws_the_sheet_and_a_chip_inserts_its_field(open_page, find, qtbot):
    _, page = open_page()
    writing = page.writing
    qtbot.waitUntil(lambda: writing.sheet.pages == 1)
    find(page, "insert-field").click()
    writing.wording.text.setPlainText("")
    find(page, "field-customer.first_name").click()
    assert writing.wording.text.toPlainText() == "{{ customer.first_name }}"
    writing.wording.text.setPlainText("{{ wrong }}")
    qtbot.waitUntil(writing.wording.mistake.isVisible)


def test_only_what_a_kind_has_room_for_is_asked(open_page):
    _, page = open_page()
    writing = page.writing
    assert not writing.particulars.isVisible()
    writing.kinds.chip("warranty_ends").click()
    assert writing.particulars.rows["until"].isVisible()
    assert not writing.particulars.rows["place"].isVisible()
    writing.particulars.fields["until"].setText("31.2.2026")
    assert writing.particulars.rows["until"].error
    writing.particulars.fields["until"].setText("24.12.2026")
    assert writing.presenter.mailing.until.day == 24


def test_the_coupon_asks_for_what_its_kind_needs(open_page):
    _, page = open_page()
    offer = page.writing.offer
    assert not offer.rows[offer.days].isVisible()
    offer.kind.chip("percent").click()
    assert offer.mistake.isVisible(), "how much is not said yet"
    offer.worth.setText("15")
    offer.worth.textEdited.emit("15")
    assert not offer.mistake.isVisible()
    assert page.writing.presenter.mailing.offer.percent == 15
    offer.kind.chip("product").click()
    assert not offer.rows[offer.worth].isVisible()
    assert offer.product.isVisible()
    offer.kind.chip("none").click()
    assert page.writing.presenter.mailing.offer is None


def test_each_paper_remembers_how_the_printer_is_off(open_page):
    window, page = open_page()
    paper = page.writing.recipients.paper
    assert not paper.right.isVisible()
    for kind, typed in (("L7160", "1,5"), ("C5", ""), ("L7160", None)):
        paper.kind.choose(kind)
        paper.kind.activated.emit(paper.kind.currentIndex())
        if typed:
            paper.right.setText(typed)
            paper.right.textEdited.emit(typed)
    assert window.memory.recall("offset/L7160").split() == ["1,5"]
    assert page.writing.presenter.order == Order("L7160", 1, (1.5, 0.0))
    paper.start.setText("x")
    paper.start.textEdited.emit("x")
    assert page.writing.presenter.order.start == 1


def test_a_signature_is_chosen_and_taken_back(open_page, find, desk, qtbot, tmp_path):
    window, page = open_page(what="settle")
    card = page.settling.part.signature
    card.ask_file = lambda _: str(signed(tmp_path / "a.png"))
    card.choose.click()
    qtbot.waitUntil(card.inked.isVisible)
    assert desk.signatures.png()
    find(window, "toast-undo").click()
    assert not card.inked.isVisible()
    (tmp_path / "b.png").write_text("text")
    card.ask_file = lambda _: str(tmp_path / "b.png")
    card.choose.click()
    assert card.mistake.label.text().startswith("This is no picture")


def test_the_address_is_moved_into_the_window_and_cards_are_made_to_answer_on(open_page, desk, qtbot):
    _, page = open_page(what="settle")
    card = page.settling.part.window_
    for name, typed in (
        ("window_right", "2,5"),
        ("window_down", "x"),
        ("window_down", "-31"),
        ("window_down", "-1"),
    ):
        card.fields[name].setText(typed)
        card.fields[name].editingFinished.emit()
        assert bool(card.rows[name].error) is (typed in {"x", "-31"}), typed
    shop = desk.settings.shop()
    assert (shop.window_right, shop.window_down) == (25, -10)
    page.settling.part.answers.codes.chip("uz").click()
    page.settling.part.answers.print.click()
    qtbot.waitUntil(page.preview.isVisible)


@pytest.mark.parametrize("tab", ["write", "sent", "settle"])
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.0, 1366), (2.0, 1366)])
@pytest.mark.usefixtures("codes")
def test_walk(open_page, walk, find, code, scale, width, tab):
    theme().set_scale(scale)
    window, page = open_page(code, (width, 720))
    page.tabs.chip(tab).click()
    page.writing.kinds.chip("invitation").click()
    find(page, "insert-field").click()
    assert walk(window) == []
