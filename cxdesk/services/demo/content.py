"""What the demo shop is made of: the texts and lists in `resources/demo`, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from cxdesk import paths
from cxdesk.domain.needs import Need
from cxdesk.domain.product import Product

IN_STORE = "20"
"""The beginning of article numbers that a shop gives itself (GS1 prefix 2)."""
UNCOUNTED = -1


@dataclass(frozen=True, slots=True)
class Article:
    """A product with its season (`winter`, `summer`, `christmas` or none) and how readily it sells."""

    product: Product
    season: str
    weight: float

    @property
    def is_yarn(self) -> bool:
        """Whether one buys several of it."""
        return self.product.category.startswith("Langat")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a customer says, and the needs it touches."""

    text: str
    needs: tuple[Need, ...]


@cache
def table(name: str) -> dict[str, Any]:
    """The content of one file of the demo shop."""
    return tomllib.loads((paths.resources() / "demo" / f"{name}.toml").read_text("utf-8"))


def assortment() -> list[Article]:
    """Every article, not yet kept; within a category those listed first sell best."""
    return [
        Article(
            Product(
                id=0,
                name=name,
                code=f"{category['prefix']}-{number:02d}",
                barcode=barcode(f"{place:02d}{number:02d}"),
                category=category["name"],
                price=price,
                cost=cost,
                stock=None if stock == UNCOUNTED else float(stock),
                goods=category.get("goods", True),
                giftable=category.get("giftable", True),
            ),
            category.get("season", ""),
            category["weight"] / (number + 3),
        )
        for place, category in enumerate(table("products")["category"], 1)
        for number, (name, price, cost, stock) in enumerate(category["products"], 1)
    ]


def barcode(number: str) -> str:
    """A 13-digit code for use within the shop, with the check digit of EAN-13."""
    digits = IN_STORE + number.zfill(10)
    odd, even = (sum(map(int, digits[start::2])) for start in (0, 1))
    return f"{digits}{-(odd + 3 * even) % 10}"


def comments(language: str, mood: str) -> list[Comment]:
    """What customers say in a language when they are `glad`, `unhappy` or in between (`fair`)."""
    return [
        Comment(text, tuple(Need(need) for need in needs.split()))
        for text, needs in table(f"comments.{language}")[mood]
    ]
