"""Letters for suggestions: made by the worker, looked at and printed inside the page."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.jobs import Progress
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Shell
from cxdesk.ui.thanking import title
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress


class LetterDesk(QStackedWidget):
    """Shows `content`, and over it the preview of letters; `printed(suggestions)` when they went to a printer.

    `progress` and `note` are for the content to place: how far the letters are, and what went wrong.
    """

    printed = Signal(object)

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.progress = JobProgress(shell.language.tr("Cancel"))
        self.note = Note(tone=Tone.BAD)
        self.preview = Preview(shell.language)
        self.preview.closed.connect(self.close_preview)
        self.preview.printed.connect(self._printed)
        self._suggestions: Sequence[Suggestion] = ()
        self._before: QWidget | None = None

    def place(self, content: QWidget) -> None:
        """Put `content` under the preview."""
        self.insertWidget(0, content)
        self.addWidget(self.preview)
        self.setCurrentIndex(0)

    @property
    def previewing(self) -> bool:
        """Whether a letter is being looked at."""
        return self.currentWidget() is self.preview

    def write(self, suggestions: Sequence[Suggestion]) -> None:
        """Make the letters of these suggestions and show them."""
        language = self._shell.language
        file = self._desk.letters.file(suggestions)

        def work(desk: Any, progress: Progress) -> Path:
            desk.letters.write_batch(suggestions, file, _counted(progress))
            return file

        self.note.say("")
        job = self._shell.jobs.run(work, lambda made: self._show(made, suggestions), self.fail)
        text = language.tr_n("Making {n} letter…", "Making {n} letters…", len(suggestions))
        self.progress.follow(job, text)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done; what went wrong before is over."""
        self.note.say("")
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say in the note what went wrong."""
        if isinstance(error, UserError):
            self.note.say(self._shell.language.error(error))
        else:
            self._shell.fail(error)

    def close_preview(self) -> None:
        """Go back to the content."""
        self.setCurrentIndex(0)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def _show(self, file: Path, suggestions: Sequence[Suggestion]) -> None:
        self._shell.changes.tell({"letters"})
        self._suggestions, self._before = suggestions, self.window().focusWidget()
        language = self._shell.language
        words = language.tr_n("{n} letter", "{n} letters", len(suggestions))
        head = title(language, suggestions[0]) if len(suggestions) == 1 else words
        try:
            self.preview.open(file, head, language.tr("Printing marks it as done; you can undo that."))
        except UserError as error:
            self.fail(error)
            return
        self.setCurrentWidget(self.preview)
        self.preview.print_button.setFocus()

    def _printed(self) -> None:
        self.close_preview()
        self.printed.emit(self._suggestions)


def _counted(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress(done / total)
