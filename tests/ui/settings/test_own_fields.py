"""The section of own fields, in a real shop."""

import pytest
from PySide6.QtCore import Qt

from cxdesk.domain.fields import Field, FieldKind
from cxdesk.ui.settings.own_fields import OwnFieldsSection


class Saying:
    def __init__(self):
        self.toasts, self.errors = [], []

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.errors.append(error)


@pytest.fixture
def saying():
    return Saying()


@pytest.fixture
def section(desk, language, saying, shown):
    made = OwnFieldsSection(desk, language, saying)
    made.load()
    return shown(made, 900, 600)


def asked(desk):
    return [(field.name, field.kind, field.choices) for field in desk.fields.asked()]


def test_a_field_is_defined_by_keyboard(section, desk, find, qtbot, saying):
    find(section, "field-kind-choice").click()
    qtbot.keyClicks(find(section, "field-choices"), "wool, linen,")
    qtbot.keyClicks(find(section, "new-field"), "Yarn")
    qtbot.keyClick(find(section, "new-field"), Qt.Key.Key_Return)
    assert asked(desk) == [("Yarn", FieldKind.CHOICE, ("wool", "linen"))]
    saying.toasts[-1][1]()
    assert asked(desk) == []


def test_what_is_wrong_stands_at_the_name(section, desk, find):
    find(section, "add-field").click()
    assert section._named.error == "Write a name for the field, such as: shoe size."
    assert asked(desk) == []


def test_rename_order_and_retire(section, desk, find, qtbot):
    first, second = (desk.fields.save(Field(0, name)) for name in ("Shoe", "Pet"))
    section.load()
    line = find(section, f"field-name-{second}")
    line.setText("Pet's name")
    line.editingFinished.emit()
    find(section, f"field-up-{second}").click()
    assert [name for name, *_ in asked(desk)] == ["Pet's name", "Shoe"]
    find(section, f"field-active-{first}").click()
    section.load()
    assert [name for name, *_ in asked(desk)] == ["Pet's name"]
    qtbot.waitUntil(lambda: not find(section, f"field-active-{first}").isHidden())
