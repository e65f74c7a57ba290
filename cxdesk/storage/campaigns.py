"""Events and campaigns, as they are kept."""

from datetime import date

from cxdesk.domain.appreciation import Coming
from cxdesk.storage.database import Database


def next_early(db: Database, today: date) -> Coming | None:
    """The next early access that has not begun."""
    row = db.row(
        "SELECT id, name, first FROM campaigns WHERE kind = 'early_access' AND closed = 0 AND first >= ? "
        "ORDER BY first, id LIMIT 1",
        [today.isoformat()],
    )
    if row is None:
        return None
    i, name, first = row
    return Coming(f"campaign-{i}", name, date.fromisoformat(first), ("campaigns", i))
