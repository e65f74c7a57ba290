"""Points: what all together have, and one customer's account."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.account_card import AccountCard
from cxdesk.ui.loyalty.accounting import Account, Accounting, Figure
from cxdesk.ui.loyalty.change_card import ChangeCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.somebody import somebody
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column

FIGURES = 4


class PointsHalf(QWidget):
    """Figures on top; below the account that is looked for, and what can be done with it; `printed(customer id)`."""

    printed = Signal(int)

    def __init__(self, desk: Desk, shell: Shell, accounting: Accounting) -> None:
        super().__init__()
        language, accounting.view = shell.language, self
        self._figures = [
            (Label("", Style.KPI), Label("", Style.SMALL, muted=True, lines=2)) for _ in range(FIGURES)
        ]
        tiles = boxed(Flow(*(Card("", *parts) for parts in self._figures), gap=12, equal=True))
        tr = language.tr
        self.customer = somebody(desk, tr("Whose points?"), "account-customer")
        self.customer.picked.connect(accounting.choose)
        hint = tr("Points lot by lot, coupons, promises and permissions stand on the statement.")
        chosen = Card(tr("A customer’s points"), Label(hint, muted=True, lines=0), self.customer, icon="user")
        self.account, self.change = AccountCard(language, accounting), ChangeCard(language, accounting)
        self.account.printed.connect(lambda: self.printed.emit(accounting.customer_id))
        self.account.opened.connect(lambda: shell.go("customers", accounting.customer_id))
        left = boxed(column(chosen, self.change, None, gap=12))
        both = Columns((left, 5), (boxed(column(self.account, None)), 7), gap=12, stack_under=900)
        self.setLayout(column(tiles, both, None, gap=12))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show what all together have."""
        for (value, note), figure in zip(self._figures, figures, strict=True):
            value.setText(figure.value)
            note.setText(figure.note)

    def show_account(self, account: Account | None) -> None:
        """Show a customer's points."""
        self.change.setVisible(account is not None)
        self.account.show_account(account)
