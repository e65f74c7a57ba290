import hashlib
import shutil
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from cxdesk.domain.errors import Cancelled, UserError
from cxdesk.storage import backup
from cxdesk.storage.backup import Backup
from cxdesk.storage.connection import connect
from cxdesk.storage.database import Database
from cxdesk.storage.errors import DamagedFileError

from .conftest import NOON, insert_row


@pytest.fixture
def folder(tmp_path):
    """Where the backups go; it does not exist yet."""
    return tmp_path / "shop backups"


@pytest.fixture
def full(db):
    """A shop with 400 customers."""
    with db.change("Import", at=NOON, bulk=True):
        for n in range(400):
            insert_row(db, "customers", first_name=f"Aino {n}", search_key=f"aino {n}", note="x" * 2000)
    return db


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def flip(path, place, value=b"\xff\x00\xff"):
    """Overwrite a few bytes."""
    with path.open("rb+") as file:
        file.seek(place)
        file.write(value)


def test_backup_holds_what_was_saved_and_is_one_file(full, folder):
    made = backup.make(full, folder, datetime(2026, 5, 4, 17, 5))  # noqa: DTZ001 - the clock on the wall

    assert [p.name for p in folder.iterdir()] == [made.name]
    assert made.name == f"000001 2026-05-04 1705 {digest(made)[:8]}.cxbackup"
    counts = backup.verify(made)
    assert (counts["customers"], counts["history"], counts["purchases"]) == (400, 400, 0)
    assert made.read_bytes()[18:20] == b"\1\1", "no write-ahead log belongs to it"
    before = digest(made)
    backup.verify(made)
    assert (digest(made), len(list(folder.iterdir()))) == (before, 1)


def test_list_tells_time_size_and_soundness_newest_first(full, folder):
    first = backup.make(full, folder, NOON)
    second = backup.make(full, folder, NOON - timedelta(days=400))
    with second.open("rb+") as file:
        file.truncate(20_000)
    (folder / "new.cxbackup.part").write_bytes(b"half")
    (folder / "notes.txt").write_text("mine")
    new, old = backup.listed(folder)

    assert (new.path, new.sequence, new.size, new.verified) == (second, 2, 20_000, False)
    assert (old.path, old.sequence, old.size, old.verified) == (first, 1, first.stat().st_size, True)
    assert old.at == NOON
    assert backup.listed(folder / "missing") == []


def test_others_write_while_the_backup_runs(full, folder):
    worker = full.again()
    seen = []

    def meanwhile(share):
        seen.append(share)
        with full.change("At the counter", at=NOON):
            insert_row(full, "settings", key=f"k{len(seen)}", value="v")

    made = []
    thread = threading.Thread(target=lambda: made.append(backup.make(worker, folder, NOON, meanwhile)))
    thread.start()
    thread.join()
    worker.close()

    assert len(seen) >= 3
    assert seen == sorted(seen)
    assert seen[-1] == 1
    counts = backup.verify(made[0])
    assert (counts["customers"], counts["settings"]) == (400, 0), (
        "one state of the file, that of the beginning"
    )
    assert full.value("SELECT count(*) FROM settings") == len(seen)


@pytest.mark.parametrize("at_call", [1, 2])
def test_cancelled_backup_leaves_nothing(full, folder, at_call):
    calls = []

    def stop(_share):
        calls.append(1)
        if len(calls) == at_call:
            raise Cancelled

    with pytest.raises(Cancelled):
        backup.make(full, folder, NOON, stop)
    assert list(folder.iterdir()) == []


def test_backup_inside_a_change_is_refused(full, folder):
    with full.change("Open", at=NOON):
        with pytest.raises(RuntimeError, match="inside a change"):
            backup.make(full, folder, NOON)
        insert_row(full, "settings", key="a", value="b")
    assert not folder.exists()


def test_leftover_of_a_killed_backup_is_cleared(full, folder):
    folder.mkdir()
    (folder / "new.cxbackup.part").write_bytes(b"half")
    (folder / "new.cxbackup.part-journal").write_bytes(b"half")
    made = backup.make(full, folder, NOON)

    assert list(folder.iterdir()) == [made]


def test_damaged_shop_gives_no_backup(full, path, folder):
    root = full.value("SELECT rootpage FROM sqlite_schema WHERE name = 'customers_sort'")
    page = full.value("PRAGMA page_size")
    full.close()
    flip(path, (root - 1) * page, bytes(200))
    db = Database.open(path)

    with pytest.raises(DamagedFileError):
        backup.make(db, folder, NOON)
    assert list(folder.iterdir()) == []
    db.close()


@pytest.mark.parametrize("place", [0, 17, 60, 8192, 20_000, -4000])
def test_damaged_backup_is_reported(full, folder, place):
    made = backup.make(full, folder, NOON)
    flip(made, place % made.stat().st_size, b"\xa5" * (300 if place > 100 or place < 0 else 4))

    with pytest.raises(UserError):
        backup.verify(made)


def test_backup_with_a_planted_trigger_is_refused(full, folder):
    made = backup.make(full, folder, NOON)
    connection = connect(made)
    connection.execute("PRAGMA query_only = 0")
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON staff BEGIN DELETE FROM consents; END")
    connection.close()
    planted = made.with_name("from a friend.cxbackup")
    made.rename(planted)

    with pytest.raises(UserError, match="changed by another program: evil"):
        backup.verify(planted)


def test_second_place_gets_a_proved_copy(full, folder, tmp_path):
    made = backup.make(full, folder, NOON)
    second = backup.copy(made, tmp_path / "stick" / "backups")

    assert digest(second) == digest(made)
    flip(made, 20_000, b"\xa5" * 300)
    with pytest.raises(DamagedFileError):
        backup.copy(made, tmp_path / "other stick")
    assert list((tmp_path / "other stick").iterdir()) == []


def test_place_that_is_no_folder_is_refused_in_words(full, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        backup.make(full, tmp_path / "file", NOON)


def backups(moments):
    """Backups made at these moments, in this order."""
    return [Backup(f"{n}", n, at, 1, verified=True) for n, at in enumerate(moments, 1)]


def stay(moments):
    return sorted(int(name) for name in backup.kept(backups(moments)))


def test_ten_recent_ones_stay():
    assert stay([NOON + timedelta(minutes=n) for n in range(30)]) == list(range(21, 31))


def test_days_weeks_and_months_stay():
    daily = [datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(365)]
    days = set(range(352, 366))  # 18 to 31 December
    sundays = {362 - 7 * n for n in range(7)}  # 28 December and back; the week of 29 December is its 31st
    month_ends = {31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

    assert set(stay(daily)) == days | sundays | month_ends


@pytest.mark.parametrize("jump", [timedelta(days=-365), timedelta(days=365), timedelta(hours=-1)])
def test_clock_that_jumps_never_costs_the_newest(jump):
    before = [NOON + timedelta(days=n) for n in range(60)]
    after = [NOON + timedelta(days=60) + jump + timedelta(hours=n) for n in range(12)]
    kept = stay(before + after)

    assert set(range(63, 73)) <= set(kept)
    assert set(range(55, 61)) <= set(kept), "the last days before the jump stay"


@pytest.fixture
def helsinki(monkeypatch):
    """The computer's clock shows the time of Helsinki."""
    if not hasattr(time, "tzset"):
        pytest.skip("a process cannot change its time zone here")
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("helsinki")
def test_hour_that_comes_twice_is_two_backups_of_one_day(full, folder):
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    names = [backup.make(full, folder, at).name[:22] for at in twice]

    assert names == ["000001 2026-10-25 0330", "000002 2026-10-25 0330"]


@pytest.mark.usefixtures("helsinki")
def test_name_has_the_time_on_the_wall_and_the_list_the_moment(full, folder):
    made = backup.make(full, folder, datetime(2026, 5, 4, 22, 15, tzinfo=UTC))

    assert made.name.startswith("000001 2026-05-05 0115 ")
    assert backup.listed(folder)[0].at == datetime(2026, 5, 4, 22, 15, tzinfo=UTC)


def test_rotation_removes_files_but_none_that_is_not_sound(db, folder):
    first = backup.make(db, folder, NOON)
    for n in range(2, 13):
        shutil.copyfile(first, folder / first.name.replace("000001", f"{n:06}"))
    with first.open("rb+") as file:
        file.truncate(5000)
    made = backup.make(db, folder, NOON)

    kept = [b.sequence for b in backup.listed(folder)]
    assert kept == [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 1]
    assert made.name.startswith("000013")


def test_only_our_own_unfinished_files_are_cleared_away(db, folder):
    folder.mkdir()
    foreign = [folder / name for name in ("film.mkv.part", "summer.party.txt", "backup.part1.rar")]
    ours = [folder / "new.cxbackup.part", folder / "000001 2026-05-04 1200 0123abcd.cxbackup.part-wal"]
    for file in (*foreign, *ours):
        file.write_bytes(b"half")
    made = backup.make(db, folder, NOON)

    assert sorted(folder.iterdir()) == sorted([*foreign, made])
