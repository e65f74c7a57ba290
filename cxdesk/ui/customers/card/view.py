"""The customer's card: header and three columns."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.completeness import Completeness, Known
from cxdesk.domain.customer import Customer, CustomerRow, Preference, Tag
from cxdesk.domain.goal import Progress
from cxdesk.domain.idea import Idea
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.recommendations import Likes
from cxdesk.domain.relations import Household, Relation
from cxdesk.services.desk import Desk
from cxdesk.ui.customers.card.contact import ContactCard
from cxdesk.ui.customers.card.dates import DatesCard
from cxdesk.ui.customers.card.goals import GoalsCard
from cxdesk.ui.customers.card.history import HistoryCard
from cxdesk.ui.customers.card.knowledge import KnowledgeCard
from cxdesk.ui.customers.card.likes import LikesCard
from cxdesk.ui.customers.card.people import PeopleCard
from cxdesk.ui.customers.card.permissions import PermissionsCard
from cxdesk.ui.customers.card.photo import PhotoButtons
from cxdesk.ui.customers.card.preferences import PreferencesCard
from cxdesk.ui.customers.card.presenter import Presenter
from cxdesk.ui.customers.card.side import NextCard, RhythmCard, ValueCard
from cxdesk.ui.customers.card.tags import TagsLine
from cxdesk.ui.customers.facts import Fact, Permission, Rhythm, Value
from cxdesk.ui.customers.happening import Happening
from cxdesk.ui.idea_form import IdeaForm
from cxdesk.ui.letterdesk import LetterDesk
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Avatar, Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.columns import Columns, ScrollPage, Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

STACK_UNDER = 940
FIELDS = {
    Known.NAME: "first_name",
    Known.REACHABLE: "phone",
    Known.LANGUAGE: "language",
    Known.BIRTHDAY: "day",
}


class CardView(LetterDesk):
    """One customer, with the preview of letters over it."""

    left = Signal()
    edited = Signal(str)
    wanted = Signal(int)

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__(desk, shell)
        self._desk, self._shell, self._language = desk, shell, shell.language
        self.presenter = presenter = Presenter(desk, shell.language, self)
        self.printed.connect(lambda suggestions: presenter.done(*suggestions))
        say = shell.language
        self.contact = ContactCard(say)
        self.contact.edit.clicked.connect(lambda: self.edited.emit(""))
        self.knowledge = KnowledgeCard(say, self._jump)
        noting = presenter.noting
        self.photo = PhotoButtons(say, noting)
        self.tags = TagsLine(say, desk.tags.used, noting.tag, noting.untag, *self.photo.buttons)
        self.preferences = PreferencesCard(say, noting)
        self.dates = DatesCard(say, noting.date, noting.undate)
        self.people = PeopleCard(say, noting, self.wanted.emit)
        self.permissions = PermissionsCard(say, presenter.permit, presenter.stop_marketing)
        self.history = HistoryCard(say, presenter.choose, presenter.more, self._opened)
        self.next = NextCard(say, self._begin, presenter.done, presenter.snooze)
        self.idea = Fold(self._make_idea)
        self.next.own.clicked.connect(lambda _: self.idea.open().begin(presenter.ideas.begin()))
        self.value, self.rhythm = ValueCard(say), RhythmCard(say)
        self.likes, self.goals = LikesCard(say, presenter.offer), GoalsCard(say, presenter.goals)
        self.place(self._content())

    def main_control(self) -> QWidget:
        """The button that goes back."""
        return self._back

    def show_head(self, name: str, chips: Sequence[tuple[str, Tone]], line: str) -> None:
        """Say who it is."""
        self._avatar.set(name, chips[0][1] if chips else Tone.ACCENT)
        self._name.setText(name)
        empty(self._chips)
        for words, tone in chips:
            self._chips.addWidget(Badge(words, tone))
        self._line.setText(line)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show the shop's own words on them."""
        self.tags.show_tags(tags)

    def show_photo(self, jpeg: bytes) -> None:
        """Show their photo, or their initials when it is empty."""
        self._avatar.show_picture(jpeg)
        self.photo.show_photo(has=bool(jpeg))

    def show_contact(self, customer: Customer, lines: Sequence[Fact]) -> None:
        """Show how to reach them and who they are."""
        self.contact.show_contact(customer.contacts, lines)

    def show_people(
        self, home: Household | None, relations: Sequence[Relation], near: Sequence[CustomerRow]
    ) -> None:
        """Show with whom they live, who is what to them, and who may live with them too."""
        self.people.show_people(self.presenter.customer.id, home, relations, near)

    def show_completeness(self, known: Completeness) -> None:
        """Show how much is known."""
        self.knowledge.show_completeness(known)

    def show_dates(self, lines: Sequence[tuple[Anniversary, str]]) -> None:
        """Show the days that they keep every year."""
        self.dates.show_dates(lines)

    def show_preferences(self, preferences: Sequence[Preference]) -> None:
        """Show what they like and must not be given."""
        self.preferences.show_preferences(preferences)

    def show_permissions(self, permissions: Sequence[Permission], *, any_marketing: bool) -> None:
        """Show what they allow."""
        self.permissions.show_permissions(permissions, any_marketing=any_marketing)

    def show_timeline(self, shown: Sequence[Happening], words: dict[str, str], hidden: int) -> None:
        """Show what happened."""
        self.history.show_events(shown, words, hidden, self.presenter.group)

    def show_next(self, suggestion: Suggestion | None, nothing: str) -> None:
        """Show what is suggested today, or say why `nothing` is."""
        if suggestion is None:
            self.next.show_nothing(nothing)
            return
        say = self._language
        words, icon = say.tr("Print letter"), "printer"
        if self._answers(suggestion):
            words, icon = say.tr("Open feedback"), "message-square"
        elif not suggestion.gesture.printed:
            words, icon = say.tr("Done"), "check"
        self.next.show_next(suggestion, words, icon, self._desk.workplace.today())

    def show_ideas(self, waiting: Sequence[Idea]) -> None:
        """Show staff's own ideas that wait for their day."""
        self.next.show_ideas(waiting, self.presenter.ideas.drop)

    def show_goals(self, goals: Sequence[Progress]) -> None:
        """Show how far their own goals have come."""
        self.goals.show_goals(goals)

    def show_value(self, value: Value, rhythm: Rhythm | None) -> None:
        """Show the figures."""
        self.value.show_value(value)
        self.rhythm.show_rhythm(rhythm)

    def show_likes(self, lines: Sequence[Fact]) -> None:
        """Show what they likely buy next."""
        self.likes.show_likes(lines)

    def look_beside(self, look: Callable[[Desk], Likes]) -> None:
        """Find out in the worker what others bought beside it."""
        seen = self.presenter.customer.id
        self._shell.jobs.run(
            lambda desk, _: look(desk), lambda likes: self.presenter.show_likes(seen, likes), self._shell.fail
        )

    def leave(self) -> None:
        """Go back to the list."""
        self.left.emit()

    def _content(self) -> ScrollPage:
        left = boxed(column(self.contact, self.preferences, self.permissions, None, gap=12))
        middle = boxed(column(self.history, None))
        own = (self.next, self.idea, self.value, self.rhythm, self.goals, self.likes)
        right = boxed(column(*own, self.people, self.dates, self.knowledge, None, gap=12))
        columns = Columns((left, 5), (middle, 10), (right, 5), gap=14, stack_under=STACK_UNDER)
        return ScrollPage(self._head(), self.progress, self.note, columns, None)

    def _head(self) -> QWidget:
        say = self._language.tr
        self._back = IconButton("arrow-left", say("Back"), Kind.SECONDARY, id="back")
        self._back.clicked.connect(self.left)
        self._avatar, self._name = Avatar("", Tone.ACCENT, 52), Label("", Style.TITLE)
        self._chips, self._line = Flow(gap=6), Label("", muted=True, lines=2)
        names = row(self._name, boxed(self._chips), gap=10)
        names.setStretch(1, 1)
        who = row(self._back, self._avatar, column(names, self._line, self.tags, gap=3), gap=12)
        who.setStretch(2, 1)
        record = Button(say("Record feedback"), icon="message-square", id="record-feedback")
        record.clicked.connect(lambda: self._shell.go("counter", self.presenter.customer.id))
        if not self._shell.has("counter"):  # showing what has no parent yet would open a window
            record.hide()
        account = Button(say("Points account"), Kind.QUIET, icon="ticket-percent", id="account")
        account.clicked.connect(lambda: self._shell.go("loyalty", ("points", self.presenter.customer.id)))
        if not self._shell.has("loyalty"):
            account.hide()
        letter = Button(say("Write a letter"), Kind.QUIET, icon="mail", id="write-letter")
        letter.clicked.connect(lambda: self._shell.go("letters", ("to", self.presenter.customer.id)))
        if not self._shell.has("letters"):
            letter.hide()
        return Split(boxed(who), boxed(Flow(letter, account, record, gap=8)))

    def _make_idea(self) -> IdeaForm:
        form = IdeaForm(self._language, self._desk.workplace.today)
        form.left.connect(self.idea.hide)
        form.written.connect(self._note_idea)
        return form

    def _note_idea(self, *said: str) -> None:
        error = self.presenter.ideas.write(*said)
        self.idea.part.error.say(error)
        if not error:
            self.idea.hide()
            self.next.own.setFocus()

    def _jump(self, what: Known) -> None:
        """Go where something that is missing is noted."""
        if what is Known.TASTE:
            self.preferences.adding.open()
        elif what is Known.PERMISSION:
            self.permissions.main_control().setFocus()
        elif what is Known.MET:
            self._shell.go("counter", self.presenter.customer.id)
        else:
            self.edited.emit(FIELDS[what])

    def _answers(self, suggestion: Suggestion) -> bool:
        return suggestion.kind is Occasion.ANSWER_FEEDBACK and self._shell.has("feedback")

    def _begin(self, suggestion: Suggestion) -> None:
        if self._answers(suggestion):
            self._shell.go("feedback", suggestion.feedback_id)
        elif suggestion.gesture.printed:
            self.write([suggestion])
        else:
            self.presenter.done(suggestion)

    def _opened(self, key: str) -> None:
        event = self.presenter.happening(key)
        if event is None:
            return
        say, acts = self._language.tr, []
        if event.opens and self._shell.has("feedback"):
            acts.append(
                (say("Open feedback"), "message-square", lambda: self._shell.go("feedback", event.opens))
            )
        if event.sale:
            acts.append((say("Cancel the purchase"), "x", lambda: self.presenter.cancel(event)))
        if self.presenter.undoable(event):
            acts.append((say("Undo"), "undo-2", lambda: self.presenter.undo(event)))
        self.history.unfold(key, self.presenter.lines(event), *acts)
