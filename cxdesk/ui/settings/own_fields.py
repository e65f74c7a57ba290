"""The shop's own fields: define, rename, order, retire."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.language import fields as words
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class OwnFieldsSection(QWidget):
    """Each field with its name and choices to edit, and a small form for a new one."""

    def __init__(self, desk: Desk, language: Language, saying: Saying) -> None:
        super().__init__()
        self._desk, self._language, self._saying = desk, language, saying
        self._acts = Acts(desk, saying)
        self._rows, self._edits = column(gap=12), list[TextField]()
        hint = Label(
            language.tr("What your shop wants to know besides: shoe size, pet's name, member of the club…"),
            muted=True,
            lines=0,
        )
        known = Card(language.tr("Own fields"), hint, 4, boxed(self._rows), icon="sliders-horizontal")
        self.setLayout(column(known, self._new(), None, gap=12))

    def load(self) -> None:
        """Show the fields as they are."""
        for each in self._edits:
            each.blockSignals(True)  # a field that goes away has nothing more to save
        self._edits.clear()
        empty(self._rows)
        for field in self._desk.fields.every():
            self._rows.addWidget(self._line(field))

    def _new(self) -> Card:
        say = self._language.tr
        self.name = TextField(say("Name of the field"), say("Such as: shoe size"), id="new-field")
        kinds = {str(kind): text for kind, text in words.kinds(self._language).items()}
        self.kind = ChipGroup(say("What is written in it"), kinds, always=True, equal=False, id="field-kind")
        self.choices = TextField(say("Choices"), say("Such as: cotton, linen, wool"), id="field-choices")
        self._named = FormRow(say("Name of the field"), self.name)
        asked = FormRow(say("Choices"), self.choices, say("With a comma between them."))
        self.kind.changed.connect(lambda: asked.setVisible(self.kind.value() == FieldKind.CHOICE))
        asked.hide()
        add = Button(say("Add"), icon="plus", id="add-field")
        for field in (self.name, self.choices):
            field.returnPressed.connect(self._add)
        add.clicked.connect(self._add)
        holds = FormRow(say("What is written in it"), self.kind)
        return Card(say("A new field"), self._named, holds, asked, row(add, None), icon="plus")

    def _add(self) -> None:
        made = Field(0, self.name.text(), FieldKind(self.kind.value()), _parted(self.choices.text()))
        if self._save(made, self._named):
            self.name.clear()
            self.choices.clear()
        self.name.setFocus()

    def _save(self, field: Field, at: FormRow) -> bool:
        text = self._language.tr("Saved: {name}", name=field.name.strip())
        try:
            self._acts.attempt(lambda: self._desk.fields.save(field), text)
        except UserError as error:
            at.set_error(self._language.error(error))
            return False
        at.set_error("")
        return True

    def _line(self, field: Field) -> QWidget:
        say = self._language.tr
        name = TextField(say("Name of the field"), id=f"field-name-{field.id}")
        name.setText(field.name)
        named = FormRow(words.kinds(self._language)[field.kind], name)
        self._edit(name, named, lambda: replace(field, name=name.text()), field)
        parts: list[QWidget] = [named]
        if field.kind is FieldKind.CHOICE:
            offered = TextField(say("Choices"), id=f"field-choices-{field.id}")
            offered.setText(", ".join(field.choices))
            asked = FormRow(say("Choices"), offered)
            self._edit(offered, asked, lambda: replace(field, choices=_parted(offered.text())), field)
            parts.append(asked)
        return Split(boxed(row(*parts, gap=12)), self._order(field))

    def _edit(self, line: TextField, at: FormRow, made: Callable[[], Field], before: Field) -> None:
        """Save the field when its line is left, if anything has changed."""
        self._edits.append(line)
        line.editingFinished.connect(lambda: made() == before or self._save(made(), at))

    def _order(self, field: Field) -> QWidget:
        say = self._language.tr
        toggle = Button(
            say("Retire") if field.active else say("Bring back"), Kind.QUIET, id=f"field-active-{field.id}"
        )
        toggle.setAccessibleName(f"{toggle.text()}: {field.name}")
        toggle.clicked.connect(lambda: self._retire(field))
        if not field.active:
            return boxed(row(Badge(say("Asked no more"), Tone.NEUTRAL), toggle))
        up = IconButton("chevron-up", say("Further up: {name}", name=field.name), id=f"field-up-{field.id}")
        down = IconButton(
            "chevron-down", say("Further down: {name}", name=field.name), id=f"field-down-{field.id}"
        )
        up.clicked.connect(lambda: self._move(field, -1))
        down.clicked.connect(lambda: self._move(field, 1))
        return boxed(row(up, down, toggle, gap=4))

    def _move(self, field: Field, step: int) -> None:
        text = self._language.tr("Saved: {name}", name=field.name)
        self._acts.do(lambda: self._desk.fields.move(field.id, step), text)

    def _retire(self, field: Field) -> None:
        say = self._language.tr
        text = (
            say("{name} is asked no more.", name=field.name)
            if field.active
            else say("{name} is asked again.", name=field.name)
        )
        self._acts.do(lambda: self._desk.fields.retire(field, active=not field.active), text)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
