from io import BytesIO

import pytest
from PySide6.QtGui import QColor

from cxdesk.ui.widgets.pdf import PdfPage


@pytest.fixture
def two_pages():
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(210, 297))
    for colour in ((1, 0, 0), (0, 0, 1)):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 0, 210, 297, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def middle(page):
    return page.grab().toImage().pixelColor(page.width() // 2, page.width() // 2)


def test_pages_are_shown_and_turned(shown, two_pages):
    page = shown(PdfPage("Letter"), 210, 297)
    assert page.pages == 0
    page.open(two_pages)
    assert page.pages == 2
    assert middle(page) == QColor("#ff0000")
    page.turn(1)
    assert middle(page) == QColor("#0000ff")
    page.turn(9)
    assert page.page == 1


def test_what_is_no_pdf_is_an_error(shown):
    from pypdfium2 import PdfiumError

    page = shown(PdfPage("Letter"))
    with pytest.raises(PdfiumError):
        page.open(b"no pdf")


def test_a_sheet_keeps_its_form():
    page = PdfPage("Letter")
    assert page.heightForWidth(210) == 297
