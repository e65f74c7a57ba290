"""The demo shop "Lankakauppa Kerä": an invented yarn shop in Lahti, made anew so that it always ends today."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.purchase import Purchase, PurchaseLine
from cxdesk.domain.shop import Role, Shop, StaffMember
from cxdesk.language.language import Language
from cxdesk.services.demo import circles, events, gestures, gifts, goals, trials
from cxdesk.services.demo.content import Article, assortment, table
from cxdesk.services.demo.families import Families
from cxdesk.services.demo.feelings import Feelings
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.opinions import Opinions
from cxdesk.services.demo.people import People, Person
from cxdesk.services.demo.regulars import Regulars
from cxdesk.services.demo.talks import Talks
from cxdesk.services.demo.thanks import Thanks
from cxdesk.services.demo.visits import Diary, Till
from cxdesk.services.demo.wishes import Wishes
from cxdesk.storage import consents, customers, feedback, preferences, products, purchases
from cxdesk.storage import shop as shop_storage
from cxdesk.storage.database import Database

RETURNED, CANCELLED = 0.034, 0.006
REACHED_BY_THANKS = 1000
"""So many people a small budget can reach; of the others no history of favourites is held in memory."""
STEPS = 100

Event = tuple[datetime, int, Person, PurchaseLine | None]


def make(
    db: Database,
    *,
    customers: int = 400,
    years: int = 2,
    seed: int = 1,
    now: datetime,
    language: str = "fi",
    progress: Callable[[float], None] | None = None,
) -> None:
    """Fill an empty shop file with the demo shop as one change; the same seed and time make the same shop.

    `now` ends the story of `years` (1 or more) and `customers` (20 or more); `language` (fi, en, uz) is the staff's;
    `progress` hears the finished share, 0 to 1.
    """
    with db.change("Demo shop made", at=now, bulk=True):
        story = _Story(db, Random(seed), Period(now, years), language, seed)  # noqa: S311 - a story, no secret
        story.tell(customers, progress or (lambda _: None))
        Families(db, Random(f"families {seed}"), shop_storage.get(db), now.date()).draw()  # noqa: S311 - as above


class _Story:
    """The making of one demo shop; everything happens in the order of time, as it would have."""

    def __init__(self, db: Database, random: Random, period: Period, language: str, seed: int) -> None:
        self._db, self._random, self._period = db, random, period
        self._shop = Shop(**table("shop")["settings"], language=language)
        shop_storage.put(db, self._shop)
        staff = [
            shop_storage.add_staff(db, StaffMember(0, member["name"], member["title"], Role(member["role"])))
            for member in table("shop")["staff"]
        ]
        self._articles = [self._kept(article) for article in assortment()]
        self._people = People(random, period, language, self._articles)
        self._diary = Diary(random, period)
        self._till = Till(random, self._articles, staff)
        self._opinions = Opinions(random, period, language, staff)
        self._feelings = Feelings(Random(f"feelings {seed}"))  # noqa: S311 - as above
        products_kept = (article.product for article in self._articles)
        self._thanks = Thanks(db, random, period, self._shop, products_kept, staff[0])
        self._talks = Talks(db, Random(f"talks {seed}"), period, language, staff[0])  # noqa: S311 - as above
        self._events_random = Random(f"events {seed}")  # noqa: S311 - as above
        self._gestures = Random(f"gestures {seed}")  # noqa: S311 - as above
        self._trials = Random(f"trials {seed}")  # noqa: S311 - as above
        self._circles = Random(f"circles {seed}")  # noqa: S311 - as above
        self._wishes = Wishes(db, Random(f"wishes {seed}"), period, language, staff[0])  # noqa: S311 - as above
        self._regulars = Regulars(db, period, language, staff[0])
        self._reached: list[Person] = []
        self._events: list[Event] = []
        self._expected = 0

    def tell(self, count: int, progress: Callable[[float], None]) -> None:
        """Bring `count` people in, let them come, buy and speak, and thank them."""
        for person in self._everybody(count):
            self._enter(person)
        self._live(progress)
        self._speak()
        self._thanks.record(self._reached)
        gifts.keep(self._db, self._shop.language)
        events.record(self._db, self._events_random, self._reached, self._period.today, self._shop.language)
        trials.record(self._db, self._trials, self._reached, self._period.today)
        gestures.record(self._db, self._gestures, self._period, self._reached, self._shop.language)
        goals.record(self._db, self._period, self._reached, self._shop.language)
        self._talks.record(self._reached)
        circles.record(self._db, self._circles, self._reached, Language(self._shop.language))
        self._wishes.record(self._reached)
        self._regulars.record(self._reached)
        progress(1.0)

    def _speak(self) -> None:
        """Let the cast say their lines."""
        for person in self._reached:
            for told in person.role.get("said", ()) if person.role else ():
                self._say(person, self._opinions.told(told, person))
        for told in table("cast")["anonymous"]:
            feedback.insert(self._db, self._feelings.completed(self._opinions.told(told)))

    def _kept(self, article: Article) -> Article:
        product = replace(article.product, id=products.insert(self._db, article.product))
        return replace(article, product=product)

    def _everybody(self, count: int) -> Iterator[Person]:
        roles = table("cast")["person"]
        yield from map(self._people.cast, roles)
        for _ in range(count - len(roles)):
            days, new = self._diary.plan()
            yield self._people.anybody(days, new=new)

    def _enter(self, person: Person) -> None:
        """Keep a person and put their visits on the calendar."""
        customer_id = customers.insert(self._db, person.customer, self._shop)
        person.customer = replace(person.customer, id=customer_id)
        for consent in person.consents:
            consents.insert(self._db, customer_id, consent, None)
        for preference in person.preferences:
            preferences.insert(self._db, customer_id, preference)
        person.reached = len(self._reached) < REACHED_BY_THANKS
        if person.reached:
            self._reached.append(person)
        for day in person.planned:
            self._expect(person, self._period.moment(self._random, day))

    def _expect(self, person: Person, moment: datetime, returned: PurchaseLine | None = None) -> None:
        self._expected += 1
        heapq.heappush(self._events, (moment, self._expected, person, returned))

    def _live(self, progress: Callable[[float], None]) -> None:
        """Let everything happen in its time; what is brought back is put on the calendar on the way."""
        total, number = len(self._events), 0
        while self._events:
            moment, _, person, returned = heapq.heappop(self._events)
            if returned:
                purchases.insert(self._db, self._till.refund(person, moment, returned))
                continue
            if not person.gone:
                self._visit(person, moment)
            number += 1
            if number % (total // STEPS + 1) == 0:
                progress(number / total)

    def _visit(self, person: Person, moment: datetime) -> None:
        sale = self._till.sale(person, moment)
        purchase_id = purchases.insert(self._db, sale)
        if self._random.random() < CANCELLED:
            purchases.insert(self._db, self._till.cancelled(person, moment, sale.lines))
        self._remember(person, sale)
        self._hear(person, sale, purchase_id, moment)
        if not person.role and self._random.random() < RETURNED:
            self._bring_back(person, purchase_id, sale.day)

    def _remember(self, person: Person, sale: Purchase) -> None:
        """Note what later thanks depend on."""
        if person.days[-1:] != [sale.day]:
            person.days.append(sale.day)
        person.spend += sale.total
        if person.reached:
            person.bought.extend((sale.day, line.product_id) for line in sale.lines if line.product_id)

    def _hear(self, person: Person, sale: Purchase, purchase_id: int, moment: datetime) -> None:
        said = self._opinions.after(person, sale, purchase_id, moment)
        if said:
            person.gone = self._opinions.drives_away(said)
            self._say(person, said)

    def _say(self, person: Person, said: Feedback) -> None:
        said = self._feelings.completed(said)
        person.said.append(replace(said, id=feedback.insert(self._db, said)))

    def _bring_back(self, person: Person, purchase_id: int, sold: date) -> None:
        day = self._period.open_day(sold + timedelta(days=self._random.randint(2, 14)))
        sale = purchases.get(self._db, purchase_id)
        if day > sold and sale:
            line = self._random.choice(sale.lines)
            person.returned.add(line.product_id or 0)
            self._expect(person, self._period.moment(self._random, day), line)
