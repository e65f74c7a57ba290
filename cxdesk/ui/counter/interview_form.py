"""The guided interview: five steps, each answered and left by a key."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.interview import Fit, Outcome
from cxdesk.language import talks
from cxdesk.language.language import Language
from cxdesk.ui.counter.form import NO_INTERVIEW, Form
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class InterviewForm(QWidget):
    """Wishes, the season's hits, a proposal, the outcome, the fit; `changed(field, value)` as of `Answers`."""

    changed = Signal(str, object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._said, self._offered = NO_INTERVIEW, tuple[str, ...]()
        hint = tr("Colour, style, use, size, for whom…")
        self.wishes = TextField(tr("What are you looking for?"), hint, id="wishes")
        self.hits = ChipGroup(tr("This season’s favourites"), {}, several=True, equal=False, id="hits")
        nothing = tr("Nothing has been sold in the last 30 days.")
        self._nothing = Label(nothing, Style.SMALL, muted=True, lines=0)
        hint = tr("Why it suits them, in a few words")
        self.proposal = TextField(tr("What do you propose?"), hint, id="proposal")
        decided = {each.value: talks.outcome(language, each) for each in Outcome}
        self.outcome = ChipGroup(tr("How did it end?"), decided, equal=False, id="outcome")
        answers = {each.value: talks.fit(language, each) for each in Fit}
        self.fit = ChipGroup(tr("Was it what you were looking for?"), answers, equal=False, id="fit")
        fields = (self.wishes, self.hits, self.proposal, self.outcome, self.fit)
        steps = [_step(number, field) for number, field in enumerate(fields, 1)]
        steps[1].layout().addWidget(self._nothing)  # type: ignore[union-attr]  # a step has a layout
        name = tr("Interview about the need")
        self.setLayout(column(Label(name, Style.H2), *steps, gap=10))
        named(self, name, "interview")
        self._connect()

    def offer(self, hits: Sequence[str]) -> None:
        """Offer these articles as the season's hits."""
        self._offered = tuple(hits)
        self._show_hits()

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self._said = form.interview
        for field, text in ((self.wishes, self._said.wishes), (self.proposal, self._said.proposal)):
            if field.text() != text:
                field.setText(text)
        self._show_hits()
        self.outcome.choose(self._said.outcome or "")
        self.fit.choose(self._said.fit or "")

    def _show_hits(self) -> None:
        names = dict.fromkeys((*self._offered, *self._said.hits))
        if names.keys() != self.hits.keys():
            self.hits.set_options({name: name for name in names})
            chips = (self.hits.chip(name) for name in names)
            for before, after in pairwise((self.wishes, *chips, self.proposal)):
                self.setTabOrder(before, after)
        self.hits.choose(*self._said.hits)
        self._nothing.setVisible(not names)

    def _connect(self) -> None:
        self.wishes.textEdited.connect(lambda text: self._say(wishes=text))
        self.wishes.returnPressed.connect(lambda: self._go(self.hits, self.proposal))
        self.hits.changed.connect(lambda: self._say(hits=self.hits.values()))
        self.proposal.textEdited.connect(lambda text: self._say(proposal=text))
        self.proposal.returnPressed.connect(lambda: self._go(self.outcome))
        self.outcome.changed.connect(lambda: self._decided(self.outcome.value()))
        self.fit.changed.connect(lambda: self._say(fit=Fit(self.fit.value()) if self.fit.value() else None))

    def _decided(self, key: str) -> None:
        self._say(outcome=Outcome(key) if key else None)
        if key:
            self._go(self.fit)

    def _say(self, **said: Any) -> None:
        self._said = replace(self._said, **said)
        self.changed.emit("interview", self._said)

    def _go(self, *steps: QWidget) -> None:
        """Put the focus on the first of these steps that can take it."""
        for step in steps:
            target = step.first() if isinstance(step, ChipGroup) else step
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _step(number: int, field: QWidget) -> QWidget:
    """A numbered line: what is asked, and the field below."""
    head = row(Badge(str(number), Tone.ACCENT), Label(field.accessibleName(), Style.STRONG), gap=8)
    head.setStretch(1, 1)
    return boxed(column(head, field, gap=4))
