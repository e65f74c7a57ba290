import pytest

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.steps import StepBar

NAMES = ["File", "Columns", "Duplicates", "Check and bring in"]


@pytest.fixture
def bar(shown):
    return shown(StepBar(NAMES, "Step {n} of {of}: {name}"), 900, 40)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (0, "Step 1 of 4: File"),
        (3, "Step 4 of 4: Check and bring in"),
        (4, "Step 4 of 4: Check and bring in"),
    ],
)
def test_it_says_where_one_stands(bar, step, said):
    bar.go(step)
    assert bar.accessibleName() == said


def test_steps_behind_are_filled_with_the_accent(bar):
    bar.go(1)
    picture, side = bar.grab().toImage(), theme().px(26)
    accent, surface = theme().tokens.accent.lower(), theme().tokens.surface.lower()
    assert picture.pixelColor(4, 20).name() == accent
    left = bar.width() - theme().width(NAMES[3], theme_style()) - 12 - side
    assert picture.pixelColor(left + 4, 20).name() == surface


def theme_style():
    from cxdesk.ui.tokens import Style

    return Style.STRONG


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_where_there_is_little_room(bar, scale):
    theme().set_scale(scale)
    bar.resize(bar.minimumSizeHint())
    assert bar.width() <= 4 * theme().px(26) + 3 * 36
    assert not bar.grab().isNull()
