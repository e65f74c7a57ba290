"""Damaged and foreign files: one sentence or a proper opening, never a traceback, never a changed byte on refusal."""

import hashlib
import random
import shutil
from contextlib import closing

import pytest
import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import files
from cxdesk.storage.database import Database
from cxdesk.storage.errors import DamagedFileError

from .conftest import NOON, insert_row


def fill(path, key):
    """A shop with a few hundred rows."""
    db = Database.open(path)
    with db.change("Fill", at=NOON):
        for n in range(300):
            insert_row(db, "settings", key=f"{key}{n}", value=key * 100)
            insert_row(db, "customers", first_name=f"{key}{n}", search_key=f"{key}{n}")
    return db


def overwrite(path, place, content):
    with path.open("rb+") as file:
        file.seek(place)
        file.write(content)


def truncated(path):
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def truncated_within_the_first_page(path):
    with path.open("rb+") as file:
        file.truncate(1000)


def append(path):
    with path.open("ab") as file:
        file.write(b"garbage " * 1000)


def log_of_another_shop(path):
    other = path.with_name("other.cxdesk")
    Database.create(other).close()
    fill(other, "b").close()
    db = fill(other, "c")
    shutil.copyfile(other.with_name("other.cxdesk-wal"), path.with_name(path.name + "-wal"))
    db.close()


def log_of_garbage(path):
    path.with_name(path.name + "-wal").write_bytes(b"garbage " * 1000)


def other_program(path):
    path.unlink()
    with closing(sqlcipher3.connect(str(path))) as connection:
        connection.execute("CREATE TABLE notes (text)")
        connection.execute("PRAGMA application_id = 42")


def schema_page_of_noise(path):
    overwrite(path, 100, random.Random(1).randbytes(3996))  # noqa: S311 - noise that is the same each time


def folder(path):
    path.unlink()
    path.mkdir()


def encrypted(path):
    path.write_bytes(random.Random(2).randbytes(40_960))  # noqa: S311 - what an encrypted file looks like


DAMAGED = "is damaged"
STRANGE = "not a CX Desk shop file"
REFUSED = {
    "truncated": (truncated, DAMAGED),
    "truncated within the first page": (truncated_within_the_first_page, DAMAGED),
    "zeroed header": (lambda path: overwrite(path, 0, bytes(100)), STRANGE),
    "zeroed first page": (lambda path: overwrite(path, 0, bytes(4096)), STRANGE),
    "schema of noise": (schema_page_of_noise, DAMAGED),
    "text file": (lambda path: path.write_text("Dear shop,\n" * 100), STRANGE),
    "empty file": (lambda path: path.write_bytes(b""), STRANGE),
    "nothing but zeros": (lambda path: path.write_bytes(bytes(40_960)), STRANGE),
    "noise": (encrypted, STRANGE),
    "other program": (other_program, "database of another program"),
    "page size of 3": (lambda path: overwrite(path, 16, b"\0\3"), STRANGE),
    "version of nothing": (lambda path: overwrite(path, 60, bytes(4)), DAMAGED),
    "format of the future": (lambda path: overwrite(path, 18, b"\7\7"), STRANGE),
    "log of another shop": (log_of_another_shop, DAMAGED),
    "folder": (folder, "cannot be opened"),
    "missing": (lambda path: path.unlink(), "does not exist"),
}


def digests(path):
    kept = [member for member in files.members(path) if member.is_file() and not member.name.endswith("-shm")]
    return {member.name: hashlib.sha256(member.read_bytes()).hexdigest() for member in kept}


@pytest.mark.parametrize(("spoil", "sentence"), REFUSED.values(), ids=REFUSED)
def test_damage_is_refused_in_a_sentence_and_left_as_it_is(path, spoil, sentence):
    fill(path, "a").close()
    spoil(path)
    before = digests(path)

    with pytest.raises(UserError, match=sentence) as caught:
        Database.open(path)
    assert str(path) in str(caught.value)
    assert isinstance(caught.value, DamagedFileError) == (sentence in {DAMAGED, STRANGE})
    assert digests(path) == before


@pytest.mark.parametrize("spoil", [append, log_of_garbage], ids=["garbage tail", "log of garbage"])
def test_what_does_not_matter_opens_with_everything(path, spoil):
    fill(path, "a").close()
    spoil(path)
    db = Database.open(path)

    assert db.value("SELECT count(*) FROM customers") == 300
    assert db.rows("PRAGMA integrity_check") == [("ok",)]
    db.close()


def test_damage_inside_is_said_when_it_is_met(path):
    db = fill(path, "a")
    root = db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'")
    db.close()
    overwrite(path, (root - 1) * 4096, bytes(4096))
    db = Database.open(path)

    with pytest.raises(DamagedFileError, match="the damaged file is kept"):
        db.rows("SELECT * FROM settings")
    with pytest.raises(DamagedFileError), db.change("Setting", at=NOON):
        insert_row(db, "settings", key="new", value="v")
    assert not db.connection.in_transaction
    db.close()


def test_random_byte_flips_never_end_in_a_traceback(path, tmp_path):
    fill(path, "a").close()
    chance = random.Random(20260504)  # noqa: S311 - no secret, only places
    size = path.stat().st_size
    for n in range(60):
        copy = shutil.copyfile(path, tmp_path / f"flip{n}.cxdesk")
        for _ in range(3):
            overwrite(
                copy, chance.choice([chance.randrange(100), chance.randrange(size)]), chance.randbytes(1)
            )
        try:
            db = Database.open(copy)
        except UserError:
            continue
        try:
            db.rows("SELECT * FROM customers JOIN settings ON settings.id = customers.id")
            with db.change("Setting", at=NOON):
                insert_row(db, "settings", key="new", value="v")
        except UserError:
            pass
        db.close()
