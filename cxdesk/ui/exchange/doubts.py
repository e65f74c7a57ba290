"""People of a file who may be in the register already, and what a person says about them; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxdesk.language import imports as words
from cxdesk.language.language import Language
from cxdesk.services.imports import Imported

NEW = "new"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Somebody of the file, who they may be (`options`: key to words), and what is chosen."""

    key: str
    name: str
    line: str
    options: Mapping[str, str]
    chosen: str


class Doubts:
    """Who may be whom; `decisions` are what has been said."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._people: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[str, tuple[str, int]] = {}
        self.decisions: dict[str, int] = {}

    def take(self, trial: Imported) -> None:
        """Look at what a trial without decisions has found; what was said stays."""
        self._people, self._names = {}, {}
        for doubt in trial.doubts:
            if doubt.customer_id is not None:
                who = self._language.tr(
                    "The same as {name} ({why})",
                    name=doubt.other or "–",
                    why=words.agrees(self._language, doubt.agrees),
                )
                self._people.setdefault(doubt.key, []).append((str(doubt.customer_id), who))
                self._names[doubt.key] = doubt.name, doubt.line
        self.decisions = {key: said for key, said in self.decisions.items() if key in self._people}

    def forget(self) -> None:
        """Another file comes."""
        self._people, self._names, self.decisions = {}, {}, {}

    def decide(self, key: str, choice: str) -> None:
        """Somebody is a customer (by the key of the option) or new."""
        self.decisions[key] = 0 if choice == NEW else int(choice)

    def decide_all(self, *, same: bool) -> None:
        """All are who they may be first of all, or all are new."""
        for key, options in self._people.items():
            self.decide(key, options[0][0] if same else NEW)

    def people(self) -> list[PersonFacts]:
        """Everybody of whom it is not sure who they are."""
        return [self._person(key, options) for key, options in self._people.items()]

    def _person(self, key: str, options: list[tuple[str, str]]) -> PersonFacts:
        name, line = self._names[key]
        said = self.decisions.get(key, 0)
        return PersonFacts(
            key=key,
            name=name or self._language.tr("(no name)"),
            line=self._language.tr("line {n}", n=line),
            options={**dict(options), NEW: self._language.tr("Somebody else, a new customer")},
            chosen=str(said) if said else NEW,
        )
