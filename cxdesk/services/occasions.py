"""What the owner settles about the rules: switch, tune, leave out by lot, and look at whom a rule would have named."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cxdesk.domain.errors import UserError
from cxdesk.domain.occasion import FOR_EVERYBODY, Occasion, Setting, known_figures
from cxdesk.domain.occasions import RULES
from cxdesk.domain.occasions.proposal import permitted
from cxdesk.language import reasons
from cxdesk.services.known import of_reachable, people, rules_on
from cxdesk.services.workplace import Workplace
from cxdesk.storage import occasions
from cxdesk.storage.candidates import candidates

SAMPLED = 12
EVERY = 7  # days
NAMES = 8
MOST_HELD_BACK = 50


@dataclass(frozen=True, slots=True)
class Preview:
    """Whom a rule would have named on sampled days of last year: how many suggestions and people, some names."""

    first: date
    last: date
    days: int
    suggestions: int
    people: int
    names: tuple[str, ...]


class Occasions:
    """The rules of thanking."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[Setting]:
        """Every rule as it is set, the most pressing first."""
        kept = occasions.every(self._work.db)
        return [kept[kind] for kind in RULES]

    def get(self, kind: Occasion) -> Setting:
        """One rule as it is set."""
        return occasions.every(self._work.db)[kind]

    def save(self, setting: Setting) -> None:
        """Save how a rule is set; whatever changes whom it names or leaves out begins a new trial.

        Raises:
            UserError: when a figure is out of its range, or nobody may be left out of this.
        """
        _check(setting)
        before = self.get(setting.kind)
        turned = (dict(setting.figures), setting.held_back) != (dict(before.figures), before.held_back)
        name = reasons.title(self._work.language(), setting.kind)
        with self._work.change("Rule changed", detail=name):
            occasions.put(self._work.db, replace(setting, version=before.version + turned))

    def preview(self, kind: Occasion) -> Preview:
        """Whom a rule, as it is set and permissions are today, would have named on these dates last year."""
        today = self._work.today()
        last = today - timedelta(days=365)
        days = [last - timedelta(days=EVERY * n) for n in range(SAMPLED)]
        named = dict(found for day in days for found in self._named(kind, day))
        names = list(dict.fromkeys(named.values()))
        return Preview(days[-1], last, len(days), len(named), len(names), tuple(names[:NAMES]))

    def _named(self, kind: Occasion, day: date) -> Iterator[tuple[str, str]]:
        """The suggestions that a rule would have made on a day, each with the name of its customer."""
        limits = rules_on(self._work, day)
        limits = replace(limits, settings={**limits.settings, kind: replace(limits.of(kind), active=True)})
        asked = candidates(self._work.db, day, limits, [kind])
        for known in people(self._work, asked, day, limits, of_reachable):
            proposal = None if known.customer.restricted else RULES[kind](known, day, limits)
            if proposal and (found := permitted(proposal, known)):
                yield found.id, known.customer.name


def _check(setting: Setting) -> None:
    for name, value in setting.figures.items():
        figure = known_figures(setting.kind)[name]
        if not figure.low <= value <= figure.high:
            raise UserError("Write a number from {low} to {high}.", low=figure.low, high=figure.high)
    most = 0 if setting.kind in FOR_EVERYBODY else MOST_HELD_BACK
    if not 0 <= setting.held_back <= most:
        raise UserError("Write a number from {low} to {high}.", low=0, high=most)
