"""Who works in the shop: add, rename, let go."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.shop import Role, StaffMember
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Avatar, Badge
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

Save = Callable[[StaffMember], None]
Limit = Callable[[StaffMember, str], None]


class StaffSection(QWidget):
    """The people, each with name, title and monthly limit to edit, and a field for a new one."""

    def __init__(self, language: Language, add: Callable[[str], None], save: Save, limit: Limit) -> None:
        super().__init__()
        self._language, self._add, self._save, self._limit = language, add, save, limit
        self._people = column(gap=12)
        self.rows: dict[str, FormRow] = {}
        self._fields: list[TextField] = []
        self.field = TextField(language.tr("Name of a new colleague"), id="new-staff")
        self.field.returnPressed.connect(self._enter)
        self._new = FormRow(language.tr("Name of a new colleague"), self.field)
        plus = Button(language.tr("Add"), icon="user-plus", id="add-staff")
        plus.clicked.connect(self._enter)
        hint = Label(
            language.tr("Who is at the desk is chosen by F4; it stands in the history and under letters."),
            muted=True,
            lines=0,
        )
        card = Card(
            language.tr("Who works here"), hint, 4, self._people, 8, self._new, row(plus, None), icon="users"
        )
        self.setLayout(column(card, None))

    def show_staff(self, staff: list[StaffMember], at_desk: int | None) -> None:
        """Show these people."""
        for field in self._fields:
            field.blockSignals(True)  # a field that goes away has nothing more to save
        self._fields.clear()
        empty(self._people)
        self.rows = {"staff": self._new}
        for member in staff:
            self._people.addWidget(self._person(member, here=member.id == at_desk))

    def _person(self, member: StaffMember, *, here: bool) -> QWidget:
        tr = self._language.tr
        name = TextField(tr("Name"), tr("Name"), id=f"staff-name-{member.id}")
        title = TextField(tr("Title"), tr("Title"), id=f"staff-title-{member.id}")
        name.setText(member.name)
        title.setText(member.title)
        limit = self._limit_field(member)
        self._fields += [name, title, limit]
        for field in (name, title):
            field.editingFinished.connect(
                lambda: self._save(replace(member, name=name.text().strip(), title=title.text().strip()))
            )
        self.rows[f"staff-{member.id}"] = named = FormRow(tr("Name"), name)
        words = tr("May give in a month, {unit}", unit=self._language.currency)
        self.rows[f"staff-limit-{member.id}"] = limited = FormRow(words, limit)
        fields = row(named, FormRow(tr("Title under the signature"), title), limited, gap=12)
        person = row(
            Avatar(member.name, Tone.ACCENT if member.active else Tone.NEUTRAL), boxed(fields), gap=12
        )
        person.setStretch(1, 1)
        return Split(boxed(person), self._state(member, here=here))

    def _limit_field(self, member: StaffMember) -> TextField:
        tr, own = self._language.tr, member.monthly_limit
        usual = tr("no limit") if member.role is Role.OWNER else tr("as usual")
        field = TextField(tr("May give in a month"), usual, id=f"staff-limit-{member.id}")
        field.setText("" if own is None else amounts.written(own, self._language))
        field.editingFinished.connect(lambda: self._limit(member, field.text()))
        return field

    def _state(self, member: StaffMember, *, here: bool) -> QWidget:
        tr = self._language.tr
        words = tr("Has left") if member.active else tr("Is back")
        toggle = Button(
            words, icon="user-x" if member.active else "user-check", id=f"staff-active-{member.id}"
        )
        toggle.clicked.connect(lambda: self._save(replace(member, active=not member.active)))
        badge = [Badge(tr("At the desk"), Tone.GOOD)] if here else []
        gone = [] if member.active else [Badge(tr("No longer here"))]
        return boxed(row(*badge, *gone, toggle))

    def _enter(self) -> None:
        name = self.field.text()
        self._add(name)
        if not self._new.error:
            self.field.clear()
            self.field.setFocus()
