"""Things that may not be written at all, or only in one place; every ban is shown to bite."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("cxdesk", "docs", "installer", "tests", ".ci")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")
SQL_WRITE = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
EXECUTE = {"execute", "executemany", "executescript"}


def first_text(call):
    """The text that a call's first argument begins with, or nothing."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def paragraph_outside_para(file, node):
    if file == "cxdesk/documents/paragraphs.py":
        return False
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").startswith("reportlab") and any(n.name == "Paragraph" for n in node.names)
    return (
        isinstance(node, ast.Attribute) and node.attr == "Paragraph" and "platypus" in ast.unparse(node.value)
    )


def write_outside_storage(file, node):
    if file.startswith("cxdesk/storage/"):
        return False
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in EXECUTE:
        return bool(SQL_WRITE.match(first_text(node)))
    return isinstance(node, ast.Attribute) and node.attr == "conn"


def star_import(_file, node):
    return isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)


BANS = {
    "Customer text reaches reportlab through para() alone": paragraph_outside_para,
    "Only storage writes to the shop file": write_outside_storage,
    "No star imports": star_import,
}
BITES = [
    (paragraph_outside_para, "from reportlab.platypus import Paragraph"),
    (paragraph_outside_para, "from reportlab import platypus\nplatypus.Paragraph('x')"),
    (paragraph_outside_para, "import reportlab.platypus\nreportlab.platypus.Paragraph('x')"),
    (write_outside_storage, "desk.db.conn.execute(sql)"),
    (write_outside_storage, "db.execute('insert into customers values (1)')"),
    (write_outside_storage, "db.executemany(f'UPDATE {table} SET a = 1', rows)"),
    (star_import, "from PySide6.QtWidgets import *"),
]
PASSES = [
    (paragraph_outside_para, "from cxdesk.documents.paragraphs import para\npara('x')"),
    (write_outside_storage, "db.execute('SELECT 1')\njobs.execute(job)"),
    (star_import, "from PySide6.QtWidgets import QLabel"),
]


@cache
def nodes(file, text):
    """Every node of the source; each file is parsed once for all bans."""
    return tuple(ast.walk(ast.parse(text, filename=file)))


def offences(ban, file, text):
    return [f"{file}:{node.lineno}" for node in nodes(file, text) if ban(file, node)]


def written_files():
    """Every text file of the project that people write by hand."""
    for folder in FOLDERS:
        yield from (
            path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".sh", ".md", ".toml", ""}
        )
    yield from (path for path in ROOT.iterdir() if path.suffix in {".py", ".md", ".toml"})


@pytest.mark.parametrize("ban", BANS.values(), ids=BANS)
def test_ban_is_respected(ban):
    sources = sorted((ROOT / "cxdesk").rglob("*.py"))
    found = [
        place
        for path in sources
        for place in offences(ban, path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize(("ban", "text"), BITES)
def test_ban_bites(ban, text):
    assert offences(ban, "cxdesk/services/a.py", text)


@pytest.mark.parametrize(("ban", "text"), PASSES)
def test_ban_lets_the_right_way_pass(ban, text):
    assert offences(ban, "cxdesk/services/a.py", text) == []


def test_the_one_place_may():
    assert offences(paragraph_outside_para, "cxdesk/documents/paragraphs.py", BITES[0][1]) == []
    assert offences(write_outside_storage, "cxdesk/storage/customers.py", BITES[3][1]) == []


def test_nothing_is_left_unfinished():
    found = [
        f"{path.relative_to(ROOT)}:{number} {line.strip()}"
        for path in written_files()
        if path.is_file() and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]

    assert found == []


def test_start_from_a_checkout_needs_the_standard_library_alone_and_is_read_by_old_pythons():
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
