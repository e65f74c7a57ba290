"""Writing to one customer: the kind chosen, the words changed for them alone, kept when it went out."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import STOPS, Obstacle
from cxdesk.domain.personal import PersonalLetter, Wording
from cxdesk.language import letters
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.letters.presenter import Jobs


class PersonalView(Saying, Protocol):
    """What the form for one letter shows."""

    def show_customer(self, customer: Customer, kind: LetterKind) -> None:
        """Show to whom it goes, and what for."""

    def show_words(self, wording: Wording) -> None:
        """Show the words; a field that says the same is left alone."""

    def show_obstacle(self, text: str, *, stops: bool) -> None:
        """Say what is the matter, nothing when empty; `stops` when the letter cannot go out."""

    def show_sheet(self, pdf: bytes) -> None:
        """Show the letter as it will be printed."""

    def look(self, file: Path, title: str) -> None:
        """Show the finished letter, to be printed."""

    def leave(self) -> None:
        """Go back to where the letter was wanted."""


class Personal:
    """Holds the letter that is being written; what was typed for each kind stays until somebody else is written to."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: PersonalView) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self._acts = Acts(desk, view)
        self._letters: dict[LetterKind, PersonalLetter] = {}
        self._customer, self._kind, self._drawn = Customer(0), LetterKind.THANK_YOU, 0

    @property
    def letter(self) -> PersonalLetter:
        """The letter that is shown."""
        fresh = PersonalLetter(new_uuid(), self._customer.id, self._kind)
        return self._letters.setdefault(self._kind, fresh)

    def open(self, customer_id: int) -> None:
        """Write to this customer; a letter to the same one is gone on with."""
        if customer_id != self._customer.id:
            self._letters, self._customer = {}, Customer(customer_id)
            self._kind = LetterKind.THANK_YOU
        self.load()

    def load(self) -> None:
        """Show everything as it stands now."""
        try:
            self._customer = self._desk.customers.get(self._customer.id)
            obstacle = self._desk.personal.obstacle(self.letter)
            words = self._desk.personal.wording(self.letter)
        except UserError:
            self._view.leave()
            return
        self._view.show_customer(self._customer, self._kind)
        self._view.show_obstacle(self._said(obstacle), stops=obstacle in STOPS)
        self._view.show_words(self.letter.wording or words)
        self.draw()

    def choose(self, kind: LetterKind) -> None:
        """Somebody chooses what the letter is for."""
        self._kind = kind
        self.load()

    def typed(self, wording: Wording) -> None:
        """Somebody changes the words of this one letter."""
        self._letters[self._kind] = replace(self.letter, wording=wording)

    def draw(self) -> None:
        """Make the sheet again, in the worker; only the newest is shown."""
        self._drawn += 1
        number, letter = self._drawn, self.letter
        self._jobs.run(
            lambda desk, _: desk.personal.pdf(letter), partial(self._show_sheet, number), self._view.fail
        )

    def print(self) -> None:
        """Make the letter and show it, to be printed."""
        letter, file = self.letter, self._desk.personal.file(self.letter)
        self._jobs.run(
            lambda desk, _: desk.personal.write(letter, file),
            lambda _: self._view.look(file, self._title()),
            self._view.fail,
        )

    def sent(self) -> None:
        """The letter went out: it is remembered, and the next one is another letter."""
        text = self._language.tr("Sent – {letter}", letter=self._title())
        if self._acts.do(partial(self._desk.personal.sent, self.letter), text):
            self._letters.pop(self._kind)
            self._view.leave()

    def _title(self) -> str:
        return f"{letters.kind(self._language, self._kind)}: {self._customer.name}"

    def _said(self, obstacle: Obstacle | None) -> str:
        say, name = self._language.tr, self._customer.name
        return {
            None: "",
            Obstacle.NO_ADDRESS: say("No address is known: the letter is handed over at the counter."),
            Obstacle.NOT_PERMITTED: say("{name} does not permit such letters.", name=name),
            Obstacle.CHILD: say("{name} is a child: no such letters.", name=name),
            Obstacle.NO_NAME: say("No name is known, so there is nobody to address."),
        }[obstacle]

    def _show_sheet(self, number: int, pdf: Any) -> None:
        if number == self._drawn:
            self._view.show_sheet(pdf)
