"""Prize draws, as they are kept."""

import json
from dataclasses import replace
from datetime import date

from cxdesk.domain.draw import Draw
from cxdesk.storage.database import Database


def insert(db: Database, draw: Draw) -> int:
    """A new draw; gives the id."""
    return int(
        db.write(
            "INSERT INTO draws (uuid, name, prize, first, last, seed, places) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                draw.uuid or None,
                draw.name,
                draw.prize,
                draw.first.isoformat(),
                draw.last.isoformat(),
                draw.seed,
                draw.places,
            ],
        ).lastrowid
    )


def settle(db: Database, draw: Draw) -> None:
    """Keep who took part and who has won."""
    drawn = draw.drawn.isoformat() if draw.drawn else None
    db.write(
        "UPDATE draws SET drawn = ?, entries = ?, winners = ? WHERE id = ?",
        [drawn, json.dumps(draw.entries), json.dumps(draw.winners), draw.id],
    )


def every(db: Database) -> list[Draw]:
    """All draws, newest first."""
    return [
        Draw(
            name,
            date.fromisoformat(first),
            date.fromisoformat(last),
            seed,
            prize,
            places,
            date.fromisoformat(drawn) if drawn else None,
            tuple(json.loads(entries)),
            tuple(json.loads(winners)),
            uuid,
            draw_id,
        )
        for name, first, last, seed, prize, places, drawn, entries, winners, uuid, draw_id in db.rows(
            "SELECT name, first, last, seed, prize, places, drawn, entries, winners, coalesce(uuid, ''), id "
            "FROM draws ORDER BY first DESC, id DESC"
        )
    ]


def taking_part(db: Database, first: date, last: date) -> list[int]:
    """The customers who have answered in a period, each once, by number."""
    rows = db.rows(
        "SELECT DISTINCT customer_id FROM feedback WHERE customer_id IS NOT NULL AND date BETWEEN ? AND ? ORDER BY 1",
        [first.isoformat(), last.isoformat()],
    )
    return [i for (i,) in rows]


def won(db: Database, customer_id: int) -> list[Draw]:
    """The draws in which a customer has won, newest first."""
    return [each for each in every(db) if customer_id in each.winners]


def hand_over(db: Database, drop: int, keep: int) -> None:
    """What `drop` has won was won by `keep`; who took part stays as it was drawn, for whoever checks it."""
    for each in won(db, drop):
        holders = tuple(dict.fromkeys(keep if i == drop else i for i in each.winners))
        settle(db, replace(each, winners=holders))
