"""Reads rows written as dictionaries, as if they stood in a file below a header of their keys."""

from datetime import date, timedelta, timezone

import pytest

from cxdesk.documents.imports import cells
from cxdesk.documents.imports.answers import AnswerReader
from cxdesk.documents.imports.articles import ProductReader
from cxdesk.documents.imports.cells import Cells
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.documents.imports.purchases import PurchaseReader
from cxdesk.domain.imports import PersonRow
from cxdesk.domain.profiles import FIELDS, Subject, parse

TODAY = date(2026, 11, 21)
HELSINKI = timezone(timedelta(hours=2))


def reader_of(cells_, region="FI", language="fi", currency="EUR", zone=HELSINKI):
    people = PeopleReader(cells_, region, language, TODAY)
    return {
        Subject.CUSTOMERS: lambda: people,
        Subject.PURCHASES: lambda: PurchaseReader(cells_, people, currency),
        Subject.PRODUCTS: lambda: ProductReader(cells_),
        Subject.ANSWERS: lambda: AnswerReader(cells_, people, zone),
    }[cells_.profile.subject]()


@pytest.fixture(scope="session")
def read():
    """Gives what the rows say, by a profile whose columns are called like our fields unless `columns` says more."""

    def rows(subject, *rows, header=None, written=None, decimals=2, shop=None, **profile):
        header = header or list(dict.fromkeys(name for row in rows for name in row))
        columns = {"columns": {name: [name] for name in header if name in FIELDS[Subject(subject)]}}
        made = parse({"name": "Test", "subject": subject} | columns | profile)
        table = [(line, [row.get(name, "") for name in header]) for line, row in enumerate(rows, 2)]
        reader = reader_of(Cells(made, header, {**made.written, **(written or {})}, decimals), **(shop or {}))
        return list(cells.read(reader, table))

    return rows


@pytest.fixture
def lines(read):
    """What these rows of a file with columns called like our fields say, without the people."""

    def rows(*cells, **how):
        found = read("purchases", *({"receipt": "1", "date": "2026-03-07", **each} for each in cells), **how)
        return [row for row in found if not isinstance(row, PersonRow)]

    return rows


@pytest.fixture
def person(read):
    """The one person that a row of these cells tells of."""

    def one(cells, **how):
        (found,) = read("customers", cells, **how)
        assert isinstance(found, PersonRow), found
        return found

    return one
