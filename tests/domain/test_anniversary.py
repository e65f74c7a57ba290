"""Days that come round every year."""

from datetime import date

import pytest

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday

WEDDING = Anniversary("Wedding day", Birthday(29, 2, 2020))


@pytest.mark.parametrize(
    ("today", "kept", "years"),
    [
        (date(2026, 2, 28), date(2026, 2, 28), 6),
        (date(2026, 3, 1), date(2027, 2, 28), 7),
        (date(2028, 2, 28), date(2028, 2, 29), 8),
    ],
)
def test_a_leap_day_is_kept_every_year(today, kept, years):
    assert WEDDING.next(today) == kept
    assert WEDDING.years(kept) == years


def test_without_a_year_nobody_counts():
    assert Anniversary("Name day", Birthday(2, 1)).years(date(2027, 1, 2)) is None


def test_in_its_own_year_there_is_nothing_to_count():
    assert Anniversary("Wedding day", Birthday(1, 3, 2026)).years(date(2026, 3, 1)) is None
