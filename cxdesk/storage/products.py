"""Products, as they are kept and found."""

from collections.abc import Iterable, Sequence
from typing import Any

from cxdesk.domain.product import Product
from cxdesk.language import folding
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = (
    "p.id, p.name, coalesce(p.code, ''), p.barcode, p.category, p.price, p.cost, p.stock, p.goods, p.giftable, "
    "p.search_key"
)
STORED = "code, barcode, name, category, price, cost, stock, goods, giftable, search_key"


def get(db: Database, product_id: int) -> Product | None:
    """One product."""
    row = db.row(f"SELECT {COLUMNS} FROM products p WHERE id = ?", [product_id])
    return from_row(row) if row else None


def many(db: Database, ids: Iterable[int]) -> dict[int, Product]:
    """These products by their ids."""
    rows = db.rows(f"SELECT {COLUMNS} FROM products p WHERE id {AMONG}", [among(ids)])
    return {row[0]: from_row(row) for row in rows}


def all_of(db: Database) -> list[Product]:
    """Every product by name."""
    return [from_row(row) for row in db.rows(f"SELECT {COLUMNS} FROM products p ORDER BY search_key")]


def scanned(db: Database, code: str) -> Product | None:
    """The product with this barcode or code."""
    row = db.row(
        f"SELECT {COLUMNS} FROM products p WHERE barcode = ?1 AND barcode <> '' UNION ALL "
        f"SELECT {COLUMNS} FROM products p WHERE code = ?1 LIMIT 1",
        [code],
    )
    return from_row(row) if row else None


def by_code(db: Database, code: str) -> Product | None:
    """The product that the shop knows by this code."""
    row = db.row(f"SELECT {COLUMNS} FROM products p WHERE code = ?", [code])
    return from_row(row) if row else None


def search(db: Database, text: str, limit: int = 20) -> list[Product]:
    """Products in whose name or code every typed word occurs, those that begin with it first."""
    words = folding.search_key(text).split()
    if not words:
        return []
    rows = db.rows(
        f"SELECT {COLUMNS} FROM products p "
        "WHERE NOT EXISTS (SELECT 1 FROM json_each(?) WHERE search_key NOT LIKE value ESCAPE '\\') "
        "ORDER BY search_key LIKE ? ESCAPE '\\' DESC, search_key LIMIT ?",
        [among(f"%{_escaped(word)}%" for word in words), f"{_escaped(words[0])}%", limit],
    )
    return [from_row(row) for row in rows]


def categories(db: Database, code: str) -> list[str]:
    """The categories of all products, in the order of the language `code`."""
    found = [name for (name,) in db.rows("SELECT DISTINCT category FROM products WHERE category <> ''")]
    return sorted(found, key=lambda name: folding.sort_key(name, code))


def insert(db: Database, product: Product) -> int:
    """A new product; gives the id."""
    return int(db.write(_INSERT, _values(product)).lastrowid)


def insert_many(db: Database, products: Iterable[Product]) -> None:
    """Many new products, for an import."""
    db.write_many(_INSERT, (_values(product) for product in products))


def update(db: Database, product: Product) -> None:
    """Save what has changed of a product."""
    settings = ", ".join(f"{name} = ?" for name in STORED.split(", "))
    db.write(f"UPDATE products SET {settings} WHERE id = ?", [*_values(product), product.id])


def move_stock(db: Database, product_id: int, quantity: float) -> None:
    """Add `quantity` to the stock of a product whose stock is counted."""
    db.write(
        "UPDATE products SET stock = round(stock + ?, 3) WHERE id = ? AND stock IS NOT NULL",
        [quantity, product_id],
    )


_INSERT = f"INSERT INTO products ({STORED}) VALUES ({', '.join('?' * len(STORED.split(', ')))})"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _values(product: Product) -> list[Any]:
    return [
        product.code or None,
        product.barcode,
        product.name,
        product.category,
        product.price,
        product.cost,
        product.stock,
        int(product.goods),
        int(product.giftable),
        folding.search_key(f"{product.name} {product.category} {product.code}"),
    ]


def from_row(row: Sequence[Any]) -> Product:
    """The product in a row of COLUMNS."""
    i, name, code, barcode, category, price, cost, stock, goods, giftable, words = row
    return Product(i, name, code, barcode, category, price, cost, stock, bool(goods), bool(giftable), words)
