"""The preview of a PDF: turning, printing a range, saving, and what can go wrong."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.ui import printing
from cxdesk.ui.preview import Preview


@pytest.fixture
def three_pages(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "three.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in (1, 2, 3):
        canvas.drawString(100, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return path


def on_paper(target, first=0, last=0):
    def choose(_parent, _pages):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        if first:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(first, last)
        return printer

    return choose


def pages(path):
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as document:
        return [tuple(round(side) for side in page.get_size()) for page in document]


@pytest.fixture
def preview(language, shown, three_pages, tmp_path):
    made = Preview(
        language, on_paper(tmp_path / "paper.pdf"), lambda _parent, _name: str(tmp_path / "kept.pdf")
    )
    shown(made, 800, 700)
    made.open(three_pages, "Letters")
    return made


def test_page_keys_turn(preview, qtbot, find):
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview._place.text() == "2 of 3"
    find(preview, "next-page").click()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview._place.text() == "3 of 3"


def test_printing_puts_every_page_on_a4(preview, qtbot, tmp_path):
    with qtbot.waitSignal(preview.printed):
        qtbot.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert pages(tmp_path / "paper.pdf") == [(595, 842)] * 3


def test_a_range_prints_only_that(language, shown, three_pages, tmp_path):
    preview = shown(Preview(language, on_paper(tmp_path / "paper.pdf", 2, 3)))
    preview.open(three_pages, "Letters")
    preview.print_button.click()
    assert len(pages(tmp_path / "paper.pdf")) == 2


def test_who_thinks_better_of_it_prints_nothing(language, shown, three_pages):
    preview, printed = shown(Preview(language, lambda _parent, _pages: None)), []
    preview.printed.connect(lambda: printed.append(1))
    preview.open(three_pages, "Letters")
    preview.print_button.click()
    assert printed == []


def test_saving_copies_the_file(preview, three_pages, tmp_path, find):
    find(preview, "save-pdf").click()
    assert (tmp_path / "kept.pdf").read_bytes() == three_pages.read_bytes()
    assert preview.note.isVisible()


def test_a_folder_that_is_not_there_is_told_at_the_place(language, shown, three_pages, tmp_path, find):
    preview = shown(Preview(language, choose_file=lambda _parent, _name: str(tmp_path / "none" / "kept.pdf")))
    preview.open(three_pages, "Letters")
    find(preview, "save-pdf").click()
    assert preview.note.label.text() == "kept.pdf could not be saved: No such file or directory"


def test_a_file_that_has_gone_is_the_worlds_fault(preview, tmp_path):
    with pytest.raises(UserError, match=r"gone\.pdf could not be read"):
        preview.open(tmp_path / "gone.pdf", "")


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints")  # Qt says it as well
def test_a_printer_that_does_not_start_is_told(language, shown, three_pages, tmp_path, qtbot):
    preview = shown(Preview(language, on_paper(tmp_path / "none" / "paper.pdf")))
    preview.open(three_pages, "Letters")
    with qtbot.assertNotEmitted(preview.printed):
        preview.print_button.click()
    assert preview.note.label.text().startswith("Nothing was printed.")


def test_leaving_the_systems_print_dialog_gives_no_printer(shown):
    parent = shown(QWidget())
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert printing.ask(parent, 2) is None


def test_what_is_seen_is_printed_and_saved_even_when_the_file_is_gone(
    preview, qtbot, find, three_pages, tmp_path
):
    three_pages.unlink()
    with qtbot.waitSignal(preview.printed):
        find(preview, "print").click()
    find(preview, "save-pdf").click()

    assert pages(tmp_path / "paper.pdf") == pages(tmp_path / "kept.pdf") == [(595, 842)] * 3


def test_a_pdf_never_takes_the_place_of_another_kind_of_file(language, shown, three_pages, find, tmp_path):
    shop = tmp_path / "shop.cxdesk"
    shop.write_bytes(b"everything")
    preview = shown(Preview(language, on_paper(tmp_path / "paper.pdf"), lambda _parent, _name: str(shop)))
    preview.open(three_pages, "Letters")
    find(preview, "save-pdf").click()

    assert shop.read_bytes() == b"everything"
    assert pages(tmp_path / "shop.cxdesk.pdf") == [(595, 842)] * 3
