"""Any file that a shop may be given becomes a table of text cells: what it is, its content decides, never its name."""

from pathlib import Path

from cxdesk.documents.tables.delimited import open_delimited
from cxdesk.documents.tables.files import State
from cxdesk.documents.tables.records import are_records, open_records
from cxdesk.documents.tables.spreadsheets import is_spreadsheet, open_spreadsheet
from cxdesk.documents.tables.table import Table
from cxdesk.documents.tables.texts import open_text
from cxdesk.documents.tables.vcards import are_vcards, open_vcards

__all__ = ["Table", "open_table"]
HEAD_LINES = 20


def open_table(
    path: Path, *, encoding: str | None = None, delimiter: str | None = None, sheet: str | None = None
) -> Table:
    """The table in a file; encoding, delimiter and sheet are worked out unless a person has chosen.

    Raises:
        UserError: when there is no such file, it is no table, or it has no header.
    """
    state = State.of(path)
    if is_spreadsheet(path):
        return open_spreadsheet(path, state, sheet)
    text = open_text(path, encoding)
    head = text.head(HEAD_LINES)
    if are_vcards(head):
        return open_vcards(text, state)
    if delimiter is None and are_records(head):
        return open_records(text, state)
    return open_delimited(text, state, delimiter)
