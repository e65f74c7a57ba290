"""Any file that a shop may be given becomes a table of text cells: what it is, its content decides, never its name."""

from pathlib import Path

from cxdesk.documents.tables.delimited import open_delimited
from cxdesk.documents.tables.table import State, Table
from cxdesk.documents.tables.texts import open_text

__all__ = ["Table", "open_table"]


def open_table(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,  # noqa: ARG001
) -> Table:
    """The table in a file; encoding, delimiter and sheet are worked out unless a person has chosen.

    Raises:
        UserError: when there is no such file, it is no table, or it has no header.
    """
    text = open_text(path, encoding)
    return open_delimited(text, State.of(path), delimiter)
