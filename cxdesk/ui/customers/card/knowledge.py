"""What is known of what helps, and what may be asked when it suits; gone when nothing is missing."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cxdesk.domain.completeness import Completeness, Known
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, empty


class KnowledgeCard(Card):
    """A meter and a button for each thing that is missing; `jump(what)` goes where it is noted."""

    def __init__(self, language: Language, jump: Callable[[Known], object]) -> None:
        self._share = Badge("")
        super().__init__(language.tr("What we know"), end=self._share)
        self._language, self._jump = language, jump
        self._meter, self._flow = Meter(), Flow(gap=2)
        hint = Label(language.tr("To ask when it comes up:"), Style.SMALL, muted=True, lines=0)
        for part in (self._meter, hint, boxed(self._flow)):
            self.add(part)

    def show_completeness(self, known: Completeness) -> None:
        """Show it."""
        self.setVisible(bool(known.missing))
        self._share.set(self._language.percent(known.share), self._share.tone)
        self._meter.set(known.share)
        empty(self._flow)
        for what in known.missing:
            self._flow.addWidget(self._button(what))

    def _button(self, what: Known) -> QWidget:
        button = Button(self._words()[what], Kind.QUIET, icon="plus", height=28, id=f"missing-{what}")
        button.clicked.connect(lambda: self._jump(what))
        return button

    def _words(self) -> dict[Known, str]:
        say = self._language.tr
        return {
            Known.NAME: say("Name"),
            Known.REACHABLE: say("A way to reach them"),
            Known.LANGUAGE: say("Language"),
            Known.BIRTHDAY: say("Birthday"),
            Known.TASTE: say("What they like"),
            Known.PERMISSION: say("Permission for letters"),
            Known.MET: say("A first feedback"),
        }
