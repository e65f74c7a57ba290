"""The kinds of rules, and how each of their values stands in a field."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import EarnRule, Reward, StampCard, Tier
from cxdesk.language.language import Language
from cxdesk.services.programme import Rule
from cxdesk.ui import amounts


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a rule: its name, its words, how it is written and read."""

    name: str
    label: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class RuleKind:
    """A kind of rule with its fields; `blank` is a new one."""

    key: str
    title: str
    hint: str
    icon: str
    cells: tuple[Cell, ...]
    blank: Rule


def kinds(language: Language) -> tuple[RuleKind, ...]:
    """Every kind, in the order in which a programme is thought up."""
    tr = language.tr
    name = Cell("name", tr("Name"), str, str.strip)
    category = Cell("category", tr("Category (empty: everything)"), str, str.strip)
    times = Cell("factor", tr("Points times"), lambda value: _plain(value, language), _factor)
    spend = Cell("spend", tr("Spent in a year"), lambda n: amounts.written(n, language), _amount(language))
    return (
        RuleKind(
            "reward",
            tr("Rewards"),
            tr("What points can buy at the counter."),
            "gift",
            (name, Cell("points", tr("Points"), str, amounts.whole)),
            Reward(0, "", 1),
        ),
        RuleKind(
            "tier",
            tr("Tiers"),
            tr("Who has spent so much within 365 days earns more."),
            "crown",
            (name, spend, times),
            Tier(0, "", 1),
        ),
        RuleKind(
            "earn",
            tr("More points for some things"),
            tr("Of several rules the best one counts; 0 gives no points at all."),
            "sparkles",
            (name, category, times),
            EarnRule(0, "", 2),
        ),
        RuleKind(
            "stamps",
            tr("Stamp cards"),
            tr("A stamp for each article; when the card is full, the reward is due."),
            "star",
            (
                name,
                category,
                Cell("stamps", tr("Stamps"), str, amounts.whole),
                Cell("reward", tr("Reward"), str, str.strip),
            ),
            StampCard(0, "", 10, ""),
        ),
    )


def _plain(value: float, language: Language) -> str:
    whole = float(value).is_integer()
    return amounts.figures(Decimal(str(value)), language, 0 if whole else 1)


def _factor(text: str) -> float:
    try:
        return float(money.typed(text))
    except ValueError:
        raise UserError("Write a number, such as 2 or 1,5.") from None


def _amount(language: Language) -> Callable[[str], int]:
    return lambda text: amounts.read(text, language.currency)
