"""What the owner can do with the loyalty programme: its rules, and a log of why they were changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, TypeVar

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import (
    TIER_DAYS,
    Amendment,
    EarnRule,
    ProgrammeChange,
    Reward,
    Rule,
    StampCard,
    Tier,
)
from cxdesk.language import programme as words
from cxdesk.language.folding import clean
from cxdesk.language.language import Language
from cxdesk.services.workplace import Workplace
from cxdesk.storage import amendments, changelog, history, products, programme
from cxdesk.storage.amendments import RULES

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
        with self._work.change(RULES, detail=rule.name):
            return programme.put(self._work.db, rule)

    def drop(self, rule: Rule) -> None:
        """Take a rule away."""
        with self._work.change(RULES, detail=rule.name):
            programme.drop(self._work.db, rule)

    def changes(self, language: Language) -> list[ProgrammeChange]:
        """What was changed, newest first: every change of a rule by itself, with what was said of it, and all notes."""
        db, noted = self._work.db, changelog.every(self._work.db)
        said = {each.change_id: each for each in noted}
        made = [self._made(language, i, [*each], said.get(i)) for i, each in self._amendments()]
        told = {each.change_id for each in made if each.change_id} | history.undone(db)
        own = [each for each in noted if each.change_id not in told]
        return sorted([*made, *own], key=lambda each: (each.day, each.change_id or 0, each.id), reverse=True)

    def note(self, what: str, why: str = "", review: date | None = None) -> None:
        """Note a change of the programme with the reason and the day on which to look at its effect.

        Raises:
            UserError: when it does not say what, or the day has gone by.
        """
        self.tell(ProgrammeChange(what, why, self._work.today(), review, staff_id=self._work.staff_id))

    def tell(self, change: ProgrammeChange) -> None:
        """Say more of a change: why, when to look at it again, what it has taught.

        Raises:
            UserError: when it does not say what, or a new day of the review has gone by.
        """
        what = clean(change.what, TEXT_LIMIT)
        if not what:
            raise UserError("Write what was changed.")
        known = next((each.review for each in changelog.every(self._work.db) if each.id == change.id), None)
        if change.review and change.review < self._work.today() and change.review != known:
            raise UserError("The day of the review has gone by: {day}.", day=change.review)
        why, learned = clean(change.why, TEXT_LIMIT), clean(change.learned, TEXT_LIMIT)
        with self._work.change("Programme change noted"):
            changelog.put(self._work.db, replace(change, what=what, why=why, learned=learned))

    def _amendments(self) -> Iterator[tuple[int, Iterator[Amendment]]]:
        return groupby(amendments.every(self._work.db), key=lambda each: each.change_id)

    def _made(
        self, language: Language, change_id: int, made: list[Amendment], said: ProgrammeChange | None
    ) -> ProgrammeChange:
        """A change in words, with what was said of it."""
        db, last = self._work.db, made[0]
        day = datetime.fromisoformat(last.at).astimezone(self._work.now().tzinfo).date()

        def product(product_id: int | None) -> str:
            found = products.get(db, product_id) if product_id else None
            return found.name if found else ""

        what = "; ".join(words.amendment(language, each, product) for each in reversed(made))
        told = said or ProgrammeChange(what, "", day, staff_id=last.staff_id, change_id=change_id)
        return replace(told, what=what, day=day)

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
