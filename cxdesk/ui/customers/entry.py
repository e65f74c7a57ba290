"""The texts of the customer form, and the customer that they make."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cxdesk.domain.customer import (
    AgeGroup,
    Birthday,
    ContactKind,
    ContactPoint,
    Customer,
    Gender,
    can_be_called,
)
from cxdesk.domain.formality import Formality
from cxdesk.domain.needs import Stage
from cxdesk.language.language import Language

PLAIN = ("first_name", "last_name", "language", "street", "postcode", "town", "note", "persona", "origin")
CHOSEN: Mapping[str, Callable[[str], Any]] = {
    "stage": Stage,
    "gender": Gender,
    "age_group": AgeGroup,
    "formality": Formality,
    "keep_in_touch": int,
}
OLDEST = 1900

Texts = Mapping[str, str]


def texts(customer: Customer) -> dict[str, str]:
    """What stands in the fields for `customer`."""
    born = customer.birthday
    return {name: getattr(customer, name) for name in PLAIN} | {
        "day": str(born.day) if born else "",
        "month": str(born.month) if born else "",
        "year": str(born.year) if born and born.year else "",
        "phone": customer.contact(ContactKind.PHONE),
        "email": customer.contact(ContactKind.EMAIL),
        "stage": customer.stage or "",
        "gender": customer.gender or "",
        "age_group": customer.age_group or "",
        "formality": customer.formality or "",
        "keep_in_touch": str(customer.keep_in_touch or ""),
    }


def sketch(first_name: str, last_name: str, phone: str, email: str) -> Customer:
    """What is typed so far of a new customer, good enough to look for them in the register."""
    points = ((ContactKind.PHONE, phone.strip()), (ContactKind.EMAIL, email.strip()))
    contacts = tuple(ContactPoint(kind, value) for kind, value in points if value)
    return Customer(0, first_name.strip(), last_name.strip(), contacts=contacts)


def faults(language: Language, typed: Texts, customer: Customer, today: date) -> dict[str, str]:
    """What is wrong, by field: `first_name`, `birthday`, `phone`, `email`."""
    checks = {
        "first_name": _no_name(language, typed, customer),
        "birthday": _no_birthday(language, typed, today),
        "phone": _no_phone(language, typed["phone"]),
        "email": _no_email(language, typed["email"]),
    }
    return {field: fault for field, fault in checks.items() if fault}


def filled(customer: Customer, typed: Texts) -> Customer:
    """`customer` with what was typed; only for texts without faults. Other contact points are kept."""
    contacts = _put(customer.contacts, ContactKind.PHONE, typed["phone"].strip())
    contacts = _put(contacts, ContactKind.EMAIL, typed["email"].strip())
    plain: dict[str, Any] = {name: typed[name].strip() for name in PLAIN}
    plain |= {name: kind(typed[name]) if typed[name] else None for name, kind in CHOSEN.items()}
    return replace(customer, **plain, birthday=_birthday(typed), contacts=contacts)


def _put(points: tuple[ContactPoint, ...], kind: ContactKind, value: str) -> tuple[ContactPoint, ...]:
    first = next((at for at, point in enumerate(points) if point.kind is kind), len(points))
    point = (ContactPoint(kind, value),) if value else ()
    if value and first < len(points) and points[first].value == value:
        return points
    return points[:first] + point + points[first + 1 :]


def _birthday(typed: Texts) -> Birthday | None:
    if not (typed["day"].strip() or typed["month"].strip() or typed["year"].strip()):
        return None
    year = int(typed["year"]) if typed["year"].strip() else None
    return Birthday(int(typed["day"]), int(typed["month"]), year)


def _no_name(language: Language, typed: Texts, customer: Customer) -> str:
    if typed["first_name"].strip() or typed["last_name"].strip() or customer.external_id:
        return ""
    return language.tr("Write at least a first name or a last name.")


def _no_birthday(language: Language, typed: Texts, today: date) -> str:
    try:
        born = _birthday(typed)
    except ValueError:
        return language.tr(
            "There is no such day. Write it in numbers, such as 7 and 3; the year may be left out."
        )
    if born is None or born.year is None:
        return ""
    if born.year < OLDEST:
        return language.tr("Write the year with four figures, such as 1976.")
    if date(born.year, born.month, born.day) > today:
        return language.tr("The birthday lies in the future. Check the year.")
    return ""


def _no_phone(language: Language, phone: str) -> str:
    short = phone.strip() and not can_be_called(phone)
    return language.tr("This number is too short to call.") if short else ""


def _no_email(language: Language, email: str) -> str:
    name, _, domain = email.strip().partition("@")
    if not email.strip() or (name and "." in domain and " " not in email.strip()):
        return ""
    return language.tr("An e-mail address looks like kaisa@example.com.")
