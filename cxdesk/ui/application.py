"""The running Qt application: its look, its errors, and the windows that are there before a shop is."""
# ruff: noqa: PLC0415 - these windows load when they are needed, which on most days is never

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.language.formats import STYLES
from cxdesk.language.language import Language
from cxdesk.ui.collector import Collector
from cxdesk.ui.errors import Errors
from cxdesk.ui.jobs import Desk, Jobs, Progress
from cxdesk.ui.theme import Theme

if TYPE_CHECKING:
    from cxdesk.ui.start.presenter import Beginning

T = TypeVar("T")
FIRST_SIZE = (1100, 720)
TURN = 0.0001  # s; a window that draws asks for its turn dozens of times, each time behind the busy worker
ARGUMENTS = ["cxdesk", "-style", "Fusion"]  # the same everywhere; our style sheet and painting build on it


class Application:
    """Qt and what every window of ours needs of it.

    Args:
        code: language (fi, en, uz) until a shop says otherwise; empty for the one of this PC.
    """

    def __init__(self, code: str = "") -> None:
        QCoreApplication.setApplicationName("cxdesk")
        running = QApplication.instance()
        self.qt = running if isinstance(running, QApplication) else QApplication(ARGUMENTS)
        self.qt.setDesktopFileName("cxdesk")
        self.theme = self.qt.findChild(Theme) or Theme(self.qt)
        self.qt.setWindowIcon(self.theme.icon("cxdesk", self.theme.tokens.accent, 64))
        self.errors = Errors(Language(code or language_of_this_pc()), paths.logs())

    @property
    def language(self) -> Language:
        """What is said outside of a shop, and what errors are said in."""
        return self.errors.language

    def take_charge(self) -> None:
        """From now on uncaught errors are shown and logged, and no closed window ends the program."""
        self.errors.install()
        Collector(self.qt)
        sys.setswitchinterval(TURN)
        self.qt.setQuitOnLastWindowClosed(False)  # until the last of them is the shop's

    def speak(self, language: Language) -> None:
        """Say everything in `language` from now on."""
        self.errors.language = language

    def first_run(self) -> "Beginning | None":
        """How the person wants to begin, None when they closed the window."""
        from cxdesk.ui.start.page import StartPage

        page = StartPage(self.language.code)
        page.resize(*FIRST_SIZE)
        page.exec()
        if page.beginning:
            self.speak(Language(page.beginning.language))
        return page.beginning

    def wait(self, text: str, open_desk: Callable[[], Desk], work: Callable[[Any, Progress], T]) -> T:
        """Do slow `work(desk, progress)` behind a small window that says `text`; gives what it gives.

        Raises:
            Cancelled: when the person stopped it; besides this, what `work` and `open_desk` raise.
        """
        from cxdesk.ui.waiting import Waiting

        jobs = Jobs(open_desk)
        window = Waiting(text, self.language.tr("Cancel"))
        window.follow(jobs, work)
        jobs.close()
        if window.error:
            raise window.error
        outcome: T = window.outcome
        return outcome

    def offers_backup(self, damage: UserError, at: datetime) -> bool:
        """Say what is damaged and offer the backup made `at`; whether it shall take the shop's place."""
        from cxdesk.ui.tokens import Tone
        from cxdesk.ui.widgets.buttons import Button, Kind
        from cxdesk.ui.widgets.dialogs import Dialog

        language = self.language
        when = f"{language.date(at.date())} {language.time(at)}"
        stay = Button(language.tr("Leave everything as it is"), id="stay")
        back = Button(language.tr("Go back to the backup"), Kind.PRIMARY, id="restore")
        told = language.tr(
            "The newest sound backup is of {when}. Later entries are lost; the damaged file is kept.",
            when=when,
        )
        text = f"{language.error(damage)}\n\n{told}"
        dialog = Dialog(
            None,
            language.tr("The shop file is damaged"),
            text,
            stay,
            back,
            icon="shield-alert",
            tone=Tone.WARN,
        )
        dialog.exec()
        return dialog.answer == 1

    @staticmethod
    def ring(path: Path) -> bool:
        """Let the window that has the shop file open come forward; whether there was one."""
        from cxdesk.ui.doorbell import ring

        return ring(path)


def language_of_this_pc() -> str:
    """The language of the operating system where we speak it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in STYLES else "en"
