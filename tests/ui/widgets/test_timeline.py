from dataclasses import replace

from PySide6.QtCore import Qt

from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.labels import Label, tooltip
from cxdesk.ui.widgets.timeline import Event, EventRow, Timeline


def event(key, month):
    return Event(
        key,
        month,
        "gift",
        Tone.GIFT,
        f"Thanks {key}",
        "Redeemed",
        "−20,00 €",
        "We 14.10.",
        "Worked",
        Tone.GOOD,
    )


def test_months_are_headings_and_rows_open(shown, qtbot, walk):
    timeline = shown(Timeline("Timeline"), 500, 400)
    timeline.show_events([event("1", "November"), event("2", "October"), event("3", "October")])
    headings = [label.text() for label in timeline.findChildren(Label)]
    assert headings == ["NOVEMBER", "OCTOBER"]
    rows = timeline.findChildren(EventRow)
    with qtbot.waitSignal(timeline.opened) as told:
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert told.args == ["2"]
    assert rows[0].accessibleName() == "We 14.10.. Thanks 1. Worked. −20,00 €. Redeemed"
    assert walk(timeline) == []


def test_what_does_not_fit_is_said_whole_in_the_tooltip(shown, qtbot):
    timeline = shown(Timeline("Timeline"), 500, 200)
    timeline.show_events([replace(event("1", "November"), detail="Redeemed " * 40)])
    row = timeline.findChild(EventRow)

    qtbot.waitUntil(lambda: bool(row.toolTip()))
    assert row.toolTip() == tooltip(f"Thanks 1: {'Redeemed ' * 40}")


def test_rows_follow_the_text_size(shown, look):
    timeline = shown(Timeline("Timeline"), 900, 200)
    timeline.show_events([event("1", "November")])
    row = timeline.findChild(EventRow)
    before = row.sizeHint()
    look.set_scale(2.0)

    assert row.toolTip() == ""
    assert row.sizeHint().height() > before.height() + 10
    assert row.sizeHint().width() > 1.5 * before.width()


def test_more_is_added_at_the_end_and_one_row_is_unfolded_in_place(shown):
    timeline = shown(Timeline("Timeline"), 500, 400)
    events = [event(str(n), "November" if n < 3 else "October") for n in range(5)]
    timeline.show_events(events[:2])
    first = timeline.findChildren(EventRow)[0]
    timeline.unfold("1", Label("whole"))
    timeline.show_events(events)
    assert timeline.findChildren(EventRow)[0] is first
    assert [label.text() for label in timeline.findChildren(Label)] == ["NOVEMBER", "whole", "OCTOBER"]
    assert first.mapTo(timeline, first.rect().topLeft()).y() < 40
    timeline.unfold("4", Label("other"))
    assert timeline.fold() == "4"
    assert timeline.fold() == ""
