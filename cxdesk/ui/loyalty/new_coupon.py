"""A new coupon, in place."""

from datetime import timedelta

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts
from cxdesk.ui.loyalty.somebody import somebody, something
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
    """What it gives, to whom, until when, why; its identity is made with the form, so that pressing twice makes one."""

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        tr = language.tr
        super().__init__(tr("A new coupon"), icon="plus")
        self._desk, self._language, self._acts, self._uuid = desk, language, acts, new_uuid()
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
        self.days.setText(str(desk.settings.shop().coupon_days))

    def _turn(self) -> None:
        self._worth.setVisible(CouponKind(self.kind.value()) in FIGURES)

    def _make(self) -> None:
        try:
            made = self._read()
            self._acts.attempt(lambda: self._desk.coupons.new(made), self._language.tr("The coupon is made."))
        except UserError as error:
            self.error.say(self._language.error(error))
            return
        self.error.say("")
        self._uuid = new_uuid()
        for field in (self.worth, self.least, self.reason):
            field.clear()
        self.product.clear()
        self.customer.clear()

    def _read(self) -> Coupon:
        kind, today = CouponKind(self.kind.value()), self._desk.workplace.today()
        worth, currency = self.worth.text().strip().removesuffix("%"), self._language.currency
        return Coupon(
            kind,
            today,
            today + timedelta(days=amounts.whole(self.days.text())),
            customer_id=self.customer.chosen,
            percent=amounts.whole(worth) if kind is CouponKind.PERCENT else None,
            amount=amounts.read(worth, currency) if kind is CouponKind.AMOUNT else None,
            product_id=self.product.chosen,
            least=amounts.read(self.least.text() or "0", currency),
            reason=self.reason.text(),
            uuid=self._uuid,
        )
