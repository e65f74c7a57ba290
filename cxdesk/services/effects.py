"""Whether thanking helps: the lot that leaves a fair share out, and what became of both arms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from cxdesk.domain import effect
from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.effect import Effect
from cxdesk.domain.occasion import FOR_EVERYBODY, Occasion, Setting
from cxdesk.services.workplace import Workplace
from cxdesk.storage import assignments, occasions
from cxdesk.storage.assignments import Assignment

COMES_ANYWAY = 0.2
"""The share that is reckoned with before anything is known."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial of one rule's present version.

    `drawn` counts all who were drawn so far, `effect` is told of those whose days are over (None: too few of them),
    `weeks` how many more are needed about, `cost` in minor units, `per_visit` the cost of one visit more.
    """

    setting: Setting
    begun: date
    end: date
    final: bool
    drawn: int
    effect: Effect | None
    weeks: int
    cost: int
    per_visit: int | None


class Effects:
    """The lot and its outcome."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def thanked(self, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
        """Those of these suggestions whom the lot does not leave out."""
        arms = self._arms(suggestions)
        return [each for each in suggestions if not arms.get(each.id, False)]

    def draw(self, suggestions: Sequence[Suggestion]) -> None:
        """Keep for all of these, thanked and left out, in which arm the lot has put them; once for each."""
        arms, today = self._arms(suggestions), self._work.today()
        kept = assignments.known(self._work.db, list(arms))
        settings = occasions.every(self._work.db)
        drawn = [
            Assignment(s.id, s.kind.value, settings[s.kind].version, s.customer.id, today, arms[s.id])
            for s in suggestions
            if s.id in arms and s.id not in kept
        ]
        if drawn:
            with self._work.change("Lots drawn"):
                assignments.insert(self._work.db, drawn)

    def trials(self) -> list[Trial]:
        """The trials that have begun."""
        found = (self.trial(kind) for kind in Occasion if kind not in FOR_EVERYBODY)
        return [each for each in found if each]

    def trial(self, kind: Occasion) -> Trial | None:
        """The trial of a rule; None where nobody was left out by lot yet."""
        setting = occasions.every(self._work.db)[kind]
        begun, drawn = assignments.begun(self._work.db, setting)
        if begun is None:
            return None
        today, within = self._work.today(), timedelta(days=setting["within"])
        end = begun + timedelta(weeks=setting["weeks"])
        final, until = today > end + within, min(end, today - within - timedelta(days=1))
        thanked, left_out = effect.arms(assignments.outcome(self._work.db, setting, until))
        found, cost = (
            effect.effect(thanked, left_out, final=final),
            assignments.cost(self._work.db, setting, until),
        )
        extra = found.extra_visits if found and found.gain.low > 0 else 0
        weeks = _weeks(setting, found, drawn, (today - begun).days)
        return Trial(
            setting, begun, end, final, drawn, found, weeks, cost, round(cost / extra) if extra else None
        )

    def _arms(self, suggestions: Iterable[Suggestion]) -> dict[str, bool]:
        """Of those that take part in a trial, whether each is left out; what was drawn before stays."""
        settings = occasions.every(self._work.db)
        tried = {s.id: settings[s.kind] for s in suggestions if settings[s.kind].held_back}
        drawn = {i: effect.left_out(setting, i) for i, setting in tried.items()}
        return drawn | assignments.known(self._work.db, list(tried))


def _weeks(setting: Setting, found: Effect | None, drawn: int, days: int) -> int:
    """About how many weeks more it takes until a gain of a tenth would show."""
    before = found.left_out.share if found else COMES_ANYWAY
    share = max(1, setting.held_back) / 100
    before = min(max(before, 0.05), 0.85)
    wanted = sum(effect.needed(before, before + effect.HOPED_FOR, (1 - share) / share))
    each_week = max(drawn, 1) / max(1, days / 7)
    return max(0, ceil((wanted - drawn) / each_week))
