"""Rules of one kind, edited in place: each value is saved when it is left."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.programme import Rule
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.loyalty.rule_kinds import RuleKind
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.notes import Note


class RulesCard(Card):
    """The rules of a kind, and a line for a new one."""

    def __init__(self, desk: Desk, language: Language, saying: Saying, kind: RuleKind) -> None:
        super().__init__(kind.title, Label(kind.hint, muted=True, lines=0), icon=kind.icon)
        self._desk, self._language, self._kind = desk, language, kind
        self._acts = Acts(desk, saying)
        self._rows, self._edits = column(gap=12), list[TextField]()
        self.error = Note("", Tone.BAD)
        self.new = Button(language.tr("Add"), Kind.QUIET, icon="plus", id=f"new-{kind.key}")
        self.new.setAccessibleName(f"{language.tr('Add')}: {kind.title}")
        self.new.clicked.connect(lambda _: self._ask())
        for part in (boxed(self._rows), self.error, boxed(Flow(self.new))):
            self.add(part)

    def load(self) -> None:
        """Show the rules as they are."""
        for each in self._edits:
            each.blockSignals(True)  # a field that goes away has nothing more to save
        self._edits.clear()
        empty(self._rows)
        for rule in self._desk.programme.every(type(self._kind.blank)):
            self._rows.addWidget(self._line(rule))

    def _ask(self) -> None:
        """A line for a new rule, which is kept when all of it is written."""
        if not any(not edit.property("rule") for edit in self._edits):
            self._rows.addWidget(self._line(self._kind.blank))
        self._edits[-len(self._kind.cells)].setFocus()

    def _line(self, rule: Rule) -> QWidget:
        fields: dict[str, TextField] = {}
        for cell in self._kind.cells:
            field = TextField(cell.label, id=f"{self._kind.key}-{cell.name}-{rule.id}")
            if rule.id or cell.name not in {"name", "spend", "points", "reward"}:
                field.setText(cell.write(getattr(rule, cell.name)))
                field.setCursorPosition(0)
            field.setProperty("rule", rule.id)
            field.editingFinished.connect(lambda: self._save(rule, fields))
            fields[cell.name] = field
            self._edits.append(field)
        cells = [FormRow(cell.label, fields[cell.name]) for cell in self._kind.cells]
        drop = IconButton(
            "trash-2",
            self._language.tr("Remove: {name}", name=rule.name),
            id=f"drop-{self._kind.key}-{rule.id}",
        )
        drop.clicked.connect(lambda _: self._drop(rule))
        return Split(boxed(Flow(*cells, gap=12)), drop)

    def _save(self, rule: Rule, fields: dict[str, TextField]) -> None:
        if not rule.id and not all(
            field.text().strip() for name, field in fields.items() if name != "category"
        ):
            return
        try:
            values = {cell.name: cell.read(fields[cell.name].text()) for cell in self._kind.cells}
            made = replace(rule, **values)
            if made != rule:
                text = self._language.tr("Saved: {name}", name=made.name)
                self._acts.attempt(lambda: self._desk.programme.save(made), text)
        except UserError as error:
            self.error.say(self._language.error(error))
            return
        self.error.say("")

    def _drop(self, rule: Rule) -> None:
        self.error.say("")
        if rule.id:
            text = self._language.tr("Removed: {name}", name=rule.name)
            self._acts.do(lambda: self._desk.programme.drop(rule), text)
        self.load()
