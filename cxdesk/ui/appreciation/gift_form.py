"""The figures of a gift: of a new one, or in its row of the catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.domain.gift import cost as cost_of
from cxdesk.domain.product import Product
from cxdesk.language import gifts as words
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

NEW = CatalogueGift(0, "", GiftKind.USEFUL)


class GiftForm(QWidget):
    """Name, kind, cost and stock; a product of the shop that is chosen by its name has the shop's own stock.

    Args:
        find: the products whose name somebody is typing.
        save: saves the gift; may raise UserError.
    """

    def __init__(
        self,
        language: Language,
        find: Callable[[str], Sequence[Product]],
        save: Callable[[CatalogueGift], None],
        key: str = "new",
    ) -> None:
        super().__init__()
        say = language.tr
        self._language, self._find, self._save, self._gift = language, find, save, NEW
        self.name = SearchField(say("What it is"), icon="gift", id=f"{key}-gift")
        self.name.setPlaceholderText(say("Such as: a mug with our name, or a product"))
        self.results = ResultList(self.name)
        self.results.hide()
        self.cost = TextField(say("Costs the shop"), id=f"{key}-gift-cost")
        self.stock = TextField(say("How many there are"), id=f"{key}-gift-stock")
        self.kind = ChipGroup(
            say("Kind of gift"), words.kinds(language), always=True, equal=False, id=f"{key}-gift-kind"
        )
        self.named = FormRow(say("What it is"), self.name)
        self.costs = FormRow(say("Costs the shop"), self.cost, say("Empty when it costs nothing."))
        self.there = FormRow(say("How many there are"), self.stock, say("Empty when nobody counts them."))
        new = key == "new"
        button = Button(
            say("Add") if new else say("Save"), icon="plus" if new else "check", id=f"{key}-gift-save"
        )
        button.clicked.connect(self._keep)
        self.name.textEdited.connect(self._typed)
        for field in (self.cost, self.stock):
            field.returnPressed.connect(self._keep)
        numbers = Columns((self.costs, 1), (self.there, 1), stack_under=420)
        self.setLayout(column(self.named, self.results, self.kind, numbers, row(button, None)))

    def begin(self, gift: CatalogueGift = NEW) -> None:
        """Show the figures of this gift."""
        self._gift = gift
        self.name.setText(gift.name)
        self.kind.choose(gift.kind)
        self.cost.setText(amounts.written(gift.cost, self._language) if gift.cost else "")
        self._link(gift.product_id, gift.stock)
        for at in (self.named, self.costs, self.there):
            at.set_error("")

    def _link(self, product_id: int | None, stock: float | None) -> None:
        """Take it from the stock of this product, or (None) count it here."""
        self._gift = replace(self._gift, product_id=product_id)
        self.stock.setText("" if stock is None else f"{stock:g}")
        self.stock.setEnabled(product_id is None)

    def _typed(self, text: str) -> None:
        if self._gift.product_id is not None:
            self._link(None, None)
        found = self._find(text.strip()) if text.strip() else ()
        self.results.show_found(
            [
                Found(
                    each.name, self._language.money(cost_of(each)), partial(self._take, each), icon="package"
                )
                for each in found
            ]
        )
        self.results.setVisible(bool(found))

    def _take(self, product: Product) -> None:
        self.name.setText(product.name)
        self.cost.setText(amounts.written(cost_of(product), self._language))
        self._link(product.id, product.stock)
        self.results.show_found(())
        self.results.hide()
        self.cost.setFocus()

    def _keep(self) -> None:
        say = self._language
        for at in (self.named, self.costs, self.there):
            at.set_error("")
        cost = self._tried(self.costs, lambda: amounts.read(self.cost.text() or "0", say.currency))
        counted = bool(self.stock.text().strip()) and self._gift.product_id is None
        stock = self._tried(self.there, lambda: amounts.whole(self.stock.text()) if counted else 0)
        if cost is None or stock is None:
            return
        kind = GiftKind(self.kind.value())
        gift = replace(
            self._gift, name=self.name.text(), kind=kind, cost=cost, stock=stock if counted else None
        )
        if self._tried(self.named, lambda: self._saved(gift)) is not None and not self._gift.id:
            self.begin()
            self.name.setFocus()

    def _saved(self, gift: CatalogueGift) -> int:
        self._save(gift)
        return gift.id

    def _tried(self, at: FormRow, act: Callable[[], int]) -> int | None:
        """What `act` gives; None when it fails, which is said at the field."""
        try:
            return act()
        except UserError as error:
            at.set_error(self._language.error(error))
            return None
