"""Gift cards and store credit: a balance is the sum of a card's entries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.giftcard import GiftCard, GiftCardKind
from cxdesk.storage.database import Database

CARDS = """
    SELECT code, (SELECT coalesce(sum(amount), 0) FROM gift_card_entries WHERE card_id = g.id), kind,
        customer_id, date, last, note, coalesce(uuid, ''), id FROM gift_cards g"""


def insert(db: Database, card: GiftCard) -> int:
    """A new card, with nothing on it yet; gives the id."""
    last = card.last.isoformat() if card.last else None
    return int(
        db.write(
            "INSERT INTO gift_cards (uuid, code, kind, customer_id, date, last, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                card.uuid or None,
                card.code,
                card.kind.value,
                card.customer_id,
                card.day.isoformat(),
                last,
                card.note,
            ],
        ).lastrowid
    )


def book(
    db: Database,
    card_id: int,
    amount: int,
    *,
    at: str,
    day: date,
    purchase_id: int | None,
    staff_id: int | None,
) -> None:
    """Money that comes onto a card or goes off it."""
    db.write(
        "INSERT INTO gift_card_entries (card_id, at, date, amount, purchase_id, staff_id) VALUES (?, ?, ?, ?, ?, ?)",
        [card_id, at, day.isoformat(), amount, purchase_id, staff_id],
    )


def by_code(db: Database, code: str) -> GiftCard | None:
    """The card with this code."""
    return next(iter(_find(db, "WHERE code = ?", [code])), None)


def by_uuid(db: Database, uuid: str) -> GiftCard | None:
    """The card that a form has already made, if any."""
    return next(iter(_find(db, "WHERE uuid = ?", [uuid])), None)


def every(db: Database) -> list[GiftCard]:
    """All cards, newest first."""
    return _find(db, "ORDER BY date DESC, id DESC")


def of_customer(db: Database, customer_id: int) -> list[GiftCard]:
    """A customer's cards, oldest first."""
    return _find(db, "WHERE customer_id = ? ORDER BY id", [customer_id])


def of_purchase(db: Database, purchase_id: int) -> list[tuple[int, int]]:
    """What a purchase has put on or taken off which card."""
    rows = db.rows(
        "SELECT card_id, sum(amount) FROM gift_card_entries WHERE purchase_id = ? GROUP BY card_id",
        [purchase_id],
    )
    return [(card_id, amount) for card_id, amount in rows if amount]


def owed(db: Database) -> int:
    """What all cards together hold, in minor units."""
    return int(db.value("SELECT coalesce(sum(amount), 0) FROM gift_card_entries"))


def _find(db: Database, where: str, values: Sequence[Any] = ()) -> list[GiftCard]:
    return [
        GiftCard(
            code,
            balance,
            GiftCardKind(kind),
            customer_id,
            date.fromisoformat(day),
            date.fromisoformat(last) if last else None,
            note,
            uuid,
            card_id,
        )
        for code, balance, kind, customer_id, day, last, note, uuid, card_id in db.rows(
            f"{CARDS} {where}", values
        )
    ]
