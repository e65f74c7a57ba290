"""The paper that the customer has brought, with one button for each thing that may become of it."""

from functools import partial

from PySide6.QtCore import Signal

from cxdesk.domain.paper import PaperKind, Slip
from cxdesk.language import papers
from cxdesk.language.language import Language
from cxdesk.ui.marks import ICONS
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, empty


class BroughtCard(Card):
    """Hidden until `show_slip` shows a paper; `marked(mark)`, and of an invitation `friend`."""

    marked = Signal(object)
    friend = Signal()

    def __init__(self, language: Language) -> None:
        self._title, self._told = (
            Label("", Style.STRONG, lines=2),
            Label("", Style.SMALL, muted=True, lines=3),
        )
        self._marks = Flow(gap=8)
        super().__init__(
            language.tr("Brought along"), self._title, self._told, boxed(self._marks), icon="mail"
        )
        self._language = language
        self.hide()

    def show_slip(self, slip: Slip | None) -> None:
        """Show this paper, or nothing."""
        if slip:
            self._title.setText(papers.title(self._language, slip))
            self._told.setText(papers.told(self._language, slip))
            self._show_marks(slip)
        self.setVisible(slip is not None)

    def _show_marks(self, slip: Slip) -> None:
        empty(self._marks)
        for mark in (each for each in slip.marks if not slip.paper.marked(each)):
            button = Button(
                papers.mark(self._language, mark, slip.paper.kind), icon=ICONS[mark], id=f"paper-{mark}"
            )
            button.clicked.connect(partial(self._mark, mark))
            self._marks.addWidget(button)
        if slip.paper.kind is PaperKind.INVITATION:
            friend = Button(self._language.tr("A friend with it"), icon="users", id="paper-friend")
            friend.clicked.connect(self.friend)
            self._marks.addWidget(friend)

    def _mark(self, mark: object) -> None:
        self.marked.emit(mark)
