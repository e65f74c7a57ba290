"""Files made by hand, opened as tables."""

import sys
from pathlib import Path

import pytest

from cxdesk.documents.tables import open_table

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def table(tmp_path):
    """Makes a file of the bytes or text and opens it as a table."""

    def make(content, name="file.csv", **chosen):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_table(path, **chosen)

    return make


@pytest.fixture
def cells():
    """The cells of the rows, without their lines."""
    return lambda opened: [row for _line, row in opened.rows()]
