"""The decisions about the rules of the programme, and about what a point is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import Rule, Tier
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.language.programme import MONEY
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts
from cxdesk.ui.loyalty.rule_kinds import RuleKind, kinds

FIGURES = (*MONEY, "points_months", "referral_points", "answer_points", "birthday_points")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in words; `badge` says that it is out of use, or how many have reached it."""

    id: int
    name: str
    words: str
    badge: str = ""


class RulesView(Protocol):
    """What the half of the rules shows."""

    def show_settings(self, figures: Mapping[str, str], *, active: bool) -> None:
        """Show what a point is."""

    def show_rules(self, key: str, rows: Sequence[RuleRow]) -> None:
        """Show the rules of a kind."""

    def ask_rule(self, key: str, title: str, values: Mapping[str, Any], known: Sequence[str]) -> None:
        """Open the form of a kind with these values; `known` are the shop's categories."""

    def close_rule(self, key: str) -> None:
        """Close the form."""


class Ruling:
    """Decides; every change is one step back."""

    view: RulesView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self.kinds = kinds(language)
        self._asked: dict[str, Rule] = {}

    def load(self) -> None:
        """Show everything as it is."""
        shop = self._desk.settings.shop()
        figures = {name: self._written(shop, name) for name in FIGURES}
        self.view.show_settings(figures, active=bool(shop.points_on))
        for key, kind in self.kinds.items():
            self.view.show_rules(key, self._rows(kind))

    def switch(self, *, on: bool) -> None:
        """Put points in use, or out of use."""
        shop, say = self._desk.settings.shop(), self._language.tr
        if shop.points_on != int(on):
            words = say("Points are in use.") if on else say("Points are out of use.")
            self._acts.do(lambda: self._desk.settings.save(replace(shop, points_on=int(on))), words)

    def price(self, name: str, text: str) -> str:
        """Save one figure of what a point is; gives what is wrong with it, if anything."""
        shop = self._desk.settings.shop()
        try:
            read = amounts.read(text, self._language.currency) if name in MONEY else amounts.whole(text)
            fields: dict[str, Any] = {name: read}
            changed = replace(shop, **fields)
            if changed != shop:
                self._acts.attempt(lambda: self._desk.settings.save(changed), self._language.tr("Saved"))
        except UserError as error:
            return self._language.error(error)
        return ""

    def ask(self, key: str, rule_id: int = 0) -> None:
        """Open the form of a rule, or of a new one."""
        kind = self.kinds[key]
        rule = self._rule(kind, rule_id) if rule_id else kind.blank
        self._asked[key] = rule
        values = {cell.name: cell.write(getattr(rule, cell.name)) for cell in kind.cells}
        if not rule_id:
            values |= {name: "" for name in ("points", "spend") if name in values}
        title = rule.name or self._language.tr("New")
        self.view.ask_rule(key, title, values, self._desk.products.categories())

    def save(self, key: str, entered: Mapping[str, Any]) -> dict[str, str]:
        """Save what stands in the form; gives what is wrong by the name of the value, or under no name."""
        kind, say = self.kinds[key], self._language
        values, wrong = dict[str, Any](), dict[str, str]()
        for cell in kind.cells:
            try:
                values[cell.name] = cell.read(entered[cell.name])
            except UserError as error:
                wrong[cell.name] = say.error(error)
        if wrong:
            return wrong
        try:
            made = replace(self._asked[key], **values)
            self._acts.attempt(
                lambda: self._desk.programme.save(made), say.tr("Saved: {name}", name=made.name)
            )
        except UserError as error:
            return {"": say.error(error)}
        self.view.close_rule(key)
        return {}

    def drop(self, key: str, rule_id: int) -> None:
        """Take a rule away."""
        rule = self._rule(self.kinds[key], rule_id)
        text = self._language.tr("Removed: {name}", name=rule.name)
        self._acts.do(lambda: self._desk.programme.drop(rule), text)
        self.view.close_rule(key)

    def product(self, product_id: int | None) -> str:
        """The name of a product that a rule is about."""
        return self._desk.products.get(product_id).name if product_id else ""

    def _rule(self, kind: RuleKind, rule_id: int) -> Rule:
        found: list[Rule] = [*self._desk.programme.every(type(kind.blank))]
        return next(rule for rule in found if rule.id == rule_id)

    def _rows(self, kind: RuleKind) -> list[RuleRow]:
        say = self._language
        reached = self._desk.programme.reached() if isinstance(kind.blank, Tier) else {}
        rows = list[RuleRow]()
        for rule in self._desk.programme.every(type(kind.blank)):
            product = self.product(getattr(rule, "product_id", None))
            badge = "" if getattr(rule, "active", True) else say.tr("Out of use")
            if rule.id in reached:
                badge = say.tr_n("{n} customer", "{n} customers", reached[rule.id])
            rows.append(RuleRow(rule.id, rule.name, kind.words(say, rule, product), badge))
        return rows

    def _written(self, shop: Shop, name: str) -> str:
        value = getattr(shop, name)
        return amounts.written(value, self._language) if name in MONEY else str(value)
