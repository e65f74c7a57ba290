import pytest

from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.scores import Group
from cxdesk.language import needs
from cxdesk.language.language import Language


@pytest.mark.parametrize(
    ("kinds", "say"),
    [
        (Need, needs.need),
        (Channel, needs.channel),
        (Stage, needs.stage),
        (Group, needs.group),
        (Emotion, needs.emotion),
        (Route, needs.route),
    ],
)
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_everything_has_a_name_of_its_own(kinds, say, code):
    names = [say(Language(code), kind) for kind in kinds]
    assert all(names)
    assert len(set(names)) == len(names)
