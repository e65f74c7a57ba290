import pytest

from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.tokens import DARK, LIGHT
from cxdesk.ui.widgets.scorebadge import ScoreBadge


@pytest.mark.parametrize(
    ("score", "group"), [(0, "detractor"), (6, "detractor"), (7, "passive"), (9, "promoter")]
)
def test_the_fill_is_the_groups_in_both_schemes(shown, score, group):
    badge = shown(ScoreBadge(score, f"{score} · {group}"), 200, 24)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme().set_scheme(scheme)
        image = badge.grab().toImage()
        assert image.pixelColor(100, 3).name().upper() == getattr(tokens, group).fill
    assert badge.accessibleName() == f"{score} · {group}"
