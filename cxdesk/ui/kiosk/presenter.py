"""What the customer's screen asks, what becomes of the answers, and who may leave it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from cxdesk.domain.asking import Question, chosen
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback, unhappy
from cxdesk.domain.needs import Channel
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid


class Step(StrEnum):
    """One thing on the screen at a time."""

    NPS = Question.NPS
    CSAT = Question.CSAT
    CES = Question.CES
    COMMENT = "comment"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Answers:
    """What one customer has answered so far."""

    nps: int | None = None
    csat: int | None = None
    ces: int | None = None
    comment: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was answered."""
        return self == Answers()


Hand = Callable[..., None]  # what was answered, by the name of its field


class View(Protocol):
    """What the presenter asks of the screen."""

    def say(self, language: Language, shop: str) -> None:
        """Say everything in another language."""

    def show_step(self, step: Step, answers: Answers, at: int, of: int) -> None:
        """Show one step, number `at` from 0 `of` so many, and what was answered there."""

    def ask_code(self, error: str = "") -> None:
        """Ask for the code that staff know."""

    def leave(self) -> None:
        """Give the screen back to the shop."""

    def fail(self, error: UserError) -> None:
        """Tell the staff why answers could not be saved."""


class Presenter:
    """Leads one customer after another through the questions.

    Args:
        desk: where answers are recorded without a name.
        view: the screen.
        language: what it begins in, for every customer anew.
        hand: gets the answers of one customer in place of the records, and the screen is left; None for a screen that
            stays.
    """

    def __init__(self, desk: Desk, view: View, language: Language, hand: Hand | None = None) -> None:
        self._desk, self._view, self._home, self._hand = desk, view, language, hand
        self._unsaved: list[Feedback] = []

    def begin(self) -> None:
        """Ask a new customer the first of the questions of the day."""
        self._shop = self._desk.settings.shop()
        self._steps = (*map(Step, chosen(self._shop.questions)), Step.COMMENT, Step.THANKS)
        self.answers, self.step, self._uuid = Answers(), self._steps[0], new_uuid()
        self._view.say(self._home, self._shop.name)
        self._show()

    def answer(self, score: int) -> None:
        """The question shown is answered; the next one comes."""
        said: dict[str, Any] = {self.step.value: score}
        self.answers = replace(self.answers, **said)
        self._turn(1)

    def comment(self, text: str) -> None:
        """What was written last; then thanks."""
        self.answers = replace(self.answers, comment=text.strip())
        self._turn(1)

    def skip(self) -> None:
        """On without an answer to this."""
        self._turn(1)

    def back(self) -> None:
        """One question back."""
        self._turn(-1)

    def speak(self, code: str) -> None:
        """Ask on in another language."""
        self._view.say(Language(code, currency=self._shop.currency), self._shop.name)
        self._show()

    def idle(self) -> None:
        """Nobody is there any more: what was answered counts, and the next customer begins anew."""
        if self.step is not Step.THANKS:
            self._keep()
        self._go_on()

    def thanked(self) -> None:
        """The thanks were seen."""
        self._go_on()

    def wants_out(self) -> None:
        """Somebody wants to leave; with a code only staff can."""
        if self._shop.kiosk_code:
            self._view.ask_code()
        else:
            self.leave()

    def stay(self) -> None:
        """Nobody leaves: the question comes back."""
        self._show()

    def code(self, typed: str) -> None:
        """Leave if this is the code."""
        if typed.strip() == self._shop.kiosk_code:
            self.leave()
        else:
            self._view.ask_code(self._home.tr("That is not the code."))

    def leave(self) -> None:
        """The shop takes the screen back; what was answered counts."""
        self._keep()
        self._view.leave()
        try:
            self._save()
        except UserError as error:
            self._view.fail(error)

    def _turn(self, by: int) -> None:
        step = self._steps[max(0, self._steps.index(self.step) + by)]
        if step is Step.THANKS:
            self._keep()
            if self.answers.empty:
                self._go_on()
                return
        self.step = step
        self._show()

    def _show(self) -> None:
        at, of = self._steps.index(self.step), len(self._steps) - 1  # the thanks are no question
        self._view.show_step(self.step, self.answers, at, of)

    def _keep(self) -> None:
        if self.answers.empty:
            return
        if self._hand:
            self._hand(
                **{field: said for field, said in asdict(self.answers).items() if said not in {None, ""}}
            )
            return
        self._unsaved.append(self._entry())
        with suppress(
            UserError
        ):  # nobody here can help it; it is tried again with the next, and told to the staff
            self._save()

    def _entry(self) -> Feedback:
        said = self.answers
        return Feedback(
            0,
            self._desk.workplace.today(),
            nps=said.nps,
            csat=said.csat,
            ces=said.ces,
            comment=said.comment,
            channel=Channel.SELF_SERVICE,
            follow_up=unhappy(said.nps, said.csat),
            uuid=self._uuid,
        )

    def _save(self) -> None:
        while self._unsaved:
            self._desk.feedback.record(self._unsaved[0])
            del self._unsaved[0]

    def _go_on(self) -> None:
        if self._hand:
            self._view.leave()
        else:
            self.begin()
