"""What a finished PDF says and where, read with a library that did not write it."""

from ctypes import c_double
from dataclasses import dataclass

import pikepdf
import pypdfium2
import zxingcpp

MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def texts(path):
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def words(path, page=0):
    """Pieces of text with their boxes in mm from the sheet's top left."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[page]
        text = sheet.get_textpage()
        height = sheet.get_height()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        return [
            Word(
                text.get_text_bounded(*box),
                box[0] / MM,
                (height - box[3]) / MM,
                box[2] / MM,
                (height - box[1]) / MM,
            )
            for box in boxes
        ]
    finally:
        document.close()


def codes(path, dpi=200):
    """What a scanner reads on each page when a printer of `dpi` has printed it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_read(page.render(scale=dpi / 72, grayscale=True).to_numpy()) for page in document]
    finally:
        document.close()


def _read(picture):
    kinds = (zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=kinds, try_rotate=False, try_downscale=False)
    return [code.text for code in found]


def fonts(path):
    """The names of all fonts of the file, and whether each is embedded."""
    found = {}
    with pikepdf.open(path) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                inner = thing.DescendantFonts[0] if "/DescendantFonts" in thing else thing
                described = inner.get("/FontDescriptor", {})
                embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[str(thing.BaseFont)] = embedded or thing.get("/Subtype") == "/Type3"
    return found


@dataclass(frozen=True)
class Sign:
    sign: str
    left: float
    base: float


def origins(path, page=0):
    """Each sign of a page but blanks, with where it stands on its line, in mm from the sheet's top left."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[page]
        text, height = sheet.get_textpage(), sheet.get_height()
        found = []
        for index in range(text.count_chars()):
            left, base = c_double(), c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, index, left, base)
            sign = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, index))
            found.append(Sign(sign, left.value / MM, (height - base.value) / MM))
        return [sign for sign in found if sign.sign.strip()]
    finally:
        document.close()
