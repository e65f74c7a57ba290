"""Decisions of the settings: each field is saved when it is left, and an error stands at its field."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Protocol

from cxdesk.domain.asking import AskWhen
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.shop import LetterBasis, Role, Shop, StaffMember
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts
from cxdesk.ui.settings.words import LABELS

AMOUNTS = frozenset(
    {"monthly_budget", "yearly_budget", "gift_limit", "gift_sum_a_year", "letter_cost", "goodwill_limit"}
)
NUMBERS = frozenset(
    {
        "contact_gap",
        "coupon_percent",
        "yearly_percent",
        "coupon_days",
        "text_scale",
        "ask_gap",
        "nps_gap",
        "gifts_a_year",
    }
)
KINDS: dict[str, type[StrEnum]] = {"letter_basis": LetterBasis, "ask_when": AskWhen, "formality": Formality}


class View(Protocol):
    """What the page shows."""

    def show_values(self, values: Mapping[str, str], *, currency_fixed: bool) -> None:
        """Show the settings, field by field."""

    def show_staff(self, staff: list[StaffMember], at_desk: int | None) -> None:
        """Show who works here."""

    def show_error(self, field: str, text: str) -> None:
        """Show an error at a field, or none when empty."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say `text`, with a button that undoes."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong where no field is to blame."""


class Presenter:
    """Reads and saves the settings of `desk`."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._desk, self._language, self._view = desk, language, view

    def load(self) -> None:
        """Show everything as it stands."""
        shop = self._desk.settings.shop()
        values = {name: self._shown(name, getattr(shop, name)) for name in LABELS}
        self._view.show_values(values, currency_fixed=bool(self._desk.purchases.latest(1)))
        self._view.show_staff(self._desk.settings.staff(), self._desk.workplace.staff_id)

    def save(self, field: str, typed: str) -> None:
        """Save one setting as it was typed."""
        shop = self._desk.settings.shop()
        try:
            value = _value(shop, field, typed)
        except UserError as error:
            self._view.show_error(field, self._language.error(error))
            return
        self._view.show_error(field, "")
        if value != getattr(shop, field):
            changed: dict[str, Any] = {field: value}
            what = self._language.tr(LABELS[field])
            self._act(
                field,
                lambda: self._desk.settings.save(replace(shop, **changed)),
                self._language.tr("Saved: {what}", what=what),
            )

    def add_staff(self, name: str) -> None:
        """Add a member of staff; the first is the owner."""
        role = Role.STAFF if self._desk.settings.staff() else Role.OWNER
        member = StaffMember(0, name, role=role)
        text = self._language.tr("{name} works here now.", name=name.strip())
        self._act("staff", lambda: self._desk.settings.save_staff(member), text)

    def save_staff(self, member: StaffMember) -> None:
        """Save a member of staff; nothing happens when nothing has changed."""
        if member not in self._desk.settings.staff():
            text = self._language.tr("Saved: {what}", what=member.name)
            self._act(f"staff-{member.id}", lambda: self._desk.settings.save_staff(member), text)

    def limit_staff(self, member: StaffMember, typed: str) -> None:
        """Save what a member of staff may give in a month; empty is the usual."""
        field = f"staff-limit-{member.id}"
        try:
            limit = amounts.read(typed, self._language.currency) if typed.strip() else None
        except UserError as error:
            self._view.show_error(field, self._language.error(error))
            return
        self._view.show_error(field, "")
        self.save_staff(replace(member, monthly_limit=limit))

    def take_back(self, change_id: int, what: str) -> None:
        """Undo one change of the past; that can be undone again."""
        text = self._language.tr("Undone: {what}", what=what)
        Acts(self._desk, self._view).undo(change_id, text)

    def _act(self, field: str, act: Callable[[], object], text: str) -> None:
        Acts(self._desk, _AtField(self._view, field, self._language)).do(act, text)

    def _shown(self, name: str, value: object) -> str:
        return (
            amounts.written(value, self._language)
            if name in AMOUNTS and isinstance(value, int)
            else str(value)
        )


class _AtField:
    """Says what went wrong at the field where it happened."""

    def __init__(self, view: View, field: str, language: Language) -> None:
        self._view, self._field, self._language = view, field, language

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._view.show_error(self._field, "")
        self._view.toast(text, undo)

    def fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._view.show_error(self._field, self._language.error(error))


def _value(shop: Shop, field: str, typed: str) -> object:
    if field in AMOUNTS:
        return amounts.read(typed, shop.currency)
    if field in NUMBERS:
        return amounts.whole(typed)
    return KINDS.get(field, str)(typed.strip())
