"""The statement of a customer, to be printed and handed over."""

from PySide6.QtCore import Signal

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.somebody import somebody
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed


class StatementCard(Card):
    """Whose; `wanted(customer id)` asks for the paper."""

    wanted = Signal(int)

    def __init__(self, desk: Desk, language: Language) -> None:
        tr = language.tr
        hint = tr("Points lot by lot, coupons, promises and permissions, in the customer’s language.")
        super().__init__(tr("Statement for a customer"), Label(hint, muted=True, lines=0), icon="file-text")
        self.customer = somebody(desk, tr("Whose statement?"), "statement-customer")
        show = Button(tr("Show the statement"), icon="eye", id="statement-show")
        show.clicked.connect(lambda _: self._ask())
        self.add(self.customer)
        self.add(boxed(Flow(show)))

    def _ask(self) -> None:
        if self.customer.chosen is None:
            self.customer.field.setFocus()
        else:
            self.wanted.emit(self.customer.chosen)
