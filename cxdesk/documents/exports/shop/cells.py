"""Values as cells of formats that know no difference between nothing and an empty text.

Nothing is an empty cell. An empty text is one too where the column must hold a text; elsewhere it is an apostrophe. A
text that begins with an apostrophe, or with something that a reader would take for more than text, gets one in front.
"""

from cxdesk.domain.exports import Column, Value

APOSTROPHE = "'"


def written(value: Value, column: Column, guarded: tuple[str, ...]) -> Value:
    """A value as a cell; `guarded` are the beginnings, the apostrophe among them, that get one in front."""
    if not isinstance(value, str):
        return value
    if not value:
        return APOSTROPHE if column.nullable else None
    return APOSTROPHE + value if value.startswith(guarded) else value


def read(cell: object) -> object:
    """What a cell stands for; the column knows whether nothing is an empty text."""
    if cell == "":
        return None
    return cell[1:] if isinstance(cell, str) and cell.startswith(APOSTROPHE) else cell
