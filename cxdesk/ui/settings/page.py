"""The settings, section by section."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.shop import StaffMember
from cxdesk.services.desk import Desk
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.settings import sections
from cxdesk.ui.settings.data import DataSection
from cxdesk.ui.settings.fields import Fields
from cxdesk.ui.settings.own_fields import OwnFieldsSection
from cxdesk.ui.settings.past import HistorySection
from cxdesk.ui.settings.presenter import Presenter
from cxdesk.ui.settings.staff import StaffSection
from cxdesk.ui.settings.words import ICONS, SECTIONS
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note


class SettingsPage(Page):
    """Everything that the owner settles."""

    tables = frozenset({"settings", "staff", "fields"})

    def __init__(self, desk: Desk, shell: Shell, restore: Callable[[Path], None]) -> None:
        super().__init__()
        self._shell, language = shell, shell.language
        self.presenter = made = Presenter(desk, language, self)
        self.fields = Fields(language, self.presenter.save)
        self.staff = StaffSection(language, made.add_staff, made.save_staff, made.limit_staff)
        self.data = DataSection(desk, shell, restore, self.fields)
        self.own_fields = OwnFieldsSection(desk, language, self)
        self.past = HistorySection(desk, language, self.presenter.take_back)
        self.chips = ChipGroup(
            language.tr("Section"),
            {key: language.tr(words) for key, words in SECTIONS.items()},
            icons=ICONS,
            always=True,
            equal=False,
            id="section",
        )
        self.chips.changed.connect(self._turn)
        self.note = Note(tone=Tone.BAD)
        head = PageHead(
            language.tr("Settings"), language.tr("Every change is saved at once and can be undone.")
        )
        self._stack = self._sections()
        top = boxed(column(head, self.chips, self.note, gap=12, margins=(24, 16, 24, 0)))
        self.setLayout(column(top, self._stack, gap=0))

    def reload(self) -> None:
        """Read everything again."""
        self.note.say("")
        self.presenter.load()
        self.own_fields.load()

    def showEvent(self, event: QShowEvent) -> None:
        """The past and the backups grow while other pages are seen."""
        super().showEvent(event)
        self._read_section()

    def open(self, what: object) -> None:
        """Turn to the section `what`."""
        self.chips.choose(str(what))
        self._turn()

    def main_control(self) -> QWidget | None:
        """The chosen section's chip."""
        return self.chips.chip(self.chips.value())

    def show_values(self, values: Mapping[str, str], *, currency_fixed: bool) -> None:
        """Show the settings, field by field."""
        self.fields.show(values)
        self.fields.rows["currency"].field.setDisabled(currency_fixed)

    def show_staff(self, staff: list[StaffMember], at_desk: int | None) -> None:
        """Show who works here."""
        self.staff.show_staff(staff, at_desk)

    def show_error(self, field: str, text: str) -> None:
        """Show an error at a field, or none when empty."""
        (self.staff.rows if field.startswith("staff") else self.fields.rows)[field].set_error(text)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say `text`, with a button that undoes."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _sections(self) -> QStackedWidget:
        stack, language = QStackedWidget(), self._shell.language
        made = (sections.shop, sections.asking, sections.thanking, sections.look)
        for part in (*(make(self.fields, language) for make in made), self.staff, self.own_fields, self.data):
            stack.addWidget(ScrollPage(part, None, margins=(24, 12, 24, 24)))
        stack.addWidget(boxed(column(self.past, margins=(24, 12, 24, 24))))
        return stack

    def _turn(self) -> None:
        self._stack.setCurrentIndex(list(SECTIONS).index(self.chips.value()))
        self._read_section()

    def _read_section(self) -> None:
        readers = {"fields": self.own_fields.load, "data": self.data.load, "history": self.past.load}
        readers.get(self.chips.value(), self.presenter.load)()
