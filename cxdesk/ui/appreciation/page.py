"""The page of appreciation, section by section."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.appreciation.effects import EffectSection
from cxdesk.ui.appreciation.events import EventsSection
from cxdesk.ui.appreciation.gifts import GiftsSection
from cxdesk.ui.appreciation.presenter import EFFECT, EVENTS, GIFTS, RULES, Presenter
from cxdesk.ui.appreciation.rules import RulesSection
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note

SECTIONS = {
    RULES: N_("Rules"),
    GIFTS: N_("Gifts and budget"),
    EVENTS: N_("Events"),
    EFFECT: N_("Does it help?"),
}
ICONS = {RULES: "sliders-horizontal", GIFTS: "gift", EVENTS: "party-popper", EFFECT: "chart-line"}


class AppreciationPage(Page):
    """Opens on the rules, or on the section that was asked for."""

    tables = frozenset(
        {
            "occasions",
            "assignments",
            "actions",
            "purchases",
            "gifts",
            "gestures",
            "staff",
            "settings",
            "campaigns",
            "redemptions",
            "invitations",
            "customer_lists",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        self.presenter = presenter = Presenter(desk, shell.language, self)
        today = desk.workplace.today
        self.rules = Fold(lambda: RulesSection(shell, presenter.tuning))
        self.effects = Fold(lambda: EffectSection(shell, presenter.measuring))
        self.gifts = Fold(lambda: GiftsSection(shell, presenter.stocking))
        self.events = Fold(lambda: EventsSection(shell, presenter.hosting, today, self._preview))
        self.sections: dict[str, Fold[Any]] = {
            RULES: self.rules,
            GIFTS: self.gifts,
            EVENTS: self.events,
            EFFECT: self.effects,
        }
        self.chips = ChipGroup(
            tr("Section"),
            {key: tr(words) for key, words in SECTIONS.items()},
            icons=ICONS,
            always=True,
            equal=False,
            id="section",
        )
        self.chips.changed.connect(lambda: presenter.turn(self.chips.value()))
        self.note = Note(tone=Tone.BAD)
        head = PageHead(tr("Appreciation"), tr("When somebody is thanked, with what, and whether it helps"))
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(ScrollPage(section, None, margins=(24, 12, 24, 24)))
        top = boxed(column(head, self.chips, self.note, gap=12, margins=(24, 16, 24, 0)))
        self._over = QStackedWidget()
        self.preview = Preview(shell.language)
        self.preview.closed.connect(lambda: self._over.setCurrentIndex(0))
        self.preview.printed.connect(lambda: self._over.setCurrentIndex(0))
        self._over.addWidget(boxed(column(top, self._stack, gap=0)))
        self._over.addWidget(self.preview)
        self.setLayout(column(self._over))
        self.rules.open()

    def reload(self) -> None:
        """Read the section that is seen again."""
        self.note.say("")
        self.presenter.reload()

    def open(self, what: object) -> None:
        """Turn to the section `what`."""
        self.presenter.open(what)

    def show_section(self, key: str) -> None:
        """Show one section, made now if need be."""
        self.chips.choose(key)
        self.sections[key].open()
        self._stack.setCurrentIndex(list(self.sections).index(key))

    def main_control(self) -> QWidget | None:
        """The chosen section's chip."""
        return self.chips.chip(self.chips.value())

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self.note.say("")
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _preview(self, file: Path, title: str) -> None:
        """Show letters over the page."""
        try:
            self.preview.open(file, title)
        except UserError as error:
            self.fail(error)
            return
        self._over.setCurrentIndex(1)
        self.preview.print_button.setFocus()
