"""What staff gave on their own judgement: each one's month, what came of it, and the log."""

from datetime import date

from PySide6.QtWidgets import QLayout

from cxdesk.domain.goodwill import Given, Purse
from cxdesk.domain.shop import StaffMember
from cxdesk.language import goodwill as words
from cxdesk.language.language import Language
from cxdesk.services.goodwill import GoodwillLog
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.cards import Card, Meter
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

MONTHS, LATEST = 3, 6


class GoodwillCard(Card):
    """Limits, months and the latest gestures."""

    def __init__(self, language: Language) -> None:
        super().__init__(language.tr("Staff’s own gestures"), icon="heart-handshake")
        self._language = language
        self._rows = column(gap=10)
        self.add(boxed(self._rows))

    def show_log(self, log: GoodwillLog, today: date) -> None:
        """Show everything as it is."""
        empty(self._rows)
        for member, purse in log.purses:
            self._rows.addWidget(boxed(self._purse(member, purse)))
        for month in log.months[:MONTHS]:
            self._rows.addWidget(Label(words.month(self._language, month), lines=0))
        for each in log.given[:LATEST]:
            self._rows.addWidget(boxed(self._given(each, known=each.over(today))))
        if not log.given:
            text = self._language.tr("Nobody has given anything yet: at the counter Shift+F6 does it.")
            self._rows.addWidget(Label(text, muted=True, lines=0))

    def _purse(self, member: StaffMember, purse: Purse) -> QLayout:
        said = Label(words.purse(self._language, purse), Style.SMALL, muted=True, lines=0)
        if not purse.limit:
            return column(Label(member.name, Style.STRONG), said, gap=2)
        meter = Meter()
        meter.set(purse.used / purse.limit)
        return column(Label(member.name, Style.STRONG), said, meter, gap=2)

    def _given(self, each: Given, *, known: bool) -> QLayout:
        say = self._language.tr
        name = Label(each.customer or say("somebody without a name"), Style.STRONG)
        told = column(name, Label(words.given(self._language, each), Style.SMALL, muted=True, lines=2), gap=1)
        came = [Badge(say("came again"), Tone.GOOD)] if each.back else []
        away = [Badge(say("has not come"))] if known and not each.back else []
        line = row(boxed(told), *came, *away, gap=8)
        line.setStretch(0, 1)
        return line
