"""A new coupon, in place."""

from cxdesk.domain.coupon import CouponKind
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.couponentry import CouponEntry
from cxdesk.ui.loyalty.couponing import Couponing
from cxdesk.ui.somebody import somebody, something
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

FIGURES = {CouponKind.PERCENT, CouponKind.AMOUNT}


class NewCoupon(Card):
    """What it gives, to whom, until when, why."""

    def __init__(self, desk: Desk, language: Language, couponing: Couponing) -> None:
        tr = language.tr
        super().__init__(tr("A new coupon"), icon="plus")
        self._couponing = couponing
        kinds = {kind.value: text for kind, text in loyalty.coupon_kinds(language).items()}
        self.kind = ChipGroup(tr("What it gives"), kinds, always=True, equal=False, id="coupon-kind")
        self.kind.changed.connect(self._turn)
        self.worth = TextField(tr("How much"), tr("10 (per cent or money)"), id="coupon-worth")
        self.product = something(desk, tr("For which product?"), "coupon-product")
        self.customer = somebody(desk, tr("For whom? (empty: for everybody)"), "coupon-customer")
        self.least = TextField(tr("Least purchase"), "0", id="coupon-least")
        self.days = TextField(tr("Valid for so many days"), id="coupon-days")
        self.reason = TextField(tr("Why"), tr("optional"), id="coupon-reason")
        self.error = Note("", Tone.BAD)
        make = Button(tr("Make the coupon"), Kind.PRIMARY, icon="check", id="coupon-make")
        make.clicked.connect(lambda _: self._make())
        self._worth = FormRow(tr("How much"), self.worth)
        parts = (
            FormRow(tr("What it gives"), self.kind),
            self._worth,
            self.product,
            self.customer,
            FormRow(tr("Least purchase"), self.least),
            FormRow(tr("Valid for so many days"), self.days),
            FormRow(tr("Why"), self.reason),
            self.error,
        )
        for part in parts:
            self.add(part)
        self.add(boxed(Flow(make)))

    def _turn(self) -> None:
        self._worth.setVisible(CouponKind(self.kind.value()) in FIGURES)

    def propose_days(self, days: str) -> None:
        """For how long a coupon is valid as a rule; what somebody has written stays."""
        if not self.days.text():
            self.days.setText(days)

    def _make(self) -> None:
        wrong = self._couponing.make(self._entry())
        self.error.say(wrong)
        if wrong:
            return
        for field in (self.worth, self.least, self.reason):
            field.clear()
        self.product.clear()
        self.customer.clear()

    def _entry(self) -> CouponEntry:
        return CouponEntry(
            CouponKind(self.kind.value()),
            self.worth.text(),
            self.days.text(),
            self.least.text(),
            self.reason.text(),
            self.product.chosen,
            self.customer.chosen,
        )
