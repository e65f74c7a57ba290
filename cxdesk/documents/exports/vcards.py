"""Customers as contacts: vCard 3.0 (RFC 2426), which every phone and mail program reads.

Names, phones, e-mail, address and birthday; what the shop notes about people stays in the shop.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cxdesk.documents.exports.contentlines import line, parts, text
from cxdesk.documents.files import whole
from cxdesk.domain.customer import Birthday, ContactKind, Customer
from cxdesk.language import territories

NO_YEAR = 1604  # what Apple and Google write, with the parameter, where the year is not known
LINES = {ContactKind.PHONE: "TEL;TYPE=VOICE", ContactKind.EMAIL: "EMAIL;TYPE=INTERNET"}


def write(path: Path, customers: Iterable[Customer], code: str) -> int:
    """Write one card a customer, countries in the language `code`; gives the number of cards.

    Raises:
        UserError: when the file cannot be written.
    """
    count = 0
    with whole(path) as file:
        for count, customer in enumerate(customers, 1):  # noqa: B007 - the last one is the number of cards
            file.write(b"".join(_card(customer, code)))
    return count


def _card(customer: Customer, code: str) -> Iterator[bytes]:
    family, given = customer.last_name, customer.first_name
    yield line("BEGIN", "VCARD")
    yield line("VERSION", "3.0")
    yield line("N", parts(family if family or given else customer.name, given, "", "", ""))
    yield line("FN", text(customer.name))
    for point in customer.contacts:
        if point.kind in LINES:
            yield line(LINES[point.kind], text(point.value))
    address = (customer.street, customer.town, "", customer.postcode)
    country = territories.name(customer.country, code)
    if any((*address, country)):
        yield line("ADR;TYPE=HOME", parts("", "", *address, country))
    if customer.birthday:
        yield _birthday(customer.birthday)
    yield line("END", "VCARD")


def _birthday(born: Birthday) -> bytes:
    name = "BDAY" if born.year else f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}"
    return line(name, f"{born.year or NO_YEAR}-{born.month:02}-{born.day:02}")
