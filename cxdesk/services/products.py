"""What staff can do with products: find by name or scanner, save."""

from dataclasses import replace
from typing import Any

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products

NAME_LIMIT = 200
LARGEST = 10**11


class Products:
    """The shop's articles."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def get(self, product_id: int) -> Product:
        """One product.

        Raises:
            UserError: when there is no such product.
        """
        return self._work.product(product_id)

    def scanned(self, code: str) -> Product | None:
        """The product with this barcode or code, None when it is not known yet."""
        return products.scanned(self._work.db, code.strip())

    def search(self, text: str, limit: int = 8) -> list[Product]:
        """The products that somebody typing `text` may mean."""
        return products.search(self._work.db, text, limit)

    def categories(self) -> list[str]:
        """The categories of all products, by name."""
        return products.categories(self._work.db, self._work.language().code)

    def save(self, product: Product) -> int:
        """Save a new product (id 0) or a changed one; gives the id.

        Raises:
            UserError: when it has no name, a number that cannot be right, or another product's code.
        """
        product = self._checked(product)
        if product.id:
            self.get(product.id)
            with self._work.change("Product changed", detail=product.name):
                products.update(self._work.db, product)
            return product.id
        with self._work.change("Product added", detail=product.name):
            return products.insert(self._work.db, product)

    def _checked(self, product: Product) -> Product:
        texts: dict[str, Any] = {
            name: clean(getattr(product, name), NAME_LIMIT)
            for name in ("name", "code", "barcode", "category")
        }
        if not texts["name"]:
            raise UserError("Write the product's name.")
        if product.price < 0 or (product.cost or 0) < 0:
            raise UserError("The price cannot be negative.")
        if not all(
            abs(figure) <= LARGEST for figure in (product.price, product.cost or 0, product.stock or 0)
        ):
            raise UserError("A number is too large to be right. Check the prices and the stock.")
        other = products.by_code(self._work.db, texts["code"])
        if other and other.id != product.id:
            raise UserError("The code {code} belongs to {name}.", code=other.code, name=other.name)
        return replace(product, **texts)
