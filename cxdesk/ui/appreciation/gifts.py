"""Gifts and the budget: what is left, what the shop keeps ready, and who got what."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.gift import CatalogueGift
from cxdesk.domain.product import Product
from cxdesk.language import gifts as words
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.appreciation.gift_form import GiftForm
from cxdesk.ui.appreciation.goodwill import GoodwillCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

OFFERED = 3


class GiftsSection(QWidget):
    """Budget, catalogue, and who got what."""

    def __init__(self, desk: Desk, shell: Shell, saying: Saying) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self._acts = Acts(desk, saying)
        say = shell.language.tr
        self._open, self._editing = 0, None  # type: int, GiftForm | None
        self._budgets = column(gap=8)
        self._gifts, self._given = column(gap=10), column(gap=8)
        budget = Card(say("Budget"), boxed(self._budgets), icon="chart-line")
        kept = Card(say("Gift catalogue"), boxed(self._gifts), icon="gift")
        lately = Card(say("Who got what"), boxed(self._given), icon="history")
        self.goodwill = GoodwillCard(desk, shell.language)
        self.form = GiftForm(shell.language, self._find, self._save)
        new = Card(say("A new gift"), self.form, icon="plus")
        left = boxed(column(kept, new, None, gap=12))
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
        self._editing = None
        kept = self._desk.gifts.every()
        for gift in kept:
            self._gifts.addWidget(self._line(gift))
            if gift.id == self._open:
                self._editing = self._form(gift)
                self._gifts.addWidget(self._editing)
        if not kept:
            text = self._language.tr(
                "What you enter here is suggested when nothing of the customer's own fits."
            )
            self._gifts.addWidget(Label(text, muted=True, lines=0))
        self._show_given()

    def _show_budget(self) -> None:
        empty(self._budgets)
        say, money, found = self._language.tr, self._language.money, self._desk.appreciation.budget()
        month = say(
            "{spent} of {total} spent this month.", spent=money(found.spent), total=money(found.total)
        )
        self._add_budget(month, found.spent, found.total)
        if found.year_total is not None:
            spent, total = money(found.year_spent), money(found.year_total)
            year = say("{spent} of {total} spent this year.", spent=spent, total=total)
            self._add_budget(year, found.year_spent, found.year_total)
        if part := words.part(self._language, found):
            self._budgets.addWidget(Label(part, Style.SMALL, muted=True, lines=0))

    def _add_budget(self, words: str, spent: int, total: int) -> None:
        self._budgets.addWidget(Label(words, lines=0))
        meter = Meter()
        meter.set(spent / total if total else 0)
        self._budgets.addWidget(meter)

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
        edit = IconButton("pencil", say.tr("Edit: {name}", name=gift.name), height=32, id=f"edit-{gift.id}")
        edit.clicked.connect(lambda: self._turn(gift))
        facts = [words.kinds(say)[gift.kind], say.money(gift.cost)]
        if gift.stock is not None:
            facts.append(say.tr("In stock: {count}.", count=say.number(gift.stock)))
        if gift.product_id is not None:
            facts.append(say.tr("a product of the shop"))
        said = column(
            Label(gift.name, Style.STRONG, lines=2),
            Label(" · ".join(facts), Style.SMALL, muted=True, lines=2),
            gap=1,
        )
        badges = () if gift.active else (Badge(say.tr("Not given any more"), Tone.NEUTRAL),)
        return Split(boxed(said), boxed(Flow(*badges, edit, toggle, gap=6)))

    def _form(self, gift: CatalogueGift) -> GiftForm:
        """The figures of a gift below its row."""
        form = GiftForm(self._language, self._find, self._save, f"edit-{gift.id}")
        form.begin(gift)
        return form

    def _turn(self, gift: CatalogueGift) -> None:
        self._open = 0 if self._open == gift.id else gift.id
        self.load()
        if self._editing:
            self._editing.name.setFocus()

    def _find(self, typed: str) -> list[Product]:
        return self._desk.products.search(typed, OFFERED)

    def _save(self, gift: CatalogueGift) -> None:
        text = self._language.tr("Saved: {name}", name=gift.name.strip())
        self._open = 0
        self._acts.attempt(lambda: self._desk.gifts.save(gift), text)

    def _retire(self, gift: CatalogueGift) -> None:
        text = self._language.tr("Saved: {name}", name=gift.name)
        self._acts.do(lambda: self._desk.gifts.save(replace(gift, active=not gift.active)), text)
