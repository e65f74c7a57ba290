"""What the rows of a file from another system say: people, lines of purchases, articles, answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import PurchaseKind

CONSENTS = {
    "consent_letter": "letter",
    "consent_email": "email",
    "consent_text": "text",
    "consent_phone": "phone",
}
"""Columns whose name tells for which channel a permission is."""


class PersonRow(
    NamedTuple
):  # these are named tuples because there are millions: a dataclass takes seven times as long
    """A person as one row tells them.

    `key` is what the file knows them by: the number that its system gave, or else, behind an equals sign, a card,
    phone, e-mail or birthday with the folded name. `contacts` are kind, value and searchable form; `permissions`
    channel, given (1) or withdrawn (0) and the words of the file. `points` is a balance, `points_change` what is added
    to it; `spent` what the other system says they have spent, in minor units.
    """

    line: int
    key: str
    external_id: str
    first_name: str
    last_name: str
    language: str
    birth_day: int | None
    birth_month: int | None
    birth_year: int | None
    since: str | None
    street: str
    postcode: str
    town: str
    country: str
    note: str
    search_key: str
    sort_key: str
    name_key: str
    points: float | None
    points_change: float | None
    spent: int | None
    contacts: tuple[tuple[str, str, str], ...]
    permissions: tuple[tuple[str, int, str], ...]


class PurchaseRow(NamedTuple):
    """One line of a purchase.

    `line` is where it begins in the file, `part` its number among those that one row of the file makes; `buyer` is the
    key of a person or empty; `article` is the code of the product or, behind an equals sign, its folded name;
    `unit_price` and `amount` are minor units, the amount that of the exact price and signed like the quantity;
    `line_key` is the same in any file for the same article, moment, quantity and price on the same receipt.
    """

    line: int
    part: int
    receipt: str
    kind: PurchaseKind
    date: str
    time: str | None
    buyer: str
    article: str
    code: str
    name: str
    barcode: str
    category: str
    goods: bool
    quantity: float
    unit_price: int
    amount: int
    line_key: str


class ProductRow(NamedTuple):
    """A product of a price list; `price` and `cost` are minor units, None where the file does not tell."""

    line: int
    article: str
    code: str
    name: str
    barcode: str
    category: str
    price: int | None
    cost: int | None
    stock: float | None


class AnswerRow(NamedTuple):
    """One answer to a survey; `uuid` is the same whenever the same answer is read again."""

    line: int
    uuid: str
    buyer: str
    at: str
    date: str
    nps: int | None
    csat: int | None
    ces: int | None
    comment: str
    channel: str


Row = PersonRow | PurchaseRow | ProductRow | AnswerRow


class CellError(UserError):
    """A value that cannot be read, and the field of the profile that it stands in."""

    def __init__(self, field: str, reason: UserError) -> None:
        super().__init__(reason.message, **reason.fields)
        self.field = field

    def __reduce__(self) -> tuple[object, ...]:
        return CellError, (self.field, UserError(self.message, **self.fields))


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot go in: its line and cells, the column that is wrong, and why.

    `kept` says that only the value of that column stays out and the rest of the row goes in.
    """

    line: int
    column: str
    reason: UserError
    cells: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file alone cannot tell: which of the `choices` holds for this field.

    It is asked of the named column; `examples` are values of it. An import without an answer is refused, unless the
    question is not `urgent`: then what is open stays out.
    """

    field: str
    column: str
    choices: tuple[str, ...]
    examples: tuple[str, ...]
    urgent: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """How the columns of one file write, by field: what its profile knows, what was inferred, what was answered."""

    written: Mapping[str, str]
    questions: tuple[Question, ...] = ()
