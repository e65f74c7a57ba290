"""What a customer likes, needs and must not be given: warnings first, added and removed in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import WARNINGS, Preference, PreferenceKind
from cxdesk.language.language import Language
from cxdesk.ui.customers import facts
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

Prefer = Callable[[PreferenceKind, str], bool]


class Adding(QWidget):
    """Kind and text of a new preference; Enter adds, Esc closes."""

    def __init__(self, language: Language, prefer: Prefer) -> None:
        super().__init__()
        self._prefer = prefer
        words = {kind.value: text for kind, text in facts.kinds(language).items()}
        self.kind = Choice(language.tr("What kind"), words, id="preference-kind")
        self.text = TextField(
            language.tr("What exactly"), language.tr("Such as: linen, no wool"), id="preference"
        )
        add = Button(language.tr("Add"), icon="check", id="add-preference")
        add.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        self.setLayout(column(self.kind, self.text, row(None, add), gap=6))
        self.hide()

    def start(self) -> None:
        """Open or close, ready to type."""
        self.setVisible(self.isHidden())
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if self.text.text().strip() and self._prefer(PreferenceKind(self.kind.value()), self.text.text()):
            self.text.clear()
        self.text.setFocus()


class PreferencesCard(Card):
    """The card of preferences."""

    def __init__(self, language: Language, prefer: Prefer, drop: Callable[[Preference], object]) -> None:
        self._language, self._drop = language, drop
        add = Button(language.tr("Add"), Kind.QUIET, icon="plus", height=28, id="new-preference")
        super().__init__(language.tr("Preferences"), end=add)
        self.adding = Adding(language, prefer)
        add.clicked.connect(self.adding.start)
        self._flow = Flow(gap=6)
        self._nothing = Label(language.tr("Nothing is known yet."), muted=True, lines=0)
        self.add(boxed(self._flow))
        self.add(self._nothing)
        self.add(self.adding)

    def show_preferences(self, preferences: Sequence[Preference]) -> None:
        """Show these, in this order."""
        empty(self._flow)
        kinds = facts.kinds(self._language)
        for each in preferences:
            self._flow.addWidget(self._chip(each, kinds[each.kind]))
        self._nothing.setVisible(not preferences)

    def _chip(self, preference: Preference, kind: str) -> QWidget:
        warning = preference.kind in WARNINGS
        words = preference.text if preference.kind is PreferenceKind.TASTE else f"{kind}: {preference.text}"
        icon = "triangle-alert" if warning else ""
        badge = Badge(words, Tone.WARN if warning else Tone.ACCENT, icon=icon)
        name = self._language.tr("Remove “{text}”", text=preference.text)
        remove = IconButton("x", name, height=24, id=f"drop-{preference.id}")
        remove.clicked.connect(lambda: self._drop(preference))
        return boxed(row(badge, remove, gap=0))
