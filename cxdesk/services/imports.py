"""Moving in: a file of another system becomes customers, products, purchases and answers, as one undoable change."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from cxdesk.documents import profiles
from cxdesk.documents.imports import cells as reading_cells
from cxdesk.documents.imports.answers import AnswerReader
from cxdesk.documents.imports.articles import ProductReader
from cxdesk.documents.imports.cells import Cells, Reader
from cxdesk.documents.imports.inference import reading
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.documents.imports.purchases import PurchaseReader
from cxdesk.documents.tables import Table, open_table
from cxdesk.documents.tables.table import Numbered
from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError, Question, Refusal, Row
from cxdesk.domain.profiles import Profile, Subject, folded, mapped, parse, recognise
from cxdesk.domain.reconciliation import Comparison
from cxdesk.language.folding import clean
from cxdesk.services.backups import Backups
from cxdesk.services.workplace import Workplace
from cxdesk.storage.imports import applying, preview, reconciling, saved, staging
from cxdesk.storage.imports.applying import Order
from cxdesk.storage.imports.counts import Counts
from cxdesk.storage.imports.preview import Doubt, Sample
from cxdesk.storage.watching import STEPS, watched

NAME_LIMIT = 100
SAMPLE, EXAMPLES = 200, 3
MOST_REFUSALS = 1_000  # that are told; all are counted and can be saved as a file
BYTES_A_ROW = 90  # for the progress only
READ_SHARE, ALMOST = 0.6, 0.98
STEPS_A_ROW = 400  # of the database when the rows are applied
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is to be read and what is to become of it; what is empty or None is worked out from the file.

    `profile` is the name of a profile or one made by hand; `answers` settle questions by field; `decisions` say of
    people (by the key that a trial has told) which customer they are, 0 for nobody, or the key of another
    of the file; with `overwrite` the file's word counts where it differs from the register.
    """

    path: Path
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    profile: str | Profile | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, int | str] = field(default_factory=dict)
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it is understood: its table, the profile, and what remains to be asked.

    `examples` are values of each column, in the order of the header; `first` are the first rows.
    """

    table: Table
    profile: Profile
    written: Mapping[str, str]
    questions: tuple[Question, ...]
    examples: tuple[tuple[str, ...], ...] = ()
    first: tuple[tuple[str, ...], ...] = ()

    @property
    def meanings(self) -> dict[int, str]:
        """What each column (from 0) of the file means, where it means something."""
        return {
            place: field
            for field, places in self.profile.columns(self.table.header).items()
            for place in places
        }


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do; `change` is what undoes it, None when nothing changed.

    `refused` are the first rows that cannot go in and `remarks` the first of which a value stays out; their numbers
    are exact. `doubts` are people of whom it is not sure who they are, `samples` the first rows as they will be, and
    the `reconciliation` holds the file against the shop.
    """

    profile: str
    rows: int
    added: Counts
    updated: Counts
    unchanged: Counts
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Refusal, ...] = ()
    refused_count: int = 0
    remark_count: int = 0
    questions: tuple[Question, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    samples: tuple[Sample, ...] = ()
    reconciliation: tuple[Comparison, ...] = ()
    change: int | None = None


class _TakenBack(Exception):  # noqa: N818 - how a trial ends, not an error
    pass


class Imports:
    """Files of other systems."""

    def __init__(self, workplace: Workplace, backups: Backups) -> None:
        self._work = workplace
        self._backups = backups

    def look(self, plan: Plan) -> Draft:
        """What we think a file is, without reading it to its end.

        Raises:
            UserError: when the file cannot be read or is of no system that we know.
        """
        table = _open(plan)
        return _draft(table, self._profile(table, plan.profile), plan.answers)

    def guess(self, plan: Plan, subject: Subject | None = None) -> Draft:
        """As `look`, but any table is understood as far as it can be, as a list of `subject` where that is given.

        The profile may then lack what it needs, and a person says by hand what the columns are.

        Raises:
            UserError: when the file cannot be read.
        """
        table, known = _open(plan), self.profiles()
        if isinstance(plan.profile, Profile):
            known = [plan.profile]
        elif plan.profile is not None:
            known = [profile for profile in known if folded(profile.name) == folded(plan.profile)]
        found = recognise(table.header, [each for each in known if subject in {None, each.subject}])
        if found is None:
            like = [each for each in known if each.subject is (subject or Subject.CUSTOMERS)] or known
            base = next((each for each in like if each.general), like[0])
            places = base.columns(table.header)
            found = mapped(base, table.header, {place: name for name, at in places.items() for place in at})
        return _draft(table, found, plan.answers)

    def run(self, plan: Plan | Path, *, dry_run: bool = False, progress: Progress | None = None) -> Imported:
        """Bring in a file; a trial (`dry_run`) does the same and takes it back. The same file twice adds nothing.

        `progress` is told the share done from 0 to 1 and may raise to cancel; then nothing of the file is saved.

        Raises:
            UserError: when the file cannot be read, is of no system that we know, or leaves a question open.
        """
        plan = plan if isinstance(plan, Plan) else Plan(plan)
        draft = self.look(plan)
        _demand_answers(draft)
        with staging.staging() as staged:
            told = self._stage(draft, staged, progress or (lambda _: None))
            staged.finish(told.applied)
            if not dry_run:
                self._backups.if_needed()
            with staging.attached(self._work.db, staged):
                return self._apply(plan, draft, told, dry_run=dry_run)

    def save_refused(self, plan: Plan, to: Path) -> int:
        """Write the rows that are refused, or of which a value stays out, as a file to correct and import again.

        Gives how many.
        """
        from cxdesk.documents.exports import write  # noqa: PLC0415 - rarely wanted

        draft = self.look(plan)
        read = reading_cells.read(self._reader(draft), draft.table.rows())
        found = (each for each in read if isinstance(each, Refusal))
        rows = {each.line: list(each.cells) for each in found}
        write(to, draft.table.header, rows.values(), self._work.language().code)
        return len(rows)

    def profiles(self) -> list[Profile]:
        """Every profile: those that the shop has made, then those that come with the program."""
        return [*(parse(json.loads(text)) for text in saved.all_of(self._work.db)), *profiles.load()]

    def save_profile(self, profile: Profile) -> None:
        """Keep a mapping made by hand under its name, so that the next file of the kind is recognised."""
        name = clean(profile.name, NAME_LIMIT)
        if not name:
            raise UserError("Write a name for this mapping.")
        with self._work.change("Import mapping saved", detail=name):
            saved.save(self._work.db, name, json.dumps({**profile.content, "name": name}, ensure_ascii=False))

    def _profile(self, table: Table, wanted: str | Profile | None) -> Profile:
        known: Sequence[Profile] = self.profiles()
        if isinstance(wanted, Profile):
            found: Profile | None = wanted
        elif wanted is None:
            found = recognise(table.header, known)
        else:
            found = next((profile for profile in known if folded(profile.name) == folded(wanted)), None)
            if found is None:
                raise UserError(
                    "There is no import profile “{name}”. Known: {known}.",
                    name=wanted,
                    known=[p.name for p in known],
                )
        if found is None or not found.fits(table.header):
            raise UserError(
                "{file} is of no system that CX Desk knows. Its columns: {columns}.",
                file=table.path.name,
                columns=table.header[:12],
            )
        return found

    def _stage(self, draft: Draft, staged: staging.Staging, progress: Progress) -> "_Told":
        reader = self._reader(draft)
        told = _Told(draft.table, reader, progress)
        size = max(1, draft.table.size)
        for part in staging.batches(told.of(reading_cells.read(reader, told.counted()))):
            staged.add(part)
            progress(min(READ_SHARE, READ_SHARE * told.rows * BYTES_A_ROW / size))
        return told

    def _reader(self, draft: Draft) -> Reader:
        shop, profile = self._work.shop(), draft.profile
        cells = Cells(profile, draft.table.header, draft.written, money.exponent(shop.currency))
        people = PeopleReader(cells, shop.country, shop.language, self._work.today())
        if profile.subject is Subject.CUSTOMERS:
            return people
        if profile.subject is Subject.PRODUCTS:
            return ProductReader(cells)
        if profile.subject is Subject.ANSWERS:
            return AnswerReader(cells, people, self._zone())
        return PurchaseReader(cells, people, shop.currency)

    def _zone(self) -> tzinfo | None:
        """The shop's zone; None for the computer's own, whose summer time is then known for every day."""
        now = self._work.now()
        return None if now.utcoffset() == now.astimezone().utcoffset() else now.tzinfo

    def _apply(self, plan: Plan, draft: Draft, told: "_Told", *, dry_run: bool) -> Imported:
        db = self._work.db
        try:
            with (
                self._work.change("File imported", detail=plan.path.name, bulk=True) as recording,
                watched(db.connection, told.applied),
            ):
                order = self._order(plan, draft)
                applied = applying.apply(db, order, self._work.shop())
                done = Imported(
                    profile=draft.profile.name,
                    rows=told.rows,
                    added=applied.added,
                    updated=applied.updated,
                    unchanged=applied.unchanged,
                    refused=tuple(told.refused),
                    remarks=tuple(told.remarks),
                    refused_count=told.refused_count,
                    remark_count=told.remark_count,
                    questions=draft.questions,
                    doubts=preview.doubts(db),
                    samples=preview.samples(db) if dry_run else (),
                    reconciliation=reconciling.compare(
                        db,
                        order,
                        rows=told.rows,
                        refused=told.refused_count,
                        refused_money=told.refused_money,
                    ),
                )
                if dry_run:
                    raise _TakenBack  # noqa: TRY301 - rolling back is what a trial is for
        except _TakenBack:
            pass
        return replace(done, change=recording.made.id if recording.made else None)

    def _order(self, plan: Plan, draft: Draft) -> Order:
        name = plan.path.name
        return Order(
            source=draft.profile.name,
            system=draft.profile.system,
            batch=_digest(plan.path),
            at=self._work.stamp(),
            day=self._work.today().isoformat(),
            words=f"{draft.profile.name}: {name}"[:200],
            staff_id=self._work.staff_id,
            decisions=plan.decisions,
            overwrite=plan.overwrite,
            listed=draft.profile.subject is Subject.PRODUCTS,
        )


class _Told:
    """What is told about the rows of a table while they pass."""

    def __init__(self, table: Table, reader: Reader, progress: Progress) -> None:
        self._table, self._reader, self._progress = table, reader, progress
        self._steps = 0
        self.rows = self.refused_count = self.remark_count = self.refused_money = 0
        self.refused: list[Refusal] = []
        self.remarks: list[Refusal] = []

    def counted(self) -> Numbered:
        """The rows of the table, counted as they pass."""
        for row in self._table.rows():
            self.rows += 1
            yield row

    def of(self, rows: Iterator[Row | Refusal]) -> Iterator[Row]:
        """The rows that go in; the others are kept here."""
        for row in rows:
            if isinstance(row, Refusal):
                self._note(row)
            else:
                yield row

    def applied(self) -> None:
        """Tell how far it is after the next STEPS of the database."""
        self._steps += STEPS
        share = self._steps / (1 + STEPS_A_ROW * self.rows)
        self._progress(READ_SHARE + (ALMOST - READ_SHARE) * min(1, share))

    def _note(self, refusal: Refusal) -> None:
        if refusal.kept:
            self.remark_count += 1
        else:
            self.refused_count += 1
            self.refused_money += self._worth(refusal)
        told = self.remarks if refusal.kept else self.refused
        if len(told) < MOST_REFUSALS:
            told.append(refusal)

    def _worth(self, refusal: Refusal) -> int:
        """What a refused purchase would have come to in minor units, 0 where that cannot be read."""
        if isinstance(self._reader, PurchaseReader) and isinstance(refusal.reason, CellError):
            return self._reader.worth(refusal.cells) or 0
        return 0


def _open(plan: Plan) -> Table:
    return open_table(plan.path, encoding=plan.encoding, delimiter=plan.delimiter, sheet=plan.sheet)


def _draft(table: Table, profile: Profile, answers: Mapping[str, str]) -> Draft:
    found = reading(profile, table.header, (cells for _, cells in table.rows()), answers)
    rows = [cells for _, cells in islice(table.rows(), SAMPLE)]
    first = tuple(map(tuple, rows[:EXAMPLES]))
    return Draft(table, profile, found.written, found.questions, _examples(table.header, rows), first)


def _examples(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    found: list[list[str]] = [[] for _ in header]
    for cells in rows:
        for values, text in zip(found, cells, strict=False):
            if text.strip() and len(values) < EXAMPLES and text.strip() not in values:
                values.append(text.strip())
    return tuple(map(tuple, found))


def _demand_answers(draft: Draft) -> None:
    for question in draft.questions:
        if question.urgent:
            raise UserError(
                "The column {column} can be read in more than one way: {examples}. Say which: {choices}.",
                column=question.column,
                examples=list(question.examples),
                choices=list(question.choices),
            )


def _digest(path: Path) -> str:
    found = blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            found.update(chunk)
    return found.hexdigest()
