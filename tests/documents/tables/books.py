"""Spreadsheet files made by hand, byte by byte where no library writes them."""

import io
import struct
import zipfile

OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
TEXT = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
SECTOR = 512
END, FREE, TABLE_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def archive(members):
    """A zip file of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file.getvalue()


def ods(rows, sheet="Asiakkaat"):
    """An OpenDocument spreadsheet whose rows are given as markup."""
    body = f'<table:table table:name="{sheet}">{rows}</table:table>'
    content = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    document = f"<office:document-content {OFFICE} {TABLE} {TEXT}>{content}</office:document-content>"
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{MIMETYPE}"/></m:manifest>'
    )
    return archive({"mimetype": MIMETYPE, "META-INF/manifest.xml": manifest, "content.xml": document})


def ods_row(*cells):
    """A row of texts."""
    return f"<table:table-row>{''.join(map(ods_cell, cells))}</table:table-row>"


def ods_cell(text):
    """A cell of text."""
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def compound(name, stream):
    """A compound file (CFB version 3) that holds one stream of at least 4096 bytes."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [TABLE_SECTOR, END, *range(3, sectors + 2), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    folder = _entry("Root Entry", 5, child=1, start=END) + _entry(name, 2, start=2, size=len(stream))
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    return header + table + folder.ljust(SECTOR, b"\0") + stream


def _entry(name, kind, child=FREE, start=0, size=0):
    text = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBB3I16xI16xIQ", text, len(text), kind, 1, FREE, FREE, child, 0, start, size)


def xls(rows):
    """An Excel 97 workbook with one sheet of texts and numbers."""
    start = _record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0))
    name = "Asiakkaat"
    length = len(start) + 4 + 8 + len(name) + 4
    sheet = _record(0x85, struct.pack("<IBBBB", length, 0, 0, len(name), 0) + name.encode())
    cells = b"".join(
        _cell(row, column, value) for row, values in enumerate(rows) for column, value in enumerate(values)
    )
    below = _record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 0, 0, 0))
    return compound("Workbook", start + sheet + _record(0x0A, b"") + below + cells + _record(0x0A, b""))


def _cell(row, column, value):
    place = struct.pack("<3H", row, column, 0)
    if isinstance(value, str):
        return _record(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x203, place + struct.pack("<d", value))


def _record(kind, content):
    return struct.pack("<2H", kind, len(content)) + content
