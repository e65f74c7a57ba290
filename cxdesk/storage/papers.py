"""Papers with a code, as they are kept; their codes are unlike all other codes of the shop."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from cxdesk.domain.letter import Way
from cxdesk.domain.paper import Mark, Paper, PaperKind, Slip, code_of
from cxdesk.storage.database import Database

LINKS = "customer_id, letter_id, coupon_id, gift_card_id, invitation_id"
COLUMNS = f"code, kind, printed, {LINKS}, delivered, answered, redeemed"
SLIPS = f"""
    SELECT p.id, {", ".join(f"p.{name}" for name in COLUMNS.split(", "))},
        coalesce(trim(c.first_name || ' ' || c.last_name), ''), coalesce(c.external_id, ''),
        coalesce(l.template, ''), coalesce(l.code, '') <> '', coalesce(l.way, '')
    FROM papers p LEFT JOIN customers c ON c.id = p.customer_id LEFT JOIN letters l ON l.id = p.letter_id"""
CODED = ("papers", "letters", "coupons", "gift_cards", "invitations")


def put(db: Database, paper: Paper) -> None:
    """Remember a paper; printing it again (the same code) keeps its first day and its marks."""
    names = COLUMNS.split(", ")
    db.write(
        f"INSERT INTO papers ({COLUMNS}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT (code) DO NOTHING",
        [_kept(getattr(paper, name)) for name in names],
    )


def find(db: Database, code: str) -> Slip | None:
    """The paper that bears this code."""
    return next(iter(_slips(db, "WHERE p.code = ?", [code])), None)


def get(db: Database, paper_id: int) -> Slip | None:
    """One paper."""
    return next(iter(_slips(db, "WHERE p.id = ?", [paper_id])), None)


def latest(db: Database, most: int) -> list[Slip]:
    """What was printed last."""
    return _slips(db, "ORDER BY p.printed DESC, p.id DESC LIMIT ?", [most])


def of_letter(db: Database, uuid: str) -> str:
    """The code that a letter bears already; empty when it was never printed."""
    row = db.row("SELECT p.code FROM papers p JOIN letters l ON l.id = p.letter_id WHERE l.uuid = ?", [uuid])
    return str(row[0]) if row else ""


def mark(db: Database, paper_id: int, what: Mark, day: date) -> None:
    """Note what became of a paper."""
    db.write(f"UPDATE papers SET {what.value} = ? WHERE id = ?", [day.isoformat(), paper_id])


def free_code(db: Database, identity: UUID) -> str:
    """A code for this identity; in the rare case that something else bears it already, the next one."""
    codes = (code_of(uuid5(identity, str(n)) if n else identity) for n in count())
    return next(code for code in codes if not _taken(db, code, str(identity)))


def _taken(db: Database, code: str, uuid: str) -> bool:
    """Whether anything but the letter with this uuid bears this code."""
    mine = of_letter(db, uuid)
    if mine == code:
        return False
    others = {"letters": " AND uuid <> :uuid"}
    asked = (f"SELECT 1 FROM {table} WHERE code = :code{others.get(table, '')}" for table in CODED)
    return db.value(" UNION ".join(asked), {"code": code, "uuid": uuid}) is not None


def _slips(db: Database, rest: str, values: Sequence[Any]) -> list[Slip]:
    return [_slip(row) for row in db.rows(f"{SLIPS} {rest}", values)]


def _slip(row: Sequence[Any]) -> Slip:
    i, code, kind, printed, *more, name, external_id, template, offers, way = row
    links, days = more[:5], (date.fromisoformat(day) if day else None for day in more[5:])
    paper = Paper(i, code, PaperKind(kind), date.fromisoformat(printed), *links, *days)
    return Slip(paper, name or external_id, template, bool(offers), Way(way) if way else None)


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
