"""The line of what a customer can use: points by amount, rewards, coupons, store credit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.benefits import Held
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.notes import Note

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
CTRL = Qt.KeyboardModifier.ControlModifier


class BenefitLine(QWidget):
    """`written(points)` by Enter, `rewarded(reward)`, `couponed(coupon)`, `credited` by a button, `left` by Esc."""

    written = Signal(str)
    rewarded = Signal(object)
    couponed = Signal(object)
    credited = Signal()
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self._held = Label("", Style.STRONG, lines=2)
        self.points = TextField(tr("How many points are used?"), id="points-used")
        self._asked = boxed(
            column(Label(tr("How many points are used?"), Style.SMALL, muted=True), self.points, gap=2)
        )
        self._chips = Flow(gap=6)
        self.error = Note("", Tone.BAD)
        use = Button(tr("Use"), icon="check", id="points-use")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="benefit-cancel")
        use.clicked.connect(lambda _: self.written.emit(self.points.text()))
        cancel.clicked.connect(self.left)
        parts = (self._held, self._asked, boxed(self._chips), self.error, boxed(Flow(use, cancel)))
        self.setLayout(column(*parts, margins=(0, 6, 0, 6)))

    def begin(self, held: Held, typed: str, *, credit: bool) -> None:
        """Open with what there is to use."""
        standing = held.standing
        has = loyalty.points(self._language, standing.balance if standing else 0)
        worth = self._language.money(standing.value) if standing else ""
        self._held.setText(
            self._language.tr("{points}, worth {money}", points=has, money=worth) if worth else has
        )
        self.points.setText(typed)
        self.error.say("")
        empty(self._chips)
        for chip in self._offers(held, credit=credit):
            self._chips.addWidget(chip)
        self.show()
        self.points.setFocus(Qt.FocusReason.TabFocusReason)
        self.points.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it over, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and not event.modifiers() & CTRL:
            self.written.emit(self.points.text())
        else:
            super().keyPressEvent(event)

    def _offers(self, held: Held, *, credit: bool) -> list[Button]:
        language = self._language
        chips = []
        for reward in held.standing.rewards if held.standing else ():
            costs = loyalty.points(language, reward.points)
            chip = Button(f"{reward.name} · {costs}", icon="gift", height=28, id=f"reward-{reward.id}")
            chip.clicked.connect(partial(self._emit, self.rewarded.emit, reward))
            chips.append(chip)
        for coupon in held.coupons:
            words = language.tr("Coupon {code}", code=coupon.code)
            chip = Button(words, icon="ticket-percent", height=28, id=f"coupon-{coupon.code}")
            chip.setToolTip(loyalty.coupon(language, coupon))
            chip.clicked.connect(partial(self._emit, self.couponed.emit, coupon))
            chips.append(chip)
        if credit:
            chip = Button(language.tr("Give back as store credit"), height=28, id="store-credit")
            chip.clicked.connect(lambda _: self.credited.emit())
            chips.append(chip)
        return chips

    @staticmethod
    def _emit(tell: Callable[[object], object], what: object, _: bool) -> None:  # noqa: FBT001 - Qt's signal
        tell(what)
