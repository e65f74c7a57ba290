"""What the owner can do with the loyalty programme: its rules, and a log of why they were changed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeAlias, TypeVar

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import TIER_DAYS, EarnRule, ProgrammeChange, Reward, StampCard, Tier
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import changelog, programme

Rule: TypeAlias = EarnRule | Tier | Reward | StampCard
Kind = TypeVar("Kind", bound=EarnRule | Tier | Reward | StampCard)
TEXT_LIMIT, NAME_LIMIT, TIER_LIMIT = 400, 200, 60
LARGEST = 10**9


class Programme:
    """The rules of the loyalty programme."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self, kind: type[Kind]) -> list[Kind]:
        """All rules of a kind."""
        return programme.every(self._work.db, kind)

    def reached(self) -> dict[int, int]:
        """How many customers each tier has, by its id."""
        first = self._work.today() - timedelta(days=TIER_DAYS)
        return programme.reached(self._work.db, self.every(Tier), first)

    def save(self, rule: Rule) -> int:
        """Save a new (id 0) or changed rule; gives the id.

        Raises:
            UserError: when it has no name, or a number cannot be right.
        """
        rule = self._checked(rule)
        with self._work.change("Loyalty rules changed", detail=rule.name):
            return programme.put(self._work.db, rule)

    def drop(self, rule: Rule) -> None:
        """Take a rule away."""
        with self._work.change("Loyalty rules changed", detail=rule.name):
            programme.drop(self._work.db, rule)

    def changes(self) -> list[ProgrammeChange]:
        """What was changed and why, newest first."""
        return changelog.every(self._work.db)

    def note(self, what: str, why: str = "", review: date | None = None) -> None:
        """Note a change of the programme with the reason and the day on which to look at its effect.

        Raises:
            UserError: when it does not say what, or the day has gone by.
        """
        what = clean(what, TEXT_LIMIT)
        if not what:
            raise UserError("Write what was changed.")
        if review and review < self._work.today():
            raise UserError("The day of the review has gone by: {day}.", day=review)
        made = ProgrammeChange(
            what, clean(why, TEXT_LIMIT), self._work.today(), review, staff_id=self._work.staff_id
        )
        with self._work.change("Programme change noted"):
            changelog.insert(self._work.db, made)

    def learn(self, change_id: int, learned: str) -> None:
        """Note what a change has taught."""
        with self._work.change("Programme change noted"):
            changelog.learn(self._work.db, change_id, clean(learned, TEXT_LIMIT))

    def _checked(self, rule: Rule) -> Rule:
        name = clean(rule.name, TIER_LIMIT if isinstance(rule, Tier) else NAME_LIMIT)
        if not name:
            raise UserError("Write a name.")
        fields: dict[str, Any] = {"name": name}
        match rule:
            case EarnRule() if not 0 <= rule.factor <= 100:
                raise UserError("Points can be multiplied by 0 to 100.")
            case Tier():
                self._check_tier(replace(rule, name=name))
            case Reward() if not 1 <= rule.points <= LARGEST:
                raise UserError("Write how many points the reward costs.")
            case StampCard():
                fields["reward"] = clean(rule.reward, NAME_LIMIT)
                if not 2 <= rule.stamps <= 100 or not fields["reward"]:
                    raise UserError("A stamp card needs 2 to 100 stamps and a reward.")
            case _:
                pass
        return replace(rule, **fields)

    def _check_tier(self, tier: Tier) -> None:
        if not 1 <= tier.spend <= LARGEST:
            raise UserError("Write how much must be spent in a year for this tier.")
        if not 1 <= tier.factor <= 100 or not 0 <= tier.percent <= 100:
            raise UserError("A tier multiplies points by 1 to 100 and takes at most 100 per cent off.")
        for other in self.every(Tier):
            if other.id != tier.id and (other.name == tier.name or other.spend == tier.spend):
                raise UserError("There is a tier {name} already; name and sum must differ.", name=other.name)
