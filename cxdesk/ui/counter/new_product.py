"""The small form for a product that the shop does not know yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note


class NewProduct(QWidget):
    """Name and price; `made(name, price, barcode)` by Enter, `left` by Esc."""

    made = Signal(str, str, str)
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language, self._barcode = language, ""
        self._title = Label("", Style.STRONG, lines=2)
        self.name = TextField(tr("Product name"), tr("Product name"), id="product-name")
        price = tr("Price ({currency})", currency=language.currency)
        self.price = TextField(price, price, id="product-price")
        self.error = Note("", Tone.BAD)
        save = Button(tr("Add product"), icon="plus", id="product-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="product-cancel")
        buttons = boxed(Flow(save, cancel))
        self.setLayout(column(self._title, self.name, self.price, self.error, buttons))
        self.name.returnPressed.connect(self._made)
        self.price.returnPressed.connect(self._made)
        save.clicked.connect(self._made)
        cancel.clicked.connect(self.left)

    def begin(self, name: str, barcode: str) -> None:
        """Ask for a product of this name, or with this barcode."""
        tr = self._language.tr
        self._barcode = barcode
        self._title.setText(tr("Unknown barcode {code}", code=barcode) if barcode else tr("New product"))
        self.name.setText(name)
        self.price.setText("")
        self.error.say("")
        (self.price if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _made(self) -> None:
        if self.name.text().strip() and not self.price.text().strip() and self.name.hasFocus():
            self.price.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.made.emit(self.name.text(), self.price.text(), self._barcode)
