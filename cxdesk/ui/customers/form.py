"""The form for a new or a changed customer."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxdesk.domain.customer import Customer
from cxdesk.language.language import Language
from cxdesk.language.people import language_name
from cxdesk.ui.alike import AlikeList
from cxdesk.ui.customers import entry
from cxdesk.ui.customers.own_fields import OwnFieldsCard
from cxdesk.ui.customers.profile import ProfileCard
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note

STACK_UNDER = 720
DIGITS = {"day": 2, "month": 2, "year": 4}


class CustomerForm(QWidget):
    """Fields with their errors; `saved(customer, held)` comes with a customer without faults, `left` on Esc.

    `typing(customer)` comes while a new customer is typed, so that `alike` can show who may be meant.
    """

    saved = Signal(object, object)
    left = Signal()
    typing = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._customer, self._today = Customer(0), date.min
        self._fields = self._make_fields()
        self._language_field = self._make_language()
        self._note_field = TextArea(language.tr("Note"), id="note")
        self._rows, self.alike = self._make_rows(), AlikeList(language)
        self.profile, self.own = ProfileCard(language), OwnFieldsCard(language)
        self.note = Note(tone=Tone.BAD)
        save = Button(language.tr("Save"), Kind.PRIMARY, icon="check", key="Ctrl+Enter", id="save")
        cancel = Button(language.tr("Cancel"), hint="Esc", id="cancel")
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.left)
        self._head = PageHead("", "", cancel, save)
        self.setLayout(column(ScrollPage(self._head, self.note, self._make_columns(), None)))

    def show_customer(
        self, customer: Customer, today: date, shop_language: str, used: Mapping[str, Sequence[str]]
    ) -> None:
        """Begin with `customer`; an id of 0 is a new one. `used` are texts to propose, by field."""
        say, new = self._language.tr, not customer.id
        self._customer, self._today = customer, today
        self._head.title.setText(say("New customer") if new else customer.name)
        self._head.line.setText(say("Only a name is needed; everything else may come later."))
        texts = entry.texts(customer)
        for name, field in self._fields.items():
            field.setText(texts[name])
        self._note_field.setPlainText(texts["note"])
        self._language_field.choose(texts["language"] or shop_language)
        self.profile.show_profile(texts, used)
        self.note.say("")
        self.alike.show_alike([])
        self._show_faults({})

    @property
    def customer_id(self) -> int:
        """Who is being changed, 0 for a new customer."""
        return self._customer.id

    def main_control(self) -> QWidget:
        """The first field."""
        return self._fields["first_name"]

    def refuse(self, text: str) -> None:
        """Say why it could not be saved; what was typed stays."""
        self.note.say(text)

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        plain = {name: field.text() for name, field in self._fields.items()}
        plain |= {"language": self._language_field.value(), "note": self._note_field.toPlainText()}
        return plain | self.profile.typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter in a field saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def jump(self, field: str) -> None:
        """Go to a field."""
        (self._language_field if field == "language" else self._fields[field]).setFocus()

    def _typing(self) -> None:
        if not self._customer.id:
            names = {
                name: self._fields[name].text() for name in ("first_name", "last_name", "phone", "email")
            }
            self.typing.emit(entry.sketch(**names))

    def _save(self) -> None:
        typed = self.typed()
        faults = entry.faults(self._language, typed, self._customer, self._today)
        self._show_faults(faults)
        held = self.own.read()
        if not faults and held is not None:
            self.saved.emit(entry.filled(self._customer, typed), held)

    def _show_faults(self, faults: dict[str, str]) -> None:
        for name, form_row in self._rows.items():
            form_row.set_error(faults.get(name, ""))
        if faults:
            first = next(iter(faults))
            self._fields["day" if first == "birthday" else first].setFocus()

    def _make_fields(self) -> dict[str, QLineEdit]:
        say = self._language.tr
        names = {
            "first_name": say("First name"),
            "last_name": say("Last name"),
            "phone": say("Phone"),
            "email": say("E-mail"),
            "street": say("Street address"),
            "postcode": say("Postcode"),
            "town": say("Town"),
            "day": say("Day"),
            "month": say("Month"),
            "year": say("Year"),
        }
        fields: dict[str, QLineEdit] = {
            key: TextField(name, name if key in DIGITS else "", id=key) for key, name in names.items()
        }
        for key, digits in DIGITS.items():
            fields[key].setMaxLength(digits)
            fields[key].setMinimumWidth(theme().px(60))
        return fields

    def _make_language(self) -> Choice:
        names = {code: language_name(self._language, code) for code in ("fi", "en", "uz")}
        return Choice(self._language.tr("Language of letters"), names, id="language")

    def _make_rows(self) -> dict[str, FormRow]:
        say, fields = self._language.tr, self._fields
        born = boxed(row(fields["day"], fields["month"], fields["year"], gap=6))
        rows = {
            key: FormRow(field.accessibleName(), field) for key, field in fields.items() if key not in DIGITS
        }
        rows["birthday"] = FormRow(say("Birthday"), born, say("The year may be left out."))
        rows["language"] = FormRow(say("Language of letters"), self._language_field)
        rows["note"] = FormRow(say("Note"), self._note_field)
        return rows

    def _make_columns(self) -> Columns:
        left = ("first_name", "last_name", "phone", "email", "birthday", "language")
        right = ("street", "postcode", "town", "note")
        cards = [Card("", *(self._rows[name] for name in names)) for names in (left, right)]
        cards[0].body.insertWidget(left.index("birthday"), self.alike)
        for name in left[: left.index("birthday")]:
            self._fields[name].textEdited.connect(self._typing)
        beside = boxed(column(cards[1], self.own, self.profile, None, gap=12))
        return Columns((cards[0], 1), (beside, 1), stack_under=STACK_UNDER)
