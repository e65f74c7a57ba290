"""A real shop with three customers and two products, and a view that only remembers."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer, PreferenceKind
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services import desk as services
from cxdesk.ui.counter.presenter import Presenter

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=ZoneInfo("Europe/Helsinki"))
YARN, NEEDLES = "6412345678908", "6412345678915"


@pytest.fixture
def desk(tmp_path):
    desk = services.found(tmp_path / "shop.cxdesk", Shop("Lanka", language="en"), lambda: NOW)
    desk.products.save(Product(0, "Linen yarn 50 g", barcode=YARN, price=890, stock=16))
    desk.products.save(Product(0, "Needles 4 mm", barcode=NEEDLES, price=1100))
    yield desk
    desk.close()


@pytest.fixture
def kaisa(desk):
    """A regular with a card, a birthday the day after tomorrow, an allergy and a taste."""
    points = (ContactPoint(ContactKind.PHONE, "040 123 4567"), ContactPoint(ContactKind.CARD, "KANTA-0001"))
    born = Birthday(23, 11, 1976)
    kaisa = desk.customers.save(Customer(0, "Kaisa", "Virtanen", "fi", born, contacts=points))
    desk.customers.prefer(kaisa, PreferenceKind.TASTE, "Linen")
    desk.customers.prefer(kaisa, PreferenceKind.ALLERGY, "Wool")
    for ago in (12, 40, 90):
        line = PurchaseLine("Linen yarn 50 g", 2, 890, 1780, product_id=1)
        day = NOW.date() - timedelta(days=ago)
        desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, kaisa, lines=(line,)))
    return kaisa


class Memory:
    """A view that remembers what it was last told."""

    def __init__(self):
        self.form = self.people = self.card = self.products = self.asked = self.latest = None
        self.error, self.toasts, self.places, self.left = "", [], [], 0
        self.questions, self.holds = (), {}

    def show_form(self, form):
        self.form = form

    def show_people(self, rows, typed, receipts=()):  # noqa: ARG002 - the view's words are not decided here
        self.people = [row.name for row in rows]
        self.receipts = receipts

    def show_arrival(self, card):
        self.card = card

    def show_asking(self, questions, holds):
        self.questions, self.holds = questions, dict(holds)

    def show_products(self, products, typed):  # noqa: ARG002 - as above
        self.products = [product.name for product in products]

    def ask_customer(self, typed):
        self.asked = typed

    def ask_product(self, name, barcode):
        self.asked = (name, barcode)

    def ask_return(self, typed):
        self.asked = typed

    def show_returnables(self, olds, products, typed):  # noqa: ARG002 - as above
        self.olds, self.products = olds, [product.name for product in products]

    def close_return(self, line):
        self.places.append(line)

    def ask_request(self, who):
        self.asked = who

    def show_wanted(self, products, typed):  # noqa: ARG002 - as above
        self.products = [product.name for product in products]

    def ask_promise(self, text, due):
        self.asked = (text, due)

    def fail(self, error):
        raise error

    def show_latest(self, entries):
        self.latest = entries

    def show_error(self, text):
        self.error = text

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def focus(self, place):
        self.places.append(place)

    def show_news(self, text):
        self.news = text

    def leave(self):
        self.left += 1


@pytest.fixture
def view():
    return Memory()


@pytest.fixture
def counter(desk, view):
    ids = count(1)
    return Presenter(desk, Language("en"), view, lambda: f"form-{next(ids)}")
