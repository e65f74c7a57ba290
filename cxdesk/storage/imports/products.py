"""The articles of a file, brought among the products."""

from dataclasses import replace
from typing import Any

from cxdesk.domain.product import Product
from cxdesk.language import folding
from cxdesk.storage import products
from cxdesk.storage.database import Database

COLUMNS = "article, code, name, barcode, category, goods, price, cost, stock"


def add(db: Database, *, listed: bool) -> tuple[int, int]:
    """Find each article among the products by code, barcode or name, and add the others; gives how many are new.

    Also gives how many were updated: a price list (`listed`) sets price, cost and stock.
    """
    known = _Known(db)
    added = updated = 0
    for row in db.rows(f"SELECT {COLUMNS} FROM staged.articles ORDER BY article"):
        article, code, name, barcode, *_ = row
        product_id = known.find(code, barcode, name)
        if product_id is None:
            product_id = products.insert(db, _product(row))
            known.learn(product_id, code, barcode, name)
            added += 1
        elif listed:
            updated += _update(db, product_id, row)
        db.write("UPDATE staged.articles SET product_id = ? WHERE article = ?", [product_id, article])
    return added, updated


class _Known:
    """The shop's products by what they can be known by."""

    def __init__(self, db: Database) -> None:
        self._codes: dict[str, int] = {}
        self._barcodes: dict[str, int] = {}
        self._names: dict[str, int] = {}
        for product in products.all_of(db):
            self.learn(product.id, product.code, product.barcode, product.name)

    def learn(self, product_id: int, code: str, barcode: str, name: str) -> None:
        for names, text in ((self._codes, code), (self._barcodes, barcode)):
            if text:
                names.setdefault(text, product_id)
        if not code:  # things with a code may share a name
            self._names.setdefault(folding.search_key(name), product_id)

    def find(self, code: str, barcode: str, name: str) -> int | None:
        """The product; one with another code is another product, whatever its barcode."""
        if code:
            return self._codes.get(code)
        return self._barcodes.get(barcode) or self._names.get(folding.search_key(name))


def _product(row: Any) -> Product:
    _, code, name, barcode, category, goods, price, cost, stock = row
    return Product(0, name or code, code, barcode, category, price or 0, cost, stock, goods=bool(goods))


def _update(db: Database, product_id: int, row: Any) -> bool:
    product = products.get(db, product_id)
    if product is None:
        return False
    _, _, name, barcode, category, _, price, cost, stock = row
    changed = replace(
        product,
        name=name or product.name,
        barcode=barcode or product.barcode,
        category=category or product.category,
        price=product.price if price is None else price,
        cost=product.cost if cost is None else cost,
        stock=product.stock if stock is None else stock,
    )
    if changed == product:
        return False
    products.update(db, changed)
    return True
