"""How to reach a customer: the card at the left of their page."""

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import ContactKind, Customer
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

ICONS = {ContactKind.PHONE: "phone", ContactKind.EMAIL: "at-sign", ContactKind.CARD: "tag"}


class ContactCard(Card):
    """Phone, e-mail, address, birthday, note; `edit` is the button for the form."""

    def __init__(self, language: Language) -> None:
        self.edit = Button(language.tr("Edit"), Kind.QUIET, height=28, id="edit")
        super().__init__(language.tr("Contact"), end=self.edit)
        self._language = language
        self._rows = column(gap=6)
        self.add(boxed(self._rows))

    def show_contact(self, customer: Customer, address: str, birthday: tuple[str, str]) -> None:
        """Show `customer`; `birthday` is the day and what comes next."""
        empty(self._rows)
        for point in customer.contacts:
            self._rows.addWidget(_line(ICONS[point.kind], point.value))
        for icon, text in (("map-pin", address), ("file-text", customer.note)):
            if text:
                self._rows.addWidget(_line(icon, text))
        if birthday[0]:
            self._rows.addWidget(_line("cake", *birthday))
        if not self._rows.count():
            self._rows.addWidget(Label(self._language.tr("Nothing is known yet."), muted=True, lines=0))


def _line(icon: str, text: str, below: str = "") -> QWidget:
    second = [Label(below, Style.SMALL, muted=True, lines=0)] if below else []
    line = row(Icon(icon), column(Label(text, lines=3), *second, gap=1), gap=10)
    line.setStretch(1, 1)
    return boxed(line)
