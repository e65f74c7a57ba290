"""A gift card is sold, in place."""

from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.points import after_months
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts
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

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        tr = language.tr
        super().__init__(tr("Sell a gift card"), icon="tag")
        self._desk, self._language, self._acts, self._uuid = desk, language, acts, new_uuid()
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
        try:
            made = self._read()
            text = self._language.tr("The gift card is made.")
            self._acts.attempt(lambda: self._desk.gift_cards.new(made), text)
        except UserError as error:
            self.error.say(self._language.error(error))
            return
        self.error.say("")
        self._uuid = new_uuid()
        self.worth.clear()
        self.note.clear()

    def _read(self) -> GiftCard:
        months = amounts.whole(self.months.text() or "0")
        last = after_months(self._desk.workplace.today(), months) if months else None
        worth = amounts.read(self.worth.text(), self._language.currency)
        return GiftCard("", worth, last=last, note=self.note.text(), uuid=self._uuid)
