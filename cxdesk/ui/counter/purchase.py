"""The right of the counter: what is bought, line by line."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase
from cxdesk.language.language import Language
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.benefit_line import BenefitLine
from cxdesk.ui.counter.benefit_rows import BenefitRows
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.line import LineRow
from cxdesk.ui.counter.line_form import LineForm
from cxdesk.ui.counter.new_product import NewProduct
from cxdesk.ui.counter.pledge_row import PledgeRow
from cxdesk.ui.counter.promise_line import PromiseLine
from cxdesk.ui.counter.receipt_row import receipt
from cxdesk.ui.counter.request_line import RequestLine
from cxdesk.ui.counter.return_search import ReturnSearch
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import KeyCap
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.search import Found, ResultList, SearchField


class PurchaseCard(Card):
    """Products by name or scanner.

    Signals: `typed(text)`, `picked(product)`, `picked_receipt(purchase)`, `new_wanted(name)`,
    `made(name, price, barcode)`, `more(line, step)`, `many(line, quantity)`, `written(line, texts)`.
    """

    typed = Signal(str)
    picked = Signal(object)
    picked_receipt = Signal(object)
    new_wanted = Signal(str)
    made = Signal(str, str, str)
    more = Signal(int, float)
    many = Signal(int, float)
    written = Signal(int, object)

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        tr = language.tr
        super().__init__(tr("Purchase"), end=KeyCap("F3"))
        self._language, self._today = language, today
        self._shown = Form("", Basket(""))
        self.rows: list[LineRow] = []
        self.search = SearchField(tr("Scan or type a product"), icon="scan-barcode", id="product-search")
        self.results = ResultList(self.search)
        self.form, self.line_form = Fold(self._make_form), Fold(self._make_line_form)
        self.returns = Fold(self._make_returns)
        self.back = Button(tr("Return"), Kind.QUIET, icon="undo-2", key="F10", height=28, id="return")
        self.ask = Button(tr("Not in stock"), Kind.QUIET, icon="package-x", key="F7", height=28, id="request")
        self.give = Button(
            tr("Promise"), Kind.QUIET, icon="hourglass", key="Shift+F7", height=28, id="promise"
        )
        self.use = Button(
            tr("Points, coupons"), Kind.QUIET, icon="ticket-percent", key="Shift+F3", height=28, id="benefits"
        )
        self.request, self.promise = Fold(self._make_request), Fold(self._make_promise)
        self.benefit, self.used = Fold(self._make_benefit), BenefitRows(language)
        self.pledge = PledgeRow(language)
        self._column = column(gap=0)
        self._total = Label("", Style.TITLE)
        self._sum_of = Label("", Style.H2)
        self._sum = boxed(row(self._sum_of, None, self._total))
        self.receipt = TextField(tr("Receipt number"), tr("Receipt number (optional)"), id="receipt")
        self._more = boxed(Flow(self.back, self.ask, self.give, self.use, gap=6))
        folds = (self.returns, self.request, self.promise, self.benefit)
        top = (self.search, self.results, self.form, self._more, *folds, boxed(self._column), self.line_form)
        for part in (*top, self.used, self._sum, self.receipt, self.pledge):
            self.add(part)
        for part in (self.results, self._sum, self.receipt, self.pledge):
            part.hide()
        self._connect()

    def show_form(self, form: Form) -> None:
        """Show the lines and what they add up to; a correction leaves the purchase alone."""
        self.setEnabled(form.corrects is None)
        owed = form.basket.total
        words = self._language.tr("Total") if owed >= 0 else self._language.tr("Back to the customer")
        self._sum_of.setText(words)
        self._total.setText(self._language.money(abs(owed)))
        self._sum.setVisible(bool(form.basket.lines))
        self.receipt.setVisible(bool(form.basket.lines))
        if form.customer != self._shown.customer and (line := self.request.known):
            line.show_customer(form.customer.name if form.customer else "")
        if self.receipt.text() != form.basket.receipt:
            self.receipt.setText(form.basket.receipt)
        self.pledge.show_pledge(form.basket.pledge)
        if form.basket.lines != self._shown.basket.lines:
            self._show_lines(form)
        self._shown = form

    def show_products(
        self, products: Sequence[Product], typed: str, receipts: Sequence[Purchase] = ()
    ) -> None:
        """Show what a search has found, products first; what is not known can be added."""
        found = [self._found(product) for product in products]
        found += [receipt(self._language, each, partial(self.picked_receipt.emit, each)) for each in receipts]
        if typed and not found:
            title = self._language.tr("New product: {name}", name=typed)
            found = [Found(title, "", partial(self.new_wanted.emit, typed), icon="plus")]
        if not typed:
            self.search.setText("")
            for fold in (self.form, self.returns, self.request, self.promise, self.benefit):
                fold.hide()
        self.results.show_found(found)
        self.results.setVisible(bool(found))

    def show_code(self, code: str, text: str, use: Callable[[], object]) -> None:
        """Show what the code is that was typed."""
        self.results.show_found([Found(text, code, use, icon="ticket-percent")])
        self.results.show()

    def open_form(self, name: str, barcode: str) -> None:
        """Ask for a new product."""
        self.search.setText("")
        self.results.hide()
        self.form.open().begin(name, barcode)

    def _connect(self) -> None:
        self.search.typed.connect(self.typed)
        self.search.moved.connect(self._into_lines)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.search.setFocus)

    def open_line(self, index: int) -> None:
        """Ask for the price, discount and warranty of a line."""
        self.line_form.open().begin(index, self._shown.basket.lines[index])

    def close_line(self) -> None:
        """The line stands as it is; the focus goes back to it."""
        self.line_form.hide()
        self._focus_line(self.line_form.part.index)

    def close_return(self, index: int) -> None:
        """What comes back stands in a line; the focus goes there."""
        self.returns.hide()
        self._focus_line(index)

    def close_request(self) -> None:
        """It is noted, or not; the focus goes back to the products."""
        self.request.hide()
        self._focus_line(-1)

    def close_promise(self) -> None:
        """It goes with the visit, or not; the focus goes back to the products."""
        self.promise.hide()
        self._focus_line(-1)

    def close_benefit(self) -> None:
        """It is used, or not; the focus goes back to the products."""
        self.benefit.hide()
        self._focus_line(-1)

    def _make_benefit(self) -> BenefitLine:
        line = BenefitLine(self._language)
        line.left.connect(self.close_benefit)
        return line

    def _make_form(self) -> NewProduct:
        form = NewProduct(self._language)
        form.made.connect(self.made)
        form.left.connect(self.close_form)
        return form

    def _make_line_form(self) -> LineForm:
        form = LineForm(self._language, self._today)
        form.written.connect(self.written)
        form.left.connect(self.close_line)
        return form

    def _make_returns(self) -> ReturnSearch:
        search = ReturnSearch(self._language)
        search.left.connect(lambda: self.close_return(-1))
        return search

    def _make_request(self) -> RequestLine:
        line = RequestLine(self._language)
        line.left.connect(self.close_request)
        return line

    def _make_promise(self) -> PromiseLine:
        line = PromiseLine(self._language, self._today)
        line.left.connect(self.close_promise)
        return line

    def _into_lines(self, step: int) -> None:
        if step > 0 and not self.results.isVisible():
            self._focus_line(len(self.rows) - 1)

    def _focus_line(self, index: int) -> None:
        """The focus on a line; before the first one stands the search."""
        line = self.rows[min(index, len(self.rows) - 1)] if self.rows and index >= 0 else self.search
        line.setFocus(Qt.FocusReason.TabFocusReason)

    def close_form(self) -> None:
        """It is among the products, or not; the focus goes back to them."""
        self.form.hide()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, form: Form) -> None:
        """Rows in place of the old ones; the focus stays on its line."""
        focused = next((row.index for row in self.rows if row.isAncestorOf(self._focus())), None)
        on_row = focused is not None and self.rows[focused].hasFocus()
        if len(form.basket.lines) < len(self._shown.basket.lines):
            self.line_form.hide()
        empty(self._column)
        self.rows = [LineRow(index, line, self._language) for index, line in enumerate(form.basket.lines)]
        for each in self.rows:
            each.more.connect(self.more)
            each.many.connect(self.many)
            each.opened.connect(self.open_line)
            each.moved.connect(lambda index, step: self._focus_line(index + step))
            self._column.addWidget(each)
        if focused is not None and self.rows:
            each = self.rows[min(focused, len(self.rows) - 1)]
            (each if on_row else each.plus).setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _found(self, product: Product) -> Found:
        detail = self._language.money(product.price)
        if product.stock is not None:
            in_stock = self._language.tr("{count} in stock", count=self._language.quantity(product.stock))
            detail = f"{detail} · {in_stock}"
        return Found(product.name, detail, partial(self.picked.emit, product), icon="package")
