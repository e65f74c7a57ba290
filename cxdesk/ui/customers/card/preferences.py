"""What a customer likes, needs and must not be given: warnings first, added, changed and removed in place."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import WARNINGS, Preference, PreferenceKind
from cxdesk.language import people
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import PressedBadge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, empty, row


class Decisions(Protocol):
    """What the card asks of its presenter; False when it could not be."""

    def prefer(self, kind: PreferenceKind, text: str) -> bool:
        """Note a preference."""

    def reword(self, preference: Preference) -> bool:
        """Say a preference in other words."""

    def drop(self, preference: Preference) -> None:
        """Take a preference away."""


class PreferencesCard(Card):
    """The card of preferences."""

    def __init__(self, language: Language, decisions: Decisions) -> None:
        self._language, self._decide = language, decisions
        self._changing: Preference | None = None
        add = Button(language.tr("Add"), Kind.QUIET, icon="plus", height=28, id="new-preference")
        super().__init__(language.tr("Preferences"), end=add)
        words = {kind.value: text for kind, text in people.preference_kinds(language).items()}
        self.kind = ChipGroup(language.tr("What kind"), words, always=True, equal=False, height=30, id="kind")
        self.text = TextField(
            language.tr("What exactly"), language.tr("Such as: linen, no wool"), id="preference"
        )
        save = Button(language.tr("Save"), icon="check", id="add-preference")
        self.adding = Adding(self.text, save, self._save, self.kind, self.text)
        self.kind.changed.connect(self.text.setFocus)
        add.clicked.connect(self._start)
        self._flow = Flow(gap=6)
        self._nothing = Label(language.tr("Nothing is known yet."), muted=True, lines=0)
        self.add(boxed(self._flow))
        self.add(self._nothing)
        self.add(self.adding)

    def show_preferences(self, preferences: Sequence[Preference]) -> None:
        """Show these, in this order."""
        empty(self._flow)
        kinds = people.preference_kinds(self._language)
        for each in preferences:
            self._flow.addWidget(self._chip(each, kinds[each.kind]))
        self._nothing.setVisible(not preferences)

    def _chip(self, preference: Preference, kind: str) -> QWidget:
        say, warning = self._language.tr, preference.kind in WARNINGS
        words = preference.text if preference.kind is PreferenceKind.TASTE else f"{kind}: {preference.text}"
        icon = "triangle-alert" if warning else ""
        badge = PressedBadge(
            words, Tone.WARN if warning else Tone.ACCENT, icon=icon, id=f"change-{preference.id}"
        )
        badge.setAccessibleName(say("Change “{text}”", text=words))
        badge.clicked.connect(lambda: self._change(preference))
        remove = IconButton(
            "x", say("Remove “{text}”", text=preference.text), height=24, id=f"drop-{preference.id}"
        )
        remove.clicked.connect(lambda: self._decide.drop(preference))
        return boxed(row(badge, remove, gap=0))

    def _start(self) -> None:
        """Open for a new preference, or close."""
        if self._changing:
            self._changing = None
            self.text.clear()
            self.adding.hide()
        self.adding.toggle()

    def _change(self, preference: Preference) -> None:
        self._changing = preference
        self.kind.choose(preference.kind.value)
        self.text.setText(preference.text)
        self.adding.open()

    def _save(self) -> None:
        kind, text, changing = PreferenceKind(self.kind.value()), self.text.text(), self._changing
        if changing:
            if self._decide.reword(Preference(kind, text, changing.id)):
                self._changing = None
                self.text.clear()
                self.adding.hide()
        elif text.strip() and self._decide.prefer(kind, text):
            self.text.clear()
        if self.adding.isVisible():
            self.text.setFocus()
