import hashlib
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.storage import backup, files
from cxdesk.storage.check import check
from cxdesk.storage.database import Database
from cxdesk.storage.errors import DamagedFileError
from cxdesk.storage.lock import ShopInUseError
from cxdesk.storage.restore import rescue, restore, set_aside

from .conftest import NOON, insert_row


@pytest.fixture
def folder(tmp_path):
    """Where the backups go."""
    return tmp_path / "shop backups"


def save(path, key):
    """One more row in the shop, by a program that is then closed."""
    db = Database.open(path)
    with db.change("Setting", at=NOON):
        insert_row(db, "settings", key=key, value="v")
    db.close()


def keys(path):
    db = Database.open(path)
    found = [key for (key,) in db.rows("SELECT key FROM settings ORDER BY id")]
    assert check(db) == []
    db.close()
    return found


def make(path, folder, at=NOON):
    db = Database.open(path)
    made = backup.make(db, folder, at)
    db.close()
    return made


def hashes(path):
    """A hash of the rows of every table."""
    db = Database.open(path)
    tables = [
        name
        for (name,) in db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'cust%\\_search%' ESCAPE '\\'"
        )
    ]
    found = {
        t: hashlib.sha256(repr(db.rows(f"SELECT * FROM {t} ORDER BY 1")).encode()).hexdigest() for t in tables
    }
    db.close()
    return found


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_round_trip_brings_every_row_back(path, folder):
    shutil.copyfile(Path(__file__).parents[1] / "shops" / "v001.db", path)
    before = hashes(path)
    made = make(path, folder)
    save(path, "later")
    restore(made, path, NOON)

    assert hashes(path) == before
    assert len(before) > 15


def test_old_file_is_kept_with_its_log(path, folder):
    save(path, "first")
    made = make(path, folder)
    db = Database.open(path)
    with db.change("Only in the log", at=NOON):
        insert_row(db, "settings", key="second", value="v")
    copies = {m.name: shutil.copyfile(m, m.with_name("saved " + m.name)) for m in files.members(path)}
    db.close()
    for name, copy in copies.items():  # as a crash leaves it
        copy.rename(path.with_name(name))
    old = restore(made, path, NOON)

    assert keys(path) == ["first"]
    assert names(old) == ["shop.cxdesk", "shop.cxdesk-shm", "shop.cxdesk-wal"]
    assert keys(old / "shop.cxdesk") == ["first", "second"]


def test_restoring_twice_a_day_keeps_both(path, folder):
    made = make(path, folder)
    olds = [restore(made, path, NOON) for _ in range(2)]

    assert [old.name for old in olds] == [f"shop.cxdesk 2026-05-04 set aside {n}" for n in (1, 2)]


def test_what_was_set_aside_is_kept_for_two_weeks(path, folder):
    made = make(path, folder)
    old = restore(made, path, NOON)
    stranger = path.with_name("shop.cxdesk 2020-01-01 mine")
    stranger.mkdir()
    restore(made, path, NOON + timedelta(days=14))
    assert old.exists()
    restore(made, path, NOON + timedelta(days=15))
    assert not old.exists()
    assert stranger.exists()


def test_restore_of_a_missing_shop(path, folder):
    save(path, "first")
    made = make(path, folder)
    path.unlink()

    assert restore(made, path, NOON) is None
    assert keys(path) == ["first"]


def test_open_shop_is_not_replaced(path, folder):
    made = make(path, folder)
    db = Database.open(path)
    with pytest.raises(ShopInUseError):
        restore(made, path, NOON)
    with pytest.raises(ShopInUseError):
        set_aside(path, NOON)
    assert db.value("SELECT count(*) FROM settings") == 0
    db.close()


def test_damaged_backup_leaves_the_shop_as_it_was(path, folder):
    made = make(path, folder)
    save(path, "later")
    with made.open("rb+") as file:
        file.seek(20_000)
        file.write(bytes(5000))
    before = names(path.parent)

    with pytest.raises(DamagedFileError):
        restore(made, path, NOON)
    assert names(path.parent) == before
    assert keys(path) == ["later"]


def test_missing_backup_is_said_in_words(path, folder):
    with pytest.raises(UserError, match="No such file"):
        restore(folder / "000009 2026-01-01 1200 00000000.cxbackup", path, NOON)
    assert keys(path) == []


def test_rescue_offers_the_newest_backup_that_is_sound(path, folder):
    save(path, "first")
    sound = make(path, folder, NOON - timedelta(days=2))
    worse = make(path, folder, NOON - timedelta(days=1))
    with worse.open("rb+") as file:
        file.seek(20_000)
        file.write(bytes(5000))
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    found = rescue(path, folder)

    assert (found.damaged, found.backup.path) == (path, sound)
    assert found.lost_since == NOON - timedelta(days=2)
    assert found.lost_until.timestamp() == pytest.approx(path.stat().st_mtime)
    old = restore(found.backup.path, path, NOON)
    assert keys(path) == ["first"]
    assert (old / "shop.cxdesk").stat().st_size == 5016


def test_rescue_without_a_backup_says_so_and_makes_room(path, folder):
    path.write_bytes(b"\0" * 4096)
    found = rescue(path, folder)
    old = set_aside(path, NOON)

    assert (found.backup, found.lost_since) == (None, None)
    assert (old / "shop.cxdesk").read_bytes() == b"\0" * 4096
    Database.create(path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_link_to_the_shop_stays_a_link(path, folder, tmp_path):
    save(path, "first")
    made = make(path, folder)
    save(path, "later")
    link = tmp_path / "desktop.cxdesk"
    link.symlink_to(path)
    restore(made, link, NOON)

    assert link.is_symlink()
    assert keys(path) == ["first"]
