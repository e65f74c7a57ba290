"""What a visit looks like."""

import pytest

from cxdesk.domain.playbook import Situation, situation


@pytest.mark.parametrize(
    ("unhappy", "returning", "new", "expected"),
    [
        (True, True, True, Situation.COMPLAINT),
        (False, True, True, Situation.RETURN),
        (False, False, True, Situation.FIRST_VISIT),
        (False, False, False, None),
    ],
)
def test_the_most_urgent_counts(unhappy, returning, new, expected):
    assert situation(unhappy=unhappy, returning=returning, new=new) is expected
