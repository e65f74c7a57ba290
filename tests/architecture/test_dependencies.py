"""What is installed: locked by hash, without addresses, and not the Qt release that loses None."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: ROOT / "installer" / f"{name}.lock" for name in ("requirements", "requirements-test")}
HEAVY = {"sqlite_utils", "numpy", "matplotlib", "reportlab", "scipy", "pypdfium2"}


def pins(lock):
    """The pinned requirements with their markers, hashes left out."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {line.removesuffix(" \\") for line in lines if re.match(r"[\w.-]+==", line)}


def wanted(extra):
    """Normalised names of the requirements in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = project["dependencies"] + (project["optional-dependencies"]["test"] if extra else [])
    return {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", text)[0]).lower() for text in requirements}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_lock_names_no_address_and_hashes_everything(lock):
    text = lock.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\w)", text.strip())

    assert "://" not in text
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_locks_hold_what_the_project_asks_for():
    assert wanted(extra=False) <= {pin.partition("==")[0] for pin in pins(LOCKS["requirements"])}
    assert wanted(extra=True) <= {pin.partition("==")[0] for pin in pins(LOCKS["requirements-test"])}


def test_lock_of_the_tests_holds_the_lock_of_the_program():
    assert pins(LOCKS["requirements"]) <= pins(LOCKS["requirements-test"])


def test_qt_is_not_the_release_that_loses_none():
    assert tuple(map(int, version("PySide6_Essentials").split(".")[:2])) < (6, 12)


def test_qt_calls_keep_references_to_none():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")

    assert sys.getrefcount(None) > before - 100


def test_start_loads_nothing_heavy():
    roots = [f"cxdesk.{name}" for name in ("cli", "app") if (ROOT / "cxdesk" / f"{name}.py").is_file()]
    script = f"import sys, {', '.join(['cxdesk', *roots])}; print(*sorted(set(sys.modules) & {HEAVY!r}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
