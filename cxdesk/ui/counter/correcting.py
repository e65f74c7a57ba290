"""The decisions when a saved feedback is corrected, while the visit being written waits, or a sale is cancelled."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import voiding
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter import words
from cxdesk.ui.counter.form import Form, FormHolder, correction


class CorrectingView(Saying, Protocol):
    """What correcting asks of the page."""

    def show_error(self, text: str) -> None:
        """Say what went wrong."""

    def leave(self) -> None:
        """Go back to where a correction was asked for."""


class Visit(FormHolder, Protocol):
    """The form, and what waits behind it."""

    held: Form | None

    def fresh(self) -> Form:
        """An empty form."""

    def bring(self, form: Form) -> None:
        """Show another form, with the focus where it begins."""


class Correcting:
    """Decides; `visit` holds the form and what was put aside for it."""

    def __init__(self, desk: Desk, language: Language, view: CorrectingView, visit: Visit) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._acts = Acts(desk, view)
        self._visitor = False  # whether another page asked for it

    def begin(self, feedback_id: int, *, visitor: bool = False) -> None:
        """Show a saved feedback for correction; what stands in the form is put aside until then."""
        self._tried(partial(self._begin, feedback_id, visitor=visitor))

    def cancel(self, purchase_id: int) -> None:
        """A sale was recorded by mistake."""
        voiding.cancel(self._desk, self._language, self._acts, purchase_id)

    def save(self) -> None:
        """Record the correction."""
        self._tried(self._save)

    def end(self) -> None:
        """Back to what was put aside, and to the page that asked."""
        aside, self._visit.held = self._visit.held, None
        self._visit.bring(aside or self._visit.fresh())
        if self._visitor:
            self._visitor = False
            self._view.leave()

    def stay(self) -> None:
        """Whoever asked for it, the counter is needed here now."""
        self._visitor = False

    def _begin(self, feedback_id: int, *, visitor: bool) -> None:
        entry = self._desk.feedback.get(feedback_id)
        customer = self._desk.customers.get(entry.customer_id) if entry.customer_id else None
        aside = self._visit.form if self._visit.form.corrects is None else self._visit.held
        self._visit.held = aside if aside and not aside.empty else None
        self._visitor = visitor
        self._visit.bring(correction(self._visit.fresh(), entry, customer))

    def _save(self) -> None:
        form = self._visit.form
        self._desk.feedback.correct(form.corrected())
        made = self._desk.history.changes(1)[0]
        self.end()
        text = self._language.tr("Corrected: {name}, {what}", **words.named(self._language, form))
        self._view.toast(text, partial(self._undo, made.id))

    def _undo(self, change_id: int) -> None:
        self._tried(lambda: self._desk.history.undo(change_id))

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_error(self._language.error(error))
