"""The invoice file of a Finnish bookkeeping system: no header, but records of customers, invoices and their rows.

The fields and their order are those that the system's own example names (Heeros, helpcenter.heeros.com).
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from cxdesk.documents.tables.body import freed
from cxdesk.documents.tables.delimited import numbered_rows
from cxdesk.documents.tables.files import State
from cxdesk.documents.tables.table import UNREADABLE, Numbered, Table
from cxdesk.documents.tables.texts import TextFile

DELIMITER = ";"
RECORD = re.compile(r'\ufeff?"?[ALR]"?;.')
CUSTOMER = (
    *("Customer number", "Customer name", "Short name", "Business ID", "VAT number"),
    *("Billing name", "Street", "Postcode", "City", "Country"),
    *("Delivery name", "Delivery street", "Delivery postcode", "Delivery city", "Delivery country"),
    *("Customer group", "OVT", "E-invoice address", "E-invoice operator", "Currency"),
    *("Contact person", "E-mail", "Phone"),
)
INVOICE = (
    *("Invoice ID", "Customer number", "Customer name"),
    *("Billing name", "Billing name 2", "Street", "Postcode", "City", "Country", "Seller"),
    *("Delivery name", "Delivery name 2", "Delivery street", "Delivery postcode", "Delivery city"),
    *(
        "Delivery country",
        "Order number",
        "Supplier reference",
        "Contact person",
        "Invoice type",
        "Payment term",
    ),
    *(
        "Currency",
        "Ledger message",
        "Invoice text",
        "Voucher date",
        "Delivery date",
        "Invoice date",
        "Due date",
    ),
    *("Invoice number", "Reference"),
)
ROW = (
    *("Invoice ID", "Product code", "Product name", "Quantity", "Unit price", "Price type (N/B)", "Unit"),
    *(
        "VAT code",
        "VAT %",
        "Discount %",
        "Text",
        "Account",
        "Cost centre 1",
        "Cost centre 2",
        "Cost centre 3",
    ),
)
FIRST = ("Customer number", "Customer name", "Invoice number", "Invoice date", "Row number")
HEADER = [*dict.fromkeys((*FIRST, *ROW, *CUSTOMER, *INVOICE, UNREADABLE))]


def are_records(head: Sequence[str]) -> bool:
    """Whether the first lines of a text are such records, beginning with a customer or an invoice.

    One line alone is the header of a table without rows.
    """
    filled = [line for line in head if line.strip()]
    return len(filled) > 1 and filled[0].lstrip('\ufeff"')[0] in "AL" and all(map(RECORD.match, filled))


def open_records(text: TextFile, state: State) -> Table:
    """The rows of the invoices, each with its invoice and customer beside it."""
    return Table(text.path, state, HEADER, partial(_rows, text), encoding=text.encoding, delimiter=DELIMITER)


def _rows(text: TextFile) -> Numbered:
    """The customers and invoices before a row are kept: the file may hold them in any distance."""
    customers: dict[str, dict[str, str]] = {}
    invoices: dict[str, dict[str, str]] = {}
    counts: dict[str, int] = {}
    for line, cells in numbered_rows(text, DELIMITER):
        kind, key = [*map(str.strip, cells[:2]), "", ""][:2]
        if kind == "A":
            customers[key] = _named(CUSTOMER, cells)
        elif kind == "L":
            invoices[key] = _dated(_named(INVOICE, cells))
        elif kind == "R" and key in invoices:
            invoice = invoices[key]
            counts[key] = counts.get(key, 0) + 1
            customer = customers.get(invoice.get("Customer number", ""), {})
            row = invoice | customer | _named(ROW, cells) | {"Row number": str(counts[key])}
            yield line, _in_order(row)
        elif any(cells):
            yield line, _in_order({UNREADABLE: DELIMITER.join(cells)})


def _named(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The filled fields of a record, of which the first cell is the kind."""
    values = map(str.strip, freed(list(cells[1:])))
    return {name: value for name, value in zip(names, values, strict=False) if value}


def _dated(invoice: dict[str, str]) -> dict[str, str]:
    """An invoice that is not sent yet has its voucher's date and the file's own number."""
    waiting = {"Invoice number": "Invoice ID", "Invoice date": "Voucher date"}
    return {name: invoice[other] for name, other in waiting.items() if other in invoice} | invoice


def _in_order(row: Mapping[str, str]) -> list[str]:
    return [row.get(name, "") for name in HEADER]
