"""What the register decides: who is listed, in which columns and order, and what a row says."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from cxdesk.domain.listing import (
    CHOICES,
    DEFAULT,
    NUMBERS,
    Column,
    Condition,
    Group,
    Listing,
    SavedList,
    Subject,
    by_column,
    field_of,
)
from cxdesk.language import fields
from cxdesk.language import listing as words
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

ORDER = (Column.NAME.value, False)
NEAREST = ("", False)  # what was found, the best hit first
ALL, LIST = "all", "list:"


class Register:
    """The customers that a group, conditions and a search leave, ids first, rows when they are seen."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk, self._language = desk, language
        self.group, self.text = ALL, ""
        self.conditions: tuple[Condition, ...] = ()
        self.columns: tuple[str, ...] = DEFAULT
        self.order: tuple[str, bool] = ORDER
        self.own_columns: tuple[str, ...] = DEFAULT
        self.refresh()

    @property
    def listing(self) -> Listing:
        """The list as it stands."""
        group = (Condition(Subject.GROUP, self.group),) if self.group in {*Group} else ()
        return Listing((*group, *self.conditions), self.columns, *self.order)

    @property
    def narrowed(self) -> bool:
        """Whether somebody may be left out."""
        return bool(self.text.strip() or self.listing.conditions)

    @property
    def saved(self) -> SavedList | None:
        """The saved list that is chosen, if any."""
        return self.lists.get(self.group)

    def refresh(self) -> None:
        """Read again which own fields and saved lists there are; a list that is gone is chosen no more."""
        self.own = by_column(self._desk.fields.asked())
        self.lists = {f"{LIST}{saved.id}": saved for saved in self._desk.lists.every()}
        if self.group not in {ALL, *Group, *self.lists}:
            self.choose(ALL)
        self.show(self.columns)

    def choose(self, group: str) -> None:
        """Show a group, or a saved list as it was kept; what a saved list brought goes with it."""
        if self.saved or group in self.lists or group == ALL:
            self.conditions, self.order = (), ORDER
            self.columns = self.own_columns
        self.group = group
        if self.saved:
            kept = self.saved.listing
            self.conditions, self.order = kept.conditions, (kept.order, kept.descending)
            self.show(kept.columns)

    def keep(self, name: str) -> str:
        """Keep the list as it stands under a name, and choose it; gives its name as it is kept.

        Raises:
            UserError: when the name cannot be.
        """
        listing = self.listing
        made = self._desk.lists.save(name, replace(listing, order=listing.order or ORDER[0]))
        self.refresh()
        self.choose(f"{LIST}{made}")
        return self.lists[self.group].name

    def rename(self, name: str) -> None:
        """Give the chosen saved list another name.

        Raises:
            UserError: when the name cannot be.
        """
        if self.saved:
            self._desk.lists.rename(self.saved, name)

    def delete(self) -> None:
        """Take the chosen saved list away."""
        if self.saved:
            self._desk.lists.delete(self.saved)

    def counts(self, desk: Desk) -> dict[str, int]:
        """How many customers each group and each saved list has, asked of any desk of the shop."""
        lists = {f"{LIST}{i}": n for i, n in desk.lists.counts().items()}
        return desk.register.counts() | lists

    def find(self) -> Sequence[int]:
        """The ids as they are asked for; in no order what a search found stands nearest first."""
        return self._desk.register.ids(self.listing, self.text)

    def search(self, text: str) -> None:
        """Look for `text`; a search brings its own order until another is asked for."""
        if bool(self.text.strip()) != bool(text.strip()):
            self.order = NEAREST if text.strip() else ORDER
        self.text = text

    def finding(self) -> Callable[[Any, object], Sequence[int]] | None:
        """The same for the worker, where it takes long enough to be noticed; a search never does."""
        if self.text.strip() or not self._desk.register.is_long():
            return None
        listing = self.listing
        return lambda desk, _: desk.register.ids(listing)

    def rows(self, ids: Sequence[int]) -> list[tuple[str, ...]]:
        """The cells of these customers, in the order of the columns."""
        say, columns = self._language, self.columns
        return [
            tuple(
                words.cell(say, column, value, self.own)
                for column, value in zip(columns, row.values, strict=True)
            )
            for row in self._desk.register.rows(ids, columns)
        ]

    def titles(self) -> dict[str, str]:
        """Every column that there is, in words."""
        return words.columns(self._language, self.own)

    def show(self, columns: Sequence[str]) -> None:
        """Show these columns, always with the name; an order that is not seen any more is given up."""
        rest = [column for column in columns if column in self.titles() and column != Column.NAME]
        self.columns = (Column.NAME, *dict.fromkeys(rest))
        if self.order[0] and self.order[0] not in self.columns:
            self.order = ORDER

    def choose_columns(self, columns: Sequence[str]) -> None:
        """Show these columns; outside a saved list they are also this PC's own."""
        self.show(columns)
        if not self.saved:
            self.own_columns = self.columns

    def groups(self, counts: dict[str, int] | None = None) -> dict[str, str]:
        """The groups and saved lists in words, with their counts when they are known."""
        say = self._language
        named = {ALL: say.tr("All")} | {group.value: words.group(say, group) for group in Group}
        named |= {key: saved.name for key, saved in self.lists.items()}
        known = counts or {}
        return {
            key: f"{text} {say.number(known[key])}" if key in known else text for key, text in named.items()
        }

    def subjects(self) -> dict[str, str]:
        """What the list can be narrowed by."""
        return words.subjects(self._language, self.own)

    def choices(self, about: str) -> dict[str, str]:
        """The values that a condition can have, empty where it is written."""
        if about in self.own:
            return fields.options(self._language, self.own[about])
        subject = Subject(about)
        return {value: words.said(self._language, subject, value) for value in CHOICES.get(subject, ())}

    def used(self, about: str) -> list[str]:
        """The texts that customers have already, where the value is written."""
        field = field_of(about)
        subject = Subject.FIELD if field else Subject(about)
        return [] if subject in NUMBERS else self._desk.register.used(subject, field)

    def narrow(self, about: str, typed: str) -> None:
        """Add a condition.

        Raises:
            UserError: when what was typed cannot be its value.
        """
        condition = words.read(self._language, about, typed, self.own)
        if condition not in self.conditions:
            self.conditions = (*self.conditions, condition)

    def widen(self, at: int) -> None:
        """Take a condition away."""
        self.conditions = self.conditions[:at] + self.conditions[at + 1 :]

    def said(self) -> list[str]:
        """The conditions in words."""
        return [words.condition(self._language, each, self.own) for each in self.conditions]

    def nothing(self) -> str:
        """What an empty list means."""
        text = self.text.strip()
        if text:
            return self._language.tr("Nobody is found for “{text}”.", text=text)
        if self.conditions:
            return self._language.tr("Nobody fulfils all of these conditions.")
        return self._language.tr("Nobody is in this group at the moment.")
