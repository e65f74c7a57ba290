"""What the columns of a file become, and what is still to be asked about them; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxdesk.domain.imports import Question
from cxdesk.domain.profiles import FIELDS, SEVERAL, Profile, Subject, mapped
from cxdesk.language import imports as words
from cxdesk.language.language import Language
from cxdesk.services.imports import Draft

LEFT_OUT = ""
ALONE = frozenset({"any", "none"})  # permissions that say all there is to say
KNOWN_BY = ("name", "first_name", "last_name", "company", "email", "phone", "contact", "card", "external_id")
NEEDED: Mapping[Subject, Sequence[Sequence[str]]] = {
    Subject.CUSTOMERS: [KNOWN_BY],
    Subject.PURCHASES: [("moment", "date"), ("amount", "unit_price", "items")],
    Subject.PRODUCTS: [("product_name",)],
    Subject.ANSWERS: [("moment",), ("nps", "csat", "ces", "comment", words.REST)],
}
"""Of each of these a file must have at least one."""
TOLD = 3  # of many fields, in a sentence


class State(StrEnum):
    """How far a column is understood."""

    RECOGNISED = "recognised"
    LEFT_OUT = "left_out"
    QUESTION = "question"  # nothing goes on without an answer
    CHOICE = "choice"  # what is open stays out


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about a column: `ways` are the answers (key to words), of which `several` may be true."""

    field: str
    text: str
    ways: Mapping[str, str]
    chosen: tuple[str, ...] = ()
    several: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of the file, its examples, what it becomes, and what is asked about it."""

    index: int
    name: str
    examples: str
    field: str
    state: State
    ask: Ask | None = None


class Columns:
    """The columns of one file; `answers` are what a person has said, by field."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._asked: dict[str, Question] = {}
        self._draft: Draft | None = None
        self.answers: dict[str, str] = {}

    def take(self, draft: Draft) -> None:
        """Look at the file as it is understood now; what was asked before stays to be seen."""
        before, after = self._places(), draft.profile.columns(draft.table.header)
        moved = {field for field in {*before, *self._asked} if before.get(field) != after.get(field)}
        self._asked = {field: asked for field, asked in self._asked.items() if field not in moved}
        self._asked |= {asked.field: asked for asked in draft.questions}
        self.answers = {field: said for field, said in self.answers.items() if field in self._asked}
        self._draft = draft

    def forget(self) -> None:
        """Another file comes."""
        self._draft, self._asked, self.answers = None, {}, {}

    def rows(self) -> list[ColumnRow]:
        """Every column of the file."""
        if self._draft is None:
            return []
        meanings = self._draft.meanings
        return [self._row(at, name, meanings.get(at, "")) for at, name in enumerate(self._draft.table.header)]

    def become(self, index: int, field: str) -> Profile:
        """The profile by which a column becomes `field`, or is left out; a field of one column leaves its other.

        What was said about a field in another column is forgotten.
        """
        draft, before = self._drafted(), self._places()
        meanings = dict(draft.meanings)
        if field not in {*SEVERAL, words.REST}:
            meanings = {at: name for at, name in meanings.items() if name != field}
        meanings[index] = field
        meanings = {at: name for at, name in meanings.items() if name}
        profile = mapped(draft.profile, draft.table.header, meanings)
        after = profile.columns(draft.table.header)
        self.answers = {
            name: said for name, said in self.answers.items() if before.get(name) == after.get(name)
        }
        return profile

    def answer(self, field: str, ways: Sequence[str]) -> None:
        """Remember what a person says; all channels, or none, go with no other."""
        before = self.answers.get(field, "").split("+")
        new = [way for way in ways if way not in before]
        if alone := [way for way in (new or ways) if way in ALONE]:
            ways = alone[:1]
        elif new:
            ways = [way for way in ways if way not in ALONE]
        self.answers = {**self.answers, field: "+".join(ways)}
        if not ways:
            del self.answers[field]

    def unanswered(self) -> int | None:
        """The first column that cannot be read without an answer."""
        return next((row.index for row in self.rows() if row.state is State.QUESTION), None)

    def missing(self) -> str:
        """What no column is yet, without which nothing can come in; empty when all is there."""
        draft = self._drafted()
        found = set(draft.meanings.values())
        for fields in NEEDED[draft.profile.subject]:
            if found.isdisjoint(fields):
                names = [words.field(self._language, name) for name in fields[:TOLD] if name != words.REST]
                choices = [self._language.quoted(name) for name in names]
                return self._language.tr(
                    "Say which column is one of these: {fields}.", fields=self._language.joined(choices)
                )
        return ""

    def fields(self) -> dict[str, str]:
        """What a column can become, by key."""
        draft, tr = self._drafted(), self._language.tr
        names = [*FIELDS[draft.profile.subject], *([words.REST] if draft.profile.rest else [])]
        return {LEFT_OUT: tr("Leave out")} | {name: words.field(self._language, name) for name in names}

    def _row(self, at: int, name: str, field: str) -> ColumnRow:
        examples = self._drafted().examples
        shown = " · ".join(examples[at]) if at < len(examples) else ""
        asked = self._asked.get(field)
        if asked is None or self._places()[field][0] != at:
            state = State.RECOGNISED if field else State.LEFT_OUT
            return ColumnRow(at, name, shown, field, state)
        return ColumnRow(at, name, shown, field, self._state(asked), self._ask(asked))

    def _state(self, asked: Question) -> State:
        if asked.field in self.answers:
            return State.RECOGNISED
        return State.QUESTION if asked.urgent else State.CHOICE

    def _ask(self, asked: Question) -> Ask:
        said = self.answers.get(asked.field, "")
        return Ask(
            field=asked.field,
            text=words.question(self._language, asked),
            ways={way: words.way(self._language, asked, way) for way in asked.choices},
            chosen=tuple(said.split("+")) if said else (),
            several=asked.field == "consent",
            hint="" if asked.urgent or said else words.unanswered(self._language, asked),
        )

    def _places(self) -> dict[str, tuple[int, ...]]:
        if self._draft is None:
            return {}
        return self._draft.profile.columns(self._draft.table.header)

    def _drafted(self) -> Draft:
        assert self._draft is not None  # noqa: S101 - columns are asked for once there is a file
        return self._draft
