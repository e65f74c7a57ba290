"""A start from a checkout, with a real environment made offline from one small wheel of our own."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETTING_UP = "Setting up CX Desk"
CLI = "import probe\ndef main(argv):\n    print('started', probe.VALUE, argv)\n    return 3\n"


def make_wheel(folder, release):
    """A wheel of the package probe; returns its requirement with hash."""
    info = f"probe-{release}.dist-info"
    path = folder / f"probe-{release}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("probe.py", f"VALUE = {release}\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: probe\nVersion: {release}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"probe.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return f"probe=={release} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Checkout:
    """A copy of main.py beside a program that only prints how it was started."""

    def __init__(self, folder):
        self.folder = folder / "a shop's folder"
        self.wheels = folder / "wheels"
        self.wheels.mkdir(parents=True)
        (self.folder / "cxdesk").mkdir(parents=True)
        (self.folder / "installer").mkdir()
        shutil.copy(ROOT / "main.py", self.folder)
        (self.folder / "cxdesk" / "cli.py").write_text(CLI)
        self.lock(make_wheel(self.wheels, 1))

    def lock(self, text):
        for name in ("requirements.lock", "requirements-test.lock"):
            (self.folder / "installer" / name).write_text(text)

    def start(self, *arguments, before=""):
        """A start of main.py from another folder, after `before` was done in its Python."""
        environment = os.environ | {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        main = str(self.folder / "main.py")
        command = [sys.executable, main, *arguments]
        if before:
            script = f"import runpy, sys; sys.argv = {[main, *arguments]!r}; {before}; "
            command = [sys.executable, "-c", script + "runpy.run_path(sys.argv[0], run_name='__main__')"]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=self.wheels, env=environment, stdout=pipe, stderr=pipe, text=True
        )

    def run(self, *arguments, before=""):
        process = self.start(*arguments, before=before)
        out, err = process.communicate(timeout=100)
        return process.returncode, out, err


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A checkout whose environment was made by two starts at once, and what they said."""
    checkout = Checkout(tmp_path_factory.mktemp("ready"))
    starts = [checkout.start("--demo"), checkout.start("--demo")]
    return checkout, [(*start.communicate(timeout=100), start.returncode) for start in starts]


@pytest.fixture
def fresh(tmp_path):
    return Checkout(tmp_path)


def test_two_first_starts_at_once_set_up_once(ready):
    checkout, said = ready

    assert [(out, code) for out, _, code in said] == [("started 1 ['--demo']\n", 3)] * 2, said
    assert sum(err.count(SETTING_UP) for _, err, _ in said) == 1
    assert {path.name for path in checkout.folder.iterdir()} == {".venv", "main.py", "cxdesk", "installer"}


def test_later_starts_just_start(ready):
    assert ready[0].run("gui", "--smoke") == (3, "started 1 ['gui', '--smoke']\n", "")


def test_changed_lock_brings_the_new_versions(ready):
    checkout, _ = ready
    checkout.lock(make_wheel(checkout.wheels, 2))

    code, out, err = checkout.run()

    assert (code, out) == (3, "started 2 []\n")
    assert err.count(SETTING_UP) == 1


@pytest.mark.long
def test_interrupted_set_up_is_done_again(ready):
    checkout, _ = ready
    (checkout.folder / ".venv" / "ready").unlink()
    installed = next((checkout.folder / ".venv").rglob("probe.py"))
    installed.write_text("cut off in the mid")

    code, out, err = checkout.run()

    assert (code, out.split()[0]) == (3, "started"), err
    assert err.count(SETTING_UP) == 1


def test_wheel_with_another_hash_is_refused(ready):
    checkout, _ = ready
    text = make_wheel(checkout.wheels, 3)
    checkout.lock(text[:-5] + ("0000\n" if text[-5:] != "0000\n" else "1111\n"))

    code, out, err = checkout.run()

    assert (code, out) == (1, "")
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in err
    assert "The set-up of CX Desk was not finished" in err
    assert not (checkout.folder / ".venv" / "ready").exists()


def test_environment_with_everything_just_starts(fresh):
    fresh.lock(f"pytest=={version('pytest')} \\\n    --hash=sha256:0\ncolorama==0 ; sys_platform == 'none'\n")
    (fresh.folder / "cxdesk" / "cli.py").write_text("def main(argv):\n    print(argv)\n    return 0\n")

    assert fresh.run("--demo") == (0, "['--demo']\n", "")
    assert not (fresh.folder / ".venv").exists()


def test_tests_run_without_a_screen_and_give_their_exit_code(fresh):
    fresh.lock(f"pytest=={version('pytest')} \\\n    --hash=sha256:0\n")
    shutil.copytree(ROOT / "cxdesk" / "domain", fresh.folder / "cxdesk" / "domain")
    shutil.copy(ROOT / "cxdesk" / "system.py", fresh.folder / "cxdesk")
    right = "def test_platform():\n    assert os.environ['QT_QPA_PLATFORM'] == 'offscreen'\n"
    (fresh.folder / "test_one.py").write_text(f"import os\n{right}def test_wrong():\n    assert False\n")

    code, out, _ = fresh.run("--run-tests", "-n0", "-p", "no:cacheprovider", "test_one.py")

    assert code == 1
    assert "1 failed, 1 passed" in out.splitlines()[-1]


def test_old_python_is_told_what_is_needed(fresh):
    code, out, err = fresh.run(before="sys.version_info = (3, 10, 4, 'final', 0)")

    assert (code, out) == (1, "")
    assert err.startswith("CX Desk needs Python 3.11 or newer and was started with 3.10 (")


def test_missing_venv_is_named(fresh):
    code, out, err = fresh.run(before="sys.modules['ensurepip'] = None")

    assert (code, out) == (1, "")
    assert err == "CX Desk needs Python's venv with pip. On Debian or Ubuntu: sudo apt install python3-venv\n"
    assert not (fresh.folder / ".venv").exists()
