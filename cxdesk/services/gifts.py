"""What the shop keeps ready to give, and who got what."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, Gift
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import gifts, products
from cxdesk.storage.gifts import Given

TEXT_LIMIT = 200
LARGEST = 10**9
LATELY = 30


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

    def hand_over(self, gift: Gift) -> None:
        """Within the change in progress: one less is there of the product, or of what the catalogue counts."""
        if gift.product_id:
            products.move_stock(self._work.db, gift.product_id, -1)
        elif gift.catalogue_id:
            gifts.take(self._work.db, gift.catalogue_id)
