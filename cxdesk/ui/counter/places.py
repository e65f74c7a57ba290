"""Where at the counter the focus can be."""

from enum import StrEnum


class Place(StrEnum):
    """Where the focus should go."""

    SEARCH = "search"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    COMMENT = "comment"
