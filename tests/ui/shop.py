"""A small real shop for the tests of pages, and the window around them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from cxdesk.domain.customer import Birthday, ContactChannel, ContactKind, ContactPoint, Customer, Purpose
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.services.desk import found
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.screens import Group, Page, Screen
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.window import Window

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=ZoneInfo("Europe/Helsinki"))


def opened(path, **settings):
    """A desk in a new, empty shop where Aino works."""
    desk = found(
        path, Shop("Kerä", street="Harjukatu 1", postcode="15100", town="Lahti", **settings), lambda: NOW
    )
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Aino", "owner"))
    return desk


def customer(desk, name, *, letters=True, birthday=None, phone="", street="Harjukatu 2"):
    """A customer, by default one who has permitted letters; gives the id."""
    first, _, last = name.partition(" ")
    points = (ContactPoint(ContactKind.PHONE, phone),) if phone else ()
    made = Customer(0, first, last, "en", birthday, street=street, contacts=points)
    customer_id = desk.customers.save(made)
    if letters:
        desk.customers.consent(
            customer_id, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter"
        )
    return customer_id


def bought(desk, customer_id, *days, amount=500, item="Yarn"):
    """One purchase on each of these days."""
    for day in days:
        line = PurchaseLine(item, 1, amount, amount)
        desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, customer_id, lines=(line,)))


def said(desk, nps, day=date(2026, 11, 20), customer_id=None, **answers):
    """One feedback; gives the id."""
    return desk.feedback.record(Feedback(0, day, customer_id, nps, **answers))


def birthday_in(days):
    """The birthday, without a year, that comes so many days after the shop's today."""
    day = date(2026, 11, 21 + days)
    return Birthday(day.day, day.month)


class Elsewhere(Page):
    """Another page: it remembers what it was asked to open."""

    def __init__(self, desk, shell):  # noqa: ARG002 - as every page
        super().__init__()
        self.asked = []

    def open(self, what):
        self.asked.append(what)


def window(desk, language, key, factory, others=("counter", "customers", "feedback")):
    """The real window with the page of `factory` under `key`, and the other pages as `Elsewhere`."""
    changes, errors = Changes(), []
    desk.workplace.announce = lambda change: changes.tell(change.tables)
    screens = [Screen(key, "house", key.title(), Group.DAILY, factory)]
    screens += [
        Screen(other, "users", other.title(), Group.DAILY, Elsewhere) for other in others if other != key
    ]
    made = Window(
        desk, language, screens, changes, Jobs(desk.again), errors.append, Hooks(undo=desk.history.undo)
    )
    made.errors = errors
    return made
