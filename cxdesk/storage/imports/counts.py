"""What an import adds, updates and finds unchanged."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind; `feedback` are answers, `points` entries of the points book."""

    customers: int = 0
    products: int = 0
    purchases: int = 0
    lines: int = 0
    feedback: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did: what is new, what was filled in or grew, and what was there already."""

    added: Counts = field(default_factory=Counts)
    updated: Counts = field(default_factory=Counts)
    unchanged: Counts = field(default_factory=Counts)
