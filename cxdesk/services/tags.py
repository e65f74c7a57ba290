"""What staff can do with the shop's own words on customers."""

from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean, search_key
from cxdesk.services.workplace import Workplace
from cxdesk.storage import tags

LIMIT = 60


class Tags:
    """Words on customers, each once however it is spelt."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def used(self) -> list[str]:
        """Every word in use, the most used first."""
        return tags.used(self._work.db)

    def add(self, customer_id: int, text: str) -> int:
        """Put a word on a customer, spelt as it is on others; gives the tag's id. One who has it keeps it once.

        Raises:
            UserError: when the word is empty, has no letter or figure, or is too long.
        """
        text = clean(text, LIMIT)
        if not search_key(text):
            raise UserError("Write a tag, such as: knitting club.")
        self._work.customer(customer_id)
        db = self._work.db
        known = tags.find(db, customer_id, text)
        if known:
            return known
        with self._work.change("Tag added", customer_id=customer_id, detail=text):
            return tags.insert(db, customer_id, tags.spelling(db, text))

    def drop(self, customer_id: int, tag_id: int) -> None:
        """Take a word away."""
        with self._work.change("Tag removed", customer_id=customer_id):
            tags.delete(self._work.db, tag_id)
