"""Whether thanking helps: a card for each trial, with a word that claims no more than is known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.ui.appreciation.measuring import ArmRow, Measuring, TrialRow
from cxdesk.ui.screens import Shell
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.states import Empty


class EffectSection(QWidget):
    """Every trial that has begun, and below them what is not measured."""

    def __init__(self, shell: Shell, measuring: Measuring) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        measuring.view = self
        self._rows, self._others = column(gap=12), column(gap=12)
        self.setLayout(column(self._how(), self._rows, self._others, None, gap=12))

    def show_trials(self, rows: Sequence[TrialRow]) -> None:
        """Show every trial that has begun."""
        empty(self._rows)
        for each in rows:
            self._rows.addWidget(_card(each))
        if not rows:
            self._rows.addWidget(self._nothing())

    def show_unmeasured(self, why: Sequence[tuple[str, str]]) -> None:
        """Show what could be measured and is not: why, and what."""
        say = self._language.tr
        empty(self._others)
        rules = Button(say("To the rules"), Kind.QUIET, icon="sliders-horizontal", height=30, id="to-rules")
        rules.clicked.connect(lambda _: self._shell.go("appreciation", "rules"))
        lines = [
            boxed(column(Label(reason, lines=0), Label(names, muted=True, lines=0), gap=2))
            for reason, names in why
        ]
        card = Card(say("Not measured"), column(*lines, gap=10), icon="circle-help", end=rules)
        self._others.addWidget(card)

    def _how(self) -> Label:
        text = self._language.tr(
            "A lot leaves a fair share out. Who came anyway is seen in them, and what thanking adds in the others. "
            "Of birthdays, answers and what customers wait for nobody is left out, so no effect is claimed."
        )
        return Label(text, muted=True, lines=0)

    def _nothing(self) -> Empty:
        say = self._language.tr
        text = say("As soon as the rules leave somebody out by lot, it is counted here who comes back.")
        return Empty("chart-line", say("Nothing has been drawn yet"), text)


def _card(trial: TrialRow) -> Card:
    icon, tone = MARKS[trial.kind]
    early = [Label(text, lines=0) for text in trial.early]
    left = boxed(column(*(_arm(each) for each in trial.arms), *early, None, gap=8))
    right = boxed(column(boxed(Flow(*map(_figure, trial.figures), gap=18)), None))
    told = [Label(text, muted=True, lines=0) for text in trial.told if text]
    whole = column(Columns((left, 1), (right, 1), gap=24, stack_under=760), *told, gap=10)
    return Card(trial.title, whole, icon=icon, tone=tone, end=Badge(trial.verdict, trial.tone))


def _arm(arm: ArmRow) -> QWidget:
    """A bar: how many of whom came."""
    came = Label(arm.came, Style.SMALL, muted=True)
    head = row(Label(arm.name, Style.STRONG), came, None, Label(arm.percent, Style.H2))
    return boxed(column(head, Meter(arm.share), gap=4))


def _figure(fact: tuple[str, str]) -> QWidget:
    caption, figure = fact
    return boxed(column(Label(caption, Style.SMALL, muted=True), Label(figure, Style.H2), gap=1))
