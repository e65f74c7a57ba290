"""The card of the envelope's window: how far the address is moved to stand in it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.aligning import FIELDS, Aligning, Look
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed


class WindowCard(Card):
    """Two lengths, each kept when it is left, and the sheet to try them; `look` shows it."""

    def __init__(self, desk: Desk, shell: Shell, look: Look) -> None:
        tr = shell.language.tr
        super().__init__(tr("Address in the window"), icon="mail")
        self._shell, self._look = shell, look
        words = dict(zip(FIELDS, (tr("To the right, mm"), tr("Down, mm")), strict=True))
        self.fields = {name: TextField(said, "0", id=name.replace("_", "-")) for name, said in words.items()}
        self.rows = {name: FormRow(words[name], field) for name, field in self.fields.items()}
        hint = tr("Print the test sheet and hold it behind the envelope: the frame belongs in the window.")
        self.test = Button(tr("Test sheet"), icon="printer", id="window-test")
        self.presenter = Aligning(desk, shell.language, shell.jobs, self)
        self.test.clicked.connect(self.presenter.test)
        for name, field in self.fields.items():
            field.editingFinished.connect(partial(self._left, name))
        rows = boxed(Flow(*self.rows.values(), gap=8, equal=True))
        for part in (Label(hint, muted=True, lines=0), rows, boxed(Flow(self.test, gap=8))):
            self.add(part)

    def show_offset(self, values: dict[str, str]) -> None:
        """Show how far the address is moved; a field with a mistake keeps what was typed."""
        for name, said in values.items():
            if not self.rows[name].error:
                self.fields[name].setText(said)

    def show_mistake(self, field: str, text: str) -> None:
        """Say at a field what is wrong with it."""
        self.rows[field].set_error(text)

    def look(self, file: Path, title: str) -> None:
        """Show the test sheet."""
        self._look(file, title)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _left(self, name: str) -> None:
        self.presenter.save(name, self.fields[name].text())
