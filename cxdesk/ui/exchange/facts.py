"""What the steps of an import show, in words; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxdesk.domain.imports import Refusal
from cxdesk.domain.profiles import Profile, Subject
from cxdesk.domain.reconciliation import Comparison
from cxdesk.language import imports as words
from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.services.imports import Draft, Imported
from cxdesk.ui.tokens import Tone

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "iso8859-15": "ISO 8859-15",
    "utf-16": "UTF-16",
    "cp1251": "Windows-1251",
}
DELIMITERS = {";": ";", ",": ",", "\t": N_("Tab"), "|": "|"}
GENERAL = "*"  # the key of "another program or list"
TITLES = {
    Subject.CUSTOMERS: N_("Import customers"),
    Subject.PURCHASES: N_("Import purchases"),
    Subject.PRODUCTS: N_("Import products"),
    Subject.ANSWERS: N_("Import feedback"),
}
REFUSED_SHOWN = 100
NAMES = ("customers", "products", "purchases", "feedback", "points")


@dataclass(frozen=True, slots=True)
class Grid:
    """Some rows under headings; `right` are the places of columns with figures."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several `options` (key to words)."""

    options: Mapping[str, str]
    chosen: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What we think a file is; empty picks do not apply to it."""

    name: str
    line: str
    subject: Pick
    system: Pick
    encoding: Pick
    delimiter: Pick
    sheet: Pick
    rows: Grid


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its caption and what it is made of."""

    caption: str
    value: str
    note: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class CompareFacts:
    """One thing in the file and in the shop, and why they differ."""

    item: str
    in_file: str
    in_shop: str
    difference: str
    why: str
    tone: Tone | None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What would come in, or, when it has, what came in."""

    figures: tuple[Figure, ...]
    samples: tuple[Grid, ...]
    refused: Grid
    comparison: tuple[CompareFacts, ...]


def title(language: Language, draft: Draft | None) -> str:
    """What the page is called."""
    return language.tr(TITLES[draft.profile.subject]) if draft else language.tr("Import a file")


def file_facts(language: Language, draft: Draft, profiles: Sequence[Profile]) -> FileFacts:
    """What we think a file is."""
    table, subject = draft.table, draft.profile.subject
    columns = language.tr_n("{n} column", "{n} columns", len(table.header))
    title = language.tr_n("The first row", "The first {n} rows", len(draft.first))
    encoding = "utf-8" if table.encoding == "utf-8-sig" else table.encoding
    return FileFacts(
        name=table.path.name,
        line=f"{columns} · {_size(language, table.size)}",
        subject=Pick({each: words.subject(language, each) for each in Subject}, subject),
        system=_systems(language, draft.profile, [each for each in profiles if each.subject is subject]),
        encoding=_pick(ENCODINGS, encoding),
        delimiter=_pick({key: language.tr(text) for key, text in DELIMITERS.items()}, table.delimiter),
        sheet=Pick({name: name for name in table.sheets}, table.sheet),
        rows=Grid(title, table.header, draft.first),
    )


def file_line(language: Language, draft: Draft) -> str:
    """A file in one line: its name, columns, and how it is written."""
    table = draft.table
    parts = [table.path.name, language.tr_n("{n} column", "{n} columns", len(table.header))]
    if not draft.profile.general:
        parts.append(draft.profile.name)
    if table.encoding:
        known = ENCODINGS.get(table.encoding.removesuffix("-sig"), table.encoding)
        parts.append(language.tr("encoding {name}", name=known))
    if table.delimiter:
        sign = language.tr(DELIMITERS.get(table.delimiter, table.delimiter))
        parts.append(language.tr("delimiter {sign}", sign=sign))
    if table.sheet:
        parts.append(language.tr("sheet {name}", name=table.sheet))
    return " · ".join(parts)


def known(language: Language, trial: Imported, doubts: int) -> str:
    """How many people of a file are new, known, and perhaps known."""
    counted = trial.updated.customers + trial.unchanged.customers
    parts = [
        (language.tr_n("{n} new customer", "{n} new customers", trial.added.customers), 1),
        (
            language.tr_n("{n} is in the register already", "{n} are in the register already", counted),
            counted,
        ),
        (language.tr_n("{n} is perhaps the same", "{n} are perhaps the same", doubts), doubts),
    ]
    return " · ".join(text for text, number in parts if number)


def check_facts(language: Language, done: Imported) -> CheckFacts:
    """What an import did or would do."""
    tr = language.tr
    refused = Figure(
        tr("Refused rows"),
        language.number(done.refused_count),
        language.tr_n("{n} row in all", "{n} rows in all", done.rows),
        Tone.WARN if done.refused_count else Tone.NEUTRAL,
    )
    return CheckFacts(
        figures=(
            _figure(language, language.tr_c("figure", "New"), _numbers(done.added)),
            _figure(language, tr("Completed"), _numbers(done.updated)),
            _figure(language, tr("Known already"), _numbers(done.unchanged)),
            refused,
        ),
        samples=tuple(_sample(language, each.columns, each.rows) for each in done.samples),
        refused=refused_rows(language, done),
        comparison=tuple(_compared(language, each) for each in done.reconciliation),
    )


def refused_rows(language: Language, done: Imported) -> Grid:
    """Rows that stay out, and rows of which a value stays out."""
    tr = language.tr
    told = [
        *((each, tr("Refused")) for each in done.refused),
        *((each, tr("Without it")) for each in done.remarks),
    ]
    told.sort(key=lambda pair: pair[0].line)
    rows = [_refusal(language, refusal, state) for refusal, state in told[:REFUSED_SHOWN]]
    count = done.refused_count + done.remark_count
    heading = language.tr_n("{n} row to look at", "{n} rows to look at", count)
    header = (tr("Line"), tr("Column"), tr("Why"), tr("What happens"))
    return Grid(heading, header, rows, frozenset({0}))


def came_in(language: Language, done: Imported) -> str:
    """What came in, in a sentence."""
    added, updated = _numbers(done.added), _numbers(done.updated)
    if not sum(added.values()) and not sum(updated.values()):
        if done.refused_count:
            return language.tr("Nothing new came in.")
        return language.tr("Everything in this file was in the shop already.")
    parts = []
    if sum(added.values()):
        parts.append(language.tr("New: {what}.", what=words.records(language, added)))
    if sum(updated.values()):
        parts.append(language.tr("Completed: {what}.", what=words.records(language, updated)))
    return " ".join(parts)


def _size(language: Language, size: int) -> str:
    if size < 1_000_000:
        return language.tr("{size} kB", size=language.number(size / 1000, 1 if size < 10_000 else 0))
    return language.tr("{size} MB", size=language.number(size / 1_000_000, 1))


def _pick(options: Mapping[str, str], chosen: str) -> Pick:
    """A choice among the usual ones; empty where nothing is to be chosen."""
    return (
        Pick({chosen: chosen} | dict(options) if chosen not in options else options, chosen)
        if chosen
        else Pick({}, "")
    )


def _systems(language: Language, profile: Profile, profiles: Sequence[Profile]) -> Pick:
    own = {each.name: each.name for each in profiles if not each.general}
    if not profile.general:
        own.setdefault(profile.name, profile.name)
    options = {GENERAL: language.tr("Another program or list"), **own}
    return Pick(options, GENERAL if profile.general else profile.name)


def _numbers(counts: object) -> dict[str, int]:
    return {name: getattr(counts, name) for name in NAMES}


def _figure(language: Language, caption: str, numbers: Mapping[str, int]) -> Figure:
    return Figure(caption, language.number(_total(numbers)), words.records(language, numbers))


def _total(numbers: Mapping[str, int]) -> int:
    """Records; entries of the points book belong to their customers."""
    return sum(number for name, number in numbers.items() if name != "points")


def _sample(language: Language, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Grid:
    shown = [
        [words.cell(language, name, value) for name, value in zip(columns, row, strict=True)] for row in rows
    ]
    right = frozenset(at for at, name in enumerate(columns) if name in words.FIGURES)
    return Grid("", [words.heading(language, name) for name in columns], shown, right)


def _compared(language: Language, line: Comparison) -> CompareFacts:
    tone = None if not line.difference else Tone.NEUTRAL if line.explained else Tone.BAD
    return CompareFacts(
        item=words.item(language, line.item),
        in_file=words.figure(language, line.item, line.in_file),
        in_shop=words.figure(language, line.item, line.in_shop),
        difference=words.figure(language, line.item, line.difference, plus=True) if line.difference else "–",
        why=words.why(language, line),
        tone=tone,
    )


def _refusal(language: Language, refusal: Refusal, state: str) -> tuple[str, ...]:
    return str(refusal.line), refusal.column, language.error(refusal.reason), state
