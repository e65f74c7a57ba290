"""What the shop keeps ready to give, who got what, and what each customer would like."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from cxdesk.domain import gift as rules
from cxdesk.domain import recommendations
from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import Caps, CatalogueGift, Gift, Had
from cxdesk.language.folding import clean, search_key
from cxdesk.services.workplace import Workplace
from cxdesk.storage import gifts, known, preferences, products
from cxdesk.storage import recommendations as beside
from cxdesk.storage.database import Database
from cxdesk.storage.gifts import Given

TEXT_LIMIT = 200
LARGEST = 10**9
LATELY = 30
SHORTEST_WORD = 3


class Gifts:
    """The catalogue of gifts."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[CatalogueGift]:
        """The catalogue, what is given first."""
        return gifts.every(self._work.db)

    def save(self, gift: CatalogueGift) -> int:
        """Save a gift, a new one without an id; gives the id.

        Raises:
            UserError: when it has no name, its cost or stock cannot be right, or its product is there already.
        """
        gift = replace(gift, name=clean(gift.name, TEXT_LIMIT), text=clean(gift.text, TEXT_LIMIT))
        if not gift.name:
            raise UserError("Write what the gift is.")
        if not 0 <= gift.cost <= LARGEST or not 0 <= (gift.stock or 0) <= LARGEST:
            raise UserError("What a gift costs and how many there are cannot be negative.")
        if gift.product_id is not None:
            self._work.product(gift.product_id)
            gift = replace(gift, stock=None)
            if any(each.product_id == gift.product_id and each.id != gift.id for each in self.every()):
                raise UserError("This product is in the catalogue already.")
        with self._work.change("Gift saved", detail=gift.name):
            return gifts.put(self._work.db, gift)

    def given(self, limit: int = LATELY) -> list[Given]:
        """Who got what, newest first."""
        return gifts.given(self._work.db, limit)

    def liked(self, ids: Collection[int], day: date) -> dict[int, Gift]:
        """What each of these customers would like: of their own, of what goes with it, of the catalogue."""
        db, shop = self._work.db, self._work.shop()
        bought, given = known.bought(db, ids, day), known.given(db, ids)
        had, this_year = known.given(db, ids, "gift_id"), gifts.had(db, ids, day.year)
        caps = Caps(shop.gift_limit, shop.gift_sum_a_year, shop.gifts_a_year)
        warnings, kept = preferences.warnings(db, ids), self.every()
        article = products.many(db, {each.product_id for i in ids for each in bought[i]}).__getitem__
        chosen = dict[int, Gift]()
        for i in ids:
            avoid, limit = unwanted(warnings[i]), caps.room(this_year.get(i, Had()))
            found = (
                rules.choose(bought[i], article, limit=limit, given=given[i], unwanted=avoid)
                or _beside(db, i, day, avoid, limit, given[i])
                or rules.from_catalogue(kept, limit=limit, given=had[i], unwanted=avoid)
            )
            if found:
                chosen[i] = found
        return chosen

    def hand_over(self, gift: Gift) -> None:
        """Within the change in progress: one less is there of the product, or of what the catalogue counts."""
        if gift.product_id:
            products.move_stock(self._work.db, gift.product_id, -1)
        elif gift.catalogue_id:
            gifts.take(self._work.db, gift.catalogue_id)


def _beside(
    db: Database, customer_id: int, day: date, avoid: frozenset[str], limit: int, given: Collection[int]
) -> Gift | None:
    """What others bought beside what this customer buys."""
    bought = beside.habits(db, customer_id, day)
    sources = [each.product for each in recommendations.again(bought, avoid)[: recommendations.SOURCES]]
    found = beside.companions(db, sources, {each.product.id for each in bought}, day)
    return recommendations.gift(recommendations.together(found, avoid), limit=limit, given=given)


def unwanted(warnings: Iterable[str]) -> frozenset[str]:
    """The folded words of a customer's warnings: "Villa-allergia" keeps everything of wool ("villa") away."""
    texts = map(search_key, warnings)
    return frozenset(w for text in texts for w in re.findall(r"\w+", text) if len(w) >= SHORTEST_WORD)
