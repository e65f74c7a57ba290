import pytest

from cxdesk import paths
from cxdesk.documents import fonts
from cxdesk.documents.style import FALLBACK, REGULAR, TABULAR
from cxdesk.domain.errors import UserError


def test_a_missing_font_is_said_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(UserError) as said:
        fonts.inter(REGULAR)
    assert str(said.value) == "The font Inter-Regular.ttf is missing; please install CX Desk again."


def test_figures_for_columns_are_equally_wide():
    fonts.register_tabular()
    assert len({fonts.width(figure, TABULAR, 10) for figure in "0123456789"}) == 1


def test_words_are_drawn_in_inter_and_foreign_signs_in_the_fallback():
    fonts.register()
    assert fonts.runs("Oʻzbek sanʼat, Ўзбек, Äö €", REGULAR) == [(REGULAR, "Oʻzbek sanʼat, Ўзбек, Äö €")]
    assert fonts.runs("Hei ☃ 日", REGULAR) == [
        (REGULAR, "Hei "),
        (FALLBACK, "☃"),
        (REGULAR, " "),
        (FALLBACK, "□"),
    ]


def test_right_to_left_words_are_turned_for_the_reader():
    fonts.register()
    assert fonts.runs("שלום", REGULAR) == [(FALLBACK, "םולש")]


def test_drawable_text_has_a_box_for_what_nobody_has():
    assert fonts.drawable("Kaisa 日 ☃") == "Kaisa □ ☃"
