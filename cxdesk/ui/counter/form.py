"""What stands in the form of a visit, and what it becomes when it is saved."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from cxdesk.domain.asking import Question
from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback, unhappy
from cxdesk.domain.interview import Interview
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.note import Note, NoteKind
from cxdesk.domain.purchase import Purchase
from cxdesk.services.visits import Visit
from cxdesk.ui.counter.basket import Basket

NO_INTERVIEW = Interview(0, date.min)
RARE = ("emotion", "waited", "route", "stage")


@dataclass(frozen=True, slots=True)
class Form:
    """A visit being written; its identities are made with it, so that saving twice records once.

    `feedback_uuid` is that of everything but the purchase. `follow_up` is None until somebody ticks or unticks it;
    `corrects` is the saved feedback that is being changed.
    """

    feedback_uuid: str
    basket: Basket
    customer: Customer | None = None
    anonymous: bool = False
    nps: int | None = None
    csat: int | None = None
    ces: int | None = None
    needs: tuple[Need, ...] = ()
    channel: Channel = Channel.IN_PERSON
    stage: Stage | None = None
    comment: str = ""
    follow_up: bool | None = None
    emotion: Emotion | None = None
    waited: int | None = None
    route: Route | None = None
    note: str = ""
    note_kind: NoteKind = NoteKind.OBSERVATION
    interview: Interview = NO_INTERVIEW
    corrects: Feedback | None = None

    @property
    def wants_reply(self) -> bool:
        """Whether somebody should answer the customer: as ticked, or when the answers are unhappy."""
        return self.unhappy if self.follow_up is None else self.follow_up

    @property
    def unhappy(self) -> bool:
        """Whether the answers call for a reply."""
        return unhappy(self.nps, self.csat, self.emotion)

    @property
    def empty(self) -> bool:
        """Whether nothing at all has been entered."""
        return self == Form(self.feedback_uuid, Basket(self.basket.uuid))

    @property
    def worth_saving(self) -> bool:
        """Whether there is at least one answer, product, promise, note or step of an interview."""
        bought = self.basket.lines or self.basket.pledge
        return bool(bought or self.notes or self.answered or not self.interview.empty)

    @property
    def answered(self) -> bool:
        """Whether there is an answer to a question, or a comment."""
        return not self.corrected().empty

    @property
    def notes(self) -> bool:
        """Whether something was noted: words, or the mere visit."""
        return bool(self.note.strip()) or self.note_kind is NoteKind.VISIT

    def beyond(self, asked: tuple[Question, ...]) -> bool:
        """Whether something was answered that is not one of the questions `asked` of everybody."""
        scores = [which.value for which in Question if which not in asked]
        return any(getattr(self, field) is not None for field in (*scores, *RARE))

    def visit(self, now: datetime) -> Visit:
        """All that is to be saved."""
        promise = self.basket.promise(now, self.customer.id if self.customer else None)
        return Visit(self.purchase(now), self.feedback(now), self._note(now), self._interview(now), promise)

    def feedback(self, now: datetime) -> Feedback | None:
        """The feedback to save, None when nothing was answered."""
        return replace(self.corrected(), day=now.date()) if self.answered else None

    def purchase(self, now: datetime) -> Purchase | None:
        """The purchase to save, None when nothing was bought."""
        return self.basket.purchase(now, self.customer.id if self.customer else None)

    def _note(self, now: datetime) -> Note | None:
        about = self.customer.id if self.customer else 0
        said = Note(0, about, now.date(), self.note, self.note_kind, uuid=self.feedback_uuid)
        return said if self.notes else None

    def _interview(self, now: datetime) -> Interview | None:
        about = self.customer.id if self.customer else None
        held = replace(self.interview, day=now.date(), customer_id=about, uuid=self.feedback_uuid)
        return None if held.empty else held

    def corrected(self) -> Feedback:
        """The saved feedback, or a new one, with what the form says now."""
        base = self.corrects or Feedback(0, date.min, uuid=self.feedback_uuid)
        return replace(
            base,
            customer_id=self.customer.id if self.customer else None,
            nps=self.nps,
            csat=self.csat,
            ces=self.ces,
            needs=self.needs,
            channel=self.channel,
            stage=self.stage,
            comment=self.comment.strip(),
            follow_up=self.wants_reply,
            emotion=self.emotion,
            waited=self.waited,
            route=self.route,
        )


class FormHolder(Protocol):
    """Where the form of the visit is, for those who decide about a part of it."""

    form: Form

    def put(self, form: Form) -> None:
        """Show another form in place of this one."""


def correction(form: Form, entry: Feedback, customer: Customer | None) -> Form:
    """A form that shows a saved feedback for correction, with the identities of `form`."""
    return Form(
        form.feedback_uuid,
        form.basket,
        customer=customer,
        anonymous=customer is None,
        nps=entry.nps,
        csat=entry.csat,
        ces=entry.ces,
        needs=entry.needs,
        channel=entry.channel,
        stage=entry.stage,
        comment=entry.comment,
        follow_up=entry.follow_up,
        emotion=entry.emotion,
        waited=entry.waited,
        route=entry.route,
        corrects=entry,
    )
