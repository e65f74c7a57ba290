"""How to reach a customer: the card at the left of their page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import ContactKind, ContactPoint
from cxdesk.language.language import Language
from cxdesk.ui.customers.facts import Fact
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

ICONS = {ContactKind.PHONE: "phone", ContactKind.EMAIL: "at-sign", ContactKind.CARD: "tag"}


class ContactCard(Card):
    """Phone, e-mail, address, birthday, profile, note; `edit` is the button for the form."""

    def __init__(self, language: Language) -> None:
        self.edit = Button(language.tr("Edit"), Kind.QUIET, height=28, id="edit")
        super().__init__(language.tr("Contact"), end=self.edit)
        self._language = language
        self._rows = column(gap=6)
        self.add(boxed(self._rows))

    def show_contact(self, contacts: Sequence[ContactPoint], lines: Sequence[Fact]) -> None:
        """Show these ways to reach somebody, and what else is known."""
        empty(self._rows)
        for point in contacts:
            self._rows.addWidget(_line(Fact(ICONS[point.kind], point.value)))
        for each in lines:
            self._rows.addWidget(_line(each))
        if not self._rows.count():
            self._rows.addWidget(Label(self._language.tr("Nothing is known yet."), muted=True, lines=0))


def _line(fact: Fact) -> QWidget:
    second = [Label(fact.below, Style.SMALL, muted=True, lines=0)] if fact.below else []
    line = row(Icon(fact.icon), column(Label(fact.text, lines=3), *second, gap=1), gap=10)
    line.setStretch(1, 1)
    return boxed(line)
