"""What is said of whether thanking helps: of each trial, and of what is not measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cxdesk.domain.effect import Arm, Trial, Verdict
from cxdesk.domain.occasion import FOR_EVERYBODY, Occasion
from cxdesk.language import effects as words
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.tokens import Tone

TONES = {
    Verdict.HELPS: Tone.GOOD,
    Verdict.PROBABLY: Tone.GOOD,
    Verdict.UNCLEAR: Tone.NEUTRAL,
    Verdict.NOT: Tone.WARN,
}


@dataclass(frozen=True, slots=True)
class ArmRow:
    """How many of one arm came."""

    name: str
    came: str
    percent: str
    share: float


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial: its verdict, both arms (none while it is too early), its figures, and what may be said in sentences."""

    kind: Occasion
    title: str
    verdict: str
    tone: Tone
    arms: Sequence[ArmRow]
    figures: Sequence[tuple[str, str]]
    early: Sequence[str]
    told: Sequence[str]


class MeasuringView(Protocol):
    """What the section of effects shows."""

    def show_trials(self, rows: Sequence[TrialRow]) -> None:
        """Show every trial that has begun."""

    def show_unmeasured(self, why: Sequence[tuple[str, str]]) -> None:
        """Show what could be measured and is not: why, and what."""


class Measuring:
    """Reads the trials."""

    view: MeasuringView

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk, self._language = desk, language

    def load(self) -> None:
        """Show what the trials have shown so far."""
        trials = self._desk.effects.trials()
        self.view.show_trials([self._row(trial) for trial in trials])
        measured = {trial.setting.kind for trial in trials} | FOR_EVERYBODY
        why: dict[str, list[str]] = {}
        for each in self._desk.occasions.every():
            if each.kind not in measured:
                reason = words.unmeasured(self._language, each)
                why.setdefault(reason, []).append(reasons.title(self._language, each.kind))
        self.view.show_unmeasured([(reason, " · ".join(names)) for reason, names in why.items()])

    def _row(self, trial: Trial) -> TrialRow:
        say, kind, effect = self._language, trial.setting.kind, trial.effect
        verdict = effect.verdict if effect else Verdict.UNCLEAR
        arms = []
        if effect:
            thanked, left_out = say.tr("Thanked"), say.tr("Left out by lot")
            arms = [self._arm(thanked, effect.thanked), self._arm(left_out, effect.left_out)]
        return TrialRow(
            kind,
            reasons.title(say, kind),
            words.verdict(say, verdict),
            TONES[verdict],
            arms,
            words.facts(say, trial),
            () if effect else words.sentences(say, trial),
            [words.gain(say, effect.gain), words.worth(say, trial)] if effect else (),
        )

    def _arm(self, name: str, arm: Arm) -> ArmRow:
        came = self._language.tr("{came} of {n} came", came=arm.came, n=arm.people)
        return ArmRow(name, came, self._language.percent(arm.share), arm.share)
