from cxdesk.language.language import Language
from cxdesk.ui.files import synced


def test_a_place_that_is_not_safe_is_named():
    english = Language("en")
    assert synced(english, None) == ""
    assert synced(english, "OneDrive").startswith("OneDrive copies the folder")
    assert "network drive" in synced(english, "network")
