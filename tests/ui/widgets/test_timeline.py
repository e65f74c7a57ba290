from PySide6.QtCore import Qt

from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.labels import Label
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
    headings = [label.text() for label in timeline.findChildren(Label) if label.parent() is timeline]
    assert headings == ["NOVEMBER", "OCTOBER"]
    rows = timeline.findChildren(EventRow)
    with qtbot.waitSignal(timeline.opened) as told:
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert told.args == ["2"]
    assert rows[0].accessibleName() == "We 14.10.. Thanks 1. Worked. −20,00 €. Redeemed"
    assert walk(timeline) == []
