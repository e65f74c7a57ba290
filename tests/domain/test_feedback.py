"""What counts as an answer, and which answers call for a reply."""

import pytest

from cxdesk.domain.feedback import unhappy
from cxdesk.domain.needs import Emotion


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((6, None), True),
        ((7, None), False),
        ((0, 5), True),
        ((None, 2), True),
        ((None, 3), False),
        ((10, 5, Emotion.DISAPPOINTED), True),
        ((None, None, Emotion.ANGRY), True),
        ((None, None, Emotion.UNSURE), False),
        ((None, None), False),
    ],
)
def test_unhappy(answers, expected):
    assert unhappy(*answers) is expected
