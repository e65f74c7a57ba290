"""What is asked for most."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.request import Wanted
from cxdesk.language.language import Language
from cxdesk.ui.requests import words
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty


class WantedCard(Card):
    """Each thing with how often it is asked for; `arrived(wanted)` when it has come."""

    arrived = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__(language.tr("Wanted most"), icon="package-x")
        self._language = language
        self._rows = column(gap=10)
        self._buttons: list[Button] = []
        self._shown: Sequence[Wanted] | None = None
        self.add(boxed(self._rows))

    def show_wanted(self, wanted: Sequence[Wanted]) -> None:
        """Show these, the most wanted first."""
        if wanted == self._shown:
            return
        self._shown = wanted
        self._buttons = []
        empty(self._rows)
        for number, each in enumerate(wanted):
            self._rows.addWidget(self._row(number, each))
        if not wanted:
            self._rows.addWidget(Label(self._language.tr("Nothing is asked for."), muted=True, lines=0))

    def main_control(self) -> QWidget | None:
        """The first button."""
        return next(iter(self._buttons), None)

    def _row(self, number: int, each: Wanted) -> QWidget:
        title, detail = words.wanted(self._language, each)
        told = boxed(
            column(
                Label(title, Style.STRONG, lines=2), Label(detail, Style.SMALL, muted=True, lines=2), gap=1
            )
        )
        if each.here:
            return Split(told, Badge(self._language.tr("is there"), Tone.GOOD))
        button = Button(self._language.tr("Has arrived"), icon="check", height=30, id=f"arrived-{number}")
        button.setAccessibleName(self._language.tr("Has arrived: {what}", what=each.text))
        button.clicked.connect(partial(self.arrived.emit, each))
        self._buttons.append(button)
        return Split(told, button)
