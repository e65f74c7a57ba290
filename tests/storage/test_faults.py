"""The world's faults, made for real in processes of their own."""

import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.storage import backup, files
from cxdesk.storage.check import check
from cxdesk.storage.connection import connect
from cxdesk.storage.database import Database
from cxdesk.storage.lock import ShopInUseError

from .conftest import NOON, insert_row

ROOT = Path(__file__).parents[2]
BEGINNING = """
import json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from cxdesk.domain.errors import UserError
from cxdesk.storage import backup, files, migrations, restore
from cxdesk.storage.database import Database
at = datetime(2026, 5, 4, 12, tzinfo=UTC)
path = Path(sys.argv[1])
def attempt(work):
    try:
        work()
    except UserError as error:
        return str(error)
    return "done"
"""
DISK_FULL = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
db = Database.open(path)
count = lambda: db.value("SELECT count(*) FROM settings")
def limit(size=resource.RLIM_INFINITY):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
def save():
    with db.change("Note", at=at):
        for n in range(30):
            db.write("INSERT INTO settings (key, value) VALUES (?, ?)", (f"{count()}", "x" * 10_000))
log = path.with_name(path.name + "-wal")
for room in (0, 1, 100, 4096, 4120, 20_000, 100_000, 250_000, 5_000_000):
    before = count()
    limit((log.stat().st_size if log.exists() else 0) + room)
    said = attempt(save)
    seen = count()
    limit()
    print(json.dumps([said, seen - before, attempt(save), count() - before]), flush=True)
db.close()
"""
BACKUP_FULL = """
import resource
db = Database.open(path)
size = path.stat().st_size
folder = path.with_name("backups")
for share in (0, 0.01, 0.5, 0.99):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size * share), resource.RLIM_INFINITY))
    said = attempt(lambda: backup.make(db, folder, at))
    print(json.dumps([said, sorted(p.name for p in folder.iterdir())]), flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
made = backup.make(db, folder, at)
db.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))
said = attempt(lambda: restore.restore(made, path, at))
print(json.dumps([said, sorted(p.name for p in path.parent.iterdir() if p.is_file())]), flush=True)
"""
READ_ONLY = """
if os.getuid() == 0:
    import sqlite_utils
    os.setuid(65534)
print(json.dumps([
    attempt(lambda: Database.open(path)),
    attempt(lambda: Database.create(path.with_name("new.cxdesk"))),
    attempt(lambda: restore.restore(path, path, at)),
]))
"""
START = """
print("ready", flush=True)
sys.stdin.readline()
try:
    db = Database.open(path)
except UserError as error:
    print(type(error).__name__, flush=True)
else:
    print("owner", flush=True)
    sys.stdin.readline()
    db.close()
"""


posix = pytest.mark.skipif(sys.platform == "win32", reason="the limit is set in the way of Unix")


def run(script, path):
    """What a process of its own printed, line by line."""
    done = subprocess.run(
        [sys.executable, "-c", BEGINNING + script, path],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@posix
def test_full_disk_refuses_in_words_and_keeps_what_was_there(path):
    lines = run(DISK_FULL, path)
    refused = [line for line in lines if line[0] != "done"]

    assert 5 <= len(refused) < len(lines), lines
    for said, seen, again, after in refused:
        assert "free space" in said.casefold(), said
        assert (seen, again, after) == (0, "done", 30)
    db = Database.open(path)
    assert check(db) == []
    db.close()


@posix
def test_full_disk_leaves_no_half_backup_and_no_half_restore(path):
    db = Database.open(path)
    with db.change("Fill", at=NOON):
        insert_row(db, "settings", key="a", value="x" * 1_000_000)
    db.close()
    *backups, (said, left) = run(BACKUP_FULL, path)

    assert len(backups) == 4
    for sentence, names in backups:
        assert "disk" in sentence or "File too large" in sentence
        assert names == []
    assert "File too large" in said
    assert left == ["shop.cxdesk", "shop.cxdesk.lock"]
    db = Database.open(path)
    assert db.value("SELECT length(value) FROM settings") == 1_000_000
    db.close()


@posix
def test_read_only_folder_is_said_in_words(path):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(path, folder / "shop.cxdesk")
        before = (folder / "shop.cxdesk").read_bytes()
        folder.chmod(0o555)
        (said,) = run(READ_ONLY, folder / "shop.cxdesk")
        folder.chmod(0o755)

        assert [p.name for p in folder.iterdir()] == ["shop.cxdesk"]
        assert (folder / "shop.cxdesk").read_bytes() == before
    assert all("Permission denied" in sentence for sentence in said), said


def hold(path, seconds):
    """Another program's write lock for some seconds, as a thread that has it already."""
    held = threading.Event()

    def work():
        with closing(connect(path)) as foreign:
            foreign.execute("PRAGMA query_only = 0")
            foreign.execute("BEGIN IMMEDIATE")
            held.set()
            released.wait(seconds)
            foreign.execute("ROLLBACK")

    released = threading.Event()
    thread = threading.Thread(target=work)
    thread.start()
    held.wait()
    return thread, released


def test_short_lock_of_another_program_is_waited_for(db, path):
    thread, _ = hold(path, 1)
    with db.change("Patient", at=NOON):
        insert_row(db, "settings", key="a", value="b")
    thread.join()

    assert db.value("SELECT count(*) FROM settings") == 1


def test_long_lock_of_another_program_is_said_in_words(db, path):
    thread, released = hold(path, 60)
    before = time.monotonic()
    with pytest.raises(UserError, match="in use by another program"), db.change("Too late", at=NOON):
        insert_row(db, "settings", key="a", value="b")
    waited = time.monotonic() - before
    released.set()
    thread.join()

    assert 4.5 < waited < 7
    with db.change("Again", at=NOON):
        insert_row(db, "settings", key="a", value="b")
    assert db.rows("SELECT label FROM changes") == [("Again",)]


def test_many_starts_at_once_have_exactly_one_owner(path, times):
    number = times(8, 50)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", BEGINNING + START, path],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(number)
    ]  # fmt: skip
    try:
        assert {program.stdout.readline() for program in programs} == {"ready\n"}
        for program in programs:
            program.stdin.write("go\n")
            program.stdin.flush()
        answers = sorted(program.stdout.readline() for program in programs)
    finally:
        for program in programs:
            program.communicate("end\n", timeout=60)

    assert answers == ["ShopInUseError\n"] * (number - 1) + ["owner\n"]
    Database.open(path).close()


def test_lock_dies_with_its_owner(path):
    program = subprocess.Popen(
        [sys.executable, "-c", BEGINNING + START, path],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    program.stdin.write("go\n")
    program.stdin.flush()
    assert [program.stdout.readline() for _ in range(2)] == ["ready\n", "owner\n"]
    with pytest.raises(ShopInUseError):
        Database.open(path)
    program.kill()
    program.communicate(timeout=60)

    Database.open(path).close()


@posix
def test_another_name_of_the_file_is_the_same_shop(path, tmp_path):
    link = tmp_path / "desktop.cxdesk"
    link.symlink_to(path)
    db = Database.open(path)
    with pytest.raises(ShopInUseError):
        Database.open(link)
    assert files.members(link) == files.members(path)
    db.close()


@pytest.mark.parametrize("fate", ["deleted", "moved", "replaced"])
def test_a_shop_file_that_goes_away_while_it_is_open(path, db, fate, tmp_path):
    aside = tmp_path / "aside.cxdesk"
    shutil.copy(path, tmp_path / "other.cxdesk")
    path.rename(aside)
    if fate == "replaced":
        (tmp_path / "other.cxdesk").rename(path)
    with pytest.raises(UserError, match="was moved, deleted or replaced"), db.change("Note", at=NOON):
        insert_row(db, "settings", key="a", value="b")
    with pytest.raises(UserError, match="was moved, deleted or replaced"):
        db.again()
    with pytest.raises(UserError, match="was moved, deleted or replaced"):
        backup.make(db, tmp_path / "backups", NOON)
    assert path.exists() is (fate == "replaced"), "no empty shop takes its place"

    if fate != "deleted":
        aside.rename(path)
        with db.change("Note", at=NOON):
            insert_row(db, "settings", key="a", value="b")
        assert check(db) == []
