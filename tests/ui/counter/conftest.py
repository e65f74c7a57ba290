"""A real shop with three customers and two products, and a view that only remembers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer, PreferenceKind
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.services import desk as services

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
