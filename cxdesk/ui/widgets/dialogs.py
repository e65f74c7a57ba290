"""Our own plain dialog, with our own words on the buttons; for the few questions that undo cannot spare."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row

WIDTH = 480


class Dialog(QDialog):
    """A question or a message: `parts` stand under the text, the buttons right at the bottom.

    The first button is safe: Esc and closing mean it, and it has the focus. `answer` is the pressed button's index.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *buttons: Button,
        parts: tuple[QWidget, ...] = (),
        icon: str = "circle-help",
        tone: Tone = Tone.ACCENT,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        theme().dress(self)
        named(self, title, "dialog")
        self.setAccessibleDescription(text)
        self.answer = 0
        self.text = Label(text, lines=0, muted=True)
        head = row(IconDisc(icon, tone), Label(title, Style.H2, lines=0), gap=12)
        foot = row(None, *buttons)
        self.setLayout(
            column(head, self.text, *(parts or (None,)), 8, foot, gap=12, margins=(24, 24, 24, 20))
        )
        for index, button in enumerate(buttons):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, index=index: self._choose(index))
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.setMinimumWidth(WIDTH)

    def _choose(self, index: int) -> None:
        self.answer = index
        self.accept()
