"""The goals that a customer has set with the shop: how far each has come, and a new one in a line or two."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.goal import Counts, Progress
from cxdesk.language import goals as words
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.goals import Pursuing
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.suggestions import SuggestField


class GoalsCard(Card):
    """The card of goals; what was typed goes to `pursuing`."""

    def __init__(self, language: Language, pursuing: Pursuing) -> None:
        self._language, self._pursuing = language, pursuing
        say = language.tr
        new = Button(say("Add"), Kind.QUIET, icon="plus", height=28, id="new-goal")
        super().__init__(say("Goals"), icon="target", end=new)
        kinds = {kind.value: text for kind, text in words.counts(language).items()}
        self.counts = ChipGroup(
            say("What is counted"), kinds, always=True, equal=False, height=30, id="goal-counts"
        )
        self.target = TextField(say("How many"), say("How many, such as 10"), id="goal-target")
        self.what = SuggestField(say("Of what"), id="goal-what")
        self.text = TextField(say("What it is for"), say("A name (optional)"), id="goal-text")
        self.error = Note("", Tone.BAD)
        save = Button(say("Set the goal"), icon="check", id="set-goal")
        parts = (self.counts, self.target, self.what, self.text, self.error)
        self.adding = Adding(self.target, save, self._set, *parts)
        self._rows = column(gap=10)
        self._nothing = Label(say("No goal yet: so many visits, skeins or kilometres."), muted=True, lines=0)
        for part in (boxed(self._rows), self._nothing, self.adding):
            self.add(part)
        new.clicked.connect(self._begin)
        self.counts.changed.connect(self._turn)

    def show_goals(self, goals: Sequence[Progress]) -> None:
        """Show how far each has come."""
        empty(self._rows)
        for each in goals:
            self._rows.addWidget(self._row(each))
        self._nothing.setVisible(not goals)

    def _row(self, each: Progress) -> QWidget:
        say, goal, pursuing = self._language, each.goal, self._pursuing
        name = words.title(say, goal)
        drop = IconButton("x", say.tr("Remove “{text}”", text=name), height=24, id=f"drop-goal-{goal.id}")
        drop.clicked.connect(lambda _: pursuing.drop(goal))
        head = row(Label(name, lines=2), drop, gap=6)
        head.setStretch(0, 1)
        meter = Meter(each.share)
        said = Label(words.progress(say, each), Style.SMALL, muted=True, lines=2)
        return boxed(column(head, meter, said, *self._act(each), gap=4))

    def _act(self, each: Progress) -> list[QWidget]:
        """Of a goal that is reached the button that ends it; of one added to by hand the field for more."""
        say, goal = self._language.tr, each.goal
        if each.reached:
            button = Button(say("Congratulated"), icon="check", height=32, id=f"celebrate-{goal.id}")
            button.clicked.connect(lambda _: self._pursuing.celebrate(goal))
            return [boxed(row(button, None))]
        if goal.counts is not Counts.HAND:
            return []
        more = TextField(
            say("More for “{text}”", text=words.title(self._language, goal)),
            say("How many more? Enter adds."),
            id=f"more-{goal.id}",
        )
        more.returnPressed.connect(lambda: self._more(each, more))
        return [more]

    def _more(self, each: Progress, field: TextField) -> None:
        self.error.say(self._pursuing.advance(each.goal, field.text()))

    def _begin(self) -> None:
        self.adding.toggle()
        self._turn()

    def _turn(self) -> None:
        """Ask of what, in the words of the kind."""
        kind, say = Counts(self.counts.value()), self._language.tr
        self.what.setVisible(kind is not Counts.VISITS)
        pieces = kind is Counts.PIECES
        self.what.setPlaceholderText(say("Product or category") if pieces else say("Unit, such as km"))
        self.what.suggest(self._pursuing.known() if pieces and not self.adding.isHidden() else [])

    def _set(self) -> None:
        fields = (self.target, self.what, self.text)
        error = self._pursuing.set(self.counts.value(), *(field.text() for field in fields))
        self.error.say(error)
        if not error:
            for field in fields:
                field.clear()
            self.adding.hide()
