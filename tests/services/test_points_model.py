"""Any order of sales, partial returns, cancellings, spending, expiry, imports and undo: the points book adds up."""

import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.points import PointsEntry, PointsKind, book
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
SALES = ["sell", "pay", "back"]
ALL = [*SALES, "void", "spend", "days", "import", "undo", "again"]


def steps(names, most):
    """Something that happens, with a number and an amount of money."""
    each = some.tuples(some.sampled_from(names), some.integers(1, 6), some.integers(0, 4000))
    return some.lists(each, max_size=most)


class Story:
    """One customer of one shop, to whom things happen in some order."""

    def __init__(self, folder):
        self.now = START
        self.desk = found(
            Path(folder) / "shop.cxdesk", Shop("Kerä", points_on=1, points_months=2), lambda: self.now
        )
        self.aino = self.desk.customers.save(Customer(0, "Aino"))
        self.forms = []
        self.first = self.desk.history.changes(1)[0].id

    def close(self):
        self.desk.close()

    @property
    def entries(self):
        return self.desk.points.entries(self.aino)

    def sale(self, *lines, kind=PurchaseKind.SALE):
        form = Purchase(0, self.now.date(), kind, 0, self.aino, uuid=f"form-{len(self.forms)}", lines=lines)
        self.forms.append(form)
        self.desk.purchases.record(form)

    def sell(self, count, money):
        self.sale(PurchaseLine("Yarn", count, money, count * money), PurchaseLine("Hook", 1, 99, 99))

    def pay(self, count, money):
        points = min(count * 7, self.desk.points.book(self.aino).balance(self.now.date()))
        self.sale(PurchaseLine("Yarn", count, money, max(0, count * money - 5), discount=5, points=points))

    def back(self, count, money):
        olds = self.desk.purchases.returnables(self.aino)
        if olds:
            self.sale(olds[money % len(olds)].back(count), kind=PurchaseKind.REFUND)

    def void(self, _, money):
        made = self.desk.purchases.latest(20)
        if made:
            self.desk.purchases.void(made[money % len(made)].id)

    def spend(self, count, money):
        self.desk.points.spend(self.aino, count, uuid=f"spend-{money}")

    def days(self, count, _):
        self.now += timedelta(days=17 * count)
        self.desk.points.expire()

    def import_(self, count, money):
        entry = PointsEntry(
            money // 100 - count or 1, PointsKind.IMPORT, self.now.date(), self.aino, source="Till"
        )
        with self.desk.workplace.change("Imported"):
            self.desk.earning.write(entry)

    def undo(self, *_):
        made = (change for change in self.desk.history.changes(100) if change.undoes is None)
        done = [change.id for change in made if not change.undone]
        if done[0] != self.first:
            self.desk.history.undo()

    def again(self, *_):
        before = self.entries
        if self.forms and self.desk.purchases.knows(self.forms[-1].uuid):
            self.desk.purchases.record(self.forms[-1])
            assert self.entries == before, "the same form twice"


@given(steps(ALL, 14))
def test_any_order_adds_up(story_of):
    with tempfile.TemporaryDirectory() as folder, closing(Story(folder)) as story:
        for name, count, money in story_of:
            with suppress(UserError):
                getattr(story, "import_" if name == "import" else name)(count, money)
            kept = book(story.entries)
            assert all(lot.left >= 0 for lot in kept.lots)
            assert sum(lot.left for lot in kept.lots) - kept.owed == sum(e.points for e in story.entries)
            assert kept.owed == 0 or not any(lot.left for lot in kept.lots)
            assert book(reversed(story.entries)) == kept, "replay"


@given(steps(SALES, 5))
def test_returning_everything_reverses_exactly_everything(story_of):
    with tempfile.TemporaryDirectory() as folder, closing(Story(folder)) as story:
        for name, count, money in story_of:
            getattr(story, name)(count, money)
        for old in story.desk.purchases.returnables(story.aino):
            story.sale(old.back(old.left), kind=PurchaseKind.REFUND)
        assert sum(entry.points for entry in story.entries) == 0
