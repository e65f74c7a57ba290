"""Decisions of the first run: what a shop begins with, and what has to be said before it does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.ui import amounts

# What is usual where the language is spoken; amounts in minor units of the currency. All can be changed later.
SHOPS = {
    "fi": Shop("", "fi", "EUR", country="FI"),
    "en": Shop("", "en", "EUR", country="FI"),
    "uz": Shop(
        "",
        "uz",
        "UZS",
        country="UZ",
        monthly_budget=150_000_000,
        gift_limit=15_000_000,
        letter_cost=1_000_000,
        goodwill_limit=30_000_000,
    ),
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """How the person wants to begin: in `language`, with a `shop` of one's own or (None) the demo shop.

    `file` comes in as soon as the shop is open, None for an empty shop.
    """

    language: str
    shop: Shop | None = None
    file: Path | None = None


class View(Protocol):
    """What the page shows."""

    def say(self, language: Language, budget: str) -> None:
        """Say everything in `language`, with `budget` in its field."""

    def show_errors(self, *, name: str, budget: str) -> None:
        """Show errors at the fields; empty ones go away."""


class Presenter:
    """Takes the three answers; `begin` is called once they are good."""

    def __init__(self, view: View, code: str, begin: Callable[[Beginning], None]) -> None:
        self._view, self._begin = view, begin
        self.speak(code)

    def speak(self, code: str) -> None:
        """Say everything in the language `code`, with the currency and the budget that are usual there."""
        self._shop = SHOPS[code]
        self.language = Language(code, self._shop.currency)
        self._view.say(self.language, amounts.written(self._shop.monthly_budget, self.language))

    def start(self, name: str, budget: str, ask_file: Callable[[], str] | None = None) -> None:
        """Begin with a shop of one's own, empty or with the file that `ask_file` gives."""
        wrong_name = "" if name.strip() else self.language.tr("Write the shop's name.")
        amount, wrong_budget = 0, ""
        try:
            amount = amounts.read(budget, self._shop.currency)
        except UserError as error:
            wrong_budget = self.language.error(error)
        self._view.show_errors(name=wrong_name, budget=wrong_budget)
        if wrong_name or wrong_budget:
            return
        shop, file = replace(self._shop, name=name.strip(), monthly_budget=amount), ask_file and ask_file()
        if file or ask_file is None:
            self._begin(Beginning(shop.language, shop, Path(file) if file else None))

    def demo(self) -> None:
        """Begin with the demo shop."""
        self._begin(Beginning(self.language.code))
