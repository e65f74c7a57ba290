"""Gifts and the budget: what is left, what the shop keeps ready, and who got what."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.language import gifts as words
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.appreciation.goodwill import GoodwillCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class GiftsSection(QWidget):
    """Budget, catalogue, and who got what."""

    def __init__(self, desk: Desk, shell: Shell, saying: Saying) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self._acts = Acts(desk, saying)
        say = shell.language.tr
        self._month, self._meter = Label("", lines=0), Meter()
        self._gifts, self._given = column(gap=10), column(gap=8)
        budget = Card(say("Budget"), self._month, self._meter, icon="chart-line")
        kept = Card(say("Gift catalogue"), boxed(self._gifts), icon="gift")
        lately = Card(say("Who got what"), boxed(self._given), icon="history")
        self.goodwill = GoodwillCard(desk, shell.language)
        left = boxed(column(kept, self._new(), None, gap=12))
        self.setLayout(
            column(
                Columns(
                    (left, 7),
                    (boxed(column(budget, self.goodwill, lately, None, gap=12)), 5),
                    stack_under=900,
                ),
                None,
            )
        )

    def load(self) -> None:
        """Show everything as it is."""
        self._show_budget()
        self.goodwill.load()
        empty(self._gifts)
        for gift in self._desk.gifts.every():
            self._gifts.addWidget(self._line(gift))
        if not self._desk.gifts.every():
            text = self._language.tr(
                "What you enter here is suggested when nothing of the customer's own fits."
            )
            self._gifts.addWidget(Label(text, muted=True, lines=0))
        self._show_given()

    def _show_budget(self) -> None:
        say, budget = self._language, self._desk.appreciation.budget()
        text = say.tr(
            "{spent} of {total} spent this month.",
            spent=say.money(budget.spent),
            total=say.money(budget.total),
        )
        self._month.setText(text)
        self._meter.set(budget.spent / budget.total if budget.total else 0)

    def _show_given(self) -> None:
        empty(self._given)
        given = self._desk.gifts.given()
        for each in given:
            who = Button(each.name, Kind.QUIET, height=30)
            who.clicked.connect(lambda _=False, i=each.customer_id: self._shell.go("customers", i))
            day = self._language.day(each.day)
            what = Label(
                f"{each.gift} · {day} · {self._language.money(each.cost)}", Style.SMALL, muted=True, lines=2
            )
            self._given.addWidget(boxed(column(row(who, None), what, gap=0)))
        if not given:
            self._given.addWidget(Label(self._language.tr("Nobody has got a gift yet."), muted=True, lines=0))

    def _line(self, gift: CatalogueGift) -> QWidget:
        say = self._language
        toggle = Button(
            say.tr("Retire") if gift.active else say.tr("Bring back"),
            Kind.QUIET,
            height=32,
            id=f"gift-{gift.id}",
        )
        toggle.setAccessibleName(f"{toggle.text()}: {gift.name}")
        toggle.clicked.connect(lambda: self._retire(gift))
        facts = [words.kinds(say)[gift.kind], say.money(gift.cost)]
        if gift.stock is not None:
            facts.append(say.tr("In stock: {count}.", count=say.number(gift.stock)))
        said = column(
            Label(gift.name, Style.STRONG, lines=2), Label(" · ".join(facts), Style.SMALL, muted=True), gap=1
        )
        badges = () if gift.active else (Badge(say.tr("Not given any more"), Tone.NEUTRAL),)
        return Split(boxed(said), boxed(Flow(*badges, toggle, gap=6)))

    def _new(self) -> Card:
        say = self._language.tr
        self.name = TextField(say("What it is"), say("Such as: a mug with our name"), id="new-gift")
        self.cost = TextField(say("Costs the shop"), id="gift-cost")
        self.stock = TextField(say("How many there are"), id="gift-stock")
        self.kind = ChipGroup(
            say("Kind of gift"), words.kinds(self._language), always=True, equal=False, id="gift-kind"
        )
        self._named = FormRow(say("What it is"), self.name)
        self._costs = FormRow(say("Costs the shop"), self.cost, say("Empty when it costs nothing."))
        self._there = FormRow(say("How many there are"), self.stock, say("Empty when nobody counts them."))
        add = Button(say("Add"), icon="plus", id="add-gift")
        add.clicked.connect(self._add)
        for field in (self.name, self.cost, self.stock):
            field.returnPressed.connect(self._add)
        numbers = Columns((self._costs, 1), (self._there, 1), stack_under=420)
        return Card(say("A new gift"), self._named, self.kind, numbers, row(add, None), icon="plus")

    def _add(self) -> None:
        say = self._language
        for at in (self._named, self._costs, self._there):
            at.set_error("")
        cost = self._tried(self._costs, lambda: amounts.read(self.cost.text() or "0", say.currency))
        stock = self._tried(self._there, lambda: amounts.whole(self.stock.text() or "0"))
        if cost is None or stock is None:
            return
        counted = stock if self.stock.text().strip() else None
        gift = CatalogueGift(0, self.name.text(), GiftKind(self.kind.value()), cost, counted)
        if self._tried(self._named, lambda: self._save(gift)) is None:
            return
        for field in (self.name, self.cost, self.stock):
            field.clear()
        self.name.setFocus()

    def _save(self, gift: CatalogueGift) -> int:
        text = self._language.tr("Saved: {name}", name=gift.name.strip())
        self._acts.attempt(lambda: self._desk.gifts.save(gift), text)
        return 1

    def _tried(self, at: FormRow, act: Callable[[], int]) -> int | None:
        """What `act` gives; None when it fails, which is said at the field."""
        try:
            return act()
        except UserError as error:
            at.set_error(self._language.error(error))
            return None

    def _retire(self, gift: CatalogueGift) -> None:
        text = self._language.tr("Saved: {name}", name=gift.name)
        self._acts.do(lambda: self._desk.gifts.save(replace(gift, active=not gift.active)), text)
