"""The navigation at the left: groups of screens, words when there is room, icons when there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.screens import Group, Screen
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import NAV, RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import named, turn
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.labels import Label, tip
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.painting import begin, box

WIDE, NARROW = 208, 64
WORDS_FROM = 1360


class NavButton(Button):
    """One screen; a soft fill says that it is the one shown."""

    def __init__(self, screen: Screen, title: str) -> None:
        super().__init__(title, Kind.QUIET, icon=screen.icon, height=NAV, id=f"nav-{screen.key}")
        self.key, self.collapsed = screen.key, False
        self.align = Qt.AlignmentFlag.AlignLeft
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to screen readers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def collapse(self, *, collapsed: bool) -> None:
        """Show the icon alone, with the words as tooltip."""
        self.collapsed = collapsed
        tip(self, self.text() if collapsed else "")
        self.updateGeometry()

    def text_style(self) -> Style:
        """Heavier when chosen."""
        return Style.STRONG if self.isChecked() else Style.MEDIUM

    def minimumSizeHint(self) -> QSize:
        """The icon."""
        return QSize(theme().px(NAV), super().minimumSizeHint().height())

    def surface(self) -> tuple[str | None, str | None]:
        """Soft when chosen, sunken under the mouse."""
        tokens = theme().tokens
        if self.isChecked():
            return tokens.soft[Tone.ACCENT].fill, None
        return (tokens.sunken if self.underMouse() else None), None

    def ink(self) -> str:
        """The accent when chosen."""
        tokens = theme().tokens
        return tokens.soft[Tone.ACCENT].ink if self.isChecked() else tokens.text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, or its icon alone."""
        if not self.collapsed:
            super().paintEvent(event)
            return
        painter = begin(self)
        fill, edge = self.surface()
        box(painter, QRectF(self.rect()), RADIUS_FIELD, fill, edge)
        self._draw_icon(painter)
        painter.end()

    def _draw_icon(self, painter: QPainter) -> None:
        picture = theme().pixmap(self.icon_name, self.ink())
        side = theme().px(18)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class Navigation(QWidget):
    """All screens in their groups; `chosen(key)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, screens: Sequence[Screen], language: Language, product: str) -> None:
        super().__init__()
        self._groups = QButtonGroup(self)
        self.buttons: dict[str, NavButton] = {}
        self._headings: list[QWidget] = []
        self._product = Label(product, Style.H2)
        self._list = column(gap=2, margins=(10, 0, 10, 12))
        self._foot = column(gap=2, margins=(10, 4, 10, 12))
        for group, heading in self._titles(language).items():
            self._add_group([screen for screen in screens if screen.group is group], heading, language)
        for screen in (screen for screen in screens if screen.group is Group.FOOT):
            self._foot.addWidget(self._button(screen, language))
        self._list.addStretch(1)
        self._head = row(Icon("cxdesk", Tone.ACCENT, 24), self._product, gap=10, margins=(20, 14, 8, 6))
        self.setLayout(column(self._head, self._scrolled(), self._foot, gap=0))
        named(self, language.tr("Screens"), "navigation")

    @staticmethod
    def _titles(language: Language) -> dict[Group, str]:
        return {
            Group.DAILY: language.tr("Daily work"),
            Group.THANKING: language.tr("Thanking"),
            Group.RUNNING: language.tr("Running the shop"),
        }

    def mark(self, key: str) -> None:
        """Show `key` as the chosen screen."""
        if key in self.buttons:
            turn(self.buttons[key], on=True)

    def fit(self, window_width: int) -> None:
        """Show words or icons, by the width of the window in logical px."""
        collapsed = window_width < WORDS_FROM - WIDE + theme().px(WIDE)
        self.setFixedWidth(theme().px(NARROW) if collapsed else theme().px(WIDE))
        self._product.setVisible(not collapsed)
        side = theme().px(NARROW - 24) // 2 if collapsed else 20
        self._head.setContentsMargins(side, 14, side, 6)
        for part in self._headings:
            part.setVisible(not collapsed)
        for button in self.buttons.values():
            button.collapse(collapsed=collapsed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A white column with a line at its right."""
        tokens = theme().tokens
        painter = begin(self)
        box(painter, QRectF(self.rect()), 0, tokens.surface)
        box(painter, QRectF(self.width() - 1, 0, 1, self.height()), 0, tokens.border)
        painter.end()

    def _add_group(self, screens: Sequence[Screen], heading: str, language: Language) -> None:
        if not screens:
            return
        label = Label(heading.upper(), Style.CAPTION, muted=True)
        holder = boxed(row(label, margins=(10, 10, 4, 4)))
        self._headings.append(holder)
        self._list.addWidget(holder)
        for screen in screens:
            self._list.addWidget(self._button(screen, language))

    def _button(self, screen: Screen, language: Language) -> NavButton:
        button = NavButton(screen, language.tr(screen.title))
        button.clicked.connect(lambda: self.chosen.emit(screen.key))  # also from a screen within this one
        self._groups.addButton(button)
        self.buttons[screen.key] = button
        return button

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = boxed(self._list)
        area.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: self._list.setContentsMargins(10, 0, 2 if high else 10, 12)
        )
        area.setWidget(inside)
        return area
