"""With whom a customer lives and who is what to them: one press opens the other's card."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import CustomerRow
from cxdesk.domain.relations import Household, Relation, Role
from cxdesk.language import people
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.customers.card.naming import HouseholdName
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.people import PersonRow
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

TOGETHER = "together"


class Decisions(Protocol):
    """What the card asks of its presenter; False when it could not be."""

    def live_together(self, other_id: int, name: str) -> bool:
        """Somebody else lives with the customer."""

    def part(self, member_id: int, name: str) -> None:
        """Somebody lives with the customer no more."""

    def rename(self, household_id: int, name: str) -> bool:
        """Call the household something else."""

    def relate(self, other_id: int, name: str, role: Role) -> bool:
        """Somebody else is `role` to the customer."""

    def unrelate(self, relation: Relation) -> None:
        """Take a relation away."""

    def found(self, text: str) -> list[CustomerRow]:
        """Other customers whom somebody typing `text` may mean."""


class PeopleCard(Card):
    """The card of people; `open_card(id)` shows another customer."""

    def __init__(self, language: Language, decisions: Decisions, open_card: Callable[[int], object]) -> None:
        self._language, self._decide, self._open = language, decisions, open_card
        say = language.tr
        new = Button(say("Add"), Kind.QUIET, icon="plus", height=28, id="new-person")
        super().__init__(say("Family and friends"), end=new)
        self._rows = column(gap=2)
        self._nothing = Label(say("Nobody is noted."), muted=True, lines=0)
        self.adding, self.naming = self._form(), HouseholdName(language, decisions.rename)
        new.clicked.connect(self.adding.toggle)
        for part in (self.naming, boxed(self._rows), self._nothing, self.adding):
            self.add(part)

    def show_people(
        self, who: int, home: Household | None, relations: Sequence[Relation], near: Sequence[CustomerRow]
    ) -> None:
        """Show the household, then the relations, then who has the same phone number."""
        empty(self._rows)
        self.naming.close_unless(home)
        if home:
            self._show_home(who, home)
        words = people.roles(self._language)
        for each in relations:
            drop = partial(self._decide.unrelate, each)
            self._rows.addWidget(self._person(each.other_id, each.other, words[each.role], drop))
        for row_ in near:
            self._rows.addWidget(self._neighbour(row_))
        self._nothing.setVisible(not (home or relations or near))

    def _show_home(self, who: int, home: Household) -> None:
        say = self._language.tr
        count = self._language.tr_n("{n} person", "{n} persons", len(home.members))
        shared = say("one phone: {phone}", phone=home.phone) if home.phone else ""
        said = " · ".join(part for part in (count, shared) if part)
        title = Label(say("Household {name}", name=home.name), Style.STRONG, lines=2)
        rename = IconButton("pencil", say("Rename the household"), height=24, id="rename-household")
        rename.clicked.connect(lambda: self.naming.begin(home))
        leave = self._remove("leave", home.name, partial(self._decide.part, who, home.name))
        line = row(column(title, Label(said, Style.SMALL, muted=True, lines=0), gap=1), rename, leave, gap=2)
        line.setStretch(0, 1)
        self._rows.addWidget(boxed(line))
        for member in home.members:
            if member.id != who:
                own = "" if member.phone == home.phone else member.phone
                drop = partial(self._decide.part, member.id, member.name)
                self._rows.addWidget(
                    self._person(member.id, member.name, own or say("the same household"), drop)
                )

    def _person(self, i: int, name: str, detail: str, drop: Callable[[], object]) -> QWidget:
        person = PersonRow(name, detail, id=f"person-{i}")
        person.clicked.connect(lambda: self._open(i))
        line = row(person, self._remove(str(i), name, drop), gap=2)
        line.setStretch(0, 1)
        return boxed(line)

    def _neighbour(self, other: CustomerRow) -> QWidget:
        say = self._language.tr
        person = PersonRow(other.name, say("the same phone number"), id=f"near-{other.id}")
        person.clicked.connect(lambda: self._open(other.id))
        join = IconButton(
            "user-plus", say("{name} lives here too", name=other.name), height=28, id=f"join-{other.id}"
        )
        join.clicked.connect(lambda: self._decide.live_together(other.id, other.name))
        line = row(person, join, gap=2)
        line.setStretch(0, 1)
        return boxed(line)

    def _remove(self, key: str, name: str, drop: Callable[[], object]) -> IconButton:
        remove = IconButton(
            "x", self._language.tr("Remove “{text}”", text=name), height=24, id=f"drop-person-{key}"
        )
        remove.clicked.connect(lambda _=False: drop())
        return remove

    def _form(self) -> Adding:
        say = self._language.tr
        roles = {str(role): words for role, words in people.roles(self._language).items()}
        self.role = Choice(
            say("What they are to the customer"),
            {TOGETHER: say("Lives in the same household")} | roles,
            id="role",
        )
        self.search = SearchField(say("Name, phone or card"), id="person-search")
        self.results = ResultList(self.search)
        self.search.textEdited.connect(self._find)
        close = Button(say("Close"), Kind.QUIET, id="close-person")
        form = Adding(self.search, close, lambda: None, self.role, self.search, self.results)
        close.clicked.connect(form.hide)
        self.search.left.connect(form.hide)
        return form

    def _find(self, text: str) -> None:
        self.results.show_found(
            [
                Found(
                    other.name,
                    " · ".join(filter(None, (other.phone, other.town))),
                    partial(self._pick, other),
                )
                for other in self._decide.found(text)
            ]
        )

    def _pick(self, other: CustomerRow) -> None:
        chosen = self.role.value()
        done = (
            self._decide.live_together(other.id, other.name)
            if chosen == TOGETHER
            else self._decide.relate(other.id, other.name, Role(chosen))
        )
        if done:
            self.search.clear()
            self.results.show_found([])
            self.search.setFocus()
