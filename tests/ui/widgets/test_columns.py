import pytest
from PySide6.QtWidgets import QApplication

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Avatar, Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Tile
from cxdesk.ui.widgets.columns import ACROSS, DOWN, Columns, PageHead, ScrollPage, Split
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note


def page():
    head = PageHead(
        "Good morning, Aino",
        "Saturday 21 November",
        Button("New customer", id="new"),
        Button("Record", Kind.PRIMARY, key="F2", id="record"),
    )
    tiles = [Tile(f"Recommendation {number}", id=f"tile-{number}") for number in range(4)]
    for tile in tiles:
        tile.show_figure("+42", "87 answers · interval +28…+57", "▲ 6", Tone.GOOD, share=0.4)
    badges = Flow(*(Badge(tone.value, tone) for tone in Tone))
    form = column(
        FormRow("Shop", TextField("", id="shop"), "On letters"),
        FormRow("Language", Choice("", {"fi": "Suomi"})),
        TextArea("Comment"),
    )
    who = row(
        Avatar("Kaisa Virtanen"),
        column(Label("Kaisa Virtanen"), Label("Monday · 50 years", muted=True)),
        None,
        Badge("Mo"),
    )
    left, right = (
        Card("Details", form),
        Card("Birthdays", who, boxed(badges), Note("A note that is long enough to need two lines or more.")),
    )
    return ScrollPage(head, boxed(Flow(*tiles, gap=12, equal=True)), Columns((left, 2), (right, 1)))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1158, 712), (1072, 664), (600, 500)])
def test_a_page_of_everything_fits(shown, walk, scale, size):
    theme().set_scale(scale)
    assert walk(shown(page(), *size)) == []


def test_halves_wrap_when_their_words_grow(shown):
    words = Label("a")
    split = shown(Split(words, Label("b")), 300, 100)
    assert split._layout.direction() == ACROSS
    words.setText("many words " * 10)
    QApplication.processEvents()
    assert split._layout.direction() == DOWN


@pytest.mark.parametrize(("width", "stacked"), [(1060, False), (1059, True)])
def test_columns_stack_when_narrow(shown, width, stacked):
    columns = shown(Columns((Label("a"), 1), (Label("b"), 1)), width, 200)
    assert columns.stacked() is stacked


def test_tiles_are_balanced_and_fill_the_line(shown):
    tiles = [Button("x" * 20) for _ in range(4)]
    wide = tiles[0].sizeHint().width()
    _root = shown(boxed(Flow(*tiles, gap=10, equal=True)), 3 * wide + 25, 300)
    assert [(tile.x() > 0, tile.y() > 0) for tile in tiles] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]
    assert tiles[1].geometry().right() == 3 * wide + 24


def test_initials():
    assert [
        Avatar(name).initials
        for name in ("Kaisa Virtanen", "Kai", "Anna Maija de Luca", "", "(old) Oʻtkir Gʻani")
    ] == ["KV", "K", "AL", "?", "OG"]
