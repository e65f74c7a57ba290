"""Whom typed words find: names in every spelling and order, numbers in every writing, and nobody else."""

from datetime import UTC, datetime

import pytest

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found

NUMBER = "+358 40 123 4567"

NAMES_FOUND = [
    # Finnish and Nordic letters
    ("makela", "Pekka", "Mäkelä"),
    ("MÄKELÄ", "Pekka", "Mäkelä"),
    ("Ma\u0308kela\u0308", "Pekka", "Mäkelä"),
    ("mäkelä", "Pekka", "Makela"),
    ("mäki", "Pekka", "Mäkinen"),
    ("astrom", "Kaisa", "Åström"),
    ("oberg", "Kaisa", "Öberg"),
    ("jorgensen", "Lars", "Jørgensen"),
    ("jörgensen", "Lars", "Jørgensen"),
    ("kjaer", "Lars", "Kjær"),
    ("weiss", "Jan", "Weiß"),
    ("weiß", "Jan", "Weiss"),
    ("lukasz", "Łukasz", "Nowak"),
    ("thor", "Þór", "Jónsson"),
    ("jonsson", "Þór", "Jónsson"),
    ("zukova", "Irina", "Žukova"),
    # Uzbek apostrophes, in the register and at the counter
    ("oktam", "Oʻktam", "Gʻulomov"),
    ("o'ktam", "Oʻktam", "Gʻulomov"),
    ("o`ktam", "Oʻktam", "Gʻulomov"),
    ("o´ktam", "Oʻktam", "Gʻulomov"),
    ("O‘ktam", "Oʻktam", "Gʻulomov"),
    ("O’ktam", "Oʻktam", "Gʻulomov"),
    ("Oʼktam", "Oʻktam", "Gʻulomov"),
    ("Oʻktam", "O`ktam", "Gulomov"),
    ("gulom", "Oʻktam", "Gʻulomov"),
    ("g'ulomov o'ktam", "Oʻktam", "Gʻulomov"),
    ("ismoil", "Ismoʻil", "Karimov"),
    # Cyrillic and Latin script
    ("Ўктам", "Oʻktam", "Gʻulomov"),
    ("У\u0306ктам", "Oʻktam", "Gʻulomov"),
    ("oktam", "Ўктам", "Ғуломов"),
    ("gulomov sherzod", "Шерзод", "Ғуломов"),
    ("Ғуломов Шерзод", "Sherzod", "Gʻulomov"),
    ("sher", "Шерзод", "Ғуломов"),
    ("шер", "Sherzod", "Gʻulomov"),
    ("cholpon", "Чўлпон", "Қодирова"),
    ("qodirova", "Чўлпон", "Қодирова"),
    ("yoqub", "Ёқуб", "Юсупов"),
    ("ёқуб", "Yoqub", "Yusupov"),
    ("elmira", "Эльмира", "Алиева"),
    ("yelena", "Елена", "Сергеева"),
    ("елена", "Yelena", "Sergeyeva"),
    ("hasan", "Ҳасан", "Хўжаев"),
    ("xojayev", "Ҳасан", "Хўжаев"),
    # both orders, beginnings, double names, particles
    ("kaisa virtanen", "Kaisa", "Virtanen"),
    ("virtanen kaisa", "Kaisa", "Virtanen"),
    ("virt kai", "Kaisa", "Virtanen"),
    ("Virtanen, Kaisa", "Kaisa", "Virtanen"),
    ("k virtanen", "Kaisa", "Virtanen"),
    ("k. virtanen", "Kaisa", "Virtanen"),
    ("anna-liisa", "Anna-Liisa", "Salo-Laine"),
    ("anna liisa", "Anna-Liisa", "Salo-Laine"),
    ("liisa", "Anna-Liisa", "Salo-Laine"),
    ("laine", "Anna-Liisa", "Salo-Laine"),
    ("salo", "Anna-Liisa", "Salo-Laine"),
    ("von essen", "Carl", "von Essen"),
    ("essen", "Carl", "von Essen"),
    ("carl von", "Carl", "von Essen"),
    ("obrien", "Sean", "O'Brien"),
    ("o'brien", "Sean", "OBrien"),
    ("dangelo", "Rita", "D’Angelo"),
    ("  kaisa   virtanen ", "Kaisa", "Virtanen"),
]
NAMES_NOT_FOUND = [
    ("mäki", "Pekka", "Mekelä"),
    ("makela", "Pekka", "Mäkilä"),
    ("anen", "Kaisa", "Virtanen"),  # a word's end
    ("irta", "Kaisa", "Virtanen"),  # a word's middle
    ("virtanen k x", "Kaisa", "Virtanen"),
    ("matti virtanen", "Kaisa", "Virtanen"),
    ("kaisavirtanen", "Kaisa", "Virtanen"),
    ("serzod", "Шерзод", "Ғуломов"),
    ("xasan", "Ҳасан", "Ҳошимов"),
    ("kodirova", "Чўлпон", "Қодирова"),
    ("sson", "Þór", "Jónsson"),
    ("-", "Anna-Liisa", "Salo-Laine"),
    ("'", "Oʻktam", "Gʻulomov"),
    ("*", "Kaisa", "Virtanen"),
]
POINTS_FOUND = [
    ("0401234567", ContactKind.PHONE, NUMBER),
    ("040-123 4567", ContactKind.PHONE, NUMBER),
    ("040 1234567", ContactKind.PHONE, NUMBER),
    ("(040) 123 4567", ContactKind.PHONE, NUMBER),
    ("00358401234567", ContactKind.PHONE, NUMBER),
    ("+358401234567", ContactKind.PHONE, NUMBER),
    ("358401234567", ContactKind.PHONE, NUMBER),
    ("+358 (0)40 123 4567", ContactKind.PHONE, NUMBER),
    ("1234567", ContactKind.PHONE, NUMBER),
    ("123 4567", ContactKind.PHONE, NUMBER),
    ("040 123 4567", ContactKind.PHONE, "0401234567"),
    ("040 123 4567", ContactKind.PHONE, "040-123 4567 (Matti)"),
    ("0401234567", ContactKind.PHONE, "1234567"),  # written down without the network
    ("+998 90 123-45-67", ContactKind.PHONE, "+998901234567"),
    ("maija@", ContactKind.EMAIL, "Maija.Salo@Esimerkki.FI"),
    ("maija.salo@esimerkki.fi", ContactKind.EMAIL, "Maija.Salo@Esimerkki.FI"),
    ("MAIJA.SALO@ESIMERKKI.FI", ContactKind.EMAIL, "maija.salo@esimerkki.fi"),
    ("K-1001", ContactKind.CARD, "k-1001"),
    ("6400001234567", ContactKind.CARD, "6400001234567"),
]
POINTS_NOT_FOUND = [
    ("4567", ContactKind.PHONE, NUMBER),
    ("0407654567", ContactKind.PHONE, NUMBER),  # the same last four
    ("0501234567", ContactKind.PHONE, NUMBER),  # the same last seven of another network
    ("+998901234567", ContactKind.PHONE, NUMBER),  # and of another country
    ("0501234568", ContactKind.PHONE, NUMBER),
    ("2234567", ContactKind.PHONE, NUMBER),
    ("040123456", ContactKind.PHONE, NUMBER),
    ("0407654321", ContactKind.PHONE, NUMBER),
    ("salo@", ContactKind.EMAIL, "maija.salo@esimerkki.fi"),
    ("esimerkki.fi", ContactKind.EMAIL, "maija.salo@esimerkki.fi"),
    ("maija@esimerkki.fi", ContactKind.EMAIL, "maija.salo@esimerkki.fi"),
    ("K-100", ContactKind.CARD, "K-1001"),
    ("1001", ContactKind.CARD, "K-1001"),
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A shop with somebody quite different; all pairs take turns in it."""
    made = found(tmp_path_factory.mktemp("pairs") / "shop.cxdesk", Shop("Kerä"), lambda: datetime.now(UTC))
    made.customers.save(Customer(0, "Zzz", contacts=(ContactPoint(ContactKind.PHONE, "09 99 88 77 66"),)))
    yield made
    made.close()


@pytest.fixture
def hits(shop):
    """Whether `typed` finds a new customer, who is gone again after it."""

    def search(typed, **fields):
        sought = shop.customers.save(Customer(0, **fields))
        rows = [row.id for row in shop.customers.search(typed)]
        shop.history.undo()
        assert rows in ([sought], [])
        return bool(rows)

    return search


@pytest.mark.parametrize(("typed", "first", "last"), NAMES_FOUND)
def test_name_is_found(hits, typed, first, last):
    assert hits(typed, first_name=first, last_name=last)


@pytest.mark.parametrize(("typed", "first", "last"), NAMES_NOT_FOUND)
def test_name_is_not_found(hits, typed, first, last):
    assert not hits(typed, first_name=first, last_name=last)


@pytest.mark.parametrize(("typed", "kind", "value"), POINTS_FOUND)
def test_contact_point_is_found(hits, typed, kind, value):
    assert hits(typed, first_name="Maija", contacts=(ContactPoint(kind, value),))


@pytest.mark.parametrize(("typed", "kind", "value"), POINTS_NOT_FOUND)
def test_contact_point_is_not_found(hits, typed, kind, value):
    assert not hits(typed, first_name="Xxx", contacts=(ContactPoint(kind, value),))
