"""The words of a list of customers: its groups, columns, conditions and cells."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from cxdesk.domain import money
from cxdesk.domain.customer import AgeGroup, ContactChannel, Gender
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field
from cxdesk.domain.listing import NUMBERS, Column, Condition, Group, Subject
from cxdesk.domain.needs import Stage
from cxdesk.language import fields, needs, people, reasons
from cxdesk.language.language import Language

Value = str | int | None
FIGURES = frozenset(
    {Column.LAST_VISIT, Column.VISITS, Column.SPEND, Column.POINTS, Column.SINCE, Column.BIRTHDAY}
)


def group(language: Language, which: Group) -> str:
    """A group of customers."""
    return {
        Group.NEW: language.tr("New customers"),
        Group.REGULAR: language.tr("Regulars"),
        Group.SILENT: language.tr("Silent for 90 days"),
        Group.NO_LETTERS: language.tr("No letter permission"),
    }[which]


def columns(language: Language, own: Mapping[str, Field]) -> dict[str, str]:
    """The title of every column that a list can have, those of the shop's `own` fields last."""
    say = language.tr
    return {
        Column.NAME: say("Name"),
        Column.PHONE: say("Phone"),
        Column.EMAIL: say("E-mail"),
        Column.TOWN: say("Town"),
        Column.LANGUAGE: say("Language"),
        Column.BIRTHDAY: say("Birthday"),
        Column.AGE_GROUP: say("Age group"),
        Column.PERSONA: say("Persona"),
        Column.ORIGIN: say("Found us through"),
        Column.STAGE: say("Stage"),
        Column.TAGS: say("Tags"),
        Column.LAST_VISIT: say("Last visit"),
        Column.VISITS: say("Visits"),
        Column.SPEND: say("Purchases"),
        Column.POINTS: say("Points"),
        Column.SINCE: say("Customer since"),
        Column.PERMISSION: say("Letters allowed"),
    } | {column: field.name for column, field in own.items()}


def subjects(language: Language, own: Mapping[str, Field]) -> dict[str, str]:
    """What a list can be narrowed by; the shop's `own` fields as their columns."""
    say = language.tr
    return {
        Subject.TAG: say("Tag"),
        Subject.TOWN: say("Town"),
        Subject.LANGUAGE: say("Language"),
        Subject.NOT_VISITED_FOR: say("Not seen for so many days"),
        Subject.VISITED_WITHIN: say("Seen within so many days"),
        Subject.VISITS: say("At least so many visits"),
        Subject.SPEND: say("Bought for at least"),
        Subject.BOUGHT: say("Has bought"),
        Subject.BIRTHDAY_MONTH: say("Birthday in"),
        Subject.PERMISSION: say("Permission"),
        Subject.REACHED_BY: say("Has"),
        Subject.LIKES: say("Likes"),
        Subject.ALLERGY: say("Allergy"),
        Subject.PERSONA: say("Persona"),
        Subject.ORIGIN: say("Found us through"),
        Subject.STAGE: say("Stage"),
        Subject.AGE_GROUP: say("Age group"),
        Subject.GENDER: say("Gender"),
    } | {column: field.name for column, field in own.items()}


def condition(language: Language, which: Condition, own: Mapping[str, Field]) -> str:
    """A condition as short as a button."""
    match which.subject:
        case Subject.NOT_VISITED_FOR:
            return language.tr_n("Not seen for {n} day", "Not seen for {n} days", which.number)
        case Subject.VISITED_WITHIN:
            return language.tr_n("Seen within {n} day", "Seen within {n} days", which.number)
        case Subject.VISITS:
            return language.tr_n("At least {n} visit", "At least {n} visits", which.number)
        case Subject.SPEND:
            return language.tr("Bought for at least {amount}", amount=language.money(which.number))
        case Subject.GROUP:
            return group(language, Group(which.value))
        case Subject.FIELD:
            field = own.get(f"field:{which.field}", Field(0, "–"))
            about, value = field.name, fields.said(language, field, which.value)
        case _:
            about, value = subjects(language, {})[which.subject], said(language, which.subject, which.value)
    return language.tr("{what}: {detail}", what=about, detail=value)


def read(language: Language, about: str, typed: str, own: Mapping[str, Field]) -> Condition:
    """The condition that somebody has typed a value for; `about` is a subject, or the column of an own field.

    Raises:
        UserError: when the value cannot be one.
    """
    subject = Subject.FIELD if about in own else Subject(about)
    field = own[about].id if about in own else 0
    value = fields.read(own[about], typed) if field else _value(language, subject, typed.strip())
    try:
        return Condition(subject, value, field)
    except ValueError:
        raise UserError("Write what the customers on the list shall have.") from None


def said(language: Language, subject: Subject, value: str) -> str:
    """One of the values that a condition on `subject` can have, in words."""
    say = SAID.get(subject)
    return say(language, value) if say else value


def cell(language: Language, column: str, value: Value, own: Mapping[str, Field]) -> str:
    """What a cell says; an empty text where nothing is known."""
    if value is None or value == "":
        return "–" if column in {Column.LAST_VISIT, Column.VISITS, Column.SPEND} else ""
    if column in own:
        return fields.said(language, own[column], str(value))
    say = CELLS.get(Column(column))
    return say(language, value) if say else str(value)


def _value(language: Language, subject: Subject, typed: str) -> str:
    """Money in minor units, and other numbers without signs."""
    if subject is Subject.SPEND:
        try:
            return str(money.minor(money.typed(typed), money.exponent(language.currency)))
        except ValueError:
            raise UserError("Write an amount, such as 150 or 12,50.") from None
    if subject in NUMBERS and not (typed.isascii() and typed.isdecimal()):
        raise UserError("Write a whole number, such as 30.")
    return typed


@cache
def _ways(language: Language) -> dict[str, str]:
    say = language.tr
    return {
        "phone": say("a phone number"),
        "email": say("an e-mail address"),
        "address": say("a postal address"),
    }


def _birthday(language: Language, value: str) -> str:
    """With the year of birth where it is known; `--11-23` has none."""
    if value.startswith("-"):
        return language.day_of_year(int(value[2:4]), int(value[5:7]))
    return language.date(date.fromisoformat(value))


def _date(language: Language, value: Any) -> str:
    return language.date(date.fromisoformat(value))


def _number(language: Language, value: Any) -> str:
    return language.number(value)


def _yes(language: Language, value: Any) -> str:
    return language.tr("yes") if value else language.tr("no")


SAID: Mapping[Subject, Callable[[Language, str], str]] = {
    Subject.STAGE: lambda language, value: needs.stage(language, Stage(value)),
    Subject.LANGUAGE: people.language_name,
    Subject.BIRTHDAY_MONTH: lambda language, value: language.month_name(int(value)),
    Subject.AGE_GROUP: lambda language, value: people.age_group(language, AgeGroup(value)),
    Subject.GENDER: lambda language, value: people.gender(language, Gender(value)),
    Subject.PERMISSION: lambda language, value: reasons.channel(language, ContactChannel(value)),
    Subject.REACHED_BY: lambda language, value: _ways(language)[value],
}
CELLS: Mapping[Column, Callable[[Language, Any], str]] = {
    Column.LAST_VISIT: _date,
    Column.SINCE: _date,
    Column.BIRTHDAY: _birthday,
    Column.VISITS: _number,
    Column.POINTS: _number,
    Column.SPEND: lambda language, value: language.money(value),
    Column.PERMISSION: _yes,
    Column.STAGE: SAID[Subject.STAGE],
    Column.AGE_GROUP: SAID[Subject.AGE_GROUP],
    Column.LANGUAGE: SAID[Subject.LANGUAGE],
}
