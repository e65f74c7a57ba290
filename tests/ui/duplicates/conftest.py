import pytest

from cxdesk.domain.customer import ContactChannel, ContactKind, ContactPoint, Customer, Purpose


@pytest.fixture
def doubled(desk, shop):
    """Maija (1 and 2) and Oʻktam (3 and 4) stand twice in the register, Pekka (5) once."""
    maija = shop.customer(desk, "Maija Virtanen", phone="040 123 4567", street="Kauppakatu 1")
    points = (
        ContactPoint(ContactKind.PHONE, "+358 40 1234567"),
        ContactPoint(ContactKind.EMAIL, "m@example.fi"),
    )
    second = desk.customers.save(
        Customer(
            0,
            "Maija",
            "Wirtanen",
            street="Harjukatu 2",
            external_id="K-2",
            note="Likes wool",
            contacts=points,
        )
    )
    desk.customers.consent(second, Purpose.MARKETING, ContactChannel.LETTER, given=False, source="phone")
    desk.customers.consent(maija, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    for name in ("Oʻktam Gʻulomov", "Ўктам Ғуломов", "Pekka Salo"):
        shop.customer(desk, name, phone="" if "P" in name else "040 765 4321", street="")
    shop.bought(desk, second, desk.workplace.today())
