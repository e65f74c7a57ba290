import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Avatar
from cxdesk.ui.widgets.labels import Label, tooltip, wrapped

LONG = "Everything that was said about the yarn which did not arrive in time"


def test_text_is_never_read_as_html(shown):
    label = shown(Label("<b>5 < 7</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.shown() == ["<b>5 < 7</b>"]


def test_a_line_that_does_not_fit_is_elided_and_told_whole(shown):
    label = shown(Label(LONG), 120, 30)
    assert label.shown()[0].endswith("…")
    assert label.toolTip() == f"<span>{LONG}</span>"
    label.resize(900, 30)
    assert label.shown() == [LONG]
    assert label.toolTip() == ""


def test_a_tooltip_shows_signs_as_they_are():
    assert tooltip("<i>A & B</i>") == "<span>&lt;i&gt;A &amp; B&lt;/i&gt;</span>"
    assert tooltip("") == ""


def test_wrapping_stops_at_its_lines(shown):
    label = shown(Label(LONG, lines=2), 160, 60)
    assert len(label.shown()) == 2
    assert label.shown()[1].endswith("…")


def test_a_word_without_end_is_broken():
    lines = wrapped("x" * 300, theme().font(Style.BODY), 100)
    assert "".join(lines) == "x" * 300
    assert len(lines) > 10


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=200), st.integers(40, 600))
def test_no_letter_is_lost_by_wrapping(text, width):
    lines = wrapped(text, theme().font(Style.BODY), width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("width", [100, 200, 400])
def test_height_follows_width(width):
    label = Label(LONG, lines=0)
    assert label.heightForWidth(width) >= label.heightForWidth(width * 2)


def test_initials_are_drawn_in_a_font_of_their_own(shown):
    before = {style: theme().font(style).pixelSize() for style in Style}
    shown(Avatar("Kaisa Virtanen", size=52)).grab()
    assert {style: theme().font(style).pixelSize() for style in Style} == before
