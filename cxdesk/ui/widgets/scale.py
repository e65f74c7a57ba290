"""Scales to answer on: 0 to 10, 1 to 5, 1 to 7. Each step is a radio button with its number and its word."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import (
    CELL,
    KIOSK,
    PRIMARY,
    RADIUS_FIELD,
    RADIUS_KIOSK,
    TARGET,
    Soft,
    Style,
    Tokens,
    Tone,
)
from cxdesk.ui.widgets.access import named, turn
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.painting import begin, box, glyph

TEN_WITHIN_MS = 700
FACES = ("angry", "frown", "meh", "smile", "laugh")
GAP = 5


class Dress(StrEnum):
    """How a scale looks."""

    NPS = "nps"  # orange, grey, teal by group
    FACES = "faces"  # a face before the number, for five steps
    PLAIN = "plain"
    KIOSK = "kiosk"  # large and neutral: nobody is led to an answer


def nps_soft(score: int, tokens: Tokens) -> Soft:
    """The fill and ink of a score's group: 0-6 detractor, 7-8 passive, 9-10 promoter."""
    return tokens.detractor if score <= 6 else tokens.passive if score <= 8 else tokens.promoter


class Cell(QRadioButton):
    """One step of a scale."""

    def __init__(self, score: int, dress: Dress, word: str) -> None:
        super().__init__(str(score))
        self.score, self.dress, self.word = score, dress, word
        named(self, f"{score}, {word}" if word else str(score), f"score-{score}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its dress asks."""
        height = {Dress.NPS: CELL, Dress.KIOSK: KIOSK}.get(self.dress, PRIMARY)
        return QSize(theme().px(height), theme().px(height))

    def minimumSizeHint(self) -> QSize:
        """Eleven fit side by side on a small screen."""
        digits = QFontMetrics(theme().font(Style.H2)).horizontalAdvance(self.text()) + 8
        return QSize(max(TARGET, digits), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space answers; all other keys are the scale's."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's signature
        """All of it can be pressed."""
        return True

    def colours(self) -> tuple[str, str, str]:
        """Fill, edge and ink in the present state."""
        tokens, on = theme().tokens, self.isChecked()
        soft = nps_soft(self.score, tokens) if self.dress is Dress.NPS else tokens.soft[Tone.ACCENT]
        if not self.isEnabled():
            return tokens.sunken, tokens.border, tokens.muted
        if self.dress is Dress.NPS:
            return (soft.ink, soft.ink, tokens.surface) if on else (soft.fill, soft.ink, soft.ink)
        if on:
            return soft.fill, tokens.accent, soft.ink
        return (tokens.sunken if self.underMouse() else tokens.surface), tokens.edge, tokens.text

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the cell."""
        fill, edge, ink = self.colours()
        painter = begin(self)
        radius = RADIUS_KIOSK if self.dress is Dress.KIOSK else RADIUS_FIELD
        box(painter, QRectF(self.rect()), radius, fill, edge, width=2 if self.isChecked() else 1)
        painter.setFont(theme().font(Style.KIOSK if self.dress is Dress.KIOSK else Style.H2))
        painter.setPen(QColor(ink))
        area = QRectF(self.rect())
        if self.dress is Dress.FACES:
            shift = theme().px(13)
            glyph(
                painter, FACES[self.score - 1], ink, QPointF(area.center().x() - shift, area.center().y()), 20
            )
            area.translate(shift, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ScoreScale(QWidget):
    """A scale from `low` to `high`. Digits answer, Left and Right move, Backspace takes the answer away.

    On a scale to 10, `1` then `0` within 0.7 s, or `+`, means 10.

    Args:
        question: what is asked, for screen readers.
        low, high: the first and the last step.
        dress: how it looks.
        ends: words under the first and the last step.
        words: the word of each step, for screen readers and tooltips.
    """

    changed = Signal(object)

    def __init__(
        self,
        question: str,
        low: int,
        high: int,
        dress: Dress = Dress.PLAIN,
        *,
        ends: tuple[str, str] = ("", ""),
        words: Mapping[int, str] | None = None,
        id: str = "",  # noqa: A002 - as Button
    ) -> None:
        super().__init__()
        self._score: int | None = None
        self.cells = {
            score: Cell(score, dress, (words or {}).get(score, "")) for score in range(low, high + 1)
        }
        self._one = QTimer(self, singleShot=True, interval=TEN_WITHIN_MS)
        for score, cell in self.cells.items():
            cell.toggled.connect(partial(self._turned, score))
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if score == low else Qt.FocusPolicy.ClickFocus)
        style = Style.H2 if dress is Dress.KIOSK else Style.SMALL
        self._ends = tuple(Label(end, style, muted=True) for end in ends if end)
        below = row(*self._ends[:1], None, *self._ends[1:])
        gap = 10 if dress is Dress.KIOSK else GAP
        self.setLayout(column(row(*self.cells.values(), gap=gap), *([below] if self._ends else []), gap=6))
        named(self, question, id)
        self.describe()

    @property
    def score(self) -> int | None:
        """The answer, None when there is none."""
        return self._score

    def describe(self, more: str = "") -> None:
        """Let screen readers say the question and `more` with each step; they do not say what holds the steps."""
        for cell in self.cells.values():
            cell.setAccessibleDescription(f"{self.accessibleName()} {more}".strip())

    def choose(self, score: int | None) -> None:
        """Show `score` as the answer; `changed` says so when it is another than before."""
        before, self._score = self._score, score
        for step, cell in self.cells.items():
            cell.setAutoExclusive(False)  # else the last answer could not be taken away
            turn(cell, on=step == score)
            cell.setAutoExclusive(True)
        self._move_tab_stop()
        if score != before:
            self.changed.emit(score)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        if not self.answer_by(event):
            super().keyPressEvent(event)

    def answer_by(self, event: QKeyEvent) -> bool:
        """Let the key answer, wherever it was pressed; whether it meant anything here."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if (key := Qt.Key(event.key())) in steps:
            self._step(steps[key])
        elif key == Qt.Key.Key_Backspace:
            self.choose(None)
        else:
            return self._type(event.text())
        return True

    def _type(self, text: str) -> bool:
        if text == "+" or (text == "0" and self._one.isActive()):
            text = "10"
        self._one.stop()
        score = int(text) if text.isascii() and text.isdigit() else None
        if score not in self.cells:
            return False
        self.choose(score)
        self._focus(score)
        if score == 1 and 10 in self.cells:
            self._one.start()
        return True

    def _step(self, by: int) -> None:
        steps = list(self.cells)
        at = steps.index(self._score) + by if self._score in self.cells else 0
        score = steps[max(0, min(at, len(steps) - 1))]
        self.choose(score)
        self._focus(score)

    def _focus(self, score: int) -> None:
        if self.isAncestorOf(self.window().focusWidget() or self):
            self.cells[score].setFocus(Qt.FocusReason.TabFocusReason)

    def _turned(self, score: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.choose(score)

    def _move_tab_stop(self) -> None:
        stop = self._score if self._score in self.cells else next(iter(self.cells))
        for step, cell in self.cells.items():
            tab = Qt.FocusPolicy.StrongFocus if step == stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(tab)
