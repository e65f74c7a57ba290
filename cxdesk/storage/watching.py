"""Long statements told of while they run, and ended when somebody asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

STEPS = 500_000  # of SQLite's machine between two looks, some hundredths of a second


@contextmanager
def watched(connection: Any, tick: Callable[[], None]) -> Iterator[None]:
    """Calls `tick` every STEPS while statements run; what it raises ends the statement and is raised from here.

    SQLite then takes the open transaction back.
    """
    raised: list[BaseException] = []

    def look() -> int:
        try:
            tick()
        except BaseException as reason:  # noqa: BLE001 - raised below, outside the engine
            raised.append(reason)
        return len(raised)

    connection.set_progress_handler(look, STEPS)
    try:
        yield
    except BaseException as error:
        if raised:
            raise raised[0] from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
