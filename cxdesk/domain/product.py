"""A product: what the shop sells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """An article; prices in minor units, `stock` in units or None when the shop does not count it.

    `words` is the folded name and code that searching compares.
    """

    id: int
    name: str
    code: str = ""
    barcode: str = ""
    category: str = ""
    price: int = 0
    cost: int | None = None
    stock: float | None = None
    goods: bool = True
    giftable: bool = True
    words: str = ""
