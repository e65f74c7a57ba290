"""Whether thanking helps: a card for each trial, with a word that claims no more than is known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.effect import Arm, Trial, Verdict
from cxdesk.domain.occasion import FOR_EVERYBODY, Setting
from cxdesk.language import effects as words
from cxdesk.language import reasons
from cxdesk.services.desk import Desk
from cxdesk.ui.screens import Shell
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.states import Empty

TONES = {
    Verdict.HELPS: Tone.GOOD,
    Verdict.PROBABLY: Tone.GOOD,
    Verdict.UNCLEAR: Tone.NEUTRAL,
    Verdict.NOT: Tone.WARN,
}


class EffectSection(QWidget):
    """Every trial that has begun, and below them what is not measured."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self._rows = column(gap=12)
        self.setLayout(column(self._how(), self._rows, None, gap=12))

    def load(self) -> None:
        """Show what the trials have shown so far."""
        empty(self._rows)
        trials = self._desk.effects.trials()
        for trial in trials:
            self._rows.addWidget(self._card(trial))
        if not trials:
            self._rows.addWidget(self._nothing())
        measured = {trial.setting.kind for trial in trials} | FOR_EVERYBODY
        self._rows.addWidget(
            self._others([each for each in self._desk.occasions.every() if each.kind not in measured])
        )

    def _how(self) -> Label:
        text = self._language.tr(
            "A lot leaves a fair share out. Who came anyway is seen in them, and what thanking adds in the others. "
            "Of birthdays, answers and what customers wait for nobody is left out, so no effect is claimed."
        )
        return Label(text, muted=True, lines=0)

    def _card(self, trial: Trial) -> Card:
        say, kind = self._language, trial.setting.kind
        said = trial.effect.verdict if trial.effect else Verdict.UNCLEAR
        badge = Badge(words.verdict(say, said), TONES[said])
        icon, tone = MARKS[kind]
        figures = Flow(*map(_figure, words.facts(say, trial)), gap=18)
        left = boxed(column(*self._arms(trial), None, gap=8))
        right = boxed(column(boxed(figures), None))
        told = [Label(text, muted=True, lines=0) for text in self._told(trial) if text]
        whole = column(Columns((left, 1), (right, 1), gap=24, stack_under=760), *told, gap=10)
        return Card(reasons.title(say, kind), whole, icon=icon, tone=tone, end=badge)

    def _arms(self, trial: Trial) -> list[QWidget]:
        """A bar for each arm: how many of whom came."""
        if trial.effect is None:
            return [Label(text, lines=0) for text in words.sentences(self._language, trial)]
        say = self._language.tr
        arms = ((say("Thanked"), trial.effect.thanked), (say("Left out by lot"), trial.effect.left_out))
        return [self._arm(name, arm) for name, arm in arms]

    def _arm(self, name: str, arm: Arm) -> QWidget:
        share = self._language.percent(arm.share)
        came = self._language.tr("{came} of {n} came", came=arm.came, n=arm.people)
        head = row(
            Label(name, Style.STRONG), Label(came, Style.SMALL, muted=True), None, Label(share, Style.H2)
        )
        meter = Meter()
        meter.set(arm.share)
        return boxed(column(head, meter, gap=4))

    def _told(self, trial: Trial) -> list[str]:
        """What may be said of the difference, in visits and in money."""
        if trial.effect is None:
            return []
        return [words.gain(self._language, trial.effect.gain), words.worth(self._language, trial)]

    def _others(self, settings: Sequence[Setting]) -> Card:
        """The rules that could be measured and are not, each with why."""
        say = self._language.tr
        rules = Button(say("To the rules"), Kind.QUIET, icon="sliders-horizontal", height=30, id="to-rules")
        rules.clicked.connect(lambda _: self._shell.go("appreciation", "rules"))
        why: dict[str, list[str]] = {}
        for each in settings:
            reason = words.unmeasured(self._language, each)
            why.setdefault(reason, []).append(reasons.title(self._language, each.kind))
        lines = [
            boxed(column(Label(reason, lines=0), Label(" · ".join(names), muted=True, lines=0), gap=2))
            for reason, names in why.items()
        ]
        return Card(say("Not measured"), column(*lines, gap=10), icon="circle-help", end=rules)

    def _nothing(self) -> Empty:
        say = self._language.tr
        text = say("As soon as the rules leave somebody out by lot, it is counted here who comes back.")
        return Empty("chart-line", say("Nothing has been drawn yet"), text)


def _figure(fact: tuple[str, str]) -> QWidget:
    caption, figure = fact
    return boxed(column(Label(caption, Style.SMALL, muted=True), Label(figure, Style.H2), gap=1))
