"""The rules of the points book, with figures worked out by hand."""

from datetime import date
from fractions import Fraction

import pytest

from cxdesk.domain.points import PointsEntry, PointsKind, after_months, book, share_out, spread, take_back

DAY, LATER = date(2026, 11, 21), date(2027, 3, 1)


def entry(number, points, kind=PointsKind.EARNED, **fields):
    return PointsEntry(points, kind, fields.pop("day", DAY), id=number, **fields)


def test_what_expires_first_is_spent_first_then_the_oldest():
    entries = [
        entry(1, 10),
        entry(2, 10, expires=date(2027, 1, 31)),
        entry(3, 10, expires=date(2026, 12, 31)),
        entry(4, 10, expires=date(2026, 12, 31), day=date(2026, 11, 1)),
    ]
    kept = book(entries)
    assert kept.take(25, DAY) == [(4, 10), (3, 10), (2, 5)]
    assert (kept.balance(DAY), kept.expiring(DAY, date(2026, 12, 31))) == (40, 20)
    assert kept.next_expiry(DAY) == date(2026, 12, 31)
    with pytest.raises(ValueError, match="1"):
        kept.take(41, DAY)


def test_fewer_than_all_can_be_spent():
    assert book([entry(1, 10), entry(2, -3, PointsKind.SPENT, lot_id=1)]).balance(DAY) == 7


def test_expiry_after_earlier_spending_takes_only_what_is_left():
    lots = [
        entry(1, 10, expires=date(2026, 12, 31)),
        entry(2, 5),
        entry(3, -6, PointsKind.SPENT, lot_id=1),
    ]
    assert book(lots).balance(date(2026, 12, 31)) == 9
    assert book(lots).balance(date(2027, 1, 1)) == 5, (
        "the last day is the last, whether expiry was noted or not"
    )
    assert book(lots).expired(date(2027, 1, 1)) == [(1, 4)]


def test_what_is_owed_is_paid_by_the_oldest_lots_and_never_below_nothing():
    owed = [entry(1, -8, PointsKind.IMPORT)]
    assert (book(owed).balance(DAY), book(owed).owed) == (0, 8)
    paid = [*owed, entry(2, 5), entry(3, 5)]
    assert (book(paid).balance(DAY), book(paid).owed) == (2, 0)
    assert book(paid).take(2, DAY) == [(3, 2)]


def test_small_lines_count_together_and_round_down():
    assert spread([Fraction(90), Fraction(90), Fraction(15)], 100) == [0, 1, 0]
    assert spread([Fraction(90) * Fraction("1.5"), Fraction(250)], 100) == [1, 2]


def test_money_and_points_are_shared_to_the_last_one():
    assert share_out(100, [333, 333, 334]) == [33, 33, 34]
    assert share_out(7, [0, 0]) == [0, 0]


def test_a_return_takes_its_share_and_the_last_part_the_rest():
    lot = entry(1, 5, line_id=7)
    first = list(take_back([lot], [lot], Fraction(1, 3), DAY))
    assert [(e.points, e.lot_id, e.reverses) for e in first] == [(-1, 1, 1)]
    known = [lot, entry(2, -1, PointsKind.REVERSED, lot_id=1, reverses=1)]
    assert [e.points for e in take_back(known, [lot], Fraction(1), DAY)] == [-4]


def test_what_was_spent_meanwhile_is_owed():
    entries = [entry(1, 10), entry(2, -6, PointsKind.SPENT, lot_id=1)]
    back = list(take_back(entries, entries[:1], Fraction(1), DAY))
    assert [(e.points, e.lot_id) for e in back] == [(-4, 1), (-6, None)]


def test_what_expired_is_not_taken_twice():
    entries = [
        entry(1, 10),
        entry(2, -6, PointsKind.SPENT, lot_id=1),
        entry(3, -4, PointsKind.EXPIRED, lot_id=1),
    ]
    back = list(take_back(entries, entries[:1], Fraction(1), DAY))
    assert [(e.points, e.lot_id) for e in back] == [(-6, None)]


def test_spent_points_return_to_their_lots_or_for_thirty_days():
    entries = [
        entry(1, 4, expires=date(2026, 12, 31)),
        entry(2, 6),
        entry(3, -4, PointsKind.SPENT, lot_id=1, line_id=9),
        entry(4, -2, PointsKind.SPENT, lot_id=2, line_id=9),
    ]
    half = list(take_back(entries, entries[2:], Fraction(1, 2), DAY))
    assert [(e.points, e.lot_id, e.reverses) for e in half] == [(3, 1, 3)]
    late = list(take_back(entries, entries[2:], Fraction(1), LATER))
    assert [(e.points, e.lot_id, e.expires) for e in late] == [(4, None, date(2027, 3, 31)), (2, 2, None)]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 21), 24, date(2028, 11, 21)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later(day, months, expected):
    assert after_months(day, months) == expected
