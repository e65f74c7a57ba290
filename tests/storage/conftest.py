"""Real shop files, and a clock that the tests move."""

import shutil
from datetime import UTC, datetime

import pytest

from cxdesk.storage.database import Database

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="module")
def new_shops():
    """Every file is made by its own steps."""


@pytest.fixture(scope="session")
def empty_shop(tmp_path_factory):
    """The file of a new shop, closed."""
    path = tmp_path_factory.mktemp("new") / "shop.cxdesk"
    Database.create(path).close()
    return path


@pytest.fixture
def path(tmp_path, empty_shop):
    """A new shop file of this test's own, closed."""
    return shutil.copyfile(empty_shop, tmp_path / "shop.cxdesk")


@pytest.fixture
def db(path):
    """A new shop, open."""
    database = Database.open(path)
    yield database
    database.close()


@pytest.fixture
def customer(db):
    """A function that records a customer in a change of its own and gives the id."""

    def insert(name="Aino", label="New customer", **columns):
        with db.change(label, at=NOON):
            return insert_row(db, "customers", first_name=name, search_key=name.casefold(), **columns)

    return insert


def insert_row(db, table, **columns):
    """Write one row inside the open change; gives the id."""
    marks = ", ".join(f":{name}" for name in columns)
    return db.write(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", columns).lastrowid


def insert_purchase(db, customer_id, day="2026-05-04", total=500, kind="sale", **columns):
    """Write one purchase inside the open change; gives the id."""
    return insert_row(db, "purchases", customer_id=customer_id, date=day, total=total, kind=kind, **columns)
