"""The rules of one kind as sentences, and the form of the one that is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.rule_form import RuleForm
from cxdesk.ui.loyalty.rule_kinds import RuleKind
from cxdesk.ui.loyalty.ruling import RuleRow, Ruling
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class RulesCard(Card):
    """A row for each rule, a button for a new one, and the form when it is asked for."""

    def __init__(self, desk: Desk, language: Language, ruling: Ruling, kind: RuleKind) -> None:
        super().__init__(kind.title, Label(kind.hint, muted=True, lines=0), icon=kind.icon)
        self._desk, self._language, self._ruling, self._kind = desk, language, ruling, kind
        self._rows, self.form = column(gap=8), Fold(self._make_form)
        self.new = Button(language.tr("Add"), Kind.QUIET, icon="plus", id=f"new-{kind.key}")
        self.new.setAccessibleName(f"{language.tr('Add')}: {kind.title}")
        self.new.clicked.connect(lambda _: ruling.ask(kind.key))
        for part in (boxed(self._rows), self.form, boxed(Flow(self.new))):
            self.add(part)

    def show_rules(self, rules: Sequence[RuleRow]) -> None:
        """Show these in place of the old ones."""
        empty(self._rows)
        for rule in rules:
            self._rows.addWidget(self._line(rule))

    def ask(self, title: str, values: Mapping[str, Any], known: Sequence[str]) -> None:
        """Open the form."""
        self.new.hide()
        self.form.open().begin(title, values, known)

    def close_form(self) -> None:
        """Back to the rows."""
        self.form.hide()
        self.new.show()

    def _make_form(self) -> RuleForm:
        form = RuleForm(self._desk, self._language, self._kind)
        form.saved.connect(lambda: form.show_errors(self._ruling.save(self._kind.key, form.entered())))
        form.left.connect(self._leave)
        return form

    def _leave(self) -> None:
        self.close_form()
        self.new.setFocus()

    def _line(self, rule: RuleRow) -> QWidget:
        say, key = self._language.tr, self._kind.key
        edit = IconButton("pencil", say("Change: {name}", name=rule.name), id=f"edit-{key}-{rule.id}")
        drop = IconButton("trash-2", say("Remove: {name}", name=rule.name), id=f"drop-{key}-{rule.id}")
        edit.clicked.connect(lambda _: self._ruling.ask(key, rule.id))
        drop.clicked.connect(lambda _: self._ruling.drop(key, rule.id))
        head = Flow(
            Label(rule.name, Style.STRONG, lines=2), *([Badge(rule.badge)] if rule.badge else []), gap=8
        )
        line = row(
            boxed(column(boxed(head), Label(rule.words, muted=True, lines=0), gap=1)), edit, drop, gap=4
        )
        line.setStretch(0, 1)
        return boxed(line)
