"""Finding customers by what a scanner reads."""

from datetime import UTC, datetime

import pytest

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.shop import Shop
from cxdesk.services import desk as services

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    desk = services.found(tmp_path / "shop.cxdesk", Shop("Lanka"), lambda: NOW)
    yield desk
    desk.close()


def test_a_scanned_card_finds_all_who_carry_it(desk):
    card = (ContactPoint(ContactKind.CARD, "KANTA-0042"),)
    mother = desk.customers.save(Customer(0, "Aino", contacts=card))
    son = desk.customers.save(Customer(0, "Eino", contacts=card))
    numbered = desk.customers.save(Customer(0, "Outi", external_id="9001234"))
    assert [row.id for row in desk.customers.scanned(" kanta-0042 ")] == [mother, son]
    assert [row.id for row in desk.customers.scanned("9001234")] == [numbered]
    assert desk.customers.scanned("KANTA") == []
    assert desk.customers.scanned("  ") == []
