"""What staff can do with products: find by name or scanner, save."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products

NAME_LIMIT = 200


class Products:
    """The shop's articles."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def get(self, product_id: int) -> Product:
        """One product.

        Raises:
            UserError: when there is no such product.
        """
        found = products.get(self._work.db, product_id)
        if found is None:
            raise UserError("There is no product number {number}.", number=product_id)
        return found

    def scanned(self, code: str) -> Product | None:
        """The product with this barcode or code, None when it is not known yet."""
        return products.scanned(self._work.db, code.strip())

    def search(self, text: str, limit: int = 8) -> list[Product]:
        """The products that somebody typing `text` may mean."""
        return products.search(self._work.db, text, limit)

    def save(self, product: Product) -> int:
        """Save a new product (id 0) or a changed one; gives the id.

        Raises:
            UserError: when it has no name or a negative price.
        """
        name = clean(product.name, NAME_LIMIT)
        if not name:
            raise UserError("Write the product's name.")
        if product.price < 0:
            raise UserError("The price cannot be negative.")
        product = replace(product, name=name, code=clean(product.code, NAME_LIMIT))
        if product.id:
            with self._work.change("Product changed", detail=name):
                products.update(self._work.db, product)
            return product.id
        with self._work.change("Product added", detail=name):
            return products.insert(self._work.db, product)
