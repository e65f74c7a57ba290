import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents import fonts
from cxdesk.documents.blocks import style
from cxdesk.documents.paragraphs import clean, one_line, para, wrapped
from cxdesk.documents.style import REGULAR

SOURCES = Path(__file__).parents[2] / "cxdesk"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Meille on tullut pellava 50 g taas", "50\u00a0g"),
        ("Se on voimassa 23. joulukuuta saakka", "23.\u00a0joulukuuta"),
        ("It is valid until 23 December or so", "23\u00a0December"),
        ("Amal qilish muddati 23-dekabr, 2026 gacha", "23-dekabr,\u00a02026"),
    ],
)
def test_no_line_ends_between_a_figure_and_what_it_counts(text, together):
    for room in range(90, 200, 3):
        assert any(together in line for line in wrapped(text, REGULAR, 10.5, room))


def test_a_sentence_may_end_with_a_figure():
    assert wrapped("Tule kello 18. Kahvit keitetään.", REGULAR, 10.5, 80)[0] == "Tule kello 18."


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("a\0b\x07c\x7f", "abc"),
        ("\u202eevil\u2066", "evil"),
        ("half \ud83d sign", "half  sign"),
        ("A\u0308iti", "Äiti"),
        ("rivi\r\nrivi\u2028rivi", "rivi\nrivi\nrivi"),
        ("1\u202f234", "1\u00a0234"),
        ("Oʻzbek sanʼat 😀 سلام", "Oʻzbek sanʼat 😀 سلام"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_what_cannot_be_printed_is_dropped_and_the_rest_stays(given_text, printed):
    assert clean(given_text) == printed


def test_too_long_a_text_is_cut_with_an_ellipsis():
    assert clean("x" * 1_000_000, 10) == "xxxxxxxxxx…"


def test_one_line_has_no_breaks():
    assert one_line(" Kaisa\nVirtanen\r\n") == "Kaisa Virtanen"


def test_only_this_module_makes_paragraphs():
    makers = [path for path in SOURCES.rglob("*.py") if re.search(r"\bParagraph\(", path.read_text("utf-8"))]
    assert [path.name for path in makers] == ["paragraphs.py"]


@given(st.text(max_size=400), st.floats(30, 400))
def test_lines_are_never_wider_than_the_room_and_lose_no_sign(text, room):
    fonts.register()
    cleaned = clean(text)
    lines = wrapped(cleaned, REGULAR, 10.5, room)
    assert all(fonts.width(line, REGULAR, 10.5) <= room + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(cleaned.split())


@given(
    st.text(max_size=600)
    | st.sampled_from(["<b>", "<para>", "</para>", "&lt;", "<img src='x'/>", "<br/>" * 9])
)
def test_any_text_makes_a_paragraph(text):
    fonts.register()
    made = para(text, style(REGULAR, 10))
    width, height = made.wrap(200, 10_000)
    assert width <= 200
    assert height >= 0


@pytest.mark.parametrize("run", ["x" * 500, "й" * 500, "ع" * 500, "😀" * 500, "x😀" * 250, "日" * 500])
def test_a_run_without_spaces_breaks(run):
    fonts.register()
    made = para(run, style(REGULAR, 10))
    made.wrap(200, 10_000)
    for line in made.blPara.lines:
        if isinstance(line, tuple):
            assert fonts.width(" ".join(line[1]), REGULAR, 10) <= 200
        else:
            assert sum(fonts.width(word.text, REGULAR, 10) for word in line.words) <= 200
