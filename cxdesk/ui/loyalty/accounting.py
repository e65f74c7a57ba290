"""The decisions about one customer's points and stamp cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.points import Standing
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui import standing as words
from cxdesk.ui.acts import Acts

SHOWN = 12


class Way(StrEnum):
    """What somebody may do with points away from the counter."""

    GIVE = "give"
    TAKE = "take"
    DONATE = "donate"


@dataclass(frozen=True, slots=True)
class StampRow:
    """A stamp card in words; `full` when its reward can be handed over."""

    card_id: int
    text: str
    share: float
    full: bool


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of the book in words."""

    day: str
    text: str
    points: str


@dataclass(frozen=True, slots=True)
class Account:
    """A customer's points in words; `owed` says what the next points will pay, empty when nothing is owed."""

    name: str
    balance: str
    worth: str
    facts: tuple[str, ...]
    owed: str
    stamps: tuple[StampRow, ...]
    entries: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of all customers together."""

    value: str
    note: str


class AccountView(Protocol):
    """What the half of the points shows."""

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show what all together have."""

    def show_account(self, account: Account | None) -> None:
        """Show a customer's points; None while nobody is chosen."""


class Accounting:
    """Decides; `customer_id` is whose account is open."""

    view: AccountView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self.customer_id: int | None = None
        self._uuid = new_uuid()

    def load(self) -> None:
        """Show the figures, and the account that is open."""
        self.view.show_figures(self._figures())
        try:
            self.view.show_account(None if self.customer_id is None else self._account(self.customer_id))
        except UserError:  # the adding of this customer was undone meanwhile
            self.choose(None)

    def choose(self, customer_id: int | None) -> None:
        """Open the account of a customer."""
        self.customer_id = customer_id
        self.load()

    def change(self, way: Way, number: str, reason: str) -> str:
        """Give, take or donate points of the open account; gives what is wrong, if anything."""
        points, customer_id, say = self._desk.points, self.customer_id or 0, self._language
        try:
            many = amounts.whole(number)
            act = {
                Way.GIVE: lambda: points.correct(customer_id, many, reason, self._uuid),
                Way.TAKE: lambda: points.correct(customer_id, -many, reason, self._uuid),
                Way.DONATE: lambda: points.donate(customer_id, many, reason, self._uuid),
            }[way]
            name = self._desk.customers.get(customer_id).name
            self._acts.attempt(act, say.tr("{name}: {what}", name=name, what=self._done(way, many)))
        except UserError as error:
            return say.error(error)
        self._uuid = new_uuid()
        return ""

    def hand_over(self, card_id: int) -> None:
        """The reward of a full stamp card is handed over."""
        text = self._language.tr("The reward of the stamp card is handed over.")
        customer_id = self.customer_id or 0
        self._acts.do(lambda: self._desk.stamps.reward(customer_id, card_id, new_uuid()), text)

    def _done(self, way: Way, many: int) -> str:
        if way is Way.DONATE:
            return self._language.tr_n("{n} point donated", "{n} points donated", many)
        number = self._language.number(many if way is Way.GIVE else -many, plus=True)
        return self._language.tr("points corrected, {number}", number=number)

    def _figures(self) -> list[Figure]:
        say, figures = self._language, self._desk.points.figures()
        owed = say.tr_n("you owe for {n} point", "you owe for {n} points", figures.points)
        return [
            Figure(say.number(figures.participants), say.tr("customers have points")),
            Figure(say.money(figures.value), owed),
            Figure(say.number(figures.expiring), say.tr("points expire within 30 days")),
            Figure(say.number(figures.donated), say.tr("points were given to good causes")),
        ]

    def _account(self, customer_id: int) -> Account:
        say, name = self._language, self._desk.customers.get(customer_id).name
        standing = self._desk.points.standing(customer_id)
        entries = loyalty.entries(say, reversed(self._desk.points.entries(customer_id)))[:SHOWN]
        return Account(
            name,
            loyalty.points(say, standing.balance),
            say.tr("worth {money}", money=say.money(standing.value)),
            tuple(self._facts(standing)),
            words.owed(say, standing),
            tuple(self._stamps(customer_id)),
            tuple(EntryRow(say.date(day), text, say.number(n, plus=True)) for text, day, n in entries),
        )

    def _facts(self, standing: Standing) -> list[str]:
        facts = words.ahead(self._language, standing)
        return [f"{self._language.tr('Tier')}: {standing.tier.name}", *facts] if standing.tier else facts

    def _stamps(self, customer_id: int) -> list[StampRow]:
        return [
            StampRow(
                each.card.id,
                words.stamped(self._language, each),
                min(1.0, each.stamps / each.card.stamps),
                each.full,
            )
            for each in self._desk.stamps.of_customer(customer_id)
        ]
