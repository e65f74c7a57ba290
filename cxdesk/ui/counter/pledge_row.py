"""The promise of the visit, in one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.counter.basket import Pledge
from cxdesk.ui.tokens import TARGET, Style
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import row


class PledgeRow(QWidget):
    """What is promised with this visit; `opened` changes it, `dropped` takes it away."""

    opened = Signal()
    dropped = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self._text = Label("", Style.SMALL, lines=2)
        change = IconButton("pencil", tr("Change the promise"), height=TARGET, id="pledge-change")
        drop = IconButton("x", tr("Promise nothing"), height=TARGET, id="pledge-drop")
        change.clicked.connect(self.opened)
        drop.clicked.connect(self.dropped)
        line = row(Icon("hourglass", size=16), self._text, change, drop, gap=6)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_pledge(self, pledge: Pledge | None) -> None:
        """Show it, or nothing."""
        if pledge:
            say = self._language
            self._text.setText(
                say.tr("Promised for {day}: {what}", day=say.day(pledge.due), what=pledge.text)
            )
        self.setVisible(pledge is not None)
