"""Rows to act on: what is suggested, why, what it costs, and the buttons that do it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_CARD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge, IconDisc
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, discard, row
from cxdesk.ui.widgets.painting import begin, box

WORDS = 300


class ActionSplit(Split):
    """Words that wrap at the left, buttons at the right; below when the words would get narrow."""

    def fits(self, width: int) -> bool:
        """Whether the words keep WORDS px beside the buttons."""
        return width >= theme().px(WORDS) + self.gap + self.right.sizeHint().width()


@dataclass(frozen=True, slots=True)
class Act:
    """A thing to do with a row; `key` is the letter that does it, `name` alone makes a square button."""

    name: str
    do: Callable[[], object] = field(compare=False)
    icon: str
    key: str = ""
    square: bool = False


@dataclass(frozen=True, slots=True)
class ActionItem:
    """What a row says. The first act is the main one: Enter does it, and its button is filled while selected."""

    key: str
    icon: str
    tone: Tone
    title: str
    reason: str
    cost: str = ""
    badge: str = ""
    badge_tone: Tone = Tone.GIFT
    acts: Sequence[Act] = field(default=())


class ActionRow(QWidget):
    """One row; it takes the focus as a whole, its buttons by Tab."""

    moved = Signal(int)
    selected = Signal()

    def __init__(self, item: ActionItem) -> None:
        super().__init__()
        self.item, self.chosen = item, False
        self.buttons = [_button(act, main=index == 0) for index, act in enumerate(item.acts)]
        for index, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, index=index: self.item.acts[index].do())
        badge = [Badge(item.badge, item.badge_tone)] if item.badge else []
        head = Flow(Label(item.title, Style.STRONG), *badge, gap=8)  # a long badge goes below the name
        words = boxed(column(head, Label(item.reason, muted=True, lines=2), gap=1))
        told = row(IconDisc(item.icon, item.tone), words, gap=12)
        told.setStretch(1, 1)
        foot = Flow(*([Label(item.cost, Style.STRONG)] if item.cost else []), *self.buttons, gap=8)
        self.setLayout(column(ActionSplit(boxed(told), boxed(foot)), margins=(12, 9, 8, 9)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        named(
            self,
            ". ".join(part for part in (item.title, item.badge, item.reason, item.cost) if part),
            f"row-{item.key}",
        )

    def select(self, *, chosen: bool) -> None:
        """Be the selected row, whose main button is filled, or not."""
        self.chosen = chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        for button in self.buttons[:1]:
            button.set_kind(Kind.PRIMARY if chosen else Kind.SECONDARY)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus selects."""
        super().focusInEvent(event)
        self.selected.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to another row, Enter does the main thing, letters the others."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if (key := Qt.Key(event.key())) in steps:
            self.moved.emit(steps[key])
        elif (act := self._act(event)) is not None:
            act.do()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click selects."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box; the selected one has an accent edge."""
        tokens = theme().tokens
        edge = tokens.accent if self.chosen else tokens.border
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_CARD, tokens.surface, edge, width=2 if self.chosen else 1)
        painter.end()

    def _act(self, event: QKeyEvent) -> Act | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return next(iter(self.item.acts), None)
        typed = event.text().upper()
        return next((act for act in self.item.acts if typed and act.key.upper() == typed), None)


def _button(act: Act, *, main: bool) -> Button:
    if act.square:
        button: Button = IconButton(
            act.icon, act.name, Kind.QUIET if act.icon.startswith("ellipsis") else Kind.SECONDARY
        )
    else:
        button = Button(act.name, Kind.SECONDARY, icon=act.icon)
    button.setAccessibleIdentifier("main-act" if main else f"act-{act.icon}")
    return button


class ActionList(QWidget):
    """Rows below each other, one of them selected; Up and Down go through them."""

    selection = Signal(str)

    def __init__(self, name: str, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self.rows: list[ActionRow] = []
        self._column = column(gap=8)
        self.setLayout(self._column)
        named(self, name, id)

    def show_items(self, items: Sequence[ActionItem]) -> None:
        """Show these rows; the selection stays on its key, or on its place when the key has gone."""
        before, had_focus = self._selected(), self.isAncestorOf(self.window().focusWidget() or self.window())
        old = {each.item.key: each for each in self.rows}
        self.rows = [self._row(item, old) for item in items]
        for gone in old.values():
            discard(gone)
        self._place()
        keys = [item.key for item in items]
        at = keys.index(before[0]) if before[0] in keys else min(before[1], len(keys) - 1)
        if self.rows:
            self._choose(max(0, at), focus=had_focus)

    def main_control(self) -> QWidget | None:
        """The selected row."""
        return self.rows[self._selected()[1]] if self.rows else None

    def _selected(self) -> tuple[str, int]:
        return next(((each.item.key, at) for at, each in enumerate(self.rows) if each.chosen), ("", 0))

    def _place(self) -> None:
        """Put the rows in order, with one layout for all of them."""
        self._column.setEnabled(False)
        for at, each in enumerate(self.rows):
            self._column.insertWidget(at, each)
            each.show()  # at once, so that it can take the focus
        self._column.setEnabled(True)
        self._column.activate()

    def _row(self, item: ActionItem, old: dict[str, ActionRow]) -> ActionRow:
        """The row that says the same already, taken out of `old`, or a new one."""
        if item.key in old and old[item.key].item == item:
            kept = old.pop(item.key)
            kept.item = item
            return kept
        each = ActionRow(item)
        each.moved.connect(lambda step, each=each: self._move(each, step))
        each.selected.connect(lambda each=each: self._choose(self.rows.index(each), focus=False))
        return each

    def _move(self, each: ActionRow, step: int) -> None:
        self._choose(max(0, min(self.rows.index(each) + step, len(self.rows) - 1)), focus=True)

    def _choose(self, at: int, *, focus: bool) -> None:
        for index, each in enumerate(self.rows):
            each.select(chosen=index == at)
        if focus:
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.selection.emit(self.rows[at].item.key)
