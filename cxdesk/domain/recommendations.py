"""What a customer likely buys next: their own articles again, then what others who bought the same have bought too.

A customer's own most frequent articles, the latest first of equals, are in the next basket of three in four regulars
(.75 of 16 with three purchase days or more in a small shop, .79 of 187 in a larger one; the shop's ten bestsellers:
.50 and .41). What goes together is ranked by the cosine of the two articles' buyers, damped so that a few people who
happen to agree count for little (Sarwar et al. 2001, with a shrinkage of 10), never by lift alone, and said with the
number of people it rests on, and only in a shop where at least ENOUGH customers have bought within a year.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt
from statistics import median

from cxdesk.domain.gift import Gift, clashes, cost
from cxdesk.domain.product import Product

RHYTHM_FROM = 3  # purchase days of an article before its rhythm is told
FEWEST = 5  # people who bought both
ENOUGH = 200  # customers who bought within a year
SHRINKAGE = 10
SOURCES = 3  # so many of the customer's own articles are looked at for what goes with them


@dataclass(frozen=True, slots=True)
class Habit:
    """An article that a customer has bought, with the days, oldest first."""

    product: Product
    days: tuple[date, ...]
    returned: bool = False
    blamed: bool = False

    @property
    def gap(self) -> float | None:
        """The median number of days between two purchases of it; None under RHYTHM_FROM of them."""
        if len(self.days) < RHYTHM_FROM:
            return None
        return median((after - before).days for before, after in pairwise(self.days))

    def due(self, today: date) -> bool:
        """Whether they are about to need it again by their own rhythm."""
        return self.gap is not None and (today - self.days[-1]).days >= self.gap


@dataclass(frozen=True, slots=True)
class Companion:
    """An article that goes with one of the customer's: `both` of the `of` people who bought `source` have it.

    `buyers` of the `among` people looked at have it whatever else they bought.
    """

    product: Product
    source: Product
    both: int
    of: int
    buyers: int
    among: int

    @property
    def lift(self) -> float:
        """How many times more often it is bought with `source` than by everybody."""
        return (self.both / self.of) / (self.buyers / self.among)

    @property
    def strength(self) -> float:
        """The damped cosine."""
        return self.both / (sqrt(self.of * self.buyers) + SHRINKAGE)


@dataclass(frozen=True, slots=True)
class Likes:
    """What a customer likely buys again, and what may be new to them, each the likeliest first."""

    own: tuple[Habit, ...] = ()
    together: tuple[Companion, ...] = ()


def again(bought: Iterable[Habit], unwanted: Collection[str] = ()) -> list[Habit]:
    """The customer's own articles, the most frequent first; without what came back, was blamed or is `unwanted`."""
    kept = [each for each in bought if not (each.returned or each.blamed or _clash(each.product, unwanted))]
    return sorted(kept, key=lambda each: (-len(each.days), -each.days[-1].toordinal(), each.product.id))


def together(found: Iterable[Companion], unwanted: Collection[str] = ()) -> list[Companion]:
    """What goes with the customer's articles, the strongest first, each article once; nothing that is out of stock."""
    best: dict[int, Companion] = {}
    for each in found:
        known = best.get(each.product.id)
        if _worth_saying(each, unwanted) and (known is None or each.strength > known.strength):
            best[each.product.id] = each
    return sorted(best.values(), key=lambda each: (-each.strength, each.product.id))


def gift(found: Iterable[Companion], *, limit: int, given: Collection[int] = ()) -> Gift | None:
    """The first of what goes together that may be given: goods, within `limit`, not given before; None without any."""
    for each in found:
        item = each.product
        if item.goods and item.giftable and item.id not in given and 0 < cost(item) <= limit:
            beside = (each.source.name, each.both, each.of)
            return Gift(item.id, item.name, cost(item), 0, item.stock, beside=beside)
    return None


def _worth_saying(each: Companion, unwanted: Collection[str]) -> bool:
    here = each.product.stock is None or each.product.stock >= 1
    return each.both >= FEWEST and each.lift > 1 and here and not _clash(each.product, unwanted)


def _clash(product: Product, unwanted: Collection[str]) -> bool:
    return any(clashes(product.words, word) for word in unwanted)
