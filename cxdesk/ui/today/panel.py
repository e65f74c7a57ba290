"""What opens below the suggestions: why these, what was put off, what was done this month."""

from collections.abc import Callable, Sequence

from cxdesk.domain.appreciation import Action
from cxdesk.language.language import Language
from cxdesk.ui.today.presenter import Kept
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import announce, named
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty

AT_MOST = 50


class Panel(Card):
    """A card that opens and closes; it shows sentences or a list of decisions."""

    def __init__(
        self, language: Language, open_customer: Callable[[int], object], wake: Callable[[Action], object]
    ) -> None:
        close = IconButton("x", language.tr("Close"), height=28, id="close-panel")
        super().__init__(" ", end=close)
        self._language, self._open_customer, self._wake = language, open_customer, wake
        self._rows = column(gap=6)
        self.add(boxed(self._rows))
        close.clicked.connect(self.hide)
        self.hide()

    def explain(self, title: str, sentences: Sequence[str]) -> None:
        """Say these sentences."""
        self._begin(title)
        for sentence in sentences:
            self._rows.addWidget(Label(sentence, lines=0))
        announce(self, " ".join(sentences))

    def list_kept(self, title: str, kept: Sequence[Kept], nothing: str) -> None:
        """List decisions, or say that there are none."""
        self._begin(title)
        if not kept:
            self._rows.addWidget(Label(nothing, muted=True, lines=0))
        for each in kept[:AT_MOST]:
            self._rows.addWidget(self._row(each))

    def _begin(self, title: str) -> None:
        empty(self._rows)
        self.title.setText(title)
        named(self, title, "panel")
        self.show()

    def _row(self, kept: Kept) -> Split:
        words = column(
            Label(kept.title, Style.STRONG), Label(kept.detail, Style.SMALL, muted=True, lines=0), gap=1
        )
        buttons = []
        if kept.wake is not None:
            buttons.append(Button(self._language.tr("Bring back"), height=30, id="wake"))
            buttons[0].clicked.connect(lambda _=False, action=kept.wake: self._wake(action))
        open_button = Button(self._language.tr("Open customer"), Kind.QUIET, height=30, id="open-kept")
        open_button.clicked.connect(lambda: self._open_customer(kept.customer_id))
        return Split(boxed(words), boxed(Flow(*buttons, open_button, gap=8)))
