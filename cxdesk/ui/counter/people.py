"""The left of the counter: whom the search finds, a new customer, an anonymous one, and the card of who has come."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import CustomerRow
from cxdesk.domain.paper import Slip
from cxdesk.domain.purchase import Purchase
from cxdesk.language import papers
from cxdesk.language.language import Language
from cxdesk.ui.counter.arrival import Arrival
from cxdesk.ui.counter.arrival_card import ArrivalCard
from cxdesk.ui.counter.brought_card import BroughtCard
from cxdesk.ui.counter.goal_line import GoalLine
from cxdesk.ui.counter.goodwill_line import GoodwillLine
from cxdesk.ui.counter.new_customer import NewCustomer
from cxdesk.ui.counter.receipt_row import receipt
from cxdesk.ui.idea_form import IdeaForm
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.search import Found, ResultList, SearchField


class CustomerSearch(SearchField):
    """The field where a visit begins; Ctrl+Z in it may bring back a form that was cleared."""

    restored = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, id="customer-search")
        self.restorable = False

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the window while there is a cleared form to bring back."""
        mine = isinstance(event, QKeyEvent) and self._brings_back(event)
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if mine and event.type() == QEvent.Type.KeyPress:
            self.restored.emit()
            return True
        return super().event(event)

    def _brings_back(self, event: QKeyEvent) -> bool:
        return self.restorable and not self.text() and event.matches(QKeySequence.StandardKey.Undo)


class People(QWidget):
    """Who has come.

    Signals: `typed(text)`, `chosen(id)`, `receipt(purchase)`, `paper(slip)`, `new_wanted(text)`, `anonymous_wanted`,
    `dropped`, `onward` (Enter with nobody to choose), and the small form's `made(first, last, phone, language)`.
    """

    typed = Signal(str)
    chosen = Signal(int)
    new_wanted = Signal(str)
    anonymous_wanted = Signal()
    dropped = Signal()
    receipt = Signal(object)
    paper = Signal(object)
    onward = Signal()
    made = Signal(str, str, str, str)

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        super().__init__()
        self._language, self._today = language, today
        tr = language.tr
        self.search = CustomerSearch(tr("Name, phone or card"))
        self.search.entered.connect(self._entered)  # before the results take what they have found
        self.results = ResultList(self.search)
        self.new = Button(tr("New customer"), icon="user-plus", hint="Ctrl+N", id="new-customer")
        self.anonymous = Button(tr("Anonymous"), icon="user-x", hint="F6", id="anonymous")
        self._buttons = boxed(Flow(self.new, self.anonymous, equal=True, gap=8))
        self.form, self.card = Fold(self._make_form), ArrivalCard(language)
        self.brought = BroughtCard(language)
        self.goodwill, self.idea = Fold(self._make_goodwill), Fold(self._make_idea)
        self.goal = Fold(self._make_goal)
        for part in (self.results, self.card):
            part.hide()
        cards = (self.brought, self.goodwill, self.idea, self.goal, self.card)
        parts = (self.search, self.results, self._buttons, self.form, *cards, None)
        self.setLayout(column(*parts, gap=10))
        self._connect()

    def show_people(
        self,
        rows: Sequence[CustomerRow],
        typed: str,
        receipts: Sequence[Purchase],
        today: date,
        slip: Slip | None = None,
    ) -> None:
        """Show whom and what the search has found, the first of it chosen; who is not known can be added."""
        found = [
            *([self._paper(slip)] if slip else []),
            *(self._found(row, today) for row in rows),
            *(receipt(self._language, each, partial(self.receipt.emit, each)) for each in receipts),
        ]
        if typed and not found:
            title = self._language.tr("New customer: {name}", name=typed)
            none = self._language.tr("Nobody of that name, number or card")
            found = [Found(title, none, partial(self.new_wanted.emit, typed), icon="user-plus")]
        if not typed:
            self.search.setText("")
            self._close_form()
        self.results.show_found(found)
        self.results.setVisible(bool(found))

    def show_arrival(self, card: Arrival | None) -> None:
        """Show the card of who has come, in the place of the buttons; their keys go on."""
        if card:
            self.card.show_arrival(card)
        else:
            self._fold_forms()
        self.card.setVisible(card is not None)
        self._buttons.setVisible(card is None and self.form.isHidden())

    def open_form(self, typed: str) -> None:
        """Ask for a new customer's name; the buttons make room."""
        self.form.part.begin(typed)
        self.form.show()
        self._buttons.hide()
        self.form.part.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self.form.hide()
        self._buttons.setVisible(self.card.isHidden())

    def _connect(self) -> None:
        self.search.typed.connect(self.typed)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.search.text()))
        self.anonymous.clicked.connect(self.anonymous_wanted)
        for keys, button in (("Ctrl+N", self.new), ("F6", self.anonymous)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.card.dropped.connect(self.dropped)

    def _make_goodwill(self) -> GoodwillLine:
        line = GoodwillLine(self._language)
        line.left.connect(self.close_forms)
        return line

    def _make_idea(self) -> IdeaForm:
        form = IdeaForm(self._language, self._today)
        form.left.connect(self.close_forms)
        return form

    def _make_goal(self) -> GoalLine:
        line = GoalLine(self._language)
        line.left.connect(self.close_forms)
        return line

    def close_forms(self) -> None:
        """It is given or noted, or not; the focus goes back to where a visit begins."""
        self._fold_forms()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_forms(self) -> None:
        for form in (self.goodwill, self.idea, self.goal):
            form.hide()

    def _make_form(self) -> NewCustomer:
        form = NewCustomer(self._language)
        form.made.connect(self.made)
        form.left.connect(self._leave_form)
        return form

    def _entered(self) -> None:
        if self.results.chosen is None and not self.search.text():
            self.onward.emit()

    def _leave_form(self) -> None:
        self._close_form()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, row: CustomerRow, today: date) -> Found:
        seen = self._language.ago((today - row.last_day).days) if row.last_day else ""
        detail = " · ".join(part for part in (row.phone or row.town or row.email, seen) if part)
        badge = self._language.tr("New") if row.days in {0, 1} else ""
        return Found(row.name, detail, partial(self.chosen.emit, row.id), badge, Tone.NEUTRAL)

    def _paper(self, slip: Slip) -> Found:
        title = " · ".join(part for part in (papers.title(self._language, slip), slip.name) if part)
        detail = papers.told(self._language, slip)
        return Found(title, detail, partial(self.paper.emit, slip), icon="mail")
