"""The house is built as docs/architecture.md draws it: imports point down, and each contract bites."""

import re
import shutil
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
BROKEN_ON_PURPOSE = [
    # file, import put into it, contract that must complain, its words
    ("domain/up.py", "import cxdesk.paths", "Imports point down", "cxdesk.domain.up -> cxdesk.paths"),
    ("services/up.py", "import cxdesk.ui", "Imports point down", "cxdesk.services.up -> cxdesk.ui"),
    (
        "storage/up.py",
        "import cxdesk.documents",
        "Imports point down",
        "cxdesk.storage.up -> cxdesk.documents",
    ),
    (
        "services/qt.py",
        "import PySide6.QtCore",
        "Only the window imports Qt",
        "cxdesk.services.qt -> PySide6",
    ),
    (
        "ui/one/presenter.py",
        "import PySide6",
        "Presenters decide without Qt",
        "cxdesk.ui.one.presenter -> PySide6",
    ),
    (
        "ui/two/presenter.py",
        "import cxdesk.ui.two.page",
        "Presenters decide without Qt",
        "cxdesk.ui.two.presenter -> cxdesk.ui.two.page",
    ),
    (
        "ui/two/page.py",
        "import PySide6.QtGui",
        "Presenters decide without Qt",
        "cxdesk.ui.two.page -> PySide6",
    ),
    ("ui/one/sql.py", "import sqlite3", "Only storage speaks SQL", "cxdesk.ui.one.sql -> sqlite3"),
    (
        "services/sql.py",
        "import sqlite_utils",
        "Only storage speaks SQL",
        "cxdesk.services.sql -> sqlite_utils",
    ),
]


def lint_imports(folder):
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
    ]
    environment = {"PYTHONPATH": str(folder), "PATH": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


def empty_house(folder):
    """The rooms of the house with nothing in them, under the same contracts."""
    for path in [*(ROOT / "cxdesk").glob("*.py"), *(ROOT / "cxdesk").glob("*/__init__.py")]:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    shutil.copy(ROOT / "pyproject.toml", folder)


def add_module(folder, name, text):
    path = folder / "cxdesk" / name
    path.parent.mkdir(exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text(text + "\n", encoding="utf-8")


def imports_between_screens(house):
    """Direct imports from one package below ui/ into another."""
    packages = [name for name in house.find_children("cxdesk.ui") if house.find_children(name)]
    screens = sorted(set(packages) - {"cxdesk.ui.widgets"})
    return [
        f"{importer} -> {imported}"
        for one, other in permutations(screens, 2)
        for importer in sorted({one} | house.find_descendants(one))
        for imported in sorted(house.find_modules_directly_imported_by(importer))
        if f"{imported}.".startswith(f"{other}.")
    ]


def test_contracts_are_kept():
    status, report = lint_imports(ROOT)

    assert status == 0, report


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What each contract says about a house with all the bad imports: {contract: text}."""
    folder = tmp_path_factory.mktemp("broken")
    empty_house(folder)
    for name, text, _, _ in BROKEN_ON_PURPOSE:
        add_module(folder, name, text)
    status, report = lint_imports(folder)
    assert status == 1, report
    chapters = re.split(r"\n([^\n]+)\n-{5,}\n", report.partition("Broken contracts")[2])
    return dict(zip(chapters[1::2], chapters[2::2], strict=True))


@pytest.mark.parametrize(("_name", "_text", "contract", "words"), BROKEN_ON_PURPOSE)
def test_broken_contract_is_caught(complaints, _name, _text, contract, words):
    assert words in complaints[contract]


def test_module_outside_the_layers_is_caught(tmp_path):
    empty_house(tmp_path)
    (tmp_path / "cxdesk" / "misc.py").touch()

    status, report = lint_imports(tmp_path)

    assert status == 1
    assert "misc" in report


def test_screens_do_not_import_one_another():
    assert imports_between_screens(grimp.build_graph("cxdesk", cache_dir=None)) == []


def test_import_between_screens_is_caught():
    house = grimp.ImportGraph()
    house.add_module("cxdesk.ui")
    for importer, imported in (
        ("cxdesk.ui.one.page", "cxdesk.ui.two.page"),
        ("cxdesk.ui.one.page", "cxdesk.ui.one.presenter"),
        ("cxdesk.ui.two.page", "cxdesk.ui.widgets.chart"),
        ("cxdesk.ui.screens", "cxdesk.ui.one.page"),
    ):
        house.add_import(importer=importer, imported=imported)
    for package in ("cxdesk.ui.one", "cxdesk.ui.two", "cxdesk.ui.widgets"):
        house.add_module(package)

    assert imports_between_screens(house) == ["cxdesk.ui.one.page -> cxdesk.ui.two.page"]
