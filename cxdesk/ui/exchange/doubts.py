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
        self._people: dict[str, dict[int | str, str]] = {}
        self._names: dict[str, tuple[str, int]] = {}
        self.decisions: dict[str, int | str] = {}

    def take(self, trial: Imported) -> None:
        """Look at what a trial without decisions has found; what was said stays."""
        self._people, self._names = {}, {}
        for doubt in trial.doubts:
            name, why = doubt.other or "–", words.agrees(self._language, doubt.agrees)
            if doubt.customer_id is None:
                who = self._language.tr("The same as {name} in this file ({why})", name=name, why=why)
                choice: int | str = doubt.other_key
            else:
                who = self._language.tr("The same as {name} ({why})", name=name, why=why)
                choice = doubt.customer_id
            self._people.setdefault(doubt.key, {})[choice] = who
            self._names[doubt.key] = doubt.name, doubt.line
        self.decisions = {
            key: said
            for key, said in self.decisions.items()
            if said in {0, *self._people.get(key, {})} and key in self._people
        }

    def forget(self) -> None:
        """Another file comes."""
        self._people, self._names, self.decisions = {}, {}, {}

    def decide(self, key: str, choice: str) -> None:
        """Somebody is a customer (by the key of the option) or new."""
        self.decisions[key] = next((who for who in self._people[key] if str(who) == choice), 0)

    def decide_all(self, *, same: bool) -> None:
        """All are who they may be first of all, or all are new."""
        for key, options in self._people.items():
            self.decisions[key] = next(iter(options)) if same else 0

    def people(self) -> list[PersonFacts]:
        """Everybody of whom it is not sure who they are."""
        return [self._person(key, options) for key, options in self._people.items()]

    def _person(self, key: str, options: Mapping[int | str, str]) -> PersonFacts:
        name, line = self._names[key]
        said = self.decisions.get(key, 0)
        return PersonFacts(
            key=key,
            name=name or self._language.tr("(no name)"),
            line=self._language.tr("line {n}", n=line),
            options={
                **{str(choice): who for choice, who in options.items()},
                NEW: self._language.tr("Somebody else, a new customer"),
            },
            chosen=str(said) if said else NEW,
        )
