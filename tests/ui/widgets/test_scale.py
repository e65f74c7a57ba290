import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import LIGHT
from cxdesk.ui.widgets.scale import TEN_WITHIN_MS, Dress, ScoreScale, nps_soft


@pytest.fixture
def nps(shown):
    return shown(ScoreScale("Would you recommend us?", 0, 10, Dress.NPS, words={9: "promoter"}), 560, 120)


def test_digits_answer(nps, qtbot):
    for key, score in (("0", 0), ("7", 7), ("9", 9)):
        qtbot.keyClicks(nps, key)
        assert nps.score == score


def test_one_then_zero_at_once_is_ten(nps, qtbot):
    qtbot.keyClicks(nps, "1")
    assert nps.score == 1
    qtbot.keyClicks(nps, "0")
    assert nps.score == 10


def test_one_then_zero_later_is_zero(nps, qtbot):
    assert TEN_WITHIN_MS == 700
    qtbot.keyClicks(nps, "1")
    with qtbot.waitSignal(nps._one.timeout):
        pass
    qtbot.keyClicks(nps, "0")
    assert nps.score == 0


def test_one_other_digit_then_zero_is_zero(nps, qtbot):
    qtbot.keyClicks(nps, "150")
    assert nps.score == 0


def test_plus_is_ten(nps, qtbot):
    qtbot.keyClick(nps, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert nps.score == 10


def test_arrows_move_and_stop_at_the_ends_and_backspace_takes_back(nps, qtbot):
    qtbot.keyClick(nps, Qt.Key.Key_Right)
    assert nps.score == 0
    qtbot.keyClick(nps, Qt.Key.Key_Left)
    assert nps.score == 0
    nps.choose(10)
    qtbot.keyClick(nps, Qt.Key.Key_Right)
    assert nps.score == 10
    qtbot.keyClick(nps, Qt.Key.Key_Backspace)
    assert nps.score is None


def test_the_focus_follows_the_arrows_inside_the_scale(nps, qtbot):
    nps.cells[0].setFocus()
    qtbot.keyClick(nps.cells[0], Qt.Key.Key_3)
    assert nps.cells[3].hasFocus()
    qtbot.keyClick(nps.cells[3], Qt.Key.Key_Right)
    assert nps.cells[4].hasFocus()


def test_tab_stops_once_on_the_answer(nps):
    nps.choose(9)
    stops = [score for score, cell in nps.cells.items() if cell.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [9]


def test_only_another_answer_is_told(nps, qtbot):
    told = []
    nps.changed.connect(told.append)
    qtbot.mouseClick(nps.cells[9], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(nps.cells[9], Qt.MouseButton.LeftButton)
    assert told == [9]
    assert nps.cells[9].isChecked()


def test_cells_are_radio_buttons_with_number_and_word(nps):
    interface = QAccessible.queryAccessibleInterface(nps.cells[9])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "9, promoter"


@pytest.mark.parametrize(
    ("score", "soft"),
    [(0, "detractor"), (6, "detractor"), (7, "passive"), (8, "passive"), (9, "promoter"), (10, "promoter")],
)
def test_groups_have_their_colours(score, soft):
    assert nps_soft(score, LIGHT) == getattr(LIGHT, soft)


@pytest.mark.parametrize("high", [5, 7])
def test_shorter_scales_ignore_what_they_do_not_have(shown, qtbot, high):
    scale = shown(ScoreScale("How was it?", 1, high))
    qtbot.keyClicks(scale, "0")
    qtbot.keyClicks(scale, "9")
    qtbot.keyClicks(scale, "+")
    assert scale.score is None
    qtbot.keyClicks(scale, "5")
    assert scale.score == 5


def test_keys_with_ctrl_are_not_answers(nps, qtbot):
    qtbot.keyClick(nps, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert nps.score is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_eleven_cells_fit_a_narrow_column(shown, walk, scale):
    theme().set_scale(scale)
    nps = shown(ScoreScale("Would you recommend us?", 0, 10, Dress.NPS), round(420 * scale), 140)
    assert walk(nps) == []


def test_a_screen_reader_toggles_a_cell_without_a_click(shown, qtbot):
    scale = shown(ScoreScale("How likely?", 0, 10, Dress.NPS))
    actions = QAccessible.queryAccessibleInterface(scale.cells[7]).actionInterface()
    with qtbot.waitSignal(scale.changed) as told:
        actions.doAction("Toggle")
    assert (told.args, scale.score) == ([7], 7)
