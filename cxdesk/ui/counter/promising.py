"""The decisions about what is promised at the counter, and about promises that are due."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter.basket import Pledge
from cxdesk.ui.counter.form import FormHolder


class PromisingView(Saying, Protocol):
    """What promising asks of the page."""

    def ask_promise(self, text: str, due: str) -> None:
        """Open the line for a promise."""


class Promising:
    """Decides; `visit` holds the form."""

    def __init__(self, desk: Desk, language: Language, view: PromisingView, visit: FormHolder) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._acts = Acts(desk, view)

    def begin(self) -> None:
        """Ask what is promised until when, or show what was promised a moment ago."""
        if self._visit.form.corrects is None:
            pledge = self._visit.form.basket.pledge
            due = self._language.date(pledge.due) if pledge else ""
            self._view.ask_promise(pledge.text if pledge else "", due)

    def write(self, text: str, due: str) -> str:
        """Promise it with the visit; gives the error to show at the line, empty when there is none."""
        if not text.strip():
            return self._language.tr("Write what was promised.")
        try:
            self._put(Pledge(text.strip(), self._day(due)))
        except UserError as error:
            return self._language.error(error)
        return ""

    def drop(self) -> None:
        """Nothing is promised after all."""
        self._put(None)

    def keep(self, promise_id: int) -> None:
        """A promise was kept just now."""
        text = self._language.tr("The promise was kept")
        self._acts.do(lambda: self._desk.promises.close(promise_id, kept=True), text)

    def _put(self, pledge: Pledge | None) -> None:
        form = self._visit.form
        self._visit.put(replace(form, basket=replace(form.basket, pledge=pledge)))

    def _day(self, text: str) -> date:
        """The day that was typed; without a year the next such day."""
        today = self._desk.workplace.today()
        day = typed.coming(text, today)
        if day < today:
            raise UserError("The promise was due before it was given: {day}. Check the day.", day=day)
        return day
