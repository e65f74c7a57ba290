"""A page of a PDF as it will come out of the printer."""

from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.painting import begin, box

A4 = 297 / 210


def opened(data: bytes) -> Any:
    """The pypdfium2 document of a PDF, to be used in a `with` that closes it.

    Raises:
        pypdfium2.PdfiumError: these bytes are no PDF.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loads its library only when a page is shown

    return PdfDocument(data)


def page_image(document: Any, index: int, width: int) -> QImage:
    """Page `index` of a pypdfium2 document, `width` device px wide."""
    page = document[index]
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    kind = QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
    return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind).copy()


class PdfPage(QWidget):
    """Shows one page of a PDF, as wide as the widget and in the form of the first; `open` takes the file's bytes."""

    def __init__(self, name: str, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self._data, self._pages, self._form = b"", 0, A4
        self._index, self._image = 0, QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        named(self, name, id)

    def open(self, data: bytes) -> None:
        """Show the first page of a PDF.

        Raises:
            pypdfium2.PdfiumError: these bytes are no PDF.
        """
        with opened(data) as document:
            self._data, self._pages = data, len(document)
            self._form = document[0].get_height() / document[0].get_width()
        self.updateGeometry()
        self.turn(0)

    @property
    def pages(self) -> int:
        """Number of pages, 0 before a PDF is open."""
        return self._pages

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._index

    def turn(self, page: int) -> None:
        """Show another page, counted from 0; outside the PDF it stays at its end."""
        self._index = max(0, min(page, self.pages - 1))
        self._image = QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """A sheet of A4."""
        return QSize(theme().px(320), self.heightForWidth(theme().px(320)))

    def hasHeightForWidth(self) -> bool:
        """It keeps the sheet's form."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The sheet's height in px."""
        return round(width * self._form)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the sheet; its picture is made again when the width changes."""
        painter = begin(self)
        wide = round((self.width() - 2) * self.devicePixelRatioF())
        if self.pages and self._image.width() != wide:
            with opened(self._data) as document:
                self._image = page_image(document, self._index, wide)
        box(painter, QRectF(self.rect()), 2, "#FFFFFF", theme().tokens.border)
        if not self._image.isNull():
            high = self._image.height() / self.devicePixelRatioF()
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(1, 1, self.width() - 2, high), self._image)
        painter.end()
