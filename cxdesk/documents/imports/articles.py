"""Products: what a row of a price list or of a receipt is about."""

from collections.abc import Iterator, Sequence

from cxdesk.documents.imports.cells import Cells
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import ProductRow
from cxdesk.language import folding

NONE = frozenset({"none", "n/a", "-"})


class ProductReader:
    """Reads rows of a price list."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def rows_of(self, line: int, cells: Sequence[str]) -> Iterator[ProductRow]:
        """The one product of a row.

        Raises:
            UserError: when it has neither code nor name, or a value cannot be read.
        """
        read = self.cells
        code = read.text(cells, "product_code")
        name = named(read.text(cells, "product_name"), read.text(cells, "variant"))
        if not (code or name):
            raise UserError("There is neither a code nor a name of a product in this row.")
        yield ProductRow(
            line,
            code or article(name),
            code,
            name or code,
            read.text(cells, "barcode"),
            category(read.text(cells, "category")),
            read.amount(cells, "unit_price"),
            read.amount(cells, "cost"),
            read.exact(cells, "stock"),
        )


def named(name: str, variant: str) -> str:
    """The name of a product with its variant."""
    return (
        f"{name} {variant}"
        if variant and variant.casefold() not in {"regular", "default title", *NONE}
        else name
    )


def category(text: str) -> str:
    """The name of a category; some systems write None where there is none."""
    return "" if text.casefold() in NONE else text


def article(name: str) -> str:
    """What a product without a code is known by."""
    return f"={folding.search_key(name)}" if name else ""
