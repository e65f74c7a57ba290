"""Printing our own PDFs on paper, through the system's print dialog."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from cxdesk.ui.widgets.pdf import opened, page_image

FINEST = 300  # dpi; text of 8 pt is sharp, and a page stays under 35 MB while it is drawn


def ask(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer that a person chooses for so many pages of A4; None when they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_pdf(data: bytes, printer: QPrinter) -> int:
    """Draw the PDF's pages, or the range chosen in the dialog, on `printer`; gives how many, 0 when it fails."""
    printer.setResolution(min(FINEST, printer.resolution()))
    printer.setFullPage(True)
    _take_paper(data, printer)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    with opened(data) as document:
        chosen = _range(printer, len(document))
        for number, index in enumerate(chosen):
            if number:
                printer.newPage()
            sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(sheet, page_image(document, index, round(sheet.width())))
    painter.end()
    return len(chosen)


def _take_paper(data: bytes, printer: QPrinter) -> None:
    """Ask the printer for the paper that the PDF is made for, when that is not A4."""
    with opened(data) as document:
        size = QSizeF(*document[0].get_size())
    if QPageSize.id(size, QPageSize.Unit.Point) != QPageSize.PageSizeId.A4:
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))


def _range(printer: QPrinter, pages: int) -> range:
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return range(pages)
    return range(printer.fromPage() - 1, min(printer.toPage(), pages))
