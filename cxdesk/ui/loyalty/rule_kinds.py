"""The kinds of rules, and how each of their values stands in a form."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import EarnRule, Reward, Rule, StampCard, Tier
from cxdesk.language import programme, typed
from cxdesk.language.language import Language
from cxdesk.ui import amounts


class Entry(Enum):
    """How a value is entered."""

    TEXT = auto()
    SHORT = auto()
    CATEGORY = auto()
    PRODUCT = auto()
    WEEKDAY = auto()
    TICK = auto()


def same(value: Any) -> Any:
    """The value as it is."""
    return value


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a rule: its name, its words, how it is entered, and how it becomes what is entered and back."""

    name: str
    label: str
    entry: Entry = Entry.TEXT
    write: Callable[[Any], Any] = field(default=same, compare=False)
    read: Callable[[Any], Any] = field(default=same, compare=False)
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RuleKind:
    """A kind of rule with its form; `blank` is a new one, `words(rule, product)` what a rule says."""

    key: str
    title: str
    hint: str
    icon: str
    cells: tuple[Cell, ...]
    blank: Rule
    words: Callable[..., str]


def kinds(language: Language) -> dict[str, RuleKind]:
    """Every kind by its key, in the order in which a programme is thought up."""
    found = (_rewards(language), _tiers(language), _earning(language), _stamps(language))
    return {kind.key: kind for kind in found}


def _rewards(language: Language) -> RuleKind:
    tr = language.tr
    costs = Cell("points", tr("Points"), Entry.SHORT, str, amounts.whole)
    cells = (
        _name(language),
        costs,
        _product(language, tr("Which product it is, if it is one")),
        _active(language),
    )
    hint = tr("What points can buy at the counter.")
    return RuleKind("reward", tr("Rewards"), hint, "gift", cells, Reward(0, "", 0), programme.reward)


def _tiers(language: Language) -> RuleKind:
    tr = language.tr
    spend = Cell(
        "spend",
        tr("Spent in 365 days"),
        Entry.SHORT,
        lambda minor: amounts.written(minor, language),
        lambda text: amounts.read(text, language.currency),
    )
    percent = Cell("percent", tr("Per cent off every purchase"), Entry.SHORT, str, amounts.whole)
    vip = Cell("vip", tr("VIP: hears of sales and events first"), Entry.TICK)
    hint = tr(
        "A tier is what somebody has spent in the last 365 days, returns taken off. It comes with the purchase that "
        "reaches the sum, and it stays as long as the sum of the 365 days does; then the tier below follows."
    )
    cells = (_name(language), spend, _times(language), percent, vip)
    return RuleKind(
        "tier",
        tr("Tiers"),
        hint,
        "crown",
        cells,
        Tier(0, "", 0),
        lambda say, rule, _: programme.tier(say, rule),
    )


def _earning(language: Language) -> RuleKind:
    tr, today = language.tr, _written_day(language)
    cells = (
        _name(language),
        Cell("category", tr("Category"), Entry.CATEGORY, str, str.strip),
        _product(language, tr("One product alone")),
        _times(language),
        Cell("weekday", tr("Weekday"), Entry.WEEKDAY),
        Cell("first", tr("First day"), Entry.SHORT, today, _day, tr("Empty when it always holds.")),
        Cell("last", tr("Last day"), Entry.SHORT, today, _day, tr("Empty when it always holds.")),
        _active(language),
    )
    hint = tr("Of several rules the best one counts; 0 gives no points at all.")
    title = tr("More points for some things")
    return RuleKind("earn", title, hint, "sparkles", cells, EarnRule(0, "", 2), programme.earning)


def _stamps(language: Language) -> RuleKind:
    tr = language.tr
    cells = (
        _name(language),
        Cell("stamps", tr("Stamps"), Entry.SHORT, str, amounts.whole),
        Cell("reward", tr("Reward"), Entry.TEXT, str, str.strip),
        Cell("category", tr("Category"), Entry.CATEGORY, str, str.strip),
        _product(language, tr("One product alone")),
        _active(language),
    )
    hint = tr("A stamp for each article; when the card is full, the reward is due.")
    return RuleKind(
        "stamps", tr("Stamp cards"), hint, "star", cells, StampCard(0, "", 10, ""), programme.stamp_card
    )


def _name(language: Language) -> Cell:
    return Cell("name", language.tr("What it is called"), Entry.TEXT, str, str.strip)


def _product(language: Language, label: str) -> Cell:
    return Cell("product_id", label, Entry.PRODUCT, hint=language.tr("Empty: everything"))


def _active(language: Language) -> Cell:
    return Cell("active", language.tr("In use"), Entry.TICK)


def _times(language: Language) -> Cell:
    return Cell(
        "factor", language.tr("Points times"), Entry.SHORT, lambda value: _plain(value, language), _factor
    )


def _plain(value: float, language: Language) -> str:
    whole = float(value).is_integer()
    return amounts.figures(Decimal(str(value)), language, 0 if whole else 1)


def _factor(text: str) -> float:
    try:
        return float(money.typed(text))
    except ValueError:
        raise UserError("Write a number, such as 2 or 1,5.") from None


def _written_day(language: Language) -> Callable[[date | None], str]:
    """How a day stands in a field."""
    return lambda day: language.date(day) if day else ""


def _day(text: str) -> date | None:
    return typed.day(text) if text.strip() else None
