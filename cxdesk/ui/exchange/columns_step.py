"""The second step: what each column of the file becomes, and the questions about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.ui.exchange.columns import Ask, ColumnRow, State
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.badges import Badge, Icon
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, discard, empty, row
from cxdesk.ui.widgets.painting import begin, box

ALL = (
    16  # so many columns are lines each; of a wider file those left out are names only, until they are wanted
)
FRAME_MS = 16
STACK_UNDER = 660
SHARES = (3, 4, 4, 3)
STATES = {
    State.RECOGNISED: (N_("Recognised"), Tone.GOOD),
    State.LEFT_OUT: (N_("Left out"), Tone.NEUTRAL),
    State.QUESTION: (N_("Needs an answer"), Tone.BAD),
    State.CHOICE: (N_("Choose the meaning"), Tone.WARN),
}


class AskBox(QWidget):
    """A question with its answers as chips; `answered(field, ways)`."""

    answered = Signal(str, list)

    def __init__(self, name: str, ask: Ask) -> None:
        super().__init__()
        self.field, self._tone = ask.field, Tone.WARN
        self._icon, self._text = Icon("circle-help", Tone.WARN), Label("", Style.STRONG, lines=0)
        self._hint = Label("", Style.SMALL, lines=0)
        self.chips = ChipGroup(
            f"{name}: {ask.text}", ask.ways, several=ask.several, equal=False, id=f"ask-{ask.field}"
        )
        self.chips.changed.connect(lambda: self.answered.emit(self.field, list(self.chips.values())))
        head = row(self._icon, self._text, gap=10)
        head.setStretch(1, 1)
        self.setLayout(column(head, self.chips, self._hint, gap=8, margins=(12, 10, 12, 12)))
        self.show_ask(ask)

    def show_ask(self, ask: Ask) -> None:
        """Show what is chosen now."""
        self._tone = Tone.NEUTRAL if ask.chosen else Tone.WARN
        self._icon.set("circle-check" if ask.chosen else "circle-help", self._tone)
        for label in (self._text, self._hint):
            label.set_tone(self._tone)
        self._text.setText(ask.text)
        self._hint.setText(ask.hint)
        self._hint.setVisible(bool(ask.hint) and self.parent() is not None)
        self.chips.choose(*ask.chosen)
        self.update()

    def first(self) -> QWidget:
        """The first answer."""
        return next(iter(self.chips.findChildren(Button)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the fill."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_FIELD, theme().tokens.soft[self._tone].fill)
        painter.end()


class ColumnLine(QWidget):
    """One column of the file. Signals: `became(index, field)`, `answered(field, ways)`."""

    became = Signal(int, str)
    answered = Signal(str, list)

    def __init__(self, language: Language, fields: dict[str, str], shown: ColumnRow) -> None:
        super().__init__()
        self._language, self._index, self._name = language, shown.index, shown.name
        self.choice = Choice(
            language.tr("{column} becomes", column=shown.name), fields, id=f"column-{shown.index}"
        )
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMaxVisibleItems(14)
        self.choice.activated.connect(lambda: self.became.emit(self._index, self.choice.value()))
        self.badge = Badge("")
        examples = Label(shown.examples, muted=True, lines=2)
        parts = (
            Label(shown.name, Style.MEDIUM, lines=2),
            examples,
            self.choice,
            boxed(row(self.badge, None)),
        )
        self._asked: AskBox | None = None
        self._body = column(aligned(*parts), gap=8)
        self.setLayout(self._body)
        self.show_row(shown)

    def show_row(self, shown: ColumnRow) -> None:
        """Show what has become of it."""
        self.choice.choose(shown.field)
        words, tone = STATES[shown.state]
        self.badge.set(self._language.tr(words), tone)
        self._show_ask(shown.ask)

    def focus_question(self) -> None:
        """Go to the first answer."""
        if self._asked:
            self._asked.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _show_ask(self, ask: Ask | None) -> None:
        if self._asked and (ask is None or ask.field != self._asked.field):
            self._body.removeWidget(self._asked)
            discard(self._asked)
            self._asked = None
        if ask and self._asked is None:
            self._asked = AskBox(self._name, ask)
            self._asked.answered.connect(self.answered)
            self._body.addWidget(self._asked)
        if ask and self._asked:
            self._asked.show_ask(ask)


class ColumnsStep(QWidget):
    """All columns. Signals: `became(index, field)`, `answered(field, ways)`, `kept(name)`."""

    became = Signal(int, str)
    answered = Signal(str, list)
    kept = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language, tr = language, language.tr
        self._line = Label("", muted=True, lines=2)
        self._body = column(gap=12)
        self._fields: dict[str, str] = {}
        self._names: list[str] = []
        self._rows: Sequence[ColumnRow] = ()
        self._lines: dict[int, ColumnLine] = {}
        self._stale = False
        self._left: dict[int, Button] = {}
        heads = (tr("Column of the file"), tr("Examples"), tr("Becomes in CX Desk"), tr("State"))
        self._heads = aligned(*(Label(text, Style.CAPTION, muted=True) for text in heads))
        self.card = Card(tr("Match the columns"), self._line, 4, self._heads, self._body)
        self._others = Flow(gap=6)
        hint = tr("Choose a column to bring it in as well.")
        self.left_out = Card(
            tr("Columns that are left out"), Label(hint, muted=True, lines=0), boxed(self._others)
        )
        self.setLayout(column(self.card, self.left_out, self._keeping(), None, gap=12))

    def show_columns(self, line: str, fields: dict[str, str], rows: Sequence[ColumnRow]) -> None:
        """Show what the columns become; lines stay where only their state has changed."""
        self._line.setText(line)
        self._rows = rows
        names = [row.name for row in rows]
        if self._fields != fields or self._names != names:
            self._fields, self._names, self._stale = fields, names, True
            QTimer.singleShot(FRAME_MS, self, self._rebuild)  # the step before is drawn first
        if not self._stale:
            self._update()

    @property
    def lines(self) -> "dict[int, ColumnLine]":
        """The lines of the columns that are not left out, and of those that were wanted, by their place."""
        self._rebuild()
        return self._lines

    def line(self, column: int) -> "ColumnLine":
        """The line of a column; one that was left out gets its line now."""
        if column not in self.lines:
            self._bring(self._rows[column])
        return self._lines[column]

    def main_control(self) -> QWidget | None:
        """The first column."""
        return next((line.choice for line in self.lines.values()), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody sees the columns of the file before."""
        self._rebuild()
        super().showEvent(event)

    def resizeEvent(self, event: object) -> None:
        """The heads stand above their columns only while those stand beside each other."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._heads.setVisible(self.width() >= theme().px(STACK_UNDER) + 40)

    def _rebuild(self) -> None:
        if not self._stale:
            return
        self._stale = False
        empty(self._body)
        empty(self._others)
        self._lines, self._left = {}, {}
        for each in self._rows:
            if len(self._rows) <= ALL or each.state is not State.LEFT_OUT:
                self._add(each, self._body.count())
            else:
                self._left[each.index] = self._name(each)
                self._others.addWidget(self._left[each.index])
        self.left_out.setVisible(bool(self._left))

    def _update(self) -> None:
        for shown in self._rows:
            if shown.index in self._lines:
                self._lines[shown.index].show_row(shown)
            elif shown.state is not State.LEFT_OUT:
                self._bring(shown)

    def _add(self, shown: ColumnRow, place: int) -> None:
        line = ColumnLine(self._language, self._fields, shown)
        line.became.connect(self.became)
        line.answered.connect(self.answered)
        self._body.insertWidget(place, line)
        self._lines[shown.index] = line

    def _name(self, left_out: ColumnRow) -> Button:
        index, button = left_out.index, Button(left_out.name, icon="plus", id=f"left-out-{left_out.index}")
        button.setToolTip(left_out.examples)
        button.clicked.connect(lambda: self._want(index))
        return button

    def _want(self, index: int) -> None:
        self.line(index).choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, shown: ColumnRow) -> None:
        """A column that was left out gets its line, where it stands in the file."""
        self._add(shown, sum(index < shown.index for index in self._lines))
        name = self._left.pop(shown.index)
        self._others.removeWidget(name)
        discard(name)
        self.left_out.setVisible(bool(self._left))

    def _keeping(self) -> Card:
        tr = self._language.tr
        self.name = TextField(tr("Name of this mapping"), tr("For example: our old till"), id="mapping-name")
        self.keep = Button(tr("Keep"), icon="check", id="keep-mapping")
        self.keep.clicked.connect(lambda: self.kept.emit(self.name.text()))
        self.name.returnPressed.connect(self.keep.click)
        self.name.setMinimumWidth(theme().px(240))
        text = tr("Keep these choices under a name; the next file with the same columns is then recognised.")
        return Card(
            tr("The same again?"), Label(text, muted=True, lines=0), boxed(Flow(self.name, self.keep, gap=8))
        )


def aligned(*parts: QWidget, shares: Sequence[int] = SHARES, stack_under: int = STACK_UNDER) -> Columns:
    """Parts in the columns of the list; below each other where there is no room."""
    for part in parts:
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
    return Columns(*zip(parts, shares, strict=True), gap=16, stack_under=stack_under)
