"""The calendar of holidays, read once from its file."""

import tomllib
from functools import cache

from cxdesk import paths
from cxdesk.domain.holidays import Holiday


@cache
def calendar() -> tuple[Holiday, ...]:
    """Every holiday that is known."""
    read = tomllib.loads((paths.resources() / "holidays.toml").read_text("utf-8"))
    return tuple(
        Holiday(key, each["names"], frozenset(each["countries"]), each["rule"], each.get("greet", False))
        for key, each in read.items()
    )
