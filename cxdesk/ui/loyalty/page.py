"""Coupons and points: what is out there, the rules, and why they are so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.coupons_half import CouponsHalf
from cxdesk.ui.loyalty.draws_half import DrawsHalf
from cxdesk.ui.loyalty.log_half import LogHalf
from cxdesk.ui.loyalty.points_half import PointsHalf
from cxdesk.ui.loyalty.presenter import COUPONS, DRAWS, LOG, POINTS, RULES, Presenter
from cxdesk.ui.loyalty.rules_half import RulesHalf
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import column


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
            "stamps",
            "programme_changes",
            "purchases",
            "draws",
            "feedback",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        self.presenter = presenter = Presenter(desk, shell.language, self)
        self.tabs = ChipGroup(
            tr("Coupons and points"), self._names(), always=True, equal=False, id="loyalty-tab"
        )
        self.points = PointsHalf(desk, shell, presenter.accounting)
        self.coupons = CouponsHalf(desk, shell, presenter.couponing)
        self.rules = RulesHalf(desk, shell.language, presenter.ruling)
        self.draws = DrawsHalf(shell.language, presenter.drawing)
        self.log = LogHalf(shell.language, presenter.log)
        self._halves: dict[str, QWidget] = {
            POINTS: self.points,
            COUPONS: self.coupons,
            RULES: self.rules,
            DRAWS: self.draws,
            LOG: self.log,
        }
        self.preview, self._stack = Preview(shell.language), QStackedWidget()
        head = PageHead(tr("Coupons and points"), tr("What regulars have earned, and what it costs you"))
        content = ScrollPage(head, self.tabs, *self._halves.values(), None)
        self.rules.opened.connect(content.reveal)
        self._stack.addWidget(content)
        self._stack.addWidget(self.preview)
        self.setLayout(column(self._stack))
        self.tabs.changed.connect(lambda: presenter.turn(self.tabs.value()))
        self.points.printed.connect(presenter.print_statement)
        self.coupons.printed.connect(self.show_paper)
        self.draws.printed.connect(self.show_paper)
        self.preview.closed.connect(self.back)
        self.preview.printed.connect(self.back)
        self.show_half(POINTS)

    def reload(self) -> None:
        """Show what stands now, on the half that is seen."""
        self.presenter.reload()

    def open(self, what: object) -> None:
        """One half, or the points of a customer."""
        self.back()
        self.presenter.open(what)

    def back(self) -> bool:
        """From a paper back to the halves."""
        looking = self._stack.currentWidget() is self.preview
        self._stack.setCurrentIndex(0)
        return looking

    def main_control(self) -> QWidget | None:
        """The half that is chosen."""
        return self.tabs.first()

    def show_half(self, key: str) -> None:
        """Show one half."""
        self.tabs.choose(key)
        for name, half in self._halves.items():
            half.setVisible(name == key)

    def show_paper(self, file: Path, title: str) -> None:
        """Show a paper over the halves, to be printed."""
        self.preview.open(file, title)
        self._stack.setCurrentWidget(self.preview)
        self.preview.print_button.setFocus()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _names(self) -> dict[str, str]:
        tr = self._shell.language.tr
        return {
            POINTS: tr("Points"),
            COUPONS: tr("Coupons and gift cards"),
            RULES: tr("Rules"),
            DRAWS: tr("Prize draws"),
            LOG: tr("Change log"),
        }
