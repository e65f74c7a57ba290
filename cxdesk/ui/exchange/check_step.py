"""The last step: what will come in, what will not, and the file held against the shop."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.exchange.columns_step import FRAME_MS, aligned
from cxdesk.ui.exchange.facts import CheckFacts, CompareFacts, Figure, Grid
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.sheet import Sheet

ROWS = 6
SHARES, STACK_UNDER = (5, 3, 3, 3), 440


class FigureCard(Card):
    """A number with its caption above and what it is made of below."""

    def __init__(self, figure: Figure) -> None:
        tone = None if figure.tone is Tone.NEUTRAL else figure.tone
        value = Label(figure.value, Style.KPI, tone=tone)
        note = Label(figure.note, Style.SMALL, muted=True, lines=3)
        super().__init__("", Label(figure.caption.upper(), Style.CAPTION, muted=True), value, note)
        self.body.setSpacing(2)


class CheckStep(QWidget):
    """`saving()` asks to save the refused rows, `printing()` for the comparison as a sheet."""

    saving = Signal()
    printing = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language, tr = language, language.tr
        self._figures = Flow(gap=12, equal=True)
        self.save = Button(tr("Save these rows as a file…"), icon="download", id="save-refused")
        self.save.clicked.connect(self.saving)
        self._samples = column(gap=12)
        self.rows = Card(tr("The first rows as they will be"), self._samples, icon="eye")
        self.refused_rows = Sheet(tr("Rows to look at"), most=ROWS, id="refused")
        hint = tr(
            "The other rows come in. Correct these in the saved file and import it; nothing comes in twice."
        )
        self.refused = Card("", self.refused_rows, Label(hint, muted=True, lines=0), boxed(Flow(self.save)))
        self._refused_title = Label("", Style.H2)
        self.refused.body.insertWidget(0, self._refused_title)
        self._lines = column(gap=10)
        self.sheet = Button(tr("Print…"), Kind.QUIET, icon="printer", id="reconciliation")
        self.sheet.clicked.connect(self.printing)
        self.compared = Card(tr("The file and the shop"), self._lines, icon="table", end=self.sheet)
        self.setLayout(column(boxed(self._figures), self.refused, self.compared, self.rows, None, gap=12))

    def show_check(self, facts: CheckFacts) -> None:
        """Show what will come in, or what has."""
        empty(self._figures)
        for figure in facts.figures:
            self._figures.addWidget(FigureCard(figure))
        empty(self._samples)
        self.rows.setVisible(bool(facts.samples))
        QTimer.singleShot(
            FRAME_MS, self, lambda: self._show_samples(facts.samples)
        )  # what counts is drawn first
        self.refused.setVisible(bool(facts.refused.rows))
        self._refused_title.setText(facts.refused.title)
        self.refused_rows.show_rows(facts.refused.header, facts.refused.rows, facts.refused.right)
        self.compared.setVisible(bool(facts.comparison))
        empty(self._lines)
        tr = self._language.tr
        heads = ("", tr("In the file"), tr("In the shop"), tr("Difference"))
        captions = (Label(head, Style.CAPTION, muted=True) for head in heads)
        self._lines.addWidget(aligned(*captions, shares=SHARES, stack_under=STACK_UNDER))
        for line in facts.comparison:
            self._lines.addWidget(self._line(line))

    def main_control(self) -> QWidget | None:
        """The rows to look at, where there are any."""
        return self.refused_rows if self.refused.isVisibleTo(self) else None

    def _show_samples(self, samples: Sequence[Grid]) -> None:
        empty(self._samples)
        name = self._language.tr("The first rows as they will be")
        for number, grid in enumerate(samples):
            sheet = Sheet(name, most=ROWS, id=f"sample-{number}")
            sheet.show_rows(grid.header, grid.rows, grid.right)
            self._samples.addWidget(sheet)

    def _line(self, line: CompareFacts) -> QWidget:
        what = boxed(column(Label(line.item, Style.STRONG, lines=0), gap=0))
        why = Label(line.why, Style.SMALL, muted=True, lines=0)
        figures = (Label(line.in_file), Label(line.in_shop), Label(line.difference, tone=line.tone))
        both = aligned(what, *figures, shares=SHARES, stack_under=STACK_UNDER)
        return boxed(column(both, *([why] if line.why else []), gap=0))
