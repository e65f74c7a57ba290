"""A form as text and back: written by the types of its fields, so that what a form gains is kept as well."""

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.ui.counter.form import Form

VERSION = 1
SENSELESS = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)

Find = Mapping[type, Callable[[Any], object]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A form and when it was kept; `orphan` when its customer has gone since."""

    form: Form
    at: datetime
    orphan: bool = False


def written(draft: Draft) -> str:
    """A draft as text; customers and saved feedback are only named."""
    content = {"version": VERSION, "at": draft.at.isoformat(timespec="seconds"), "form": draft.form}
    return json.dumps(content, ensure_ascii=False, default=_plain)


def read(text: str, customer: Callable[[int], Customer], feedback: Callable[[int], Feedback]) -> Draft:
    """The draft that was written as `text`; a customer who has gone since is nobody.

    Raises:
        UserError: when it makes no sense.
    """
    find: Find = {
        Customer: lambda said: _known(customer, said),
        Feedback: lambda said: _saved(feedback, said["id"]),
    }
    try:
        content = json.loads(text)
        if content["version"] != VERSION:
            raise ValueError(content["version"])
        at = datetime.fromisoformat(content["at"])
        form = _read(Form, content["form"], find)
        return Draft(form, at.astimezone(), form.customer is None and content["form"]["customer"] is not None)
    except SENSELESS as error:
        raise UserError(
            "What stood at the counter when the program ended could not be read and is left out."
        ) from error


def _plain(value: Any) -> object:
    """What JSON has no word for."""
    match value:
        case Customer():
            return {"id": value.id, "name": value.name}
        case Feedback():
            return {"id": value.id}
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return {field.name: getattr(value, field.name) for field in fields(value)}


def _read(kind: Any, value: Any, find: Find) -> Any:
    """What was written of a value of this type.

    Raises:
        ValueError: or another of SENSELESS, when it is of another type.
    """
    if isinstance(kind, types.UnionType):
        (inner,) = (each for each in typing.get_args(kind) if each is not types.NoneType)
        return None if value is None else _read(inner, value, find)
    if typing.get_origin(kind) is tuple:
        return tuple(_read(typing.get_args(kind)[0], each, find) for each in value)
    if kind in find:
        return find[kind](value)
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _read(hints[name], each, find) for name, each in value.items()})  # type: ignore[operator]
    return _simple(kind, value)


def _simple(kind: type, value: Any) -> Any:
    if issubclass(kind, Enum):
        return kind(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind in {Decimal, float}:
        number = kind(value)
        if not isfinite(number):
            raise ValueError(value)
        return number
    if type(value) is not kind:
        raise ValueError(value)
    return value


def _known(get: Callable[[int], Customer], said: Mapping[str, Any]) -> Customer | None:
    """The customer, unless another shop of the same name has somebody else under the number."""
    try:
        found = get(said["id"])
    except UserError:
        return None
    return found if found.name == said["name"] else None


def _saved(get: Callable[[int], Feedback], key: int) -> Feedback:
    try:
        return get(key)
    except UserError as gone:
        raise ValueError(key) from gone
