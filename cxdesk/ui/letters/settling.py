"""What holds for all letters of the shop: the signature under them, and where the address stands."""

from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.aligning import Look
from cxdesk.ui.letters.signature_card import SignatureCard
from cxdesk.ui.letters.window_card import WindowCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.layouts import boxed, column


class Settling(QWidget):
    """The cards of the stationery; `look(file, title)` shows a finished paper."""

    def __init__(self, desk: Desk, shell: Shell, look: Look) -> None:
        super().__init__()
        self.signature, self.window_ = SignatureCard(desk, shell), WindowCard(desk, shell, look)
        halves = (boxed(column(each, None)) for each in (self.signature, self.window_))
        self.setLayout(column(Columns(*((half, 1) for half in halves), stack_under=760)))

    def load(self) -> None:
        """Show what stands now."""
        self.signature.presenter.load()
        self.window_.presenter.load()
