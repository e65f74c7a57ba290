"""Points are given, taken or donated away from the counter, each with its reason."""

from cxdesk.language.language import Language
from cxdesk.ui.loyalty.accounting import Accounting, Way
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note


class ChangeCard(Card):
    """Which way, how many, why."""

    def __init__(self, language: Language, accounting: Accounting) -> None:
        tr = language.tr
        super().__init__(tr("Correct or donate points"), icon="pencil")
        self._language, self._accounting = language, accounting
        ways = {
            Way.GIVE.value: tr("Give points"),
            Way.TAKE.value: tr("Take points"),
            Way.DONATE.value: tr("Donate points"),
        }
        self.way = ChipGroup(tr("What happens"), ways, always=True, equal=False, id="points-way")
        self.way.changed.connect(self._turn)
        self.number = TextField(tr("How many points"), id="points-number")
        self.reason = TextField(tr("Why"), id="points-reason")
        self._why, self.error = FormRow(tr("Why"), self.reason), Note("", Tone.BAD)
        book = Button(tr("Note it"), icon="check", id="points-book")
        book.clicked.connect(lambda _: self._book())
        self.reason.returnPressed.connect(self._book)
        for part in (
            self.way,
            FormRow(tr("How many points"), self.number),
            self._why,
            self.error,
            boxed(Flow(book)),
        ):
            self.add(part)

    def _turn(self) -> None:
        tr = self._language.tr
        words = tr("To what cause") if self.way.value() == Way.DONATE else tr("Why")
        self._why.label.setText(words)
        self.reason.setAccessibleName(words)

    def _book(self) -> None:
        wrong = self._accounting.change(Way(self.way.value()), self.number.text(), self.reason.text())
        self.error.say(wrong)
        if not wrong:
            self.number.clear()
            self.reason.clear()
