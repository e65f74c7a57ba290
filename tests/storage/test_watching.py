import pytest
import sqlcipher3

from cxdesk.domain.errors import Cancelled
from cxdesk.storage.watching import STEPS, watched

LONG = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
    INSERT INTO t SELECT i FROM n"""


@pytest.fixture
def connection(tmp_path):
    connection = sqlcipher3.connect(str(tmp_path / "t.db"), isolation_level=None)
    connection.execute("CREATE TABLE t (i)")
    yield connection
    connection.close()


def rows(connection):
    return connection.execute("SELECT count(*) FROM t").fetchone()[0]


def test_a_long_statement_is_told_of_while_it_runs(connection):
    ticks = []
    with watched(connection, lambda: ticks.append(STEPS)):
        connection.execute(LONG)
    assert rows(connection) == 1_000_000
    assert sum(ticks) > 1_000_000, "each row takes some steps"
    told = len(ticks)
    connection.execute(LONG)
    assert len(ticks) == told, "not watched any more"


def test_what_a_tick_raises_ends_the_statement_and_the_transaction(connection):
    def stop():
        raise Cancelled

    connection.execute("BEGIN")
    connection.execute("INSERT INTO t VALUES (0)")
    with pytest.raises(Cancelled), watched(connection, stop):
        connection.execute(LONG)
    assert not connection.in_transaction
    assert rows(connection) == 0


def test_other_errors_pass(connection):
    with pytest.raises(sqlcipher3.OperationalError), watched(connection, lambda: None):
        connection.execute("INSERT INTO nothing VALUES (1)")
