"""How the columns of a file write: what can be told from their values, and what has to be asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from cxdesk.documents.imports.people import FIRST_LAST, LAST_FIRST, permission, split
from cxdesk.domain import moments
from cxdesk.domain.imports import Question, Reading
from cxdesk.domain.numbers import MARKS, decimal_marks
from cxdesk.domain.profiles import DATES, NUMBERS, Profile
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.language import folding

SAMPLE = 2_000  # rows; a column in which they leave something open is read to its end
EXAMPLES = 3
KINDS = (PurchaseKind.SALE.value, PurchaseKind.REFUND.value, PurchaseKind.CANCELLED.value)
CHANNELS = ("letter", "email", "text", "phone", "any", "none")
SURNAMES = ("nen", "ov", "ova", "ev", "eva", "sson", "strom", "qvist", "lund", "berg")
Row = Sequence[str]


class Evidence:
    """What the values of one field say about how its column writes.

    `narrow` gives the ways in which a value can be read; those that are left at the end are possible. `telling` says
    whether a value cannot be read without an answer.
    """

    def __init__(
        self,
        field: str,
        places: Sequence[int],
        ways: Sequence[str],
        narrow: Callable[[str, Row], frozenset[str]],
        telling: Callable[[str], bool],
    ) -> None:
        self.field, self._places, self._narrow, self._telling = field, places, narrow, telling
        self.ways = frozenset(ways)
        self._all = self.ways
        self.examples: list[str] = []

    def see(self, cells: Row) -> None:
        """Take the next row into account."""
        for text in (cells[place].strip() for place in self._places):
            if not text:
                continue
            self.ways &= self._narrow(text, cells)
            if len(self.examples) < EXAMPLES and text not in self.examples and self._telling(text):
                self.examples.append(text)

    @property
    def settled(self) -> bool:
        """Whether more rows cannot tell more: one way is left, or none."""
        return len(self.ways) < 2

    def question(self, header: Sequence[str]) -> Question:
        """What is to be asked; contradictions are asked about all ways."""
        ways = tuple(way for way in ORDER if way in (self.ways or self._all))
        column = header[self._places[0]]
        return Question(self.field, column, ways, tuple(self.examples), self.field not in PATIENT)


def reading(
    profile: Profile, header: Sequence[str], rows: Iterable[Row], answers: Mapping[str, str] | None = None
) -> Reading:
    """How each field writes; `rows` are the cells of the table, read only as far as they can tell something.

    `answers` are what a person has said; a profile's own knowledge comes after them.
    """
    written = {**profile.written, **(answers or {})}
    places = profile.columns(header)
    wanted = [_evidence(profile, field, places) for field in places if field not in written]
    evidence = [each for each in wanted if each]
    open_ = evidence
    for number, cells in enumerate(rows):
        if number == SAMPLE:
            open_ = [each for each in evidence if each.examples]
        if number % SAMPLE == 0 and not (open_ := [each for each in open_ if not each.settled]):
            break
        for each in open_:
            each.see(cells)
    written |= {each.field: way for each in evidence if (way := _settled(each, evidence))}
    asked = [each for each in evidence if each.field not in written and (each.examples or not each.ways)]
    return Reading(written, tuple(each.question(header) for each in asked))


PATIENT = frozenset(
    {"consent", "name"}
)  # without an answer there is no permission, and the name stays as it is
ORDER = ("dmy", "mdy", "ymd", ",", ".", FIRST_LAST, LAST_FIRST, *CHANNELS, *KINDS)


def _settled(open_: Evidence, evidence: Iterable[Evidence]) -> str:
    """How a field writes: by its own values, or as all the other columns of its kind in the file do."""
    kind = next((kind for kind in (NUMBERS, DATES) if open_.field in kind), frozenset())
    others = {min(each.ways) for each in evidence if each.field in kind and len(each.ways) == 1}
    if len(open_.ways) > 1 and len(others) == 1 and others <= open_.ways:
        return others.pop()
    return min(open_.ways) if len(open_.ways) == 1 else ""


def _evidence(profile: Profile, field: str, places: Mapping[str, Sequence[int]]) -> Evidence | None:
    """What is needed to tell how a field writes; None when there is nothing to tell."""
    at = places[field]
    if field in NUMBERS:
        return Evidence(
            field,
            at,
            (",", "."),
            lambda text, _: decimal_marks([text]),
            lambda text: bool(MARKS.search(text)),
        )
    if field in DATES:
        return Evidence(
            field,
            at,
            ("dmy", "mdy", "ymd"),
            lambda text, _: moments.orders([text]),
            lambda text: moments.is_open([text]),
        )
    if field == "name":
        order = partial(_name_order, emails=places.get("email", ()))
        return Evidence(field, at, (FIRST_LAST, LAST_FIRST), order, _in_two_pieces)
    if field == "consent":
        return Evidence(field, at, CHANNELS, _anything(CHANNELS), lambda text: permission(text) is True)
    if field == "type":
        return Evidence(field, at, KINDS, _anything(KINDS), lambda text: not profile.tells(text))
    return None


def _anything(ways: Sequence[str]) -> Callable[[str, Row], frozenset[str]]:
    """Values that say nothing about what they mean."""
    return lambda _text, _row: frozenset(ways)


def _in_two_pieces(name: str) -> bool:
    return all(split(name, "")) and "," not in name


def _name_order(text: str, cells: Row, emails: Sequence[int]) -> frozenset[str]:
    """The order of a name of two words: by the e-mail address beside it, or by the ending of the last name."""
    words = folding.search_key(text).split()
    both = frozenset({FIRST_LAST, LAST_FIRST})
    if "," in text or len(words) != 2 or words[0] == words[1]:
        return both
    for address in (cells[place].partition("@")[0].casefold() for place in emails):
        local = folding.search_key(address).replace("_", ".").replace("-", ".").split(".")
        if local[:2] == words or (local[0] == words[0][0] and local[1:2] == words[1:]):
            return frozenset({FIRST_LAST})
        if local[:2] == words[::-1] or (local[0] == words[1][0] and local[1:2] == words[:1]):
            return frozenset({LAST_FIRST})
    first, last = (word.endswith(SURNAMES) and len(word) > 4 for word in words)
    return both if first is last else frozenset({LAST_FIRST if first else FIRST_LAST})
