"""The days that a customer keeps every year: what, when next, for which time."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.anniversary import Anniversary
from cxdesk.language import people
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.suggestions import SuggestField

Line = tuple[Anniversary, str]


class DatesCard(Card):
    """The card of days; `note(name, day)` says whether it worked."""

    def __init__(
        self, language: Language, note: Callable[[str, str], bool], drop: Callable[[Anniversary], object]
    ) -> None:
        self._language, self._note, self._drop = language, note, drop
        say = language.tr
        new = Button(say("Add"), Kind.QUIET, icon="plus", height=28, id="new-date")
        super().__init__(say("Dates"), end=new)
        self.name = SuggestField(say("What day"), say("Such as: wedding day"), id="date-name")
        self.name.suggest(people.anniversaries(language))
        self.day = TextField(say("When"), say("Such as: 12.6. or 12.6.2010"), id="date-day")
        add = Button(say("Add"), icon="check", id="add-date")
        self.adding = Adding(self.name, add, self._add, self.name, self.day)
        new.clicked.connect(self.adding.toggle)
        self._rows = column(gap=6)
        self._nothing = Label(say("No dates noted."), muted=True, lines=0)
        for part in (boxed(self._rows), self._nothing, self.adding):
            self.add(part)

    def show_dates(self, lines: Sequence[Line]) -> None:
        """Show these days, each with what is said of it."""
        empty(self._rows)
        for known, said in lines:
            self._rows.addWidget(self._line(known, said))
        self._nothing.setVisible(not lines)

    def _line(self, known: Anniversary, said: str) -> QWidget:
        name = self._language.tr("Remove “{text}”", text=known.name)
        remove = IconButton("x", name, height=24, id=f"drop-date-{known.id}")
        remove.clicked.connect(lambda: self._drop(known))
        words = column(Label(known.name, lines=2), Label(said, Style.SMALL, muted=True, lines=0), gap=1)
        line = row(Icon("calendar-heart", Tone.GIFT), words, remove, gap=10)
        line.setStretch(1, 1)
        return boxed(line)

    def _add(self) -> None:
        if self._note(self.name.text(), self.day.text()):
            self.name.clear()
            self.day.clear()
            self.name.setFocus()
