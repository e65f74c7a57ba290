"""Notes that stay until they are dealt with."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Tone
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import row
from cxdesk.ui.widgets.painting import begin, box

ICONS = {
    Tone.INFO: "info",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-x",
    Tone.GOOD: "circle-check",
    Tone.ACCENT: "sparkles",
    Tone.GIFT: "gift",
    Tone.NEUTRAL: "info",
}


class Note(QWidget):
    """A sentence on a soft fill; with `action` it has a button, and `acted` is its press.

    Warnings and failures are read out at once. An empty text hides the note.
    """

    acted = Signal()

    def __init__(self, text: str = "", tone: Tone = Tone.INFO, *, action: str = "", icon: str = "") -> None:
        super().__init__()
        self.tone, self._icon_name = tone, icon
        self._icon = Icon(icon or ICONS[tone], tone)
        self.label = Label(text, tone=tone, lines=0)
        self.button = Button(action, Kind.QUIET, height=30)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.acted)
        layout = row(self._icon, self.label, self.button, gap=10, margins=(12, 8, 12, 8))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if not text:  # showing what has no parent yet would open a window
            self.hide()

    def say(self, text: str, tone: Tone | None = None, *, action: str = "") -> None:
        """Show `text`, in another tone when given; empty hides the note."""
        self.tone = tone or self.tone
        self._icon.set(self._icon_name or ICONS[self.tone], self.tone)
        self.label.setText(text)
        self.label.set_tone(self.tone)
        self.button.set_text(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))
        if text:
            announce(self, text, urgent=self.tone in {Tone.WARN, Tone.BAD})

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the fill."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_FIELD, theme().tokens.soft[self.tone].fill)
        painter.end()
