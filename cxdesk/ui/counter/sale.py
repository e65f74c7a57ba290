"""The right of the counter: the guide, the purchase with all that belongs to it, and the last entries."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase
from cxdesk.domain.returns import Returnable
from cxdesk.services.benefits import Held
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.benefit_line import BenefitLine
from cxdesk.ui.counter.benefiting import Used
from cxdesk.ui.counter.guide import Guide
from cxdesk.ui.counter.latest_card import LatestCard
from cxdesk.ui.counter.line_entry import LineTexts
from cxdesk.ui.counter.presenter import Presenter
from cxdesk.ui.counter.purchase import PurchaseCard
from cxdesk.ui.counter.request_line import RequestLine
from cxdesk.ui.counter.return_search import ReturnSearch
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.layouts import column


class Sale(QWidget):
    """What buying, returning, wishing and promising ask of the page; `opened(part)` asks to bring a part into sight."""

    opened = Signal(QWidget)

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, language = shell, shell.language
        self.guide, self.latest = Guide(language), LatestCard(language)
        self.purchase = PurchaseCard(language, desk.workplace.today)
        parts = column(self.guide, self.purchase, self.latest, gap=12)
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def connect_to(self, presenter: Presenter) -> None:
        """Tell `presenter` what is done here."""
        self._presenter, card, made = presenter, self.purchase, presenter.buying
        card.typed.connect(presenter.find_product)
        card.picked.connect(made.add)
        card.picked_receipt.connect(presenter.open_receipt)
        card.new_wanted.connect(made.new_product)
        card.made.connect(self._make_product)
        card.more.connect(made.more)
        card.many.connect(made.many)
        card.written.connect(self._write_line)
        card.receipt.textEdited.connect(made.number)
        card.back.clicked.connect(lambda _: presenter.returning.begin())
        card.returns.made.connect(self._connect_returns)
        card.ask.clicked.connect(lambda _: presenter.wishing.begin())
        card.request.made.connect(self._connect_request)
        card.give.clicked.connect(lambda _: presenter.promising.begin())
        card.pledge.opened.connect(presenter.promising.begin)
        card.pledge.dropped.connect(presenter.promising.drop)
        card.use.clicked.connect(lambda _: presenter.benefiting.begin())
        card.benefit.made.connect(self._connect_benefit)
        card.used.dropped.connect(presenter.benefiting.drop)
        card.promise.made.connect(lambda line: line.written.connect(self._write_promise))
        self.latest.corrected.connect(presenter.correcting.begin)
        self.latest.cancelled.connect(presenter.correcting.cancel)

    def show_products(
        self, products: Sequence[Product], typed: str, receipts: Sequence[Purchase] = ()
    ) -> None:
        """Show which products were found, and receipts of that number."""
        self.purchase.show_products(products, typed, receipts)

    def offer(self, product: Product, receipts: Sequence[Purchase], code: str) -> None:
        """Ask which of them was meant; Enter means the product."""
        self.purchase.search.setText(code)
        self.purchase.show_products([product], code, receipts)
        self.purchase.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_product(self, name: str, barcode: str) -> None:
        """Open the form for a new product."""
        self.purchase.open_form(name, barcode)
        self.opened.emit(self.purchase.form)

    def ask_return(self, typed: str) -> None:
        """Open the search for what comes back."""
        self.purchase.returns.open().begin(typed)
        self.opened.emit(self.purchase.returns)

    def show_returnables(self, olds: Sequence[Returnable], products: Sequence[Product], typed: str) -> None:
        """Show what can come back."""
        self.purchase.returns.part.show_found(olds, products, typed)

    def close_return(self, line: int) -> None:
        """It is in the basket."""
        self.purchase.close_return(line)

    def ask_request(self, who: str) -> None:
        """Open the line for what is asked for."""
        self.purchase.request.open().begin(who)
        self.opened.emit(self.purchase.request)

    def asks_request(self) -> bool:
        """Whether the line for what is asked for is open."""
        return not self.purchase.request.isHidden()

    def choose_wanted(self, text: str, product: Product | None) -> None:
        """Take this as what is asked for."""
        self.purchase.request.part.choose(text, product)

    def show_asker(self, name: str) -> None:
        """Say whose phone number stands in the line."""
        self.purchase.request.part.say_asker(name)

    def show_wanted(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be meant."""
        self.purchase.request.part.show_found(products, typed)

    def ask_promise(self, text: str, due: str) -> None:
        """Open the line for a promise."""
        self.purchase.promise.open().begin(text, due)
        self.opened.emit(self.purchase.promise)

    def ask_benefits(self, held: Held, typed: str, *, credit: bool) -> None:
        """Open the line of what can be used."""
        self.purchase.benefit.open().begin(held, typed, credit=credit)
        self.opened.emit(self.purchase.benefit)

    def show_used(self, rows: Sequence[Used]) -> None:
        """Show what is used up with this purchase."""
        self.purchase.used.show_used(rows)

    def show_code(self, code: str, text: str) -> None:
        """Show what the code is that was typed among the products."""
        self.purchase.show_code(code, text, lambda: self._presenter.use_code(code))

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong, wherever it was."""
        self._shell.fail(error)

    def turn_guide(self) -> None:
        """Open the guide, or close it."""
        self.guide.toggle()
        if not self.guide.isHidden():
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so that it has its place
            self.opened.emit(self.guide)

    def _connect_returns(self, search: ReturnSearch) -> None:
        search.typed.connect(self._presenter.returning.find)
        search.picked.connect(self._presenter.returning.take)
        search.picked_product.connect(self._presenter.returning.take_product)

    def _connect_request(self, line: RequestLine) -> None:
        line.typed.connect(self._presenter.wishing.find)
        line.phone.textEdited.connect(self._presenter.wishing.phone)
        line.recorded.connect(self._record_request)
        line.listed.connect(lambda: self._shell.go("requests"))

    def _connect_benefit(self, line: BenefitLine) -> None:
        benefiting, close = self._presenter.benefiting, self.purchase.close_benefit
        line.written.connect(self._write_points)
        line.rewarded.connect(benefiting.take_reward)
        line.couponed.connect(lambda coupon: self._presenter.use_code(coupon.code))
        line.credited.connect(benefiting.keep_credit)
        for signal in (line.rewarded, line.couponed, line.credited):
            signal.connect(close)

    def _write_points(self, text: str) -> None:
        error = self._presenter.benefiting.write(text)
        self.purchase.benefit.part.error.say(error)
        if not error:
            self.purchase.close_benefit()

    def _make_product(self, *said: str) -> None:
        error = self._presenter.buying.make_product(*said)
        self.purchase.form.part.error.say(error)
        if not error:
            self.purchase.close_form()

    def _write_line(self, index: int, said: LineTexts) -> None:
        error = self._presenter.buying.write(index, said)
        self.purchase.line_form.part.error.say(error)
        if not error:
            self.purchase.close_line()

    def _record_request(self, *said: Any) -> None:
        error = self._presenter.wishing.record(*said)
        self.purchase.request.part.error.say(error)
        if not error:
            self.purchase.close_request()

    def _write_promise(self, text: str, due: str) -> None:
        error = self._presenter.promising.write(text, due)
        self.purchase.promise.part.error.say(error)
        if not error:
            self.purchase.close_promise()
