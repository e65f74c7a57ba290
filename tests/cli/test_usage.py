"""Usage, languages, encodings, and words that nobody expected."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.cli import main

COMMANDS = [
    "customers",
    "customer",
    "record-purchase",
    "record-feedback",
    "suggest",
    "done",
    "scores",
    "history",
    "undo",
]


def process(*words, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "cxdesk", *map(str, words)],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_as_a_process_in_any_encoding(shop):
    code, out, _ = process("customers", shop, "--json", PYTHONIOENCODING="ascii")
    assert (code, json.loads(out.decode("utf-8"))[0]["id"]) == (0, 1)
    code, out, err = process("customer", shop, 77, LC_ALL="C")
    assert (code, out, err) == (1, b"", "There is no customer number 77.\n")
    assert process("customer", shop, 77, "--lang", "fi")[2] != err
    assert process("nonsense")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("customers",),
        ("suggest", "shop", "--on", "yesterday"),
        ("suggest", "shop", "--on", "9999-12-31"),
        ("suggest", "shop", "--on", "0001-01-01"),
        ("suggest", "shop", "--on", "2026-02-29"),
        ("scores", "shop"),
        ("letter", "shop", "id"),
        ("record-feedback", "shop", "--need", "love"),
        ("record-feedback", "shop", "--channel", "telepathy"),
        ("record-feedback", "shop", "--nps", "ten"),
        ("customers", "shop", "--lang", "sv"),
        ("undo", "shop", "x"),
    ],
)
def test_wrong_usage(words, capsys):
    assert main(words) == 2
    assert "usage:" in capsys.readouterr().err


def test_help_and_version(capsys):
    assert main(["--help"]) == main(["--version"]) == main(["import", "--help"]) == 0
    assert "CX Desk" in capsys.readouterr().out


word = st.one_of(
    st.sampled_from(
        ["--json", "--customer", "--line", "--nps", "--comment", "--on", "--from", "--to", "--search"]
    ),
    st.sampled_from(["1", "0", "-1", "M50", "2026-11-21", "9" * 25, "nan", "{0}", "%s", "\ud800", ""]),
    st.text(max_size=8),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(COMMANDS), st.lists(word, max_size=5))
def test_no_words_end_in_a_traceback(shop, capsys, command, words):
    assert main([command, str(shop), *words]) in {0, 1, 2}
    capsys.readouterr()


@pytest.mark.parametrize(
    "words",
    [
        ("new", "PATH", "--name", "K"),
        ("check", "PATH"),
        ("import", "SHOP", "PATH"),
        ("restore", "SHOP", "PATH"),
        ("restore", "PATH", "SHOP"),
        ("letter", "SHOP", "nobody", "--out", "PATH"),
        ("report", "SHOP", "monthly", "--month", "2026-10", "--out", "PATH"),
    ],
)
def test_no_path_ends_in_a_traceback(shop, capsys, tmp_path, monkeypatch, words):
    here = tmp_path / "here" / "below"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    for path in ("", ".", "..", "/", "a" * 300, "nothing/here", "\n", "a\udcff"):
        names = {"PATH": path, "SHOP": str(shop)}
        code = main([names.get(word, word) for word in words])
        assert (code, capsys.readouterr().err.count("\n")) in {(0, 0), (1, 1)}, path
        assert here.is_dir(), "a folder is never moved aside"
    assert main(["check", str(shop)]) == 0


def test_two_dashes_are_nobodys_name(shop, capsys):
    assert main(["restore", "--", str(shop), "--"]) in {1, 2}
    capsys.readouterr()
