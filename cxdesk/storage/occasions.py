"""How the owner has set the rules, as it is kept; what was never touched has its default."""

import json

from cxdesk.domain.occasion import AT_FIRST, Occasion, Setting
from cxdesk.storage.database import Database


def every(db: Database) -> dict[Occasion, Setting]:
    """Every rule as it is set."""
    rows = db.rows("SELECT kind, active, figures, held_back, version FROM occasions")
    known = [row for row in rows if row[0] in {*Occasion}]
    kept = {
        Occasion(kind): Setting(Occasion(kind), bool(active), json.loads(figures), held_back, version)
        for kind, active, figures, held_back, version in known
    }
    return AT_FIRST | kept


def put(db: Database, setting: Setting) -> None:
    """Save how a rule is set."""
    figures = json.dumps(dict(setting.figures), sort_keys=True)
    db.write(
        "INSERT INTO occasions (kind, active, figures, held_back, version) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (kind) DO UPDATE SET active = excluded.active, figures = excluded.figures, "
        "held_back = excluded.held_back, version = excluded.version",
        [setting.kind.value, int(setting.active), figures, setting.held_back, setting.version],
    )
