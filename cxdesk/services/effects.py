"""Whether thanking helps: the lot that leaves a fair share out, and what became of both arms."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import ceil

from cxdesk.domain import effect
from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.effect import Effect, Spend, Trial
from cxdesk.domain.occasion import FOR_EVERYBODY, Occasion, Setting
from cxdesk.domain.occasions.proposal import Choice
from cxdesk.services.workplace import Workplace
from cxdesk.storage import assignments, occasions
from cxdesk.storage.assignments import Assignment
from cxdesk.storage.history import LOTS

COMES_ANYWAY = 0.2
"""The share that is reckoned with before anything is known."""


class Effects:
    """The lot and its outcome."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def divided(self, chosen: Sequence[Choice]) -> tuple[list[Choice], list[Choice]]:
        """Those of these who are thanked, and those whom the lot leaves out."""
        arms = self._arms(chosen)
        left_out = [each for each in chosen if arms.get(each.id)]
        return [each for each in chosen if not arms.get(each.id)], left_out

    def draw(self, chosen: Sequence[Choice]) -> None:
        """Keep in which arm the lot has put each of these, thanked and left out; once for each."""
        if self._new(chosen):
            with self._work.change(LOTS):
                self.keep(chosen)

    def keep(self, chosen: Sequence[Choice | Suggestion]) -> None:
        """The same within the change in progress."""
        assignments.insert(self._work.db, self._new(chosen))

    def _new(self, chosen: Sequence[Choice | Suggestion]) -> list[Assignment]:
        """What is to be kept of these: all that take part in a trial and were not kept before."""
        today, settings = self._work.today(), occasions.every(self._work.db)
        tried = [each for each in chosen if settings[each.kind].held_back]
        kept = assignments.known(self._work.db, [each.id for each in tried])
        return [
            Assignment(
                each.id,
                each.kind.value,
                setting.version,
                each.customer.id,
                today,
                effect.left_out(setting, each.id),
            )
            for each in tried
            if each.id not in kept and (setting := settings[each.kind])
        ]

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
        db, spent = self._work.db, assignments.spends(self._work.db, setting, until)
        thanked, left_out = effect.arms(assignments.outcome(db, setting, until))
        found = effect.effect(thanked, left_out, final=final)
        cost, needed = assignments.cost(db, setting, until), _needed(setting, found, drawn)
        extra = found.extra_visits if found and found.gain.low > 0 else 0
        return Trial(
            setting,
            begun,
            end,
            final,
            drawn,
            found,
            _weeks(needed, drawn, (today - begun).days),
            cost,
            round(cost / extra) if extra else None,
            needed,
            effect.worth(spent.get(False, Spend()), spent.get(True, Spend()), final=final),
        )

    def _arms(self, chosen: Iterable[Choice | Suggestion]) -> dict[str, bool]:
        """Of those that take part in a trial, whether each is left out; what was drawn before stays."""
        settings = occasions.every(self._work.db)
        tried = {s.id: settings[s.kind] for s in chosen if settings[s.kind].held_back}
        kept = assignments.known(self._work.db, list(tried))
        return kept | {i: effect.left_out(setting, i) for i, setting in tried.items() if i not in kept}


def _needed(setting: Setting, found: Effect | None, drawn: int) -> int:
    """How many more are to be drawn until a gain of a tenth would show."""
    before = found.left_out.share if found else COMES_ANYWAY
    share = max(1, setting.held_back) / 100
    before = min(max(before, 0.05), 0.85)
    return max(0, sum(effect.needed(before, before + effect.HOPED_FOR, (1 - share) / share)) - drawn)


def _weeks(needed: int, drawn: int, days: int) -> int:
    """About how many weeks more that takes, drawing as many as so far."""
    each_week = max(drawn, 1) / max(1, days / 7)
    return ceil(needed / each_week)
