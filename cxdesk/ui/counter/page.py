"""The counter's page: three columns, and a bar at the bottom that stays."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxdesk.domain import playbook
from cxdesk.domain.asking import Question
from cxdesk.domain.customer import CustomerRow
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase
from cxdesk.domain.returns import Returnable
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.answers import Answers
from cxdesk.ui.counter.arrival import Arrival
from cxdesk.ui.counter.foot import Foot
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.guide import Guide
from cxdesk.ui.counter.keeper import Keeper
from cxdesk.ui.counter.latest import Latest
from cxdesk.ui.counter.latest_card import LatestCard
from cxdesk.ui.counter.line_entry import LineTexts
from cxdesk.ui.counter.people import People
from cxdesk.ui.counter.places import Place
from cxdesk.ui.counter.presenter import Presenter
from cxdesk.ui.counter.purchase import PurchaseCard
from cxdesk.ui.counter.scanner import Scanner
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.columns import Columns, ScrollPage
from cxdesk.ui.widgets.layouts import boxed, column

if TYPE_CHECKING:
    from cxdesk.ui.counter.new_customer import NewCustomer
    from cxdesk.ui.counter.request_line import RequestLine
    from cxdesk.ui.counter.return_search import ReturnSearch

SHARES = (5, 10, 5)


class CounterPage(Page):
    """A visit is recorded here; it opens a customer (an id) or the feedback to correct, `("feedback", id)`."""

    tables = frozenset(
        {
            "customers",
            "preferences",
            "anniversaries",
            "purchases",
            "feedback",
            "notes",
            "interviews",
            "products",
            "actions",
            "requests",
            "promises",
            "settings",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._new = False  # whether the customer has not bought here before
        language = shell.language
        self.people, self.answers = People(language), Answers(language)
        self.purchase, self.latest = PurchaseCard(language, desk.workplace.today), LatestCard(language)
        self.foot, self.guide = Foot(language), Guide(language)
        self.presenter = Presenter(desk, language, self)
        self.scanner = Scanner(self)
        right = column(self.guide, self.purchase, self.latest, gap=12)
        right.setStretch(1, 1)
        columns = zip((self.people, self.answers, boxed(right)), SHARES, strict=True)
        self._scroll = ScrollPage(Columns(*columns, gap=14, stack_under=900), margins=(24, 14, 24, 14))
        whole = column(self._scroll, self.foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._connect()
        self.keeper = Keeper(self, self.presenter.keeping, desk.drafts)
        self.show_form(self.presenter.form)
        self.presenter.keeping.bring_back()

    def reload(self) -> None:
        """Read again what others may have changed."""
        self.presenter.refresh()

    def open(self, what: object) -> None:
        """A customer has come, or a feedback is to be corrected."""
        match what:
            case int():
                self.presenter.arrive(what)
            case ("feedback", int(feedback_id)):
                self.presenter.correct(feedback_id, visitor=True)

    def main_control(self) -> QWidget:
        """The search field."""
        return self.people.search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, wherever nobody else wants it."""
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.clear()
        else:
            super().keyPressEvent(event)

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self.answers.show_form(form)
        self.purchase.show_form(form)
        self.foot.show_form(form)
        self.people.search.restorable = self.presenter.restorable
        self.keeper.keep(form)
        if form.empty:
            self.guide.end()
        self._hint()

    def show_people(self, rows: Sequence[CustomerRow], typed: str, receipts: Sequence[Purchase] = ()) -> None:
        """Show whom the search has found."""
        self.people.show_people(rows, typed, receipts, self._desk.workplace.today())

    def show_arrival(self, card: Arrival | None) -> None:
        """Show the card of who has come."""
        self.people.show_arrival(card)
        self.answers.show_asked(card.asked if card else None)
        self._new = card is not None and card.new
        self._hint()

    def show_asking(self, questions: tuple[Question, ...], holds: Mapping[Question, str]) -> None:
        """Show which questions are asked and which wait."""
        self.answers.show_asking(questions, holds)

    def show_products(self, products: Sequence[Product], typed: str) -> None:
        """Show which products were found."""
        self.purchase.show_products(products, typed)

    def ask_customer(self, typed: str) -> None:
        """Open the form for a new customer."""
        self.show_people((), "")
        self.people.open_form(typed)

    def ask_product(self, name: str, barcode: str) -> None:
        """Open the form for a new product."""
        self.purchase.open_form(name, barcode)
        self._scroll.ensureWidgetVisible(self.purchase.form)

    def ask_return(self, typed: str) -> None:
        """Open the search for what comes back."""
        self.purchase.returns.open().begin(typed)
        self._scroll.ensureWidgetVisible(self.purchase.returns)

    def show_returnables(self, olds: Sequence[Returnable], products: Sequence[Product], typed: str) -> None:
        """Show what can come back."""
        self.purchase.returns.part.show_found(olds, products, typed)

    def close_return(self, line: int) -> None:
        """It is in the basket."""
        self.purchase.close_return(line)

    def ask_request(self, who: str) -> None:
        """Open the line for what is asked for."""
        self.purchase.request.open().begin(who)
        self._scroll.ensureWidgetVisible(self.purchase.request)

    def show_wanted(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be meant."""
        self.purchase.request.part.show_found(products, typed)

    def ask_promise(self, text: str, due: str) -> None:
        """Open the line for a promise."""
        self.purchase.promise.open().begin(text, due)
        self._scroll.ensureWidgetVisible(self.purchase.promise)

    def fail(self, error: Exception) -> None:
        """Say what went wrong, wherever it was."""
        self._shell.fail(error)

    def show_latest(self, entries: Sequence[Latest]) -> None:
        """Show the last entries."""
        self.latest.show_latest(entries)

    def show_error(self, text: str) -> None:
        """Say what went wrong above the buttons."""
        self.foot.error.say(text)

    def show_news(self, text: str) -> None:
        """Say where the form comes from."""
        self.foot.news.say(text, action=self._shell.language.tr("Clear"))

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def focus(self, place: Place) -> None:
        """Put the focus there, and the place into sight."""
        targets: dict[Place, QWidget] = {
            Place.SEARCH: self.people.search,
            **{Place(which): question.stop() for which, question in self.answers.daily.items()},
            Place.COMMENT: self.answers.comment,
            Place.PRODUCT: self.purchase.search,
        }
        self._see(targets[place])

    def leave(self) -> None:
        """Back to the page that asked for a correction."""
        self._shell.back()

    def _hand_over(self) -> None:
        """The customer answers for the visit being written; with none begun, one after another does."""
        self._shell.go("kiosk", None if self.presenter.form.empty else self.presenter.handed)

    def _guide(self) -> None:
        self.guide.toggle()
        if not self.guide.isHidden():
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so that it has its place
            self._scroll.ensureWidgetVisible(self.guide)

    def _hint(self) -> None:
        """What the visit looks like decides which guide comes first."""
        form = self.presenter.form
        unhappy, returning = form.unhappy, any(line.returned for line in form.basket.lines)
        found = playbook.situation(unhappy=unhappy, returning=returning, new=self._new)
        self.answers.show_hint(found)
        self.guide.hint(found)

    def _see(self, target: QWidget) -> None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(target)

    def _unfolded(self, first: QWidget, part: QWidget) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so that it has its place
        self._scroll.ensureWidgetVisible(part)
        self._see(first)

    def _connect(self) -> None:
        made, people = self.presenter, self.people
        people.typed.connect(made.find_people)
        people.chosen.connect(made.choose)
        people.new_wanted.connect(made.new_customer)
        people.anonymous_wanted.connect(made.anonymous)
        people.dropped.connect(made.drop_customer)
        people.onward.connect(made.asking.begin)
        people.receipt.connect(made.open_receipt)
        people.form.made.connect(self._connect_form)
        people.made.connect(lambda *said: people.form.part.error.say(made.add_customer(*said)))
        people.search.restored.connect(made.restore)
        self.answers.changed.connect(lambda field, value: made.answer(**{field: value}))
        self.answers.typed.connect(made.asking.typed)
        self.answers.late_zero.connect(made.asking.late_zero)
        self.answers.anyway.connect(made.asking.anyway)
        self.answers.unfolded.connect(self._unfolded)
        self.answers.guiding.clicked.connect(self._guide)
        self.answers.interviewing.connect(lambda: self.answers.interview_about(self._desk.interviews.hits()))
        self.answers.noted.connect(lambda: self.focus(Place.COMMENT))
        self.latest.corrected.connect(made.correct)
        self.scanner.scanned.connect(made.scanned)
        self.foot.cleared.connect(made.clear)
        self.foot.saved.connect(made.save)
        self.foot.handed.connect(self._hand_over)
        self.foot.kiosk.setVisible(self._shell.has("kiosk"))
        self._connect_buying()

    def _connect_buying(self) -> None:
        made, card = self.presenter.buying, self.purchase
        card.typed.connect(made.find)
        card.picked.connect(made.add)
        card.new_wanted.connect(made.new_product)
        card.made.connect(lambda *said: card.form.part.error.say(made.make_product(*said)))
        card.more.connect(made.more)
        card.many.connect(made.many)
        card.written.connect(self._write_line)
        card.receipt.textEdited.connect(made.number)

        card.back.clicked.connect(lambda _: self.presenter.returning.begin())
        card.returns.made.connect(self._connect_returns)
        card.ask.clicked.connect(lambda _: self.presenter.wishing.begin())
        card.request.made.connect(self._connect_request)
        promising = self.presenter.promising
        card.give.clicked.connect(lambda _: promising.begin())
        card.pledge.opened.connect(promising.begin)
        card.pledge.dropped.connect(promising.drop)
        card.promise.made.connect(lambda line: line.written.connect(self._write_promise))
        self.people.card.kept.connect(promising.keep)

    def _connect_form(self, form: "NewCustomer") -> None:
        form.typed.connect(lambda *said: form.alike.show_alike(self.presenter.alike(*said)))
        form.alike.picked.connect(self.presenter.choose)

    def _connect_returns(self, search: "ReturnSearch") -> None:
        search.typed.connect(self.presenter.returning.find)
        search.picked.connect(self.presenter.returning.take)
        search.picked_product.connect(self.presenter.returning.take_product)

    def _connect_request(self, line: "RequestLine") -> None:
        line.typed.connect(self.presenter.wishing.find)
        line.recorded.connect(self._record_request)
        line.listed.connect(lambda: self._shell.go("requests"))

    def _write_promise(self, text: str, due: str) -> None:
        error = self.presenter.promising.write(text, due)
        self.purchase.promise.part.error.say(error)
        if not error:
            self.purchase.close_promise()

    def _record_request(self, *said: Any) -> None:
        error = self.presenter.wishing.record(*said)
        self.purchase.request.part.error.say(error)
        if not error:
            self.purchase.close_request()

    def _write_line(self, index: int, said: LineTexts) -> None:
        error = self.presenter.buying.write(index, said)
        self.purchase.line_form.part.error.say(error)
        if not error:
            self.purchase.close_line()
