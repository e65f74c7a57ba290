"""A real shop with three customers and two products, and a view that only remembers."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer, PreferenceKind
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services import desk as services
from cxdesk.ui.changes import Changes
from cxdesk.ui.counter.page import CounterPage
from cxdesk.ui.counter.presenter import Presenter
from cxdesk.ui.counter.scanner import GAP_MS
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.screens import Group, Screen
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.window import Window

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=ZoneInfo("Europe/Helsinki"))
SCREENS = (Screen("counter", "scan-barcode", "Counter", Group.DAILY, CounterPage),)
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
        self.sale, self.line_open, self.purse = self, False, None

    def show_form(self, form):
        self.form = form

    def show_people(self, rows, typed, receipts=(), slip=None):  # noqa: ARG002 - the view's words are not decided here
        self.people = [row.name for row in rows]
        self.receipts, self.slip = receipts, slip

    def show_brought(self, slip):
        self.brought = slip

    def show_arrival(self, card):
        self.card = card

    def show_asking(self, questions, holds):
        self.questions, self.holds = questions, dict(holds)

    def offer(self, product, receipts, code):
        self.show_products([product], code, receipts)

    def show_products(self, products, typed, receipts=()):  # noqa: ARG002 - as above
        self.receipts = receipts
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
        self.asked, self.line_open, self.wanted = who, True, None

    def asks_request(self):
        return self.line_open

    def choose_wanted(self, text, product):
        self.wanted = (text, product and product.id)

    def show_asker(self, name):
        self.asker = name

    def show_wanted(self, products, typed):  # noqa: ARG002 - as above
        self.products = [product.name for product in products]

    def ask_benefits(self, held, typed, *, credit):
        self.held, self.typed, self.credit = held, typed, credit

    def show_used(self, rows):
        self.used = rows

    def show_code(self, code, text):
        self.code = (code, text)

    def ask_promise(self, text, due):
        self.asked = (text, due)

    def ask_goodwill(self, who, purse):
        self.purse = (who, purse)

    def asks_goodwill(self):
        return self.purse is not None

    def show_gifts(self, products, typed):  # noqa: ARG002 - as above
        self.gifts = [product.name for product in products]

    def choose_gift(self, product):
        self.gift = product

    def warn_gift(self, text):
        self.warning = text

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


class Hands:
    """Types at whatever has the focus and counts the keys; `gap` is the time between two of them in ms."""

    def __init__(self):
        self.count, self.now, self.gap, self.scanner = 0, 0, 120, None

    def watched_by(self, scanner):
        self.scanner = scanner
        scanner._clock = lambda _: self.now

    def press(self, *keys):
        for key in keys:
            combination = QKeySequence(key)[0]
            self._click(combination.key(), combination.keyboardModifiers())

    def type(self, text):
        for sign in text:
            self._click(sign)

    def _click(self, *key):
        if self.gap > GAP_MS:
            self.scanner.release()  # as the clock does between two keys of a person
        QApplication.processEvents()
        self.now += self.gap
        self.count += 1
        QTest.keyClick(QApplication.focusWidget(), *key)


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def window(desk, shown, hands):
    made = []

    def open_window(code="en", width=1366, height=768):
        changes = Changes()
        desk.workplace.announce = lambda change: changes.tell(change.tables)
        errors = []
        hooks = Hooks(undo=desk.history.undo)
        window = Window(desk, Language(code), SCREENS, changes, Jobs(desk.again), errors.append, hooks)
        window.errors = errors
        shown(window, width, height)
        window.go("counter")
        hands.watched_by(window.page("counter").scanner)
        made.append(window)
        return window

    yield open_window
    for window in made:
        assert window.errors == []
        window.close()
