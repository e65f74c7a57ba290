"""Lint, format, types and sizes, so that the ordinary test command checks them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "cxdesk").rglob("*.py"))
FILE_LINES = 400
FUNCTION_LINES = 50


def too_long(name, text):
    """Files and functions above the limits, as `file:line what (lines)`."""
    lines = text.count("\n") + 1
    if lines > FILE_LINES:
        yield f"{name}:1 file ({lines})"
    for node in ast.walk(ast.parse(text, filename=str(name))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}:{node.lineno} {node.name} ({length})"


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--output-format=concise"],
        ["ruff", "format", "--check", "--output-format=concise"],
        ["mypy", "--no-error-summary"],
    ],
    ids=["lint", "format", "types"],
)
def test_tool_has_nothing_to_say(command):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_files_and_functions_are_small():
    found = [
        place
        for path in [*SOURCES, ROOT / "main.py"]
        for place in too_long(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_long_function_and_file_are_caught():
    function = "def long():\n" + "    pass\n" * 50
    assert list(too_long("a.py", function)) == ["a.py:1 long (51)"]
    assert list(too_long("b.py", "\n" * 400)) == ["b.py:1 file (401)"]
    assert list(too_long("c.py", "def fits():\n" + "    pass\n" * 49)) == []
