"""What one vCard says, as the cells of a row."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

BETWEEN = " ::: "
NAME = ("family", "given", "additional", "prefix")
ADDRESS = {"street": "street", "postcode": "code", "city": "city", "country": "country"}
HEADER = [
    *(f"N.{part}" for part in NAME),
    *("FN", "NICKNAME", "ORG", "TITLE", "EMAIL", "TEL"),
    *(f"ADR.{part}" for part in ADDRESS),
    *("BDAY", "ANNIVERSARY", "NOTE", "CATEGORIES", "LANG", "UID"),
]
DATE = re.compile(r"(?P<year>\d{4}|-)-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[T ].*)?")
NO_YEAR = "1604"  # what Apple's address book writes for it
Lines = Mapping[str, Sequence[Any]]


def cells_of(raw: str) -> list[str] | None:
    """The cells of a card, several values with ` ::: ` between them; None when it cannot be read."""
    from vobject import readOne  # noqa: PLC0415 - heavy

    try:
        card = readOne(raw, allowQP=True)
        return _cells(card.contents)
    except Exception:  # noqa: BLE001 - the library fails in many ways on a damaged card, and each means the same
        return None


def _cells(lines: Lines) -> list[str]:
    dates = {"BDAY": lines.get("bday", ()), "ANNIVERSARY": _anniversaries(lines)}
    cells = {name: _joined(map(_date, found)) for name, found in dates.items()}
    names = [line.value for line in lines.get("n", ())]
    cells |= {f"N.{part}": _joined(_text(getattr(name, part), " ") for name in names) for part in NAME}
    places = [line.value for line in lines.get("adr", ())]
    for part, attribute in ADDRESS.items():
        cells[f"ADR.{part}"] = _side_by_side(_text(getattr(place, attribute), ", ") for place in places)
    for name in HEADER:
        if name not in cells:
            form = FORMS.get(name, _text)
            cells[name] = _joined(form(line.value) for line in lines.get(name.lower(), ()))
    return [cells[name] for name in HEADER]


def _text(value: Any, between: str = BETWEEN) -> str:
    """A value without the quotation of line ends; several parts with `between` between them."""
    parts = value if isinstance(value, list) else [value]
    return between.join(filter(None, (str(part).replace("\r\n", "\n").strip() for part in parts)))


def _address(value: Any) -> str:
    """A telephone number or an e-mail address, without what makes it a link."""
    return re.sub(r"\A(?:tel|mailto):|;(?:ext|phone-context|isub)=.*", "", _text(value), flags=re.IGNORECASE)


def _date(line: Any) -> str:
    """`2026-03-07`, or `--03-07` when the year is not told; what is no date stays as it is."""
    value = _text(line.value)
    found = DATE.fullmatch(value)
    if not found:
        return value
    year = found["year"] if found["year"] not in line.params.get("X-APPLE-OMIT-YEAR", ["-", NO_YEAR]) else "-"
    return f"{year}-{found['month']}-{found['day']}"


def _anniversaries(lines: Lines) -> list[Any]:
    """The anniversary, also where it stands as a date with that label."""
    labels = {line.group: str(line.value).casefold() for line in lines.get("x-ablabel", ())}
    labelled = [line for line in lines.get("x-abdate", ()) if "anniversary" in labels.get(line.group, "")]
    return [*lines.get("anniversary", ()), *lines.get("x-anniversary", ()), *labelled]


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(filter(None, values)))


def _side_by_side(values: Iterable[str]) -> str:
    """The same part of several addresses; a part that one has not keeps its place."""
    parts = list(values)
    return BETWEEN.join(parts) if any(parts) else ""


FORMS: Mapping[str, Callable[[Any], str]] = {
    "EMAIL": _address,
    "TEL": _address,
    "ORG": lambda value: _text(value, ", "),
}
