"""A small shop and the command line in this process: real files, the real parser, a clock that stands still."""

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from cxdesk.cli import main
from cxdesk.domain.customer import Birthday, ContactChannel, ContactKind, ContactPoint, Customer, Purpose
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        assert self.code == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Runs one command; a traceback would be an exception here."""

    def command(*words, lang="en"):
        code = main([*map(str, words), "--lang", lang], lambda: NOW)
        return Answer(code, *capsys.readouterr())

    return command


@pytest.fixture
def refused(run):
    """Runs a command that must be refused; gives the one line on stderr."""

    def command(*words, code=1):
        answer = run(*words)
        assert (answer.code, answer.out) == (code, "")
        if code == 1:
            assert answer.err.count("\n") == 1
        return answer.err.strip()

    return command


@pytest.fixture
def shop(tmp_path, visited):
    """Kaisa (1) with a birthday in two days, two visits, a card; Timo (2) known by his number; one product."""
    return shutil.copyfile(visited, tmp_path / "shop.cxdesk")


@pytest.fixture(scope="session")
def visited(tmp_path_factory):
    """The file of that shop, made once; every test has a copy."""
    path = tmp_path_factory.mktemp("visited") / "shop.cxdesk"
    desk = found(
        path, Shop("Kerä", language="en", street="Katu 1", postcode="00100", town="Helsinki"), lambda: NOW
    )
    points = (
        ContactPoint(ContactKind.PHONE, "040 1234567"),
        ContactPoint(ContactKind.EMAIL, "kaisa@example.fi"),
    )
    kaisa = desk.customers.save(
        Customer(0, "Kaisa", "Åström", "fi", Birthday(23, 11, 1976), date(2020, 6, 1), contacts=points)
    )
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    desk.customers.save(Customer(0, "Timo", external_id="T-2"))
    yarn = desk.products.save(
        Product(0, "Merinovilla 50 g", "M50", "6400000000017", price=890, cost=430, stock=10)
    )
    for day in (date(2026, 8, 1), date(2026, 11, 1)):
        line = PurchaseLine("Merinovilla 50 g", 1, 890, 890, yarn)
        desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, kaisa, lines=(line,)))
    desk.close()
    return path
