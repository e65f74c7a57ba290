"""Where the customer's screen is opened."""

from functools import partial

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cxdesk.services.desk import Desk
from cxdesk.ui.kiosk.presenter import Hand
from cxdesk.ui.kiosk.screen import KioskScreen
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import ScrollPage
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.states import Empty


class KioskPage(Page):
    """Says what the customer's screen is, and shows it; for one customer when opened with who gets the answers."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell, tr = desk, shell, shell.language.tr
        self.kiosk: KioskScreen | None = None
        self.start = Button(
            tr("Show the questions"), Kind.PRIMARY, icon="monitor-smartphone", id="show-kiosk"
        )
        self.start.clicked.connect(partial(self._show, None))
        self.settings = Button(tr("Code of the staff"), icon="settings", id="kiosk-settings")
        self.settings.clicked.connect(partial(shell.go, "settings", "look"))
        text = tr(
            "Customers answer without a name, one after another. To leave, hold Esc or the shop’s name for two seconds."
        )
        about = Empty("monitor-smartphone", tr("Customer’s screen"), text, self.start, self.settings)
        self.setLayout(column(ScrollPage(None, about, None)))

    def open(self, what: object) -> None:
        """Let one customer answer for the visit that the counter writes."""
        if callable(what):
            self._shell.back()
            self._show(what)

    def end(self) -> None:
        """The customer's screen ends with the window, or the shop would stay open behind it."""
        if self.kiosk is not None and isValid(self.kiosk):
            self.kiosk.presenter.leave()

    def main_control(self) -> QWidget:
        """The button that shows the questions."""
        return self.start

    def _show(self, hand: Hand | None, _pressed: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.kiosk = KioskScreen(self._desk, self._shell, hand)
        self.kiosk.cover()
