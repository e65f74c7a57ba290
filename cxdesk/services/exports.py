"""Taking things out: the whole shop in open formats, and back into an empty one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cxdesk import __version__
from cxdesk.documents.exports import shop
from cxdesk.domain.errors import UserError
from cxdesk.domain.exports import Head
from cxdesk.domain.letter import Window
from cxdesk.language.language import LANGUAGES
from cxdesk.services.settings import checked
from cxdesk.services.workplace import Workplace
from cxdesk.storage import exports as storage
from cxdesk.storage import files, migrations

Progress = Callable[[float], None]
STEP = 1000  # rows between two words about the progress
THEMES = frozenset({"system", "light", "dark"})
SCALES = range(50, 301)  # per cent
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A shop brought back: how many rows, and the change that undoes it."""

    rows: int
    change: int


class Exports:
    """Files for other programs."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def everything(self, path: Path, progress: Progress | None = None) -> int:
        """Write every recorded table to a .json, .xlsx or .zip (of CSV) file; gives the number of rows.

        `progress` is told the share done from 0 to 1 and may raise to cancel; then nothing is written.

        Raises:
            UserError: when the file cannot be written, has another ending, or is the shop file.
        """
        self._spare_the_shop(path)
        db = self._work.db
        with storage.snapshot(db):
            tables = storage.tables(db)
            head = Head(
                migrations.VERSION, __version__, {table: storage.count(db, table) for table in tables}
            )
            meter = _Meter(head, progress)
            shop.write(
                path,
                head,
                (
                    (table, columns, meter.over(storage.rows(db, table, columns)))
                    for table, columns in tables.items()
                ),
            )
        return meter.done

    def bring_back(self, path: Path, progress: Progress | None = None) -> BroughtBack:
        """Put a shop that `everything` has written into this empty one, ids included, as one change.

        Settings and staff are replaced, but for the folder of the second backups, which belongs to the PC; nobody is
        at the desk afterwards. `progress` is told the share done from 0 to 1 and may raise to cancel.

        Raises:
            UserError: when this shop is not empty, or the file is none of ours, newer than the program, or damaged;
                then nothing is saved.
        """
        db = self._work.db
        if filled := storage.filled(db):
            raise UserError(
                "A whole shop can only be brought into an empty one. This one has {tables} already.",
                tables=filled,
            )
        with shop.opened(path) as (head, tables):
            if head.schema > migrations.VERSION:
                raise UserError(
                    "{path} was made by a newer CX Desk. Update the program to open it.", path=path
                )
            meter, older = _Meter(head, progress), head.schema < migrations.VERSION
            with self._work.change("Shop brought back", detail=path.name, bulk=True) as recording:
                with storage.keeping_places(db):
                    for table, columns, rows in tables:
                        storage.put(db, table, columns, meter.over(rows), older=older)
                storage.check(db)
                self._check_settings()
        self._work.staff_id = None
        assert recording.made  # noqa: S101 - a shop without a name has been refused
        return BroughtBack(meter.done, recording.made.id)

    def _check_settings(self) -> None:
        try:
            settled = checked(self._work.shop())
            Window(settled.window)
        except ValueError:
            settled = None
        if (
            settled is None
            or settled.language not in LANGUAGES
            or settled.theme not in THEMES
            or settled.text_scale not in SCALES
        ):
            raise UserError("The settings of the shop in this file cannot be right.")

    def _spare_the_shop(self, path: Path) -> None:
        with suppress(OSError):  # what cannot be looked at is not the shop
            if any(member.samefile(path) for member in files.members(self._work.db.path)):
                raise UserError("{path} is the shop file. Choose another name.", path=path)


def is_export(path: Path) -> bool:
    """Whether a file is a whole shop that `Exports.everything` has written; only its beginning is read."""
    return shop.is_export(path)


class _Meter:
    """Counts the rows that go by and tells the share of all."""

    def __init__(self, head: Head, tell: Progress | None) -> None:
        self.done = 0
        self._total = max(1, sum(head.rows.values()))
        self._tell = tell or (lambda _: None)

    def over(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows, counted."""
        for row in rows:
            self.done += 1
            if self.done % STEP == 0:
                self._tell(min(1.0, self.done / self._total))
            yield row
