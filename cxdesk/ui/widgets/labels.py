"""Plain text that wraps or elides, and then says the whole in its tooltip; no word is cut silently."""

from html import escape

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone


def tooltip(text: str) -> str:
    """`text` for a tooltip: shown as it is, whatever signs it holds, and wrapped."""
    return f"<span>{escape(text)}</span>" if text else ""


def tip(widget: QWidget, text: str) -> None:
    """Words under the mouse, which screen readers say as they are: else Qt gives them the tooltip with its marks."""
    widget.setToolTip(tooltip(text))
    widget.setAccessibleDescription(text)


def elided(text: str, font: QFont, width: int) -> str:
    """`text`, cut with `…` at the right only when it is wider than `width` px."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


def wrapped(text: str, font: QFont, width: int, lines: int = 0) -> list[str]:
    """`text` broken into lines of at most `width` px; the last of `lines` (0: any number) is elided."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    result: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start = line.textStart()
        result.append(layout.text()[start : start + line.textLength()].strip())
        if len(result) == lines and start + line.textLength() < len(layout.text()):
            rest = layout.text()[start:].replace("\u2028", " ")
            result[-1] = elided(rest, font, width)
            break
    layout.endLayout()
    return result


class Label(QLabel):
    """A plain text.

    Args:
        text: what it says; never read as HTML.
        style: kind of text, see `Style`.
        muted: in the weaker colour.
        tone: in the ink of a tone instead.
        lines: 1 elides at the right; n wraps up to n lines; 0 wraps without limit.
    """

    def __init__(
        self,
        text: str = "",
        style: Style = Style.BODY,
        *,
        muted: bool = False,
        tone: Tone | None = None,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self.style_, self.muted, self.tone, self.lines = style, muted, tone, lines
        self._broken: dict[int, list[str]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        height = QSizePolicy.Policy.Fixed if lines == 1 else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        self.setFont(theme().font(style))
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self._broken.clear()
        self._elision()
        self.updateGeometry()

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the text by `tone`, or plainly."""
        self.tone = tone
        self.update()

    def colour(self) -> str:
        """The text's colour in the scheme in force."""
        tokens = theme().tokens
        if self.tone is not None:
            return tokens.soft[self.tone].ink
        return tokens.muted if self.muted or not self.isEnabled() else tokens.text

    def sizeHint(self) -> QSize:
        """As wide as the whole text; wrapping text asks for at most 60 letters a line."""
        metrics = QFontMetrics(self.font())
        width = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 1
        if self.lines != 1:
            width = min(width, metrics.averageCharWidth() * 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest elides or wraps."""
        metrics = QFontMetrics(self.font())
        few = min(self.sizeHint().width(), metrics.averageCharWidth() * (4 if self.lines == 1 else 8))
        return QSize(few, metrics.height())

    def hasHeightForWidth(self) -> bool:
        """Whether it wraps."""
        return self.lines != 1

    def heightForWidth(self, width: int) -> int:
        """Height in px of the wrapped text."""
        height = QFontMetrics(self.font()).height()
        count = 1 if self.lines == 1 else max(1, len(self._lines_at(width)))
        return height + (count - 1) * self._leading()

    def shown(self) -> list[str]:
        """The lines as painted at the present width."""
        return self._lines_at(self.width())

    def _lines_at(self, width: int) -> list[str]:
        if width not in self._broken:  # layouts ask many times over
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[str]:
        if self.lines != 1:
            return wrapped(self.text(), self.font(), width, self.lines)
        return [elided(self.text().replace("\n", " "), self.font(), width)]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(self.colour()))
        lines, step = self.shown(), self._leading()
        height = QFontMetrics(self.font()).height()
        top = (self.height() - height - (len(lines) - 1) * step) // 2
        for row, line in enumerate(lines):
            area = QRect(0, top + row * step, self.width(), height)
            painter.drawText(area, self.alignment() | Qt.TextFlag.TextDontClip, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole in the tooltip when it does not fit."""
        super().resizeEvent(event)
        self._elision()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme().font(self.style_))
            self._broken.clear()

    def _leading(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.08)

    def _elision(self) -> None:
        cut = any(line.endswith("…") for line in self.shown()) and not self.text().endswith("…")
        self.setToolTip(tooltip(self.text()) if cut else "")
