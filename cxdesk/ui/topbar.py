"""The bar above every page: search everything, the state of the backup, who works here, light or dark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.tokens import RADIUS_CARD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.painting import begin, box
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

HEIGHT = 56
SEARCH_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the bar and the window's keys can do; what is None is not offered."""

    search: Callable[[str], Sequence[Found]] | None = None
    staff: Callable[[], None] | None = None
    undo: Callable[[], object] | None = None
    redo: Callable[[], object] | None = None


class TopBar(QWidget):
    """The bar; `results` is the list under its search field, laid over the window."""

    def __init__(self, window: QWidget, language: Language, hooks: Hooks) -> None:
        super().__init__()
        self._language = language
        self._backup_icon, self._backup = (
            Icon("database-backup", Tone.GOOD),
            Label("", Style.SMALL, muted=True),
        )
        self._staff = Button("", Kind.QUIET, icon="user", hint="F4", id="staff")
        self._scheme = IconButton("moon", language.tr("Dark"), id="scheme")
        self._scheme.clicked.connect(self._switch)
        self.search = SearchField(language.tr("Search customers and actions"), hint="Ctrl+K", id="search-all")
        self.results = Drop(window, self.search, hooks.search)
        for part in (self._backup_icon, self._backup, self._staff):
            part.hide()
        if hooks.staff is not None:
            self._staff.clicked.connect(hooks.staff)
        if hooks.search is None:
            self.search.hide()
        self.search.setMaximumWidth(theme().px(SEARCH_WIDTH))
        right = (self._backup_icon, self._backup, 8, self._staff, self._scheme)
        self.setLayout(row(self.search, None, *right, margins=(24, 0, 16, 0)))
        self.layout().setStretchFactor(self.search, 3)  # type: ignore[union-attr]
        theme().changed.connect(self._show_scheme)
        self._show_scheme()
        if hooks.search is not None:
            QShortcut(QKeySequence("Ctrl+K"), window, self._find)

    def set_backup(self, text: str, tone: Tone) -> None:
        """Say how the last backup went."""
        self._backup.setText(text)
        self._backup_icon.set("database-backup", tone)
        for part in (self._backup, self._backup_icon):
            part.setVisible(bool(text))

    def set_staff(self, name: str) -> None:
        """Say who works here."""
        self._staff.set_text(name)
        self._staff.setVisible(bool(name))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A white bar with a line below it."""
        tokens = theme().tokens
        painter = begin(self)
        box(painter, QRectF(self.rect()), 0, tokens.surface)
        box(painter, QRectF(0, self.height() - 1, self.width(), 1), 0, tokens.border)
        painter.end()

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _switch(self) -> None:
        theme().set_scheme(Scheme.LIGHT if theme().tokens.dark else Scheme.DARK)

    def _show_scheme(self) -> None:
        tr, dark = self._language.tr, theme().tokens.dark
        self._scheme.set_icon("sun" if dark else "moon", tr("Light colours") if dark else tr("Dark colours"))
        self.setFixedHeight(theme().px(HEIGHT))


class Drop(QWidget):
    """What a search found, in a box under its field, over everything else in `window`."""

    def __init__(
        self, window: QWidget, field: SearchField, find: Callable[[str], Sequence[Found]] | None
    ) -> None:
        super().__init__(window)
        self._window, self._field = window, field
        self.list = ResultList(field)
        self.list.picked.connect(self._done)
        self.setLayout(column(self.list, margins=(6, 6, 6, 6)))
        named(self, field.accessibleName(), "search-results")
        self.hide()
        if find is not None:
            field.typed.connect(lambda text: self._show(find(text) if text.strip() else ()))
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Close when the field loses the focus."""
        if event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box."""
        tokens = theme().tokens
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_CARD, tokens.surface, tokens.edge)
        painter.end()

    def _show(self, found: Sequence[Found]) -> None:
        self.list.show_found(found)
        self.setVisible(bool(found))
        corner = self._field.mapTo(self._window, QPoint(0, self._field.height() + 4))
        self.setGeometry(corner.x(), corner.y(), self._field.width(), self.sizeHint().height())
        self.raise_()

    def _done(self) -> None:
        self._field.setText("")
        self.hide()
