"""Points: what is out there and what it is worth, what a point costs, and the rules."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.loyalty.rule_kinds import kinds
from cxdesk.ui.loyalty.rules import RulesCard
from cxdesk.ui.loyalty.statement_card import StatementCard
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.ticks import Tick

MONEY = ("money_per_point", "point_value")


class PointsHalf(QWidget):
    """Figures on top, the worth of a point at the left, the rules at the right."""

    def __init__(self, desk: Desk, language: Language, saying: Saying) -> None:
        super().__init__()
        self._desk, self._language = desk, language
        self._acts = Acts(desk, saying)
        self._figures = {
            name: (Label("", Style.KPI), Label("", Style.SMALL, muted=True, lines=2))
            for name in ("participants", "points", "expiring", "donated")
        }
        self.rules = [RulesCard(desk, language, saying, kind) for kind in kinds(language)]
        settings, self.statement = self._settings(), StatementCard(desk, language)
        tiles = boxed(Flow(*map(self._tile, self._figures), gap=12, equal=True))
        reward, tier, earn, stamps = self.rules
        both = Columns(
            (boxed(column(settings, tier, self.statement, None, gap=12)), 1),
            (boxed(column(reward, earn, stamps, None, gap=12)), 1),
            stack_under=1060,
        )
        self.setLayout(column(tiles, both, None, gap=12))

    def load(self) -> None:
        """Show what stands now."""
        self._show_figures()
        shop = self._desk.settings.shop()
        self.active.setChecked(bool(shop.points_on))
        for name, field in self.fields.items():
            value = getattr(shop, name)
            field.setText(amounts.written(value, self._language) if name in MONEY else str(value))
        for card in self.rules:
            card.load()

    def _show_figures(self) -> None:
        say, figures = self._language, self._desk.points.figures()
        shown = {
            "participants": (say.number(figures.participants), say.tr("customers have points")),
            "points": (
                say.money(figures.value),
                say.tr_n("you owe for {n} point", "you owe for {n} points", figures.points),
            ),
            "expiring": (say.number(figures.expiring), say.tr("points expire within 30 days")),
            "donated": (say.number(figures.donated), say.tr("points were given to good causes")),
        }
        for name, (value, note) in shown.items():
            figure, words = self._figures[name]
            figure.setText(value)
            words.setText(note)

    def _tile(self, name: str) -> Card:
        return Card("", *self._figures[name])

    def _settings(self) -> Card:
        tr = self._language.tr
        self.active = Tick(tr("Sales to named customers earn points"), id="points-on")
        self.active.toggled.connect(self._switch)
        labels = {
            "money_per_point": tr("One point for each"),
            "point_value": tr("A point is worth"),
            "points_months": tr("Valid for so many months (0: for ever)"),
            "referral_points": tr("Points for both when a friend buys the first time"),
            "answer_points": tr("Points for an answer, once a day"),
            "birthday_points": tr("Points for telling the birthday"),
        }
        self.fields, self._forms = dict[str, TextField](), dict[str, FormRow]()
        for name, label in labels.items():
            words = f"{label} ({self._language.currency})" if name in MONEY else label
            field = TextField(words, id=f"setting-{name}")
            field.editingFinished.connect(partial(self._save, name))
            self.fields[name], self._forms[name] = field, FormRow(words, field)
        return Card(tr("What a point is"), self.active, *self._forms.values(), icon="settings")

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        shop = self._desk.settings.shop()
        if shop.points_on != int(on):
            words = (
                self._language.tr("Points are in use.") if on else self._language.tr("Points are out of use.")
            )
            self._acts.do(lambda: self._desk.settings.save(replace(shop, points_on=int(on))), words)

    def _save(self, name: str) -> None:
        shop = self._desk.settings.shop()
        try:
            changed = replace(shop, **self._read(name))
            if changed != shop:
                self._keep(changed)
        except UserError as error:
            self._forms[name].set_error(self._language.error(error))
            return
        self._forms[name].set_error("")

    def _read(self, name: str) -> dict[str, Any]:
        text = self.fields[name].text()
        if name in MONEY:
            return {name: amounts.read(text, self._language.currency)}
        return {name: amounts.whole(text)}

    def _keep(self, shop: Shop) -> None:
        self._acts.attempt(lambda: self._desk.settings.save(shop), self._language.tr("Saved"))
