"""The code that staff know, asked before the customer's screen is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column, row

WIDTH, HEIGHT = 360, 48


class Code(QWidget):
    """`told(text)` when a code was written, `stays()` when nobody wants to leave."""

    told = Signal(str)
    stays = Signal()

    def __init__(self, language: Language, error: str) -> None:
        super().__init__()
        tr = language.tr
        self.field = TextField(tr("Code of the staff"), id="kiosk-code")
        self.field.setEchoMode(TextField.EchoMode.Password)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.returnPressed.connect(lambda: self.told.emit(self.field.text()))
        asked = FormRow(tr("Code of the staff"), self.field)
        asked.set_error(error)
        stay = Button(tr("Stay"), height=HEIGHT, id="kiosk-stay")
        stay.clicked.connect(self.stays)
        leave = Button(tr("Leave"), Kind.PRIMARY, height=HEIGHT, id="kiosk-leave")
        leave.clicked.connect(lambda: self.told.emit(self.field.text()))
        card = Card("", asked, boxed(Flow(stay, leave, gap=12)))
        card.setFixedWidth(theme().px(WIDTH))
        self.setLayout(column(row(None, card, None)))
