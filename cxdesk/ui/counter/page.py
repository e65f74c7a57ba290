"""The counter's page: three columns, and a bar at the bottom that stays."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxdesk.domain import playbook
from cxdesk.domain.asking import Question
from cxdesk.domain.customer import CustomerRow
from cxdesk.domain.goal import Goal, Progress
from cxdesk.domain.paper import Slip
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.answers import Answers
from cxdesk.ui.counter.arrival import Arrival
from cxdesk.ui.counter.foot import Foot
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.goodwill_line import GoodwillLine
from cxdesk.ui.counter.keeper import Keeper
from cxdesk.ui.counter.latest import Latest
from cxdesk.ui.counter.new_customer import NewCustomer
from cxdesk.ui.counter.people import People
from cxdesk.ui.counter.places import Place
from cxdesk.ui.counter.presenter import Presenter
from cxdesk.ui.counter.sale import Sale
from cxdesk.ui.counter.scanner import Scanner
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.columns import Columns, ScrollPage
from cxdesk.ui.widgets.layouts import column

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
            "ideas",
            "goals",
            "goal_steps",
            "requests",
            "promises",
            "papers",
            "campaigns",
            "invitations",
            "points",
            "stamps",
            "coupons",
            "redemptions",
            "gift_card_entries",
            "settings",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._new = False  # whether the customer has not bought here before
        language = shell.language
        self.people, self.answers = People(language, desk.workplace.today), Answers(language)
        self.sale, self.foot = Sale(desk, shell), Foot(language)
        self.presenter = Presenter(desk, language, self)
        self.scanner = Scanner(self)
        columns = zip((self.people, self.answers, self.sale), SHARES, strict=True)
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
                self.presenter.correcting.begin(feedback_id, visitor=True)

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
        self.sale.purchase.show_form(form)
        self.foot.show_form(form)
        self.people.search.restorable = self.presenter.restorable
        self.keeper.keep(form)
        if form.empty:
            self.sale.guide.end()
        self._hint()

    def show_people(
        self,
        rows: Sequence[CustomerRow],
        typed: str,
        receipts: Sequence[Purchase] = (),
        slip: Slip | None = None,
    ) -> None:
        """Show whom and what the search has found."""
        self.people.show_people(rows, typed, receipts, self._desk.workplace.today(), slip)

    def show_brought(self, slip: Slip | None) -> None:
        """Show the paper that the customer has brought."""
        self.people.brought.show_slip(slip)

    def ask_goodwill(self, who: str, purse: str) -> None:
        """Open the line for what staff give on their own judgement."""
        self.people.goodwill.open().begin(who, purse)
        self._scroll.ensureWidgetVisible(self.people.goodwill)

    def asks_goodwill(self) -> bool:
        """Whether that line is open."""
        return not self.people.goodwill.isHidden()

    def show_gifts(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be given."""
        self.people.goodwill.part.show_found(products, typed)

    def choose_gift(self, product: Product) -> None:
        """Take this product as what is given."""
        self.people.goodwill.part.choose(product.name, product)

    def warn_gift(self, text: str) -> None:
        """Say what speaks against it."""
        self.people.goodwill.part.warning.say(text)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def show_arrival(self, card: Arrival | None) -> None:
        """Show the card of who has come."""
        self.people.show_arrival(card)
        self.answers.show_asked(card.asked if card else None)
        self._new = card is not None and card.new
        self._hint()

    def show_asking(self, questions: tuple[Question, ...], holds: Mapping[Question, str]) -> None:
        """Show which questions are asked and which wait."""
        self.answers.show_asking(questions, holds)

    def ask_customer(self, typed: str) -> None:
        """Open the form for a new customer."""
        self.show_people((), "")
        self.people.open_form(typed)

    def show_latest(self, entries: Sequence[Latest]) -> None:
        """Show the last entries."""
        self.sale.latest.show_latest(entries)

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
        }
        self._see(targets[place])

    def leave(self) -> None:
        """Back to the page that asked for a correction."""
        self._shell.back()

    def _hand_over(self) -> None:
        """The customer answers for the visit being written; with none begun, one after another does."""
        self._shell.go("kiosk", None if self.presenter.form.empty else self.presenter.answer)

    def _hint(self) -> None:
        """What the visit looks like decides which guide comes first."""
        form = self.presenter.form
        unhappy, returning = form.unhappy, any(line.returned for line in form.basket.lines)
        found = playbook.situation(unhappy=unhappy, returning=returning, new=self._new)
        self.answers.show_hint(found)
        self.sale.guide.hint(found)

    def _see(self, target: QWidget) -> None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(target)

    def _unfolded(self, first: QWidget, part: QWidget) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so that it has its place
        self._scroll.ensureWidgetVisible(part)
        self._see(first)

    def _connect(self) -> None:
        made, answers = self.presenter, self.answers
        self._connect_people()
        answers.changed.connect(lambda field, value: made.answer(**{field: value}))
        answers.typed.connect(made.asking.typed)
        answers.late_zero.connect(made.asking.late_zero)
        answers.anyway.connect(made.asking.anyway)
        answers.unfolded.connect(self._unfolded)
        answers.guiding.clicked.connect(self.sale.turn_guide)
        answers.interviewing.connect(lambda: answers.interview_about(self._desk.interviews.hits()))
        answers.noted.connect(lambda: self.focus(Place.COMMENT))
        self.sale.connect_to(made)
        self.sale.opened.connect(self._scroll.ensureWidgetVisible)
        self.scanner.scanned.connect(made.scanned)
        self.foot.cleared.connect(made.clear)
        self.foot.saved.connect(made.save)
        self.foot.handed.connect(self._hand_over)
        self.foot.kiosk.setVisible(self._shell.has("kiosk"))

    def _connect_people(self) -> None:
        people, meeting = self.people, self.presenter.meeting
        people.typed.connect(meeting.find)
        people.chosen.connect(meeting.choose)
        people.new_wanted.connect(meeting.ask_new)
        people.anonymous_wanted.connect(meeting.unnamed)
        people.dropped.connect(meeting.drop)
        people.onward.connect(self.presenter.asking.begin)
        people.receipt.connect(self.presenter.open_receipt)
        people.paper.connect(self.presenter.brought.open)
        people.brought.marked.connect(self.presenter.brought.mark)
        people.brought.friend.connect(self.presenter.brought.friend)
        people.search.restored.connect(self.presenter.restore)
        people.card.kept.connect(self.presenter.promising.keep)
        people.card.rewarded.connect(self.presenter.benefiting.hand_over)
        people.card.pursued.connect(self._pursue)
        people.card.write.setVisible(self._shell.has("letters"))
        people.card.write.clicked.connect(self._write_letter)
        people.card.give.clicked.connect(lambda _: self.presenter.giving.begin())
        people.card.thank.clicked.connect(lambda _: people.idea.open().begin(self.presenter.thinking.begin()))
        people.goodwill.made.connect(self._connect_goodwill)
        people.idea.made.connect(lambda form: form.written.connect(self._note_idea))
        people.goal.made.connect(lambda line: line.added.connect(self._advance))
        people.form.made.connect(self._connect_form)
        people.made.connect(lambda *said: people.form.part.error.say(meeting.add(*said)))

    def _write_letter(self) -> None:
        if who := self.presenter.form.customer:
            self._shell.go("letters", ("to", who.id))

    def _connect_goodwill(self, line: GoodwillLine) -> None:
        line.typed.connect(self.presenter.giving.find)
        line.picked.connect(self.presenter.giving.picked)
        line.given.connect(self._give)

    def _note_idea(self, *said: str) -> None:
        error = self.presenter.thinking.write(*said)
        self.people.idea.part.error.say(error)
        if not error:
            self.people.close_forms()

    def _pursue(self, each: Progress) -> None:
        """A goal that is reached is celebrated, one that is not comes nearer."""
        if each.reached:
            self.presenter.pursuing.celebrate(each.goal)
        else:
            self.people.goal.open().begin(each)
            self._scroll.ensureWidgetVisible(self.people.goal)

    def _advance(self, goal: Goal, amount: str) -> None:
        error = self.presenter.pursuing.advance(goal, amount)
        self.people.goal.part.error.say(error)
        if not error:
            self.people.close_forms()

    def _give(self, *said: Any) -> None:
        error = self.presenter.giving.give(*said)
        self.people.goodwill.part.error.say(error)
        if not error:
            self.people.close_forms()

    def _connect_form(self, form: NewCustomer) -> None:
        form.typed.connect(lambda *said: form.alike.show_alike(self.presenter.meeting.alike(*said)))
        form.alike.picked.connect(self.presenter.meeting.choose)
