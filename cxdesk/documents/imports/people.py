"""People: who a row is about, how to reach them, what they allow."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from cxdesk.documents.imports.cells import LONGEST_NOTE, REMEMBERED, Cells
from cxdesk.domain import moments
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CONSENTS, CellError, PersonRow
from cxdesk.language import folding, territories

SEVERAL = re.compile(r"\s*(?::::|[;\n|]|(?<=\s)/(?=\s))\s*")
LANGUAGES = {
    "fi": "fi",
    "suom": "fi",
    "en": "en",
    "uz": "uz",
    "o‘zb": "uz",
    "oʻzb": "uz",
    "o'zb": "uz",
    "ўзб": "uz",
}
YES = frozenset(  # folded, so that Cyrillic words stand in Latin letters
    [
        *("yes", "y", "true", "1", "x", "ok", "on", "subscribed", "optin", "granted"),
        *("kylla", "k", "joo", "ha", "h", "bor", "da"),
    ]
)
NO = frozenset(
    [
        *("no", "n", "false", "0", "off", "unsubscribed", "optout", "denied", "cleaned"),
        *("ei", "e", "en", "yoq", "net"),
    ]
)
PARTICLES = frozenset(
    ["af", "av", "da", "de", "del", "der", "di", "du", "la", "le", "ten", "ter", "van", "von", "zu"]
)
COMPANIES = frozenset(["oy", "oyj", "ab", "ky", "tmi", "ry", "ltd", "llc", "inc", "gmbh", "mchj", "ooo"])
OLDEST = 1900
Born = tuple[int, int, int | None]
FIRST_LAST, LAST_FIRST = "first last", "last first"


class PeopleReader:
    """Reads rows about people for a shop in `region`, whose names are sorted in `language`.

    Nobody is born after `today`.
    """

    def __init__(self, cells: Cells, region: str, language: str, today: date) -> None:
        self.cells, self._region, self._language, self._today = cells, region, language, today
        self._phones = lru_cache(REMEMBERED)(lambda text: folding.phone_key(text, region))
        self._country = lru_cache(REMEMBERED)(lambda name: territories.code(name) or name)
        self._choices = tuple(name for name in ("consent", *CONSENTS) if name in cells.places)

    def rows_of(self, line: int, cells: Sequence[str]) -> Iterator[PersonRow]:
        """The one person of a row.

        Raises:
            UserError: when it names nobody, or a value cannot be read.
        """
        person = self.person(line, cells)
        if person is None:
            raise UserError("There is no name, number or address in this row.")
        yield person

    def person(self, line: int, cells: Sequence[str]) -> PersonRow | None:
        """Who is told of in a row, None when nobody is."""
        read = self.cells
        contacts, odd = self._contacts(cells)
        first, last = self._name(cells)
        company = read.text(cells, "company")
        notes = [read.lines(cells, "note"), *odd]
        if company and not (first or last):
            last = company
        elif company and folding.search_key(company) != folding.search_key(f"{first} {last}"):
            notes.append(company)
        number = read.text(cells, "external_id")
        born = self._birthday(cells)
        name_key = " ".join(sorted(folding.search_key(f"{first} {last}").split()))
        key = self._number(number, name_key) or _key(contacts, name_key, born)
        if not key:
            return None
        notes += [", ".join(read.values(cells, "tags"))]
        shown = "" if first or last else number or next((value for _, value, _ in contacts), "")
        town = read.text(cells, "town")
        return PersonRow(
            line=line,
            key=key,
            external_id=shown,
            first_name=first,
            last_name=last,
            language=_language(read.text(cells, "language")),
            birth_day=born[0] if born else None,
            birth_month=born[1] if born else None,
            birth_year=born[2] if born else None,
            since=self._since(cells),
            street=f"{read.text(cells, 'street')} {read.text(cells, 'house_number')}".strip(),
            postcode=read.text(cells, "postcode"),
            town=town,
            country=self._country(read.text(cells, "country")),
            note=read.tidy("note", "\n".join(filter(None, notes)), LONGEST_NOTE, lines=True),
            search_key=folding.search_key(f"{first} {last} {shown} {town}"),
            sort_key=folding.sort_key(f"{last} {first}".strip() or shown, self._language),
            name_key=name_key,
            points=read.exact(cells, "points"),
            points_change=read.exact(cells, "points_change"),
            spent=read.amount(cells, "spent"),
            contacts=tuple(contacts),
            permissions=self._permissions(cells),
        )

    def _number(self, number: str, name_key: str) -> str:
        """What a number makes of a person: in lists of any origin, where numbers meet, only together with the name."""
        return f"{number}|{name_key}" if number and name_key and self.cells.profile.general else number

    def _name(self, cells: Sequence[str]) -> tuple[str, str]:
        read = self.cells
        first, last = read.text(cells, "first_name"), read.text(cells, "last_name")
        whole = read.text(cells, "name")
        if first or last:
            given = first or (whole if folding.search_key(whole) != folding.search_key(last) else "")
            return f"{given} {read.text(cells, 'middle_name')}".strip(), last
        return split(whole, read.written.get("name", ""))

    def _contacts(self, cells: Sequence[str]) -> tuple[list[tuple[str, str, str]], list[str]]:
        """The contact points of a row, and what stands in their columns without being any."""
        found: dict[tuple[str, str], str] = {}
        odd: list[str] = []
        for field in ("email", "phone", "contact", "card"):
            for place, text in ((p, cells[p]) for p in self.cells.places.get(field, ()) if cells[p].strip()):
                for part in SEVERAL.split(text.strip()):
                    self._contact(field, part, found, odd, self.cells.header[place])
        return [(kind, value, key) for (kind, key), value in found.items()], odd

    def _contact(
        self, field: str, text: str, found: dict[tuple[str, str], str], odd: list[str], column: str
    ) -> None:
        text = self.cells.tidy(field, text)
        if field != "card" and "," in text and "<" not in text:
            for part in text.split(","):
                self._contact(field, part.strip(), found, odd, column)
        elif "@" in text and field != "card":
            if key := self.cells.optional(lambda: self._email(field, text)):
                found.setdefault(("email", key), text)
        elif field == "card" and text:
            found.setdefault(("card", folding.search_key(text)), text)
        elif sum(map(str.isdigit, text)) >= 4 and field != "email":
            found.setdefault(("phone", self._phones(text)), text)
        elif text:
            odd.append(f"{column}: {text}")

    def _email(self, field: str, text: str) -> str:
        from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - brings a DNS library

        key = folding.email_key(text)
        if not PLAIN_EMAIL.fullmatch(key):  # what is plainly an address need not be taken apart
            try:
                validate_email(key, check_deliverability=False, test_environment=True)
            except EmailNotValidError as error:
                raise CellError(
                    field, UserError("“{value}” is not an e-mail address.", value=text)
                ) from error
        return key

    def _birthday(self, cells: Sequence[str]) -> Born | None:
        text = next(iter(self.cells.values(cells, "birthday")), "")
        if not text:
            return None
        order = self.cells.written.get("birthday", "ymd")
        born = self.cells.optional(lambda: self.cells.told("birthday", lambda: moments.birthday(text, order)))
        if born and born[2] is not None and born[2] < OLDEST:
            return (*born[:2], None)  # a year that only fills the place, as 1604 does
        return self.cells.optional(lambda: self._born(born))

    def _born(self, born: Born | None) -> Born | None:
        if born and born[2] is not None and date(born[2], born[1], born[0]) > self._today:
            raise CellError("birthday", UserError("The birthday lies in the future. Check the year."))
        return born

    def _since(self, cells: Sequence[str]) -> str | None:
        text = next(iter(self.cells.values(cells, "since")), "")
        if not text or moments.EMPTY.fullmatch(text):
            return None
        found = self.cells.optional(lambda: self.cells.moment("since", text))
        return found[0].isoformat() if found else None

    def _permissions(self, cells: Sequence[str]) -> tuple[tuple[str, int, str], ...]:
        """What is allowed and what is forbidden, by channel; a yes without a channel allows nothing."""
        found: dict[str, tuple[int, str]] = {}
        for field in self._choices:
            channel = CONSENTS.get(field) or self.cells.written.get(field, "")
            for place in self.cells.places[field]:
                given = permission(cells[place])
                if given is None or channel == "none" or (given and not channel):
                    continue
                words = f"{self.cells.header[place]}: {cells[place].strip()}"[:LONGEST_NOTE]
                for each in channel.split("+") if channel else ("any",):
                    if found.get(each, (1, ""))[0]:  # a no stands
                        found[each] = (int(given), words)
        return tuple((channel, given, words) for channel, (given, words) in found.items())


PLAIN_EMAIL = re.compile(r"[a-z0-9](?:[a-z0-9_+-]|\.(?!\.))*(?<!\.)@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}")


def permission(text: str) -> bool | None:
    """Whether a cell says yes or no; None when it says neither."""
    word = "".join(letter for letter in folding.search_key(text) if letter.isalnum())
    return True if word in YES else False if word in NO else None


def split(name: str, order: str) -> tuple[str, str]:
    """First and last name of a name in one piece; a comma says that the last name stands first.

    The name of a company is a last name.
    """
    if not COMPANIES.isdisjoint(name.casefold().replace(",", " ").replace(".", "").split()):
        return "", name
    before, comma, after = name.partition(",")
    if comma and after.strip():
        return after.strip(), before.strip()
    words = name.rstrip(", ").split()
    if len(words) < 2:
        return "".join(words), ""
    if order == LAST_FIRST:
        place = next((i for i, word in enumerate(words, 1) if word.casefold() not in PARTICLES), 1)
        place = min(place, len(words) - 1)
        return " ".join(words[place:]), " ".join(words[:place])
    place = len(words) - 1
    while place > 1 and words[place - 1] in PARTICLES:
        place -= 1
    return " ".join(words[:place]), " ".join(words[place:])


def _key(contacts: Sequence[tuple[str, str, str]], name_key: str, born: Born | None) -> str:
    """What a file without numbers knows a person by; empty when it is nothing."""
    for wanted in ("card", "email", "phone"):
        for kind, _, key in contacts:
            if kind == wanted:
                return f"={kind}:{key}|{name_key}"
    return (
        f"=name:{name_key}|{born[2]}-{born[1]}-{born[0]}"
        if born and name_key
        else name_key and f"=name:{name_key}"
    )


def _language(text: str) -> str:
    small = text.casefold()
    return next((code for start, code in LANGUAGES.items() if small.startswith(start)), "")
