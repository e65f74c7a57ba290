"""The coupon that each letter of a mailing carries, and the event that it belongs to."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from cxdesk.domain.coupon import CouponKind
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.couponentry import CouponEntry
from cxdesk.ui.letters.presenter import Presenter
from cxdesk.ui.letters.wording import PAUSE_MS
from cxdesk.ui.somebody import something
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.notes import Note

NONE = "none"
FIGURES = {CouponKind.PERCENT, CouponKind.AMOUNT}


class OfferCard(Card):
    """Nothing to begin with; `paused` when the typing has stopped for a moment."""

    paused = Signal()

    def __init__(self, desk: Desk, language: Language, presenter: Callable[[], Presenter]) -> None:
        tr, shop = language.tr, desk.settings.shop()
        super().__init__(tr("A coupon in each letter"), icon="ticket-percent")
        self._language, self._presenter = language, presenter
        kinds = {NONE: tr("No coupon")} | {
            kind.value: words for kind, words in loyalty.coupon_kinds(language).items()
        }
        self.kind = ChipGroup(tr("What it gives"), kinds, always=True, equal=False, id="offer-kind")
        self.worth = TextField(tr("How much"), str(shop.coupon_percent), id="offer-worth")
        self.product = something(desk, tr("For which product?"), "offer-product")
        self.days = TextField(tr("Valid for so many days"), id="offer-days")
        self.days.setText(str(shop.coupon_days))
        self.event_ = Choice(tr("Counts towards the event"), id="offer-event")
        self.mistake = Note(tone=Tone.WARN)
        self.rows = {field: FormRow(field.accessibleName(), field) for field in (self.worth, self.days)}
        self._event_row = FormRow(tr("Counts towards the event"), self.event_)
        for part in (self.kind, *self.rows.values(), self.product, self.mistake, self._event_row):
            self.add(part)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._connect()
        self._turn()

    def show_events(self, events: dict[str, str]) -> None:
        """Offer these events; the chosen one stays."""
        chosen = self.event_.value()
        self.event_.clear()
        for key, words in ({"": self._language.tr("No event")} | events).items():
            self.event_.addItem(words, key)
        self.event_.choose(chosen if chosen in events else "")
        self._event_row.setVisible(bool(events))

    def _connect(self) -> None:
        self._clock.timeout.connect(self.paused)
        self.kind.changed.connect(self._turn)
        self.kind.changed.connect(self._say)
        self.product.picked.connect(self._say)
        for field in (self.worth, self.days, self.product.field):
            field.textEdited.connect(self._say)
        self.event_.activated.connect(lambda: self._presenter().belong(self.event_.value()))

    def _turn(self) -> None:
        """Show what is to be said of this kind."""
        kind = self.kind.value()
        self.rows[self.worth].setVisible(kind in FIGURES)
        self.rows[self.days].setVisible(kind != NONE)
        self.product.setVisible(kind not in {NONE, CouponKind.AMOUNT})

    def _say(self) -> None:
        self.mistake.say(self._presenter().offer(self._entry()))
        self._clock.start()

    def _entry(self) -> CouponEntry | None:
        if self.kind.value() == NONE:
            return None
        kind = CouponKind(self.kind.value())
        product = None if kind is CouponKind.AMOUNT else self.product.chosen
        return CouponEntry(kind, self.worth.text(), self.days.text(), product_id=product)
