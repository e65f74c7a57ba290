"""What holds for all papers of the shop: the signature, where the address stands, and cards to answer on."""

from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.aligning import Look
from cxdesk.ui.letters.answer_card import AnswerCard
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
        self.answers = AnswerCard(desk, shell, look)
        halves = ((self.signature,), (self.window_, self.answers))
        columns = ((boxed(column(*cards, None, gap=12)), 1) for cards in halves)
        self.setLayout(column(Columns(*columns, stack_under=760)))

    def load(self) -> None:
        """Show what stands now."""
        self.signature.presenter.load()
        self.window_.presenter.load()
