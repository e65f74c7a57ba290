"""A gift card is sold, in place."""

from cxdesk.language.language import Language
from cxdesk.ui.loyalty.couponing import Couponing
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

MONTHS = 12


class NewCard(Card):
    """How much, for how long, for whom in words."""

    def __init__(self, language: Language, couponing: Couponing) -> None:
        tr = language.tr
        super().__init__(tr("Sell a gift card"), icon="tag")
        self._couponing = couponing
        self.worth = TextField(tr("How much money is on it"), id="card-worth")
        self.months = TextField(tr("Valid for so many months (0: for ever)"), id="card-months")
        self.months.setText(str(MONTHS))
        self.note = TextField(tr("Note"), tr("optional"), id="card-note")
        self.error = Note("", Tone.BAD)
        sell = Button(tr("Make the gift card"), icon="check", id="card-make")
        sell.clicked.connect(lambda _: self._make())
        for field in (self.worth, self.months, self.note):
            self.add(FormRow(field.accessibleName(), field))
        self.add(self.error)
        self.add(boxed(Flow(sell)))

    def _make(self) -> None:
        wrong = self._couponing.sell(self.worth.text(), self.months.text(), self.note.text())
        self.error.say(wrong)
        for field in () if wrong else (self.worth, self.note):
            field.clear()
