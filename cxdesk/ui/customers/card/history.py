"""One timeline of everything that happened with a customer, by month, with filters; each row unfolds in place."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.customers.happening import ALL, Happening, Line
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.states import Empty
from cxdesk.ui.widgets.timeline import Event, Timeline


class HistoryCard(Card):
    """The middle of the card."""

    def __init__(
        self,
        language: Language,
        choose: Callable[[str], object],
        more: Callable[[], object],
        opened: Callable[[str], object],
    ) -> None:
        super().__init__(language.tr("Timeline"))
        self._language = language
        self._words = {ALL: language.tr("All")}
        self.filters = ChipGroup(
            language.tr("What to show"), self._words, always=True, equal=False, height=30, id="events"
        )
        self.filters.changed.connect(lambda: choose(self.filters.value()))
        self.timeline = Timeline(language.tr("Timeline"), "timeline")
        self.timeline.opened.connect(opened)
        self._more = Button("", Kind.QUIET, icon="chevron-down", id="more-events")
        self._more.clicked.connect(more)
        self._nothing = Empty(
            "history", language.tr("Nothing yet"), language.tr("Purchases, feedback and thanks appear here.")
        )
        for part in (self.filters, self._nothing, self.timeline, row(self._more, None)):
            self.add(part)

    def show_events(self, shown: Sequence[Happening], words: dict[str, str], hidden: int, group: str) -> None:
        """Show these; `words` are the filters with their counts, `hidden` events are not shown yet."""
        if words != self._words:
            self._words = words
            self.filters.set_options(words)
        self.filters.choose(group)
        self.timeline.show_events([self._event(each) for each in shown])
        self.timeline.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._more.set_text(self._language.tr_n("Show {n} more", "Show {n} more", hidden))
        self._more.setVisible(hidden > 0)

    def unfold(self, key: str, lines: Sequence[Line], *acts: tuple[str, str, Callable[[], object]]) -> None:
        """Show these lines below a row, then buttons (words, icon, act); once more folds them away."""
        if self.timeline.fold() == key or not (lines or acts):
            return
        buttons = [self._button(*act) for act in acts]
        parts = [_line(*each) for each in lines]
        self.timeline.unfold(key, boxed(column(*parts, row(*buttons, None), gap=4, margins=(52, 4, 6, 10))))

    def _button(self, words: str, icon: str, act: Callable[[], object]) -> Button:
        button = Button(words, icon=icon, height=30, id=f"event-{icon}")
        button.clicked.connect(lambda _=False: act())
        return button

    def _event(self, each: Happening) -> Event:
        say = self._language
        return Event(
            each.key,
            say.month(each.day),
            each.icon,
            each.tone,
            each.title,
            each.detail.replace("\n", " "),
            each.figure,
            say.day(each.day),
            each.badge,
            each.badge_tone,
        )


def _line(left: str, right: str) -> QWidget:
    if not right:
        return Label(left, lines=0)
    words, figure = Label(left, Style.SMALL, muted=True, lines=0), Label(right, lines=2)
    line = row(words, figure, gap=12)
    line.setStretch(0, 1)
    return boxed(line)
