"""Moving in: a file of another system becomes customers, products and purchases, as one undoable change."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from cxdesk.documents import profiles
from cxdesk.documents.tables import Table, open_table
from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import ImportRow, Refusal, RowReader, inferred
from cxdesk.domain.profiles import Profile, folded, recognise
from cxdesk.services.backups import Backups
from cxdesk.services.workplace import Workplace
from cxdesk.storage import imports as storage
from cxdesk.storage.imports import Counts

SAMPLE = 500
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do; `change` is what undoes it, None when nothing changed."""

    profile: str
    rows: int
    added: Counts
    updated: Counts
    unchanged: Counts
    refused: tuple[Refusal, ...]
    change: int | None = None


class _TakenBack(Exception):  # noqa: N818 - how a trial ends, not an error
    pass


class Imports:
    """Files of other systems."""

    def __init__(self, workplace: Workplace, backups: Backups) -> None:
        self._work = workplace
        self._backups = backups

    def run(
        self,
        path: Path,
        *,
        profile: str | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Imported:
        """Bring in a file; a trial (`dry_run`) does the same and takes it back. The same file twice adds nothing.

        `progress` is told the share done from 0 to 1 and may raise to cancel; then nothing of the file is saved.

        Raises:
            UserError: when the file cannot be read or is of no system that we know.
        """
        table = open_table(path)
        found = _profile(table, profile)
        with storage.staging() as staged:
            rows, refused = self._stage(table, found, staged, progress or (lambda _: None))
            if not dry_run:
                self._backups.if_needed()
            with storage.attached(self._work.db, staged):
                done = self._apply(path.name, found, dry_run=dry_run)
        return replace(done, rows=rows, refused=tuple(refused))

    def _stage(
        self, table: Table, profile: Profile, staged: storage.Staging, progress: Progress
    ) -> tuple[int, list[Refusal]]:
        refused: list[Refusal] = []
        count, size = 0, max(1, table.path.stat().st_size)
        for part in storage.batches(self._read(table, profile)):
            staged.add(row for row in part if isinstance(row, ImportRow))
            refused += [row for row in part if isinstance(row, Refusal)]
            count += len(part)
            progress(min(0.6, 0.6 * count * 90 / size))
        staged.finish()
        return count, refused

    def _read(self, table: Table, profile: Profile) -> Iterator[ImportRow | Refusal]:
        written, questions = inferred(
            profile, table.header, (cells for _, cells in islice(table.rows(), SAMPLE))
        )
        if questions:
            raise UserError(
                "The column {field} can be read in more than one way: {examples}.",
                field=questions[0].field,
                examples=list(questions[0].examples),
            )
        decimals = money.exponent(self._work.shop().currency)
        return RowReader(profile, table.header, written, decimals).read(table.rows())

    def _apply(self, name: str, profile: Profile, *, dry_run: bool) -> Imported:
        try:
            with self._work.change("File imported", detail=name, bulk=True) as recording:
                applied = storage.apply(self._work.db, profile.name, self._work.shop())
                if dry_run:
                    raise _TakenBack  # noqa: TRY301 - rolling back is what a trial is for
        except _TakenBack:
            pass
        change = recording.made.id if recording.made else None
        return Imported(profile.name, 0, applied.added, applied.updated, applied.unchanged, (), change)


def _profile(table: Table, name: str | None) -> Profile:
    known: Sequence[Profile] = profiles.load()
    if name is None:
        found = recognise(table.header, known)
    else:
        found = next((profile for profile in known if folded(profile.name) == folded(name)), None)
        if found is None:
            raise UserError(
                "There is no import profile “{name}”. Known: {known}.",
                name=name,
                known=[p.name for p in known],
            )
    if found is None or not found.needs <= found.columns(table.header).keys():
        raise UserError(
            "{file} is of no system that CX Desk knows. Its columns: {columns}.",
            file=table.path.name,
            columns=table.header[:12],
        )
    return found
