"""Taking things out: lists, contacts, calendars; the whole shop in open formats, and back into an empty one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from cxdesk import __version__
from cxdesk.documents import exports
from cxdesk.documents.exports import calendars, listings, shop, vcards
from cxdesk.documents.exports.calendars import YearlyDay
from cxdesk.documents.exports.delimited import Cell
from cxdesk.documents.exports.endings import by_ending
from cxdesk.domain.customer import Birthday, ContactChannel, Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.exports import Head
from cxdesk.domain.fields import Field
from cxdesk.domain.letter import Window
from cxdesk.domain.listing import by_column
from cxdesk.language import listing
from cxdesk.language.language import LANGUAGES, Language
from cxdesk.services.recipients import Recipients
from cxdesk.services.register import Register
from cxdesk.services.settings import checked
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, customers, feedback, fields, files, migrations
from cxdesk.storage import exports as storage
from cxdesk.storage import listings as storage_of_lists

Progress = Callable[[float], None]
STEP = 1000  # rows between two words about the progress, and read at once for a list
CONTACTS, CALENDAR = ".vcf", ".ics"
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
                storage.part_from_history(db)
                storage.check(db)
                self._check_settings()
        self._work.staff_id = None
        assert recording.made  # noqa: S101 - a shop without a name has been refused
        return BroughtBack(meter.done, recording.made.id)

    def customers(
        self,
        path: Path,
        ids: Sequence[int] | None = None,
        code: str = "",
        columns: Sequence[str] | None = None,
    ) -> int:
        """Write these customers, or all, as a list (.csv, .xlsx) or as contacts (.vcf); gives their number.

        A list has all that a file can say of them, or the `columns` that are shown.
        Columns and countries are named in the language `code`, by default the screen's. As in every list, people who
        are restricted are left out, and as in every method, the shop file is spared.

        Raises:
            UserError: when the file cannot be written or has another ending.
        """
        language, db = self._start(path, code), self._work.db
        if path.suffix.lower() == CONTACTS:
            return vcards.write(path, self._people(ids), language.code)
        if columns:
            own = by_column(fields.every(db))
            titles = listing.columns(language, own)
            header = [titles[column] for column in columns]
            return exports.write(path, header, self._shown_rows(language, ids, columns, own), language.code)
        points = storage_of_lists.has_points(db)
        header = listings.customer_header(language, points=points)
        return exports.write(path, header, self._customer_rows(language, ids, points=points), language.code)

    def purchases(self, path: Path, ids: Sequence[int] | None = None, code: str = "") -> int:
        """Write the purchases of these customers, or all, line by line (.csv, .xlsx); gives the number of lines.

        Raises:
            UserError: as `customers` does.
        """
        language = self._start(path, code)
        rows = (
            listings.purchase_cells(language, line) for line in storage_of_lists.lines(self._work.db, ids)
        )
        return exports.write(path, listings.purchase_header(language), rows, language.code)

    def feedback(self, path: Path, ids: Sequence[int] | None = None, code: str = "") -> int:
        """Write the feedback of these customers, or all, newest first (.csv, .xlsx); gives the number of rows.

        Raises:
            UserError: as `customers` does.
        """
        language = self._start(path, code)
        header = listings.feedback_header(language)
        return exports.write(path, header, self._feedback_rows(language, ids), language.code)

    def birthdays(self, path: Path, ids: Sequence[int] | None = None, code: str = "") -> int:
        """Write birthdays and customer anniversaries as a calendar (.ics) without years of birth; gives their number.

        Raises:
            UserError: as `customers` does.
        """
        language = self._start(path, code)
        by_ending(path, {CALENDAR: True})
        today = self._work.today()
        days = (day for person in self._people(ids) for day in _days(language, person, today))
        return calendars.write(path, language.tr("Birthdays and anniversaries"), days, self._work.now())

    def mailing(
        self, path: Path, channel: ContactChannel, ids: Sequence[int] | None = None, code: str = ""
    ) -> int:
        """Write who may be written to by e-mail, letter or text message (.csv, .xlsx), with name, language and address.

        Children are left out, and so is a phone or an e-mail address that belongs to somebody who objected, too.

        Raises:
            UserError: as `customers` does.
        """
        language = self._start(path, code)
        header = listings.mailing_header(language, channel)
        return exports.write(path, header, self._mailing_rows(language, channel, ids), language.code)

    def _start(self, path: Path, code: str) -> Language:
        self._spare_the_shop(path)
        return self._work.language(code)

    def _people(self, ids: Sequence[int] | None) -> Iterator[Customer]:
        for part in self._parts(ids):
            yield from storage_of_lists.people(self._work.db, part)

    def _parts(self, ids: Sequence[int] | None) -> Iterator[Sequence[int]]:
        chosen = storage_of_lists.everybody(self._work.db) if ids is None else ids
        for start in range(0, len(chosen), STEP):
            yield chosen[start : start + STEP]

    def _customer_rows(
        self, language: Language, ids: Sequence[int] | None, *, points: bool
    ) -> Iterator[list[Cell]]:
        db = self._work.db
        for part in self._parts(ids):
            events = consents.of_many(db, part)
            figures = storage_of_lists.figures(db, part)
            for person in storage_of_lists.people(db, part):
                yield listings.customer_cells(
                    language, person, figures[person.id], events[person.id], points=points
                )

    def _shown_rows(
        self, language: Language, ids: Sequence[int] | None, columns: Sequence[str], own: Mapping[str, Field]
    ) -> Iterator[list[Cell]]:
        register = Register(self._work)
        for part in self._parts(ids):
            free = [person.id for person in storage_of_lists.people(self._work.db, part)]
            for row in register.rows(free, columns):
                yield listings.shown_cells(language, columns, row.values, own)

    def _feedback_rows(self, language: Language, ids: Sequence[int] | None) -> Iterator[list[Cell]]:
        db, chosen = self._work.db, None if ids is None else set(ids)
        for part in self._parts(feedback.ids(db, "all")):
            items = [
                item for item in feedback.by_ids(db, part) if chosen is None or item.customer_id in chosen
            ]
            people = {p.id: p for p in customers.many(db, {item.customer_id or 0 for item in items})}
            products = storage_of_lists.product_names(db, {item.product_id or 0 for item in items})
            for item in items:
                person = people.get(item.customer_id or 0)
                if not (person and person.restricted):
                    product = products.get(item.product_id or 0, "")
                    yield listings.feedback_cells(language, item, person, product)

    def _mailing_rows(
        self, language: Language, channel: ContactChannel, ids: Sequence[int] | None
    ) -> Iterator[list[Cell]]:
        recipients = Recipients(self._work, channel, language.code)
        for person in self._people(ids):
            if place := recipients.place(person):
                yield listings.mailing_cells(person, person.language or recipients.shop.language, place)

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


def _days(language: Language, person: Customer, today: date) -> Iterator[YearlyDay]:
    """The days to remember of one person, from today on."""
    if born := person.birthday:
        leap = (born.month, born.day) == (2, 29)
        title = language.tr("Birthday: {name}", name=person.name)
        yield YearlyDay(f"birthday-{person.id}@cxdesk", title, born.next(today), leap)
    if since := person.since:
        leap = (since.month, since.day) == (2, 29)
        first = Birthday(since.day, since.month).next(max(today, since + timedelta(days=1)))
        title = language.tr("A customer since {year}: {name}", year=since.year, name=person.name)
        yield YearlyDay(f"anniversary-{person.id}@cxdesk", title, first, leap)


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
