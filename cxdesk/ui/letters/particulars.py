"""What the letters of a mailing say besides their wording, and to whom they go."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal

from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import STOPS, USES, Obstacle, Problem
from cxdesk.language import letters, typed
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.letters.paper import PaperFields
from cxdesk.ui.letters.presenter import Presenter
from cxdesk.ui.letters.wording import PAUSE_MS
from cxdesk.ui.memory import Memory
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

TEXTS = ("event", "when", "place", "item", "until", "regular_percent", "guest_percent")
NAMED = 4
GROUPS = (STOPS, {Obstacle.NO_ADDRESS}, {Obstacle.UNPRINTABLE})


class ParticularsCard(Card):
    """The fields that the kind of letter has room for; `paused` when the typing has stopped for a moment."""

    paused = Signal()

    def __init__(self, language: Language, presenter: Callable[[], Presenter]) -> None:
        super().__init__(language.tr("What it says"), icon="message-square")
        self._language, self._presenter = language, presenter
        words = letters.fields(language) | {"until": language.tr("Until (day.month.year)")}
        self.fields = {name: TextField(words[name], id=f"mailing-{name}") for name in TEXTS}
        self.message = TextArea(words["message"], lines=3, id="mailing-message")
        self.rows = {name: FormRow(field.accessibleName(), field) for name, field in self.fields.items()}
        self.rows["message"] = FormRow(words["message"], self.message)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._clock.timeout.connect(self.paused)
        for part in self.rows.values():
            self.add(part)
        for name, field in self.fields.items():
            field.textChanged.connect(partial(self._typed, name))
        self.message.textChanged.connect(lambda: self._say(message=self.message.toPlainText()))

    def show_kind(self, kind: LetterKind) -> None:
        """Ask for what this kind has room for."""
        uses = USES.get(kind, ())
        for name, part in self.rows.items():
            part.setVisible(name in uses)
        self.setVisible(bool(uses))

    def _typed(self, name: str, text: str) -> None:
        try:
            value = _value(name, text.strip())
        except UserError as error:
            self.rows[name].set_error(self._language.error(error))
            return
        self.rows[name].set_error("")
        self._say(**{name: value})

    def _say(self, **said: object) -> None:
        self._presenter().say(**said)
        self._clock.start()


def _value(name: str, text: str) -> object:
    if name == "until":
        return typed.day(text) if text else None
    if name.endswith("_percent"):
        return min(100, amounts.whole(text.rstrip("% "))) if text else 0
    return text


class RecipientsCard(Card):
    """A list to choose, how many of it get the letter, and who has a problem."""

    def __init__(self, language: Language, presenter: Callable[[], Presenter], memory: Memory) -> None:
        tr = language.tr
        super().__init__(tr("To whom"), icon="users")
        self._language = language
        self.lists = Choice(tr("List of customers"), id="mailing-list")
        self.lists.activated.connect(lambda: presenter().choose_list(self.lists.value()))
        self.note = Note()
        self.write = Button(tr("Make them"), Kind.PRIMARY, icon="printer", id="make-letters")
        self.write.clicked.connect(lambda: presenter().write())
        self.write.setEnabled(False)
        self.paper = PaperFields(language, presenter, memory)
        test = Button(tr("Test sheet"), Kind.QUIET, icon="printer", id="test-sheet")
        test.clicked.connect(lambda: presenter().test())
        foot = boxed(Flow(self.write, test, gap=8))
        for part in (FormRow(tr("List of customers"), self.lists), self.paper, self.note, foot):
            self.add(part)

    def show_lists(self, lists: dict[str, str]) -> None:
        """Offer these lists; the chosen one stays."""
        chosen = self.lists.value()
        self.lists.clear()
        for key, words in ({"": self._language.tr("Choose a list")} | lists).items():
            self.lists.addItem(words, key)
        self.lists.choose(chosen if chosen in lists else "")

    def show_recipients(self, ready: int, problems: Sequence[Problem]) -> None:
        """Show who gets it."""
        self.write.setEnabled(ready > 0)
        said = [
            self._language.tr_n("{n} customer gets this letter.", "{n} customers get this letter.", ready)
        ]
        said += [self._said(problems, of) for of in GROUPS]
        told = " ".join(filter(None, said))
        self.note.say(told if ready or problems else "", Tone.WARN if problems else Tone.GOOD)

    def _said(self, problems: Sequence[Problem], of: Collection[Obstacle]) -> str:
        found = [each for each in problems if each.obstacle in of]
        if not found:
            return ""
        names = self._language.joined([each.name or "–" for each in found[:NAMED]])
        more = f" (+{len(found) - NAMED})" if len(found) > NAMED else ""
        say, all_of_them = self._language.tr, names + more
        if Obstacle.NO_ADDRESS in of:
            return say("Without an address, to be handed over: {names}.", names=all_of_them)
        if Obstacle.UNPRINTABLE in of:
            return say(
                "The font cannot write all of: {names}. Better write these by hand.", names=all_of_them
            )
        return say("Not to: {names}, who do not permit it or are children.", names=all_of_them)
