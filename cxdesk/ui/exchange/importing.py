"""The import: four steps, and what always stands around them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui import files
from cxdesk.ui.exchange.check_step import CheckStep
from cxdesk.ui.exchange.columns import ColumnRow
from cxdesk.ui.exchange.columns_step import ColumnsStep
from cxdesk.ui.exchange.doubts import PersonFacts
from cxdesk.ui.exchange.facts import CheckFacts, FileFacts
from cxdesk.ui.exchange.file_step import FileStep
from cxdesk.ui.exchange.people_step import PeopleStep
from cxdesk.ui.exchange.presenter import Presenter
from cxdesk.ui.exchange.view import Place, Step
from cxdesk.ui.jobs import Job
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import ScrollPage, Split
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress
from cxdesk.ui.widgets.steps import StepBar

SHOWN_AFTER_MS = 200  # what is done sooner need not say so
SIDE = 24


class ImportPart(QWidget):
    """The wizard; `titled` says what the page is called now. The two callables ask for a file, for tests to replace."""

    titled = Signal(str)

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, language = shell, shell.language
        self.title, self._running = "", 0
        self.presenter = Presenter(desk, language, shell.jobs, self)
        self.ask_file: Callable[[QWidget], str] = files.ask
        self.ask_target: Callable[[QWidget], str] = _ask_target
        self.file, self.columns = FileStep(language), ColumnsStep(language)
        self.people, self.check = PeopleStep(language), CheckStep(language)
        self.note, self.progress = Note(tone=Tone.BAD), JobProgress(language.tr("Cancel"))
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.presenter.begin()

    def main_control(self) -> QWidget | None:
        """What the hand wants first in the present step."""
        return self._steps[min(self.presenter.step, Step.CHECK)].main_control()

    def turn(self, place: Place) -> None:
        """Turn to a step."""
        moved = self._stack.currentIndex() != min(place.step, Step.CHECK)
        self.title = place.title
        self.titled.emit(place.title)
        self._whole.setCurrentIndex(0)
        self.bar.go(place.step)
        self._stack.setCurrentIndex(min(place.step, Step.CHECK))
        self.forward.set_text(place.forward)
        self.forward.setVisible(bool(place.forward))
        self.back.setVisible(place.back)
        self.cancel.setVisible(place.cancel)
        self.undo.setVisible(place.undo)
        control = self.main_control()
        if moved and control is not None and self.isVisible():
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, found: FileFacts | None) -> None:
        """Show what we think the file is."""
        self.file.show_file(found)

    def show_shop(self, name: str) -> None:
        """Show that the file is a whole shop."""
        self.file.show_shop(name)

    def show_columns(self, line: str, fields: dict[str, str], rows: list[ColumnRow]) -> None:
        """Show what the columns become."""
        self.columns.show_columns(line, fields, rows)

    def point_at(self, column: int) -> None:
        """Go to the question of a column."""
        line = self.columns.line(column)
        self._scrolls[Step.COLUMNS].ensureWidgetVisible(line)
        line.focus_question()

    def show_people(self, line: str, people: Sequence[PersonFacts], *, overwrite: bool) -> None:
        """Show who is perhaps known."""
        self.people.show_people(line, people, overwrite=overwrite)

    def show_check(self, found: CheckFacts) -> None:
        """Show what will come in, or what has."""
        self.check.show_check(found)

    def preview(self, path: Path, title: str) -> None:
        """Show a sheet in place of the import."""
        self.preview_.open(path, title, str(path))
        self._whole.setCurrentWidget(self.preview_)

    def say(self, text: str, tone: Tone = Tone.BAD) -> None:
        """Say what is wrong or done."""
        self.note.say(text, tone)

    def toast(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def tell(self, tables: frozenset[str]) -> None:
        """Announce what has changed."""
        self._shell.changes.tell(tables)

    def fail(self, error: Exception) -> None:
        """Show an error of ours."""
        self._shell.fail(error)

    def follow(self, job: Job, text: str) -> None:
        """Show how far a job is, once it takes a while; meanwhile nothing goes on."""
        self._running += 1
        self.forward.setEnabled(False)
        job.ended.connect(self._ended)
        self.progress.follow(job, text)
        self.progress.hide()
        self._late.start()

    def _ended(self) -> None:
        self._running -= 1
        if not self._running:
            self._late.stop()
            self.forward.setEnabled(True)

    def may_leave(self) -> bool:
        """Ask whether what was chosen may be forgotten."""
        tr = self._shell.language.tr
        stay, leave = Button(tr("Stay"), id="stay"), Button(tr("Leave it"), Kind.DANGER, id="leave")
        text = tr("Nothing has been saved. What you have chosen for this file is forgotten.")
        dialog = Dialog(
            self.window(), tr("Leave this import?"), text, stay, leave, icon="upload", tone=Tone.WARN
        )
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer == 1

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is looked at."""
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.presenter.open(Path(path))

    def _build(self) -> None:
        tr = self._shell.language.tr
        names = (tr("File"), tr("Columns"), tr("Duplicates"), tr("Check and bring in"))
        self.bar = StepBar(names, tr("Step {n} of {of}: {name}", n="{n}", of="{of}", name="{name}"))
        self.cancel = Button(tr("Cancel"), Kind.QUIET, id="cancel-import")
        self.undo = Button(tr("Undo the import"), icon="undo-2", id="undo-import")
        self.back = Button(tr("Back"), icon="arrow-left", id="back")
        self.forward = Button("", Kind.PRIMARY, icon="arrow-right", id="forward")
        self._steps = (self.file, self.columns, self.people, self.check)
        self._stack = QStackedWidget()
        self._scrolls = [ScrollPage(step, None, margins=(SIDE, 4, SIDE, 12)) for step in self._steps]
        for scroll in self._scrolls:
            self._stack.addWidget(scroll)
        top = boxed(column(self.bar, self.note, gap=12, margins=(SIDE, 8, SIDE, 8)))
        buttons = Split(boxed(Flow(self.cancel)), boxed(Flow(self.undo, self.back, self.forward, gap=8)))
        foot = boxed(column(self.progress, buttons, gap=8, margins=(SIDE, 10, SIDE, 14)))
        whole = column(top, self._stack, foot, gap=0)
        whole.setStretch(1, 1)
        self.preview_ = Preview(self._shell.language)
        self._whole = QStackedWidget()
        self._whole.addWidget(boxed(whole))
        self._whole.addWidget(self.preview_)
        self.setLayout(column(self._whole))

    def _connect(self) -> None:
        made = self.presenter
        self._late.timeout.connect(self.progress.show)
        self.forward.clicked.connect(made.forward)
        self.back.clicked.connect(made.back)
        self.cancel.clicked.connect(made.cancel)
        self.file.wanted.connect(self._choose)
        self.file.subject.connect(made.set_subject)
        self.file.system.connect(made.set_system)
        self.file.how.connect(lambda what, value: made.read_as(**{what: value}))
        self.columns.became.connect(made.become)
        self.columns.answered.connect(made.answer)
        self.columns.kept.connect(made.keep)
        self.people.decided.connect(made.decide)
        self.people.all_decided.connect(lambda same: made.decide_all(same=same))
        self.people.overwritten.connect(lambda on: setattr(made, "overwrite", on))
        self.check.saving.connect(self._save_refused)
        self.check.printing.connect(made.reconcile)
        self.preview_.closed.connect(self._close_preview)
        self.undo.clicked.connect(made.undo)

    def _close_preview(self) -> None:
        self._whole.setCurrentIndex(0)
        self.check.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        if path := self.ask_file(self):
            self.presenter.open(Path(path))

    def _save_refused(self) -> None:
        if path := self.ask_target(self):
            self.presenter.save_refused(Path(path))


def _ask_target(parent: QWidget) -> str:
    return QFileDialog.getSaveFileName(parent, "", "", "CSV (*.csv);;Excel (*.xlsx)")[0]
