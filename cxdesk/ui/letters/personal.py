"""Writing to one customer: the kind chosen, the words changed for them alone, kept when it went out."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind, Way
from cxdesk.domain.mailing import Obstacle
from cxdesk.domain.personal import PersonalLetter, Ways, Wording
from cxdesk.domain.stationery import BY_HAND
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

    def show_ways(self, ways: Ways, matter: str) -> None:
        """Show how it may go out, and say what is the matter; an empty text: nothing."""

    def show_sheet(self, pdf: bytes) -> None:
        """Show the letter as it will be printed."""

    def show_mistake(self, text: str) -> None:
        """Say why it cannot be printed so; an empty text: nothing."""

    def look(self, file: Path, title: str) -> None:
        """Show the finished letter, to be printed."""

    def open_link(self, link: str) -> bool:
        """Hand a link to the program for it; gives whether there is one."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def ask_sent(self, text: str) -> None:
        """Say where the letter is now, with a button to say that it was sent; an empty text: nothing."""

    def leave(self) -> None:
        """Go back to where the letter was wanted."""


class Personal:
    """Holds the letter that is being written; what was typed for each kind stays until somebody else is written to."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: PersonalView) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self._acts = Acts(desk, view)
        self._letters: dict[LetterKind, PersonalLetter] = {}
        self._customer, self._kind, self._drawn = Customer(0), LetterKind.THANK_YOU, 0
        self._paper, self._way = "", Way.COPIED

    @property
    def letter(self) -> PersonalLetter:
        """The letter that is shown."""
        fresh = PersonalLetter(new_uuid(), self._customer.id, self._kind)
        return replace(self._letters.setdefault(self._kind, fresh), paper=self._paper)

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
            ways = self._desk.personal.ways(self.letter)
            words = self._desk.personal.wording(self.letter)
        except UserError:
            self._view.leave()
            return
        self._view.show_customer(self._customer, self._kind)
        self._view.show_ways(ways, self._said(ways.obstacle))
        self.print_on(self._paper)
        self._view.show_words(self.letter.wording or words)

    def choose(self, kind: LetterKind) -> None:
        """Somebody chooses what the letter is for."""
        self._kind = kind
        self.load()

    def print_on(self, paper: str) -> None:
        """Somebody chooses what it is printed on; a card by hand need not be printed at all."""
        self._paper, say = paper, self._language.tr
        by_hand = say("Write it by hand from these points. Press Sent when it is on its way.")
        self._ask(Way.HAND, by_hand if paper == BY_HAND else "")
        self.draw()

    def typed(self, wording: Wording) -> None:
        """Somebody changes the words of this one letter."""
        self._letters[self._kind] = replace(self.letter, wording=wording)

    def draw(self) -> None:
        """Make the sheet again, in the worker; only the newest is shown."""
        self._drawn += 1
        number, letter = self._drawn, self.letter
        self._jobs.run(
            lambda desk, _: desk.personal.pdf(letter),
            partial(self._show_sheet, number),
            partial(self._show_mistake, number),
        )

    def print(self) -> None:
        """Make the letter and show it, to be printed."""
        letter, file = self.letter, self._desk.personal.file(self.letter)
        self._jobs.run(
            lambda desk, _: desk.personal.write(letter, file),
            lambda _: self._view.look(file, self._title()),
            self._view.fail,
        )

    def mail(self) -> None:
        """Hand the letter to the mail program as a draft."""
        try:
            found = self._view.open_link(self._desk.personal.mail(self.letter))
        except UserError as error:
            self._view.fail(error)
            return
        say = self._language.tr
        drafted = say("Your mail program has the draft. Press Sent when you have sent it.")
        nowhere = say("No mail program was found. Copy the text and send it in your own way.")
        self._ask(Way.EMAIL, drafted if found else nowhere)

    def copy(self) -> None:
        """Put the letter on the clipboard."""
        try:
            self._view.copy(self._desk.personal.text(self.letter))
        except UserError as error:
            self._view.fail(error)
            return
        copied = self._language.tr("The text is copied. Press Sent when you have sent it.")
        self._ask(Way.COPIED, copied)

    def printed(self) -> None:
        """The letter went to the printer; of a card by hand only its points did."""
        self._way = Way.HAND if self._paper == BY_HAND else Way.PRINTED
        self.sent()

    def sent(self) -> None:
        """The letter went out: it is remembered, and the next one is another letter."""
        text = self._language.tr("Sent – {letter}", letter=self._title())
        if self._acts.do(partial(self._desk.personal.sent, self.letter, self._way), text):
            self._letters.pop(self._kind)
            self._view.leave()

    def _ask(self, way: Way, text: str) -> None:
        self._way = way
        self._view.ask_sent(text)

    def _title(self) -> str:
        return f"{letters.kind(self._language, self._kind)}: {self._customer.name}"

    def _said(self, obstacle: Obstacle | None) -> str:
        say, name = self._language.tr, self._customer.name
        return {
            None: "",
            Obstacle.NO_ADDRESS: say("No address is known: the letter is handed over at the counter."),
            Obstacle.UNPRINTABLE: say(
                "The font cannot write all of {name}: better write this one by hand.", name=name
            ),
            Obstacle.NOT_PERMITTED: say("{name} does not permit such letters.", name=name),
            Obstacle.CHILD: say("{name} is a child: no such letters.", name=name),
            Obstacle.NO_NAME: say("No name is known, so there is nobody to address."),
        }[obstacle]

    def _show_sheet(self, number: int, pdf: Any) -> None:
        if number == self._drawn:
            self._view.show_mistake("")
            self._view.show_sheet(pdf)

    def _show_mistake(self, number: int, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._view.fail(error)
        elif number == self._drawn:
            self._view.show_mistake(self._language.error(error))
