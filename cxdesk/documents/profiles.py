"""The profiles that come with CX Desk."""

import tomllib
from functools import cache

from cxdesk import paths
from cxdesk.domain.profiles import Profile, parse


@cache
def load() -> tuple[Profile, ...]:
    """All profiles, in the order of their names."""
    files = sorted((paths.resources() / "profiles").glob("*.toml"))
    return tuple(parse(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)
