"""Prize draws: announced with a seed that is shown to everybody, drawn when they have ended."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.loyalty.drawing import DrawEntry, Drawing, DrawRow
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.states import Empty


class DrawsHalf(QWidget):
    """The draws at the left, a new one at the right; `printed(file, title)` asks for a paper."""

    printed = Signal(Path, str)

    def __init__(self, language: Language, drawing: Drawing) -> None:
        super().__init__()
        self._language, self._drawing, drawing.view, tr = language, drawing, self, language.tr
        self.list = ActionList(tr("Prize draws"), "draws")
        self._nothing = Empty(
            "party-popper",
            tr("No draws yet"),
            tr(
                "Who answers takes part. The seed is shown beforehand, so that anybody can check the winners."
            ),
        )
        left = boxed(column(self._nothing, self.list, None, gap=10))
        self.setLayout(column(Columns((left, 8), (boxed(column(self._new(), None)), 5), stack_under=900)))

    def show_draws(self, rows: Sequence[DrawRow]) -> None:
        """Show these draws."""
        self.list.show_items([self._item(row) for row in rows])
        self._nothing.setVisible(not rows)

    def show_paper(self, file: Path, title: str) -> None:
        """Show the paper of a draw."""
        self.printed.emit(file, title)

    def _new(self) -> Card:
        tr = self._language.tr
        self.name = TextField(tr("What it is called"), id="draw-name")
        self.prize = TextField(tr("Prize"), id="draw-prize")
        self.first = TextField(tr("First day"), tr("today"), id="draw-first")
        self.last = TextField(tr("Last day"), tr("day.month.year"), id="draw-last")
        self.places = TextField(tr("How many win"), id="draw-places")
        self.places.setText("1")
        self.error = Note("", Tone.BAD)
        make = Button(tr("Announce the draw"), Kind.PRIMARY, icon="check", id="draw-announce")
        make.clicked.connect(lambda _: self._announce())
        hint = Label(tr("Everybody who answers in this time takes part once."), muted=True, lines=0)
        fields = (self.name, self.prize, self.first, self.last, self.places)
        rows = (FormRow(field.accessibleName(), field) for field in fields)
        return Card(tr("A new draw"), hint, *rows, self.error, boxed(Flow(make)), icon="plus")

    def _announce(self) -> None:
        fields = (self.name, self.prize, self.first, self.last, self.places)
        wrong = self._drawing.announce(DrawEntry(*(field.text() for field in fields)))
        self.error.say(wrong)
        for field in () if wrong else fields[:-1]:
            field.clear()

    def _item(self, row: DrawRow) -> ActionItem:
        tr = self._language.tr
        draw = Act(tr("Draw the winners"), partial(self._drawing.draw, row.id), "party-popper", "D")
        words = tr("Show the result") if row.drawn else tr("Show the announcement")
        paper = Act(words, partial(self._drawing.print, row.id), "file-text", "P")
        tone = Tone.GOOD if row.drawn else Tone.WARN if row.due else Tone.NEUTRAL
        acts = [draw, paper] if row.due else [paper]
        return ActionItem(
            f"draw-{row.id}",
            "party-popper",
            Tone.GIFT,
            row.title,
            row.detail,
            badge=row.badge,
            badge_tone=tone,
            acts=acts,
        )
