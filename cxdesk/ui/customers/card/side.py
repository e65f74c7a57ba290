"""The right of the card: what to do next, what the purchases say, and whether somebody is later than usual."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.idea import Idea
from cxdesk.language.language import Language
from cxdesk.ui.customers.facts import Rhythm, Value
from cxdesk.ui.thanking import title, why
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

Decide = Callable[[Suggestion], object]


class NextCard(Card):
    """What is suggested for this customer today; `own` leads to an idea of one's own."""

    def __init__(self, language: Language, main: Decide, done: Decide, snooze: Decide) -> None:
        self.own = Button(language.tr("Own idea"), Kind.QUIET, icon="plus", height=28, id="own-idea")
        super().__init__(language.tr("Next act"), icon="sparkles", tone=Tone.GIFT)
        self._language, self._main, self._done, self._snooze = language, main, done, snooze
        self._rows, self._waiting = column(gap=6), column(gap=4)
        self.add(boxed(self._rows))
        self.add(boxed(self._waiting))
        self.add(row(self.own, None))

    def show_ideas(self, waiting: Sequence[Idea], drop: Callable[[Idea], object]) -> None:
        """Show staff's own ideas that wait for their day, each with a button that drops it."""
        empty(self._waiting)
        for each in waiting:
            name = self._language.tr("Remove “{text}”", text=each.text)
            remove = IconButton("x", name, height=24, id=f"drop-idea-{each.id}")
            remove.clicked.connect(lambda _=False, each=each: drop(each))
            day = self._language.day(each.day)
            said = " · ".join(part for part in (day, each.author, each.text) if part)
            line = row(Label(said, Style.SMALL, muted=True, lines=3), remove, gap=6)
            line.setStretch(0, 1)
            self._waiting.addLayout(line)

    def show_nothing(self, text: str) -> None:
        """Say why there is nothing to do."""
        empty(self._rows)
        self._rows.addWidget(Label(text, muted=True, lines=0))

    def show_next(self, suggestion: Suggestion, main: str, icon: str, today: date) -> None:
        """Show it, with the words and the icon of its main button."""
        empty(self._rows)
        say = self._language
        self._rows.addWidget(Label(title(say, suggestion), Style.STRONG, lines=2))
        cost = say.money(suggestion.cost)
        self._rows.addWidget(
            Label(f"{cost} · {why(say, suggestion, today)}", Style.SMALL, muted=True, lines=0)
        )
        if suggestion.over_budget:
            over = say.tr("exceeds the budget by {amount}", amount=say.money(suggestion.over_budget))
            self._rows.addLayout(Flow(Badge(over, Tone.WARN)))
        self._rows.addWidget(self._buttons(suggestion, main, icon))

    def _buttons(self, suggestion: Suggestion, main: str, icon: str) -> QWidget:
        say = self._language.tr
        first = Button(main, Kind.PRIMARY, icon=icon, id="next-main")
        done = IconButton("check", say("Done"), Kind.SECONDARY, id="next-done")
        later = IconButton("alarm-clock", say("Later"), Kind.SECONDARY, id="next-later")
        for button, act in ((first, self._main), (done, self._done), (later, self._snooze)):
            button.clicked.connect(lambda _=False, act=act: act(suggestion))
        return boxed(Flow(first, done, later, gap=8))


class ValueCard(Card):
    """The figures of a customer's purchases, or the one line instead of them."""

    def __init__(self, language: Language) -> None:
        super().__init__(language.tr("Value"))
        self._figures = Flow(gap=12, equal=True)
        self._instead = Label("", muted=True, lines=0)
        self.add(boxed(self._figures))
        self.add(self._instead)

    def show_value(self, value: Value) -> None:
        """Show `value`."""
        empty(self._figures)
        for caption, figure in value.figures:
            words = column(
                Label(caption, Style.SMALL, muted=True, lines=2), Label(figure, Style.H2), None, gap=1
            )
            self._figures.addWidget(boxed(words))
        self._instead.setText(value.instead)
        self._instead.setVisible(bool(value.instead))


class RhythmCard(Card):
    """Whether somebody is later than usual, and why we say so."""

    def __init__(self, language: Language) -> None:
        self._badge = Badge("")
        super().__init__(language.tr("Rhythm"), end=self._badge)
        self._reason = Label("", Style.SMALL, muted=True, lines=0)
        self.add(self._reason)

    def show_rhythm(self, rhythm: Rhythm | None) -> None:
        """Show it; nothing when it cannot be told."""
        self.setVisible(rhythm is not None)
        if rhythm is not None:
            self._badge.set(rhythm.badge, rhythm.tone)
            self._reason.setText(rhythm.reason)
