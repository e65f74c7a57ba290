"""Whether thanking helps: a card for each trial, with a word that claims no more than is known."""

from PySide6.QtWidgets import QWidget

from cxdesk.domain.effect import Trial, Verdict
from cxdesk.language import effects as words
from cxdesk.language import reasons
from cxdesk.services.desk import Desk
from cxdesk.ui.screens import Shell
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, empty
from cxdesk.ui.widgets.states import Empty

TONES = {
    Verdict.HELPS: Tone.GOOD,
    Verdict.PROBABLY: Tone.GOOD,
    Verdict.UNCLEAR: Tone.NEUTRAL,
    Verdict.NOT: Tone.WARN,
}


class EffectSection(QWidget):
    """Every trial that has begun."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._language = desk, shell.language
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
        lines = [Label(text, lines=0) for text in words.sentences(say, trial)]
        return Card(reasons.title(say, kind), column(*lines, gap=4), icon=icon, tone=tone, end=badge)

    def _nothing(self) -> Empty:
        say = self._language.tr
        text = say("As soon as the rules leave somebody out by lot, it is counted here who comes back.")
        return Empty("chart-line", say("Nothing has been drawn yet"), text)
