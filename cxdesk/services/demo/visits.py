"""Who comes when and buys what: rhythms, seasons, baskets and the receipts that follow from them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from cxdesk.domain.money import line_amount
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, total
from cxdesk.domain.returns import Returnable
from cxdesk.services.demo.content import Article
from cxdesk.services.demo.deck import Deck, counted, share
from cxdesk.services.demo.opening import SEASON, Period, is_open
from cxdesk.services.demo.people import Person

SUMMER, WINTER, CHRISTMAS = range(4, 9), (10, 11, 12, 1, 2), (11, 12)
LATE_IN_THE_WEEK = (2, 3, 4, 4, 5)
MONTHS = {"summer": SUMMER, "winter": WINTER, "christmas": CHRISTMAS}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How somebody comes: `visits` at most (0: no end) about every `gap` days."""

    gap: int
    visits: int = 0


RHYTHMS = (
    (Rhythm(60, 1), 23),
    (Rhythm(60, 2), 12),
    (Rhythm(85), 29),
    (Rhythm(38), 23),
    (Rhythm(16), 10),
    (Rhythm(7), 3),
)


class Diary:
    """Plans the days on which people come."""

    def __init__(self, random: Random, period: Period) -> None:
        self._random, self._period = random, period
        self._rhythms = counted(random, RHYTHMS)
        self._old, self._leaves = share(random, 45), share(random, 40)

    def plan(self) -> tuple[tuple[date, ...], bool]:
        """One person's open days, at least one, and whether their first visit ever is among them."""
        rhythm = self._rhythms.draw()
        known = not rhythm.visits and self._old.draw()
        days: list[date] = []
        for day in self._days(rhythm, known=known):
            kept = self._favoured(day)
            if not days or kept > days[-1]:
                days.append(kept)
        return tuple(days), not known

    def _days(self, rhythm: Rhythm, *, known: bool) -> Iterator[date]:
        random, period = self._random, self._period
        length = (period.today - period.first).days
        day = period.first + timedelta(days=random.randrange(min(rhythm.gap, length) if known else length))
        while not known and random.random() > SEASON[day.month - 1] / max(SEASON):
            day = period.first + timedelta(days=random.randrange(length))
        left = not rhythm.visits and self._leaves.draw()
        end = day + random.random() * (period.today - day) if left else period.today
        number = 0
        while day <= end and (not rhythm.visits or number < rhythm.visits):
            if not number or random.random() < SEASON[day.month - 1]:
                yield day
                number += 1
            pause = rhythm.gap * random.lognormvariate(0, 0.35) / SEASON[day.month - 1]
            day += timedelta(days=max(1, round(pause)))

    def _favoured(self, day: date) -> date:
        """An open day of the same week, rather late than early; the last one open when none is left."""
        if self._random.random() < 0.3:
            end = day + timedelta(days=self._random.choice(LATE_IN_THE_WEEK) - day.weekday())
            if day < end < self._period.today and is_open(end):
                return end
        return self._period.open_day(day)


class Till:
    """Fills baskets and numbers receipts."""

    def __init__(self, random: Random, articles: list[Article], staff: list[int]) -> None:
        self._random, self._articles = random, articles
        self._weights = [self._of_month(month) for month in range(1, 13)]
        self._staff: Deck[int] = counted(random, zip(staff, (3, 2, 2), strict=True))
        self._size = counted(random, ((1, 42), (2, 32), (3, 17), (4, 9)))
        self._number = 0

    def sale(self, person: Person, moment: datetime) -> Purchase:
        """What somebody buys: now and again a favourite, otherwise what the season asks for."""
        basket: dict[int, Article] = {}
        for _ in range(self._size.draw()):
            article = self._pick(person, moment.month)
            basket[article.product.id] = article
        lines = tuple(self._line(article) for article in basket.values())
        return self._receipt(person, moment, PurchaseKind.SALE, lines)

    def refund(self, person: Person, moment: datetime, sold: PurchaseLine) -> Purchase:
        """What somebody brings back: one unit of what they bought."""
        line = Returnable(sold, moment.date()).back(1)
        return self._receipt(person, moment, PurchaseKind.REFUND, (line,))

    def cancelled(self, person: Person, moment: datetime, lines: tuple[PurchaseLine, ...]) -> Purchase:
        """A receipt that was rung up twice by mistake and never counts."""
        void = tuple(replace(line, kind=PurchaseKind.CANCELLED) for line in lines)
        return self._receipt(person, moment, PurchaseKind.CANCELLED, void)

    def _receipt(
        self, person: Person, moment: datetime, kind: PurchaseKind, lines: tuple[PurchaseLine, ...]
    ) -> Purchase:
        self._number += 1
        return Purchase(
            id=0,
            day=moment.date(),
            kind=kind,
            total=total(lines),
            customer_id=person.customer.id,
            time_of_day=moment.time(),
            receipt=f"{100_000 + self._number}",
            staff_id=self._staff.draw(),
            lines=lines,
        )

    def _pick(self, person: Person, month: int) -> Article:
        if self._random.random() < 0.55:
            return self._random.choice(person.favourites)
        while True:
            article = self._random.choices(self._articles, cum_weights=self._weights[month - 1])[0]
            if not any(word in article.product.name.lower() for word in person.avoid):
                return article

    def _line(self, article: Article) -> PurchaseLine:
        product = article.product
        quantity = (
            self._random.choices((1, 2, 3, 4, 5, 6), (30, 30, 14, 12, 6, 8))[0] if article.is_yarn else 1
        )
        return PurchaseLine(
            product.name, quantity, product.price, line_amount(quantity, product.price), product.id
        )

    def _of_month(self, month: int) -> list[float]:
        """Cumulative weights of the articles in a month."""
        found, so_far = [], 0.0
        for article in self._articles:
            in_season = month in MONTHS.get(article.season, ())
            so_far += article.weight * (2.2 if in_season else 1.0)
            found.append(so_far)
        return found
