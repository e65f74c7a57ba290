"""The bottom of the counter: what will be saved, and the keys that clear and save it."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from cxdesk.domain.scores import group
from cxdesk.language import needs
from cxdesk.language.language import Language
from cxdesk.ui.counter.form import Form
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import PRIMARY, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.painting import begin, box
from cxdesk.ui.widgets.scorebadge import ScoreBadge

SUMMARY = 320  # logical px


class Summary(QWidget):
    """Chips that break into lines rather than push the buttons away."""

    def sizeHint(self) -> QSize:
        """As wide as some of them."""
        all_ = super().sizeHint()
        return QSize(min(all_.width(), theme().px(SUMMARY)), all_.height())


class Foot(QWidget):
    """Name, chips, Clear and Save; above them what went wrong."""

    cleared = Signal()
    saved = Signal()
    handed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self._said: tuple[bool, Form] | None = None
        self.error, self.news = Note("", Tone.BAD), Note("", Tone.INFO, icon="history")
        self.news.acted.connect(self.cleared)
        self._summary = Flow(gap=8)
        self.clear = Button(tr("Clear"), Kind.QUIET, hint="Esc", id="clear")
        self.save = Button(
            tr("Save"), Kind.PRIMARY, icon="check", key="Ctrl+Enter", height=PRIMARY, id="save"
        )
        self.kiosk = Button(
            tr("Customer’s screen"), Kind.QUIET, icon="monitor-smartphone", key="F9", id="kiosk"
        )
        self.kiosk.clicked.connect(self.handed)
        self.clear.clicked.connect(self.cleared)
        self.save.clicked.connect(self.saved)
        chips = Summary()
        chips.setLayout(self._summary)
        line = Split(chips, boxed(Flow(self.kiosk, self.clear, self.save, gap=8)))
        self.setLayout(column(self.news, self.error, line, gap=8, margins=(24, 8, 24, 8)))
        named(self, tr("Summary"), "foot")

    def show_form(self, form: Form) -> None:
        """Show what will be saved."""
        tr = self._language.tr
        self.clear.set_text(tr("Do not correct") if form.corrects else tr("Clear"))
        if form.empty:
            self.news.say("")
        without = replace(form, comment="", note="…" if form.notes else "")
        said = form.empty, without  # a comment grows by every key and is not shown here
        if said != self._said:
            self._said = said
            empty(self._summary)
            for widget in (self._who(form), *self._chips(form)):
                self._summary.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A white bar with a line above it."""
        tokens = theme().tokens
        painter = begin(self)
        box(painter, QRectF(self.rect()), 0, tokens.surface)
        box(painter, QRectF(0, 0, self.width(), 1), 0, tokens.border)
        painter.end()

    def _who(self, form: Form) -> Label:
        tr = self._language.tr
        if form.customer:
            return Label(form.customer.name, Style.STRONG)
        if form.anonymous:
            return Label(tr("Anonymous"), Style.STRONG)
        return Label(
            tr("No customer chosen") if not form.empty else tr("Ready for the next customer"), muted=True
        )

    def _chips(self, form: Form) -> list[Badge]:
        language, tr = self._language, self._language.tr
        chips: list[Badge] = []
        if form.nps is not None:
            word = needs.group(language, group(form.nps))
            chips.append(ScoreBadge(form.nps, f"{form.nps} · {word}"))
        if form.csat is not None:
            chips.append(Badge(tr("CSAT {score}", score=form.csat), Tone.INFO))
        if form.ces is not None:
            chips.append(Badge(tr("CES {score}", score=form.ces), Tone.INFO))
        if form.emotion:
            chips.append(Badge(needs.emotion(language, form.emotion)))
        if form.needs:
            chips.append(Badge(", ".join(needs.need(language, need) for need in form.needs)))
        if form.basket.lines:
            chips.append(Badge(self._bought(form.basket.total)))
        if not form.interview.empty:
            chips.append(Badge(tr("interview"), icon="lightbulb"))
        if form.notes:
            chips.append(Badge(tr("note"), icon="eye"))
        if form.wants_reply:
            chips.append(Badge(tr("needs an answer"), Tone.WARN))
        return chips

    def _bought(self, total: int) -> str:
        tr, amount = self._language.tr, self._language.money(abs(total))
        return tr("Purchase {amount}", amount=amount) if total >= 0 else tr("Back {amount}", amount=amount)
