"""Coupons and points: what is out there, the rules, and why they are so."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.coupons_half import CouponsHalf
from cxdesk.ui.loyalty.points_half import PointsHalf
from cxdesk.ui.loyalty.programme_half import ProgrammeHalf
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import column

POINTS, COUPONS, PROGRAMME = "points", "coupons", "programme"


class LoyaltyPage(Page):
    """Opens on the points, or on the half that is asked for."""

    tables = frozenset(
        {
            "points",
            "coupons",
            "redemptions",
            "gift_cards",
            "gift_card_entries",
            "customers",
            "products",
            "settings",
            "earn_rules",
            "tiers",
            "rewards",
            "stamp_cards",
            "programme_changes",
            "purchases",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        names = {POINTS: tr("Points"), COUPONS: tr("Coupons and gift cards"), PROGRAMME: tr("Programme")}
        self.tabs = ChipGroup(tr("Coupons and points"), names, always=True, equal=False, id="loyalty-tab")
        self.points = PointsHalf(desk, shell.language, self)
        self.coupons = CouponsHalf(desk, shell, self)
        self.programme = ProgrammeHalf(desk, shell.language, self)
        self._halves: dict[str, PointsHalf | CouponsHalf | ProgrammeHalf]
        self._halves = {POINTS: self.points, COUPONS: self.coupons, PROGRAMME: self.programme}
        self.tabs.changed.connect(self._turn)
        head = PageHead(tr("Coupons and points"), tr("What regulars have earned, and what it costs you"))
        self.preview = Preview(shell.language)
        self._stack, self._desk = QStackedWidget(), desk
        self._stack.addWidget(ScrollPage(head, self.tabs, *self._halves.values(), None))
        self._stack.addWidget(self.preview)
        self.setLayout(column(self._stack))
        self.points.statement.wanted.connect(self._print)
        self.preview.closed.connect(self.back)
        self.preview.printed.connect(self.back)
        for key, half in self._halves.items():
            half.setVisible(key == POINTS)

    def reload(self) -> None:
        """Show what stands now, on the half that is seen."""
        self._halves[self.tabs.value()].load()

    def open(self, what: object) -> None:
        """One half, or the statement of a customer, `("statement", id)`."""
        match what:
            case ("statement", int(customer_id)):
                self._print(customer_id)
            case str() if what in self._halves:
                self.back()
                self.tabs.choose(what)
                self._turn()

    def back(self) -> bool:
        """From a statement back to the halves."""
        looking = self._stack.currentWidget() is self.preview
        self._stack.setCurrentIndex(0)
        return looking

    def main_control(self) -> QWidget | None:
        """The half that is chosen."""
        return self.tabs.first()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _print(self, customer_id: int) -> None:
        """Show the statement of a customer, to be printed."""
        try:
            name, file = self._desk.customers.get(customer_id).name, self._desk.statements.file(customer_id)
            self._desk.statements.write(customer_id, file)
            self.preview.open(file, self._shell.language.tr("Statement: {name}", name=name))
        except UserError as error:
            self._shell.fail(error)
            return
        self._stack.setCurrentWidget(self.preview)
        self.preview.print_button.setFocus()

    def _turn(self) -> None:
        for key, half in self._halves.items():
            half.setVisible(key == self.tabs.value())
        self.reload()
