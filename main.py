"""Start CX Desk from a checkout: the private environment first, then the program in it.

`python3 main.py --demo` opens the demo shop, `python3 main.py --run-tests` runs the tests; all other
arguments go to the program. Only the standard library is used until the environment is ready.
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMPS = ENVIRONMENT / "ready"  # one line for each lock file that is completely installed
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
PROGRAM = ROOT / "installer" / "requirements.lock"
TESTS = ROOT / "installer" / "requirements-test.lock"  # holds all of PROGRAM as well
THIS_PYTHON = f" {sys.implementation.cache_tag} {sys.base_prefix}"


def stamp(lock: Path) -> str:
    """The line that says: `lock` is installed, by this Python."""
    return hashlib.sha256(lock.read_bytes()).hexdigest() + THIS_PYTHON


def stamps() -> list:
    """The lines of the stamp file; none while a set-up is under way or after it was interrupted."""
    return STAMPS.read_text(encoding="utf-8").splitlines() if STAMPS.is_file() else []


def has_everything(lock: Path) -> bool:
    """Whether the running Python can start at once: it has what `lock` asks of every system."""
    if ENVIRONMENT.is_dir() and ENVIRONMENT.samefile(sys.prefix) and stamp(lock) in stamps():
        return True
    metadata = import_module("importlib.metadata")
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [line.split()[0].split("==") for line in lines if "==" in line and ";" not in line]
    try:
        return all(metadata.version(name) == version for name, version in pins)
    except metadata.PackageNotFoundError:
        return False


@contextlib.contextmanager
def alone() -> Iterator:
    """Hold off other starts of this checkout; the system lets go when the set-up ends, however it ends."""
    with Path(__file__).open("rb") as file:
        if WINDOWS:
            lock_byte_behind_the_end(file)
        else:
            fcntl = import_module("fcntl")
            os.set_inheritable(file.fileno(), True)  # pip may outlive us
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lock_byte_behind_the_end(file: object) -> None:
    """Windows locks bytes; there, it disturbs no reader."""
    msvcrt = import_module("msvcrt")
    file.seek(1 << 30)
    while True:
        with contextlib.suppress(OSError):
            return msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        time.sleep(0.5)


def set_up(lock: Path) -> None:
    """Make or complete the private environment from `lock`: pinned wheels whose hashes agree."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit("CX Desk needs Python's venv with pip. On Debian or Ubuntu: sudo apt install python3-venv")
    print(f"Setting up CX Desk in {ENVIRONMENT}, once; it takes about a minute.", file=sys.stderr)
    usable = any(line.endswith(THIS_PYTHON) for line in stamps())
    if usable:
        STAMPS.unlink()
    else:
        run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run([*pip, "install", "--require-hashes", "--only-binary=:all:", "--no-deps", "-r", str(lock)])
    done = [stamp(PROGRAM), stamp(TESTS)] if lock == TESTS else [stamp(PROGRAM)]
    STAMPS.write_text("\n".join(done), encoding="utf-8")


def run(command: list) -> None:
    """Run one step of the set-up, its output on the error stream; when it fails, say so and leave."""
    if subprocess.call(command, stdout=sys.stderr, close_fds=False) != 0:
        sys.exit(
            "The set-up of CX Desk was not finished; the lines above say why. It needs the network once.\n"
            "Close CX Desk if it is open, then give the same command again."
        )


def start_again() -> int:
    """Run this file once more, in the private environment."""
    command = [str(PYTHON), str(Path(__file__).resolve()), *sys.argv[1:]]
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


def run_tests(arguments: list) -> int:
    """Run the tests without a screen, on every core, and return pytest's exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # compiled once, not by each of the processes that tests start
    os.chdir(ROOT)
    try:
        import_module("cxdesk.system").require_window_libraries()
    except import_module("cxdesk.domain.errors").UserError as error:
        sys.exit(str(error))
    return import_module("pytest").main(["-n", "auto", "--dist", "worksteal", *arguments])


def main(arguments: list) -> int:
    """Run the program or, with --run-tests, its tests; returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python reads this
        found = f"{sys.version_info[0]}.{sys.version_info[1]} ({sys.executable})"
        sys.exit(f"CX Desk needs Python 3.11 or newer and was started with {found}: www.python.org/downloads")
    testing = arguments[:1] == ["--run-tests"]
    lock = TESTS if testing else PROGRAM
    if not has_everything(lock):
        with alone():
            if stamp(lock) not in stamps():
                set_up(lock)
        return start_again()
    return run_tests(arguments[1:]) if testing else import_module("cxdesk.cli").main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
