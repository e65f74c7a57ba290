"""What holds for all letters of the shop: the signature under them."""

from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.signature_card import SignatureCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.layouts import boxed, column


class Settling(QWidget):
    """The cards of the stationery."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self.signature = SignatureCard(desk, shell)
        self.setLayout(column(Columns((boxed(column(self.signature, None)), 1), (QWidget(), 1))))

    def load(self) -> None:
        """Show what stands now."""
        self.signature.presenter.load()
