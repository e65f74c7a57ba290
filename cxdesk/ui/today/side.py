"""The right column of Today: birthdays of the week and open complaints."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.today.lines import Person
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.people import PersonRow

Open = Callable[[int], object]


class People(Card):
    """A card of people; how many more there are stands in its last line."""

    def __init__(
        self, title: str, icon: str, tone: Tone, nothing: str, key: str, end: QWidget | None = None
    ) -> None:
        super().__init__(title, icon=icon, tone=tone, end=end)
        self._nothing, self._key = nothing, key
        self._shown: tuple[tuple[Person, ...], str] | None = None
        self._rows = column(gap=2)
        self.add(boxed(self._rows))

    def show_people(self, people: Sequence[Person], open_person: Open, rest: str) -> None:
        """Show them; `rest` says how many more there are."""
        if (tuple(people), rest) == self._shown:
            return
        self._shown = (tuple(people), rest)
        empty(self._rows)
        for number, person in enumerate(people):
            row = PersonRow(person.name, person.detail, person.badge, person.tone, id=f"{self._key}-{number}")
            row.clicked.connect(lambda _=False, opens=person.opens: open_person(opens))
            self._rows.addWidget(row)
        if not people or rest:
            self._rows.addWidget(Label(rest or self._nothing, muted=True, lines=0))


class Side(QWidget):
    """Who waits for a call, and both cards."""

    def __init__(
        self,
        language: Language,
        open_customer: Open,
        open_feedback: Open,
        all_complaints: Callable[[], object],
        waiting: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._language, self._open_customer, self._open_feedback = language, open_customer, open_feedback
        self.birthdays = People(
            language.tr("Birthdays this week"),
            "cake",
            Tone.GIFT,
            language.tr("No birthdays within a week."),
            "birthday",
        )
        everything = Button(language.tr("All"), Kind.QUIET, height=28, id="all-complaints")
        everything.clicked.connect(all_complaints)
        self.complaints = People(
            language.tr("Open complaints"),
            "triangle-alert",
            Tone.BAD,
            language.tr("Nobody waits for an answer."),
            "complaint",
            everything,
        )
        self.calls, self.promised = self._link("package", "calls"), self._link("hourglass", "promises")
        self.calls.clicked.connect(lambda: waiting("calls"))
        self.promised.clicked.connect(lambda: waiting("promises"))
        self.waiting = Card("", column(self.calls, self.promised, gap=4))
        self.waiting.hide()
        self.setLayout(column(self.waiting, self.birthdays, self.complaints, None, gap=12))

    def show_people(
        self, birthdays: Sequence[Person], complaints: Sequence[Person], counts: tuple[int, int]
    ) -> None:
        """Show who has a birthday and who waits: the first of each, and how many more there are."""
        more_birthdays, more_complaints = counts[0] - len(birthdays), counts[1] - len(complaints)
        self.birthdays.show_people(birthdays, self._open_customer, self._rest(more_birthdays))
        self.complaints.show_people(complaints, self._open_feedback, self._rest(more_complaints))

    def show_waiting(self, calls: str, promised: str) -> None:
        """Say who waits for a call and what is promised for today; an empty text says nothing."""
        for link, text in ((self.calls, calls), (self.promised, promised)):
            link.set_text(text)
            link.setVisible(bool(text))
        self.waiting.setVisible(bool(calls or promised))

    @staticmethod
    def _link(icon: str, key: str) -> Button:
        link = Button("", Kind.QUIET, icon=icon, height=32, id=f"waiting-{key}")
        link.align = Qt.AlignmentFlag.AlignLeft
        return link

    def _rest(self, more: int) -> str:
        return self._language.tr_n("and {n} more", "and {n} more", more) if more > 0 else ""
