"""The decisions about the draft: when the form is kept, and what comes back at the next start."""

from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.counter import draft
from cxdesk.ui.counter.draft import Draft
from cxdesk.ui.counter.form import Form, FormHolder

GONE = N_("The customer whose visit stood at the counter is not in the register any more; the rest is here.")


class KeepingView(Protocol):
    """What keeping needs of the page."""

    def show_error(self, text: str) -> None:
        """Say what went wrong."""

    def show_news(self, text: str) -> None:
        """Say quietly where the form comes from."""


class Keeping:
    """Brings back what a crash or a power cut has left; `visit` holds the form."""

    def __init__(self, desk: Desk, language: Language, view: KeepingView, visit: FormHolder) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit

    def text(self, form: Form) -> str:
        """What is to be kept of a form; nothing of one that is empty."""
        return "" if form.empty else draft.written(Draft(form, self._desk.workplace.now()))

    def bring_back(self) -> None:
        """Show what was kept, unless it has been saved since; what cannot be read goes."""
        text = self._desk.drafts.read()
        if text is None:
            return
        try:
            kept = draft.read(text, self._desk.customers.get, self._desk.feedback.get)
        except UserError as unreadable:
            self._desk.drafts.forget()
            self._view.show_error(self._language.error(unreadable))
            return
        if self._saved(kept.form) or kept.form.empty:
            self._desk.drafts.forget()
            return
        self._visit.put(kept.form)
        if kept.orphan:
            self._view.show_error(self._language.tr(GONE))
        self._view.show_news(self._language.tr("Brought back from {time}.", time=self._when(kept)))

    def _saved(self, form: Form) -> bool:
        if form.corrects:
            return form.corrected() == form.corrects
        return self._desk.visits.knows(form.visit(self._desk.workplace.now()))

    def _when(self, kept: Draft) -> str:
        now = self._desk.workplace.now()
        at = kept.at.astimezone(now.tzinfo)
        time = self._language.time(at)
        return time if at.date() == now.date() else f"{self._language.day(at.date())} {time}"
