"""The decisions about the questions: which are asked, which wait and why, and which comes next."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from cxdesk.domain.asking import Answered, Question, Rules, chosen, hold
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.language import asking
from cxdesk.language.language import Language
from cxdesk.services.customers import CustomerCard
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.form import FormHolder
from cxdesk.ui.counter.places import Place


class AskingView(Protocol):
    """What asking needs of the page."""

    def show_asking(self, questions: tuple[Question, ...], holds: Mapping[Question, str]) -> None:
        """Show the questions of the day; those in `holds` dimmed, with the reason in words."""

    def focus(self, place: Place) -> None:
        """Put the focus there."""


class Asking:
    """Knows the shop's rules and what the present customer has answered before; `visit` holds the form."""

    def __init__(self, desk: Desk, language: Language, view: AskingView, visit: FormHolder) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._answered, self._bought = Answered(), False
        self._customer_id: int | None = None
        self._anyway: set[Question] = set()
        self.read()

    def read(self) -> None:
        """Read what the shop has settled."""
        shop = self._desk.settings.shop()
        self._questions = chosen(shop.questions)
        self._rules = Rules(shop.ask_gap, shop.nps_gap, shop.ask_when)

    def meet(self, card: CustomerCard | None) -> None:
        """Somebody has come; of a stranger nothing is known."""
        customer_id = card.customer.id if card else None
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._anyway.clear()
        said, bought = (card.feedback, card.purchases) if card else ((), ())
        scored = [each for each in said if {each.nps, each.csat, each.ces} != {None}]
        self._answered = Answered(
            max((each.day for each in scored), default=None),
            max((each.day for each in scored if each.nps is not None), default=None),
        )
        today = self._desk.workplace.today()
        self._bought = any(each.kind is PurchaseKind.SALE and each.day == today for each in bought)
        self.show()

    def leave(self) -> None:
        """The visit is over."""
        self._anyway.clear()

    def show(self) -> None:
        """Have the page show which questions are asked and which wait."""
        self._view.show_asking(self._questions, self._holds())

    def begin(self) -> None:
        """On to the first question that does not wait, or else to the first."""
        free = [question for question in self._questions if question not in self._holds()]
        self._view.focus(Place(next(iter(free or self._questions), Place.COMMENT)))

    def typed(self, question: Question) -> None:
        """A key has answered: on to the next question, at last to the comment."""
        later = self._questions[self._questions.index(question) + 1 :]
        waiting = self._holds()
        self._view.focus(Place(next((each for each in later if each not in waiting), Place.COMMENT)))

    def late_zero(self, question: Question) -> None:
        """A 0 that came to the question after the NPS: after a 1 that had already counted it still makes the ten."""
        form = self._visit.form
        if form.nps == 1 and getattr(form, question) is None:
            self._visit.put(replace(form, nps=10))

    def anyway(self, question: Question) -> None:
        """Ask a question that waits."""
        self._anyway.add(question)
        self.show()
        if question in self._questions:
            self._view.focus(Place(question))

    def _holds(self) -> dict[Question, str]:
        """Why questions wait; none of those that are answered, and none in a correction."""
        form, today = self._visit.form, self._desk.workplace.today()
        if form.corrects:
            return {}
        bought = self._bought or any(line.quantity > 0 for line in form.basket.lines)
        return {
            question: asking.why(self._language, found, today)
            for question in Question
            if getattr(form, question) is None and question not in self._anyway
            if (found := hold(question, self._rules, self._answered, today, bought=bought))
        }
