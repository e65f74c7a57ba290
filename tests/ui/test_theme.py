import sys

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QLabel, QLineEdit

from cxdesk.ui import icons
from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.tokens import DARK, LIGHT, Style
from cxdesk.ui.widgets.labels import Label


def test_our_font_is_the_one_drawn():
    assert QFontInfo(theme().font(Style.BODY)).family() == "Inter"
    assert theme().font(Style.KPI).pixelSize() == 28
    assert theme().font(Style.KPI).weight() == QFont.Weight.Bold


def test_scheme_switches_while_running(qapp):
    theme().set_scheme(Scheme.DARK)
    assert theme().tokens is DARK
    assert qapp.palette().window().color() == QColor(DARK.bg)
    theme().set_scheme(Scheme.LIGHT)
    assert theme().tokens is LIGHT


def test_text_scale_reaches_labels_and_fields_on_the_screen(shown):
    label, field = Label("x"), QLineEdit()
    shown(label)
    shown(field)
    before = field.minimumSizeHint().height()
    theme().set_scale(2.0)
    assert label.font().pixelSize() == 28
    assert field.minimumSizeHint().height() >= 2 * 36 > before


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_scale_outside_100_to_200_percent_is_refused(scale):
    with pytest.raises(ValueError, match=str(scale)):
        theme().set_scale(scale)


def test_an_icon_is_drawn_in_its_colour_at_twice_the_pixels():
    picture = icons.pixmap("check", "#ff0000", 18, 2).toImage()
    assert picture.width() == 36
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(36)
        for y in range(36)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#ff0000"}


def test_an_unknown_icon_is_an_error():
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000", 18, 1)


def test_a_few_hundred_calls_leave_none_alone(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(300):
        label.setText(str(number))
        label.setToolTip(str(number))
        label.update()
    assert abs(sys.getrefcount(None) - before) < 50
