"""What makes a page fit every window: columns that stack, halves that wrap, a page that scrolls down only."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import Part, boxed, column

SIZING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight

LAID_OUT_MS = 30


class Columns(QWidget):
    """Widgets beside each other that stack under `stack_under` logical px of width (before text scale).

    Each column is (widget, share); a share of 0 keeps the column at the width it asks for.
    """

    def __init__(self, *columns: tuple[QWidget, int], gap: int = 16, stack_under: int = 1060) -> None:
        super().__init__()
        self._columns, self._under = columns, stack_under
        self._layout = QBoxLayout(ACROSS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for widget, share in columns:
            self._layout.addWidget(widget, share)

    def stacked(self) -> bool:
        """Whether the columns stand below each other."""
        return self._layout.direction() == DOWN

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column: it can always stack."""
        sizes = [widget.minimumSizeHint() for widget, _ in self._columns]
        return QSize(max(size.width() for size in sizes), self._layout.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """Stack or unstack by the new width, or by the new text scale."""
        if event.type() in SIZING:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        narrow = self.width() < theme().px(self._under)
        if narrow != self.stacked():
            way = DOWN if narrow else ACROSS
            self._layout.setDirection(way)
            for index, (_, share) in enumerate(self._columns):
                self._layout.setStretch(index, 0 if narrow else share)


class Split(QWidget):
    """`left` and `right` at the two ends of a line; `right` goes below when both do not fit."""

    def __init__(self, left: QWidget, right: QWidget, gap: int = 12) -> None:
        super().__init__()
        self.left, self.right, self.gap = left, right, gap
        self._layout = QBoxLayout(ACROSS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self._layout.addWidget(left, 1)
        self._layout.addWidget(right)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider half: they can always wrap."""
        halves = (self.left.minimumSizeHint(), self.right.minimumSizeHint())
        return QSize(max(half.width() for half in halves), self._layout.minimumSize().height())

    def fits(self, width: int) -> bool:
        """Whether both halves stand beside each other in `width` px without losing a word."""
        return width >= self.left.sizeHint().width() + self.gap + self.right.sizeHint().width()

    def event(self, event: QEvent) -> bool:
        """Wrap or unwrap by the new width, or by what the halves say now."""
        if event.type() in SIZING:
            way = ACROSS if self.fits(self.width()) else DOWN
            if way != self._layout.direction():
                self._layout.setDirection(way)
        return super().event(event)


class PageHead(Split):
    """The head of a page: title, a line below it, and buttons at the right end or below."""

    def __init__(self, title: str, line: str = "", *buttons: QWidget) -> None:
        self.title = Label(title, Style.TITLE)
        self.line = Label(line, muted=True)
        super().__init__(boxed(column(self.title, self.line, gap=1)), boxed(Flow(*buttons, gap=8)))


class ScrollPage(QScrollArea):
    """A page that scrolls down but never sideways; `body` is its column."""

    def __init__(
        self, *parts: Part, gap: int = 12, margins: tuple[int, int, int, int] = (24, 16, 24, 24)
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = column(*parts, gap=gap, margins=margins)
        inside = boxed(self.body)
        inside.setObjectName("scrolled")
        self.setWidget(inside)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part that has just opened, once it has its height."""
        QTimer.singleShot(LAID_OUT_MS, part, lambda: self.ensureWidgetVisible(part, 0, 24))
