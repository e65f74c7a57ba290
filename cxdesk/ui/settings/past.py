"""The history: who changed what and when, each change to be taken back on its own."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtWidgets import QWidget

from cxdesk.domain.change import Change
from cxdesk.language import history
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.table import Column, PagedModel, Table

NEWEST = 500


class HistorySection(QWidget):
    """A table of the newest changes; `take_back(change id, words)` is called for the chosen one."""

    def __init__(self, desk: Desk, language: Language, take_back: Callable[[int, str], None]) -> None:
        super().__init__()
        self._desk, self._language, self._take_back = desk, language, take_back
        self._changes: dict[int, Change] = {}
        tr = language.tr
        columns = (
            Column("at", tr("When"), sortable=False),
            Column("what", tr("What"), stretch=True, sortable=False),
            Column("who", tr("Who"), sortable=False),
            Column("state", tr("State"), sortable=False),
        )
        self._model = PagedModel(columns, self._find, self._read, ("", True))
        self.table = Table(tr("History"), self._model, "history")
        self.table.opened.connect(self._undo)
        self.note = Note(tone=Tone.WARN)
        button = Button(tr("Undo the chosen change"), icon="undo-2", id="undo-chosen")
        button.clicked.connect(lambda: self._undo(self.table.current_id))
        hint = Label(
            tr("Ctrl+Z takes back the newest change, Ctrl+Shift+Z brings it back."), muted=True, lines=0
        )
        self.setLayout(column(Split(hint, boxed(column(button))), self.note, self.table, gap=12))
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]

    def load(self) -> None:
        """Read the newest changes."""
        self.note.say("")
        self._model.reload()

    def _find(self, _key: str, _descending: bool) -> Sequence[int]:  # noqa: FBT001 - the table's signature
        self._changes = {change.id: change for change in self._desk.history.changes(NEWEST)}
        return list(self._changes)

    def _read(self, ids: Sequence[int]) -> list[tuple[str, ...]]:
        zone = self._desk.workplace.now().tzinfo
        return [self._cells(self._changes[each], zone) for each in ids]

    def _cells(self, change: Change, zone: tzinfo | None) -> tuple[str, ...]:
        at = datetime.fromisoformat(change.at).astimezone(zone)
        when = f"{self._language.date(at.date())} {self._language.time(at)}"
        state = self._language.tr("undone") if change.undone else ""
        return when, history.change(self._language, change), change.staff, state

    def _undo(self, change_id: int | None) -> None:
        if change_id is None:
            self.note.say(self._language.tr("Choose a change in the list first."))
        else:
            self._take_back(change_id, history.change(self._language, self._changes[change_id]))
