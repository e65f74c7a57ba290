"""The decisions about gifts and the budget: what is left, what is kept ready, who got what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from cxdesk.domain.gift import CatalogueGift
from cxdesk.domain.product import Product
from cxdesk.language import gifts as words
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.goodwill import GoodwillLog
from cxdesk.ui.acts import Acts

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Spent:
    """What of a budget is spent, in words, and as the share of it."""

    words: str
    share: float


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift of the catalogue with its facts in words; `open` while its figures are edited."""

    gift: CatalogueGift
    facts: str
    open: bool


@dataclass(frozen=True, slots=True)
class GivenRow:
    """Who got what."""

    customer_id: int
    name: str
    what: str


class StockingView(Protocol):
    """What the section of gifts shows."""

    def show_budget(self, spent: Sequence[Spent], part: str) -> None:
        """Show what is spent, and what part of last year's earnings the year's budget is."""

    def show_gifts(self, rows: Sequence[GiftRow]) -> None:
        """Show the catalogue."""

    def show_given(self, rows: Sequence[GivenRow]) -> None:
        """Show who got what."""

    def show_goodwill(self, log: GoodwillLog, today: date) -> None:
        """Show what staff gave on their own judgement."""


class Stocking:
    """Decides; the figures of one gift at a time are open."""

    view: StockingView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self._open = 0

    def load(self) -> None:
        """Show everything as it is."""
        self._show_budget()
        self.view.show_goodwill(self._desk.goodwill.log(), self._desk.workplace.today())
        self.view.show_gifts([self._row(each) for each in self._desk.gifts.every()])
        say = self._language
        self.view.show_given(
            [
                GivenRow(
                    each.customer_id, each.name, f"{each.gift} · {say.day(each.day)} · {say.money(each.cost)}"
                )
                for each in self._desk.gifts.given()
            ]
        )

    def turn(self, gift: CatalogueGift) -> None:
        """Open the figures of a gift, or close them."""
        self._open = 0 if self._open == gift.id else gift.id
        self.load()

    def find(self, typed: str) -> list[Product]:
        """The products whose name somebody is typing."""
        return self._desk.products.search(typed, OFFERED)

    def save(self, gift: CatalogueGift) -> None:
        """Keep a gift.

        Raises:
            UserError: when it cannot be kept.
        """
        text = self._language.tr("Saved: {name}", name=gift.name.strip())
        self._open = 0
        self._acts.attempt(lambda: self._desk.gifts.save(gift), text)

    def retire(self, gift: CatalogueGift) -> None:
        """Give it no more, or again."""
        text = self._language.tr("Saved: {name}", name=gift.name)
        self._acts.do(lambda: self._desk.gifts.save(replace(gift, active=not gift.active)), text)

    def _show_budget(self) -> None:
        say, money, found = self._language.tr, self._language.money, self._desk.appreciation.budget()
        month = say(
            "{spent} of {total} spent this month.", spent=money(found.spent), total=money(found.total)
        )
        spent = [Spent(month, found.spent / found.total if found.total else 0)]
        if found.year_total is not None:
            of_year = {"spent": money(found.year_spent), "total": money(found.year_total)}
            share = found.year_spent / found.year_total if found.year_total else 0
            spent.append(Spent(say("{spent} of {total} spent this year.", **of_year), share))
        self.view.show_budget(spent, words.part(self._language, found))

    def _row(self, gift: CatalogueGift) -> GiftRow:
        say = self._language
        facts = [words.kinds(say)[gift.kind], say.money(gift.cost)]
        if gift.stock is not None:
            facts.append(say.tr("In stock: {count}.", count=say.number(gift.stock)))
        if gift.product_id is not None:
            facts.append(say.tr("a product of the shop"))
        return GiftRow(gift, " · ".join(facts), gift.id == self._open)
