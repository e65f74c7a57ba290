"""The rules of the programme: what a point is, rewards, tiers, earning and stamp cards."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.rules_card import RulesCard
from cxdesk.ui.loyalty.ruling import RuleRow, Ruling
from cxdesk.ui.loyalty.settings_card import SettingsCard
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.layouts import boxed, column


class RulesHalf(QWidget):
    """What a point is over two columns of rules; `opened(form)` when one is to be written."""

    opened = Signal(QWidget)

    def __init__(self, desk: Desk, language: Language, ruling: Ruling) -> None:
        super().__init__()
        self.ruling, ruling.view = ruling, self
        self.settings = SettingsCard(language, self.ruling)
        self.cards = {
            key: RulesCard(desk, language, self.ruling, kind) for key, kind in self.ruling.kinds.items()
        }
        left, right = ("reward", "stamps"), ("tier", "earn")
        sides = [boxed(column(*(self.cards[key] for key in keys), None, gap=12)) for keys in (left, right)]
        both = Columns(*((side, 1) for side in sides), gap=12, stack_under=1000)
        self.setLayout(column(self.settings, both, None, gap=12))

    def load(self) -> None:
        """Show what stands now."""
        self.ruling.load()

    def show_settings(self, figures: Mapping[str, str], *, active: bool) -> None:
        """Show what a point is."""
        self.settings.show_settings(figures, active=active)

    def show_rules(self, key: str, rows: Sequence[RuleRow]) -> None:
        """Show the rules of a kind."""
        self.cards[key].show_rules(rows)

    def ask_rule(self, key: str, title: str, values: Mapping[str, Any], known: Sequence[str]) -> None:
        """Open the form of a kind."""
        self.cards[key].ask(title, values, known)
        self.opened.emit(self.cards[key].form)

    def close_rule(self, key: str) -> None:
        """Close the form."""
        self.cards[key].close_form()
