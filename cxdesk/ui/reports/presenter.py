"""Decisions of the reports: which month, which language, where it is kept, what has been made."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

MONTHS = 24  # as far back as the list of months goes
NAME = re.compile(r"monthly (\d{4})-(\d{2}) (fi|en|uz)\.pdf")


@dataclass(frozen=True, slots=True)
class Made:
    """A report that lies in the folder; `size` in bytes, `at` in the zone of the shop."""

    path: Path
    month: date
    language: str
    at: datetime
    size: int


class Jobs(Protocol):
    """Who does slow work; see `cxdesk.ui.jobs.Jobs`."""

    def run(
        self,
        work: Callable[[Desk, Callable[[float], None]], Path],
        done: Callable[[Path], None],
        failed: Callable[[Exception], None],
    ) -> Any:
        """Call `work` in the worker, then `done` or `failed`; gives the job."""


class View(Protocol):
    """What the page shows."""

    def show_months(self, months: dict[str, str]) -> None:
        """Offer these months, the first of them chosen."""

    def show_made(self, made: list[Made]) -> None:
        """List the reports that have been made."""

    def follow(self, job: Any, text: str) -> None:
        """Show how far a job is."""

    def preview(self, path: Path, title: str, line: str) -> None:
        """Show a PDF."""

    def say(self, text: str, error: str = "") -> None:
        """Say what was made, or what went wrong."""


class Presenter:
    """Makes reports of `desk` in the worker."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: View) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self.folder = paths.reports(desk.workplace.db.path)

    def load(self) -> None:
        """Show the months that can be chosen and what has been made."""
        self._view.show_months({day.isoformat(): self._title(day) for day in self._months()})
        self.list_made()

    def list_made(self) -> None:
        """Show what lies in the folder, the newest first."""
        found = (self._made(path) for path in self.folder.glob("monthly *.pdf"))
        self._view.show_made(sorted((made for made in found if made), key=lambda made: made.at, reverse=True))

    def make(self, month: str, code: str, *, look: bool) -> None:
        """Make the report of a month (ISO date of its first day) in a language; then `look` at it or say so."""
        first = date.fromisoformat(month)
        path = self.folder / f"monthly {first:%Y-%m} {code}.pdf"

        def work(desk: Desk, progress: Callable[[float], None]) -> Path:
            with suppress(OSError):  # the report then says that it cannot be saved
                path.parent.mkdir(parents=True, exist_ok=True)
            return desk.reports.monthly(first, code, path, lambda done, of: progress(done / of))

        def done(made: Path) -> None:
            self.list_made()
            if look:
                self.look(made)
            else:
                self._view.say(self._language.tr("Saved as {path}", path=made))

        self._view.say("")
        job = self._jobs.run(work, done, self._failed)
        self._view.follow(job, self._language.tr("Making the report of {month}…", month=self._title(first)))

    def look(self, path: Path) -> None:
        """Show a report that has been made."""
        made = self._made(path)
        if made:
            title = self._language.tr("Monthly report, {month}", month=self._title(made.month))
            self._view.preview(path, title, str(path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._view.say("", self._language.error(error))

    def _months(self) -> list[date]:
        month, found = self._desk.workplace.today().replace(day=1), []
        for _ in range(MONTHS):
            month = (month - timedelta(days=1)).replace(day=1)
            found.append(month)
        return found

    def _title(self, month: date) -> str:
        return self._language.month(month)

    def _made(self, path: Path) -> Made | None:
        name = NAME.fullmatch(path.name)
        if name is None or not path.exists():
            return None
        stat = path.stat()
        at = datetime.fromtimestamp(stat.st_mtime, self._desk.workplace.now().tzinfo)
        return Made(path, date(int(name[1]), int(name[2]), 1), name[3], at, stat.st_size)
