"""The help in the real window."""

import pytest
from PySide6.QtWidgets import QLabel

from cxdesk.language.language import Language
from cxdesk.ui.help.page import HelpPage
from cxdesk.ui.theme import theme


def test_it_says_where_the_data_lies_and_only_the_keys_of_screens_that_exist(desk, shop, language, shown):
    window = shop.window(desk, language, "help", HelpPage, others=("today",))
    shown(window, 1366, 768)
    window.go("help")
    words = [label.text() for label in window.page("help").findChildren(QLabel)]

    assert str(desk.workplace.db.path) in words
    assert "choose a suggestion" in words
    assert "how likely to recommend; 1 and 0 quickly is 10" not in words
    window.close()


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(desk, shop, shown, walk, code, width, height, scale):
    theme().set_scale(scale)
    window = shop.window(desk, Language(code), "help", HelpPage)
    shown(window, width, height)
    window.go("help")

    assert walk(window.page("help")) == []
    window.close()
