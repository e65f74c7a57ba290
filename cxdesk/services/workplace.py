"""What every service works with: the open shop file, the clock, who is at the desk, and the place for papers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.storage import shop as shop_storage
from cxdesk.storage.database import Database, Recording

if TYPE_CHECKING:
    from cxdesk.domain.customer import Customer
    from cxdesk.domain.product import Product


@dataclass
class Workplace:
    """The surroundings of the services.

    `now` gives the present time with its zone; `announce` is told of every change after it is saved; `staff_id` is the
    member of staff who is at the desk; `later` takes over to take back a change of very many rows, so that nobody waits
    for it; `language` is the language of the screen where it differs from the shop's.
    """

    db: Database
    now: Callable[[], datetime]
    announce: Callable[[Change], None] = lambda _: None
    later: Callable[[int], None] | None = None
    staff_id: int | None = None
    code: str = ""

    def today(self) -> date:
        """The local date."""
        return self.now().date()

    def stamp(self) -> str:
        """The present moment as it is kept: in UTC, to the second."""
        return self.now().astimezone(UTC).isoformat(timespec="seconds")

    def shop(self) -> Shop:
        """The shop's settings."""
        return shop_storage.get(self.db)

    def customer(self, customer_id: int) -> "Customer":
        """One customer.

        Raises:
            UserError: when there is no such customer (any more).
        """
        from cxdesk.storage import customers  # noqa: PLC0415 - the window opens without them

        found = customers.get(self.db, customer_id)
        if found is None:
            raise UserError("There is no customer number {number}.", number=customer_id)
        return found

    def product(self, product_id: int) -> "Product":
        """One product.

        Raises:
            UserError: when there is no such product (any more).
        """
        from cxdesk.storage import products  # noqa: PLC0415 - the window opens without them

        found = products.get(self.db, product_id)
        if found is None:
            raise UserError("There is no product number {number}.", number=product_id)
        return found

    def language(self, code: str = "") -> Language:
        """The language `code`, or the one of the screen."""
        shop = self.shop()
        return Language(code or self.code or shop.language, currency=shop.currency)

    @contextmanager
    def change(
        self, label: str, *, customer_id: int | None = None, detail: str = "", bulk: bool = False
    ) -> Iterator[Recording]:
        """One transaction, one entry of the history, one undo step; announced when it is saved."""
        with self.db.change(
            label, at=self.now(), staff_id=self.staff_id, customer_id=customer_id, detail=detail, bulk=bulk
        ) as recording:
            yield recording
        if recording.made:
            self.announce(recording.made)


Thank = Callable[[int, str], object]
"""Gives a customer the points of the shop's rule for something, within the change in progress."""


def new_uuid() -> str:
    """A fresh identity for a form, so that saving it twice cannot double anything."""
    from uuid import uuid4  # noqa: PLC0415 - the window opens without it

    return str(uuid4())
