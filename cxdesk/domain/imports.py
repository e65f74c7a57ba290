"""Rows of a file from another system, read as lines of purchases."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache, partial
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

from cxdesk.domain import columns
from cxdesk.domain.columns import Question
from cxdesk.domain.errors import UserError
from cxdesk.domain.money import minor
from cxdesk.domain.profiles import FIELDS, Profile
from cxdesk.domain.purchase import PurchaseKind

NUMBERS = frozenset({"quantity", "unit_price"})
INFERENCES = {
    "number": (columns.decimal_marks, columns.MARKS),
    "moment": (columns.date_orders, columns.DAY),
}
LARGEST = 10**10  # of whole money; with two decimals the sum of nine million such lines still fits 64 bits
REMEMBERED = 1 << 15  # values repeat a lot in a shop's books; so many distinct ones are kept read


class ImportRow(NamedTuple):  # a frozen dataclass takes seven times as long to make, and there are millions
    """One line of a purchase.

    `line` is where it begins in the file; `unit_price` and `amount` are minor units, the amount that of the exact
    price and signed like the quantity; `line_hash` is the same in any file for the same article, moment, quantity and
    price on the same receipt, whatever has become of the names since; lines that are alike share it.
    """

    line: int
    receipt: str
    kind: PurchaseKind
    date: date
    time: time | None
    customer_external_id: str
    customer_name: str | None
    country: str
    product_code: str
    product_name: str
    goods: bool
    quantity: float
    unit_price: int
    amount: int
    line_hash: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot go in: its line and cells, the column that is wrong, and why."""

    line: int
    column: str
    reason: UserError
    cells: tuple[str, ...]


def inferred(
    profile: Profile, header: Sequence[str], sample: Iterable[Sequence[str]]
) -> tuple[dict[str, str], list[Question]]:
    """How numbers and dates are written, by field, and what remains to be asked; `sample` are rows of the table."""
    rows = list(sample)
    written, questions = dict(profile.written), []
    for field, index in profile.columns(header).items():
        if field in written or field not in NUMBERS | {"moment"}:
            continue
        values = [cells[index] for cells in rows if cells[index]]
        possible, shape = INFERENCES["number" if field in NUMBERS else "moment"]
        choices = possible(values)
        if len(choices) == 1 or not any(map(shape.search, values)):
            written[field] = max(choices)
        else:
            questions.append(Question(field, tuple(sorted(choices or possible([]))), tuple(values[:3])))
    return written, questions


class RowReader:
    """Reads the rows of one table; `written` is how each field's column writes, as `inferred` or answered.

    `decimals` is how many the minor unit of the shop's currency has.
    """

    def __init__(
        self, profile: Profile, header: Sequence[str], written: Mapping[str, str], decimals: int = 2
    ) -> None:
        found = profile.columns(header)
        self._header = header
        self._columns = [found.get(field, -1) for field in FIELDS]  # -1 is an empty cell put after the last
        self._decimals = decimals
        self._kind = profile.kind
        self._goods = profile.goods
        self._texts = {field: _text_reader(profile, field) for field in FIELDS if field not in written}
        self._quantity = lru_cache(REMEMBERED)(partial(columns.number, mark=written["quantity"]))
        self._price = lru_cache(REMEMBERED)(partial(columns.number, mark=written["unit_price"]))
        self._moment = lru_cache(REMEMBERED)(partial(_moment, order=written["moment"]))
        self._money = lru_cache(REMEMBERED)(self._worked_out)
        self._product = lru_cache(REMEMBERED)(self._tidied_product)
        self._buyer = lru_cache(REMEMBERED)(self._tidied_buyer)

    def read(self, rows: Iterable[tuple[int, list[str]]]) -> Iterator[ImportRow | Refusal]:
        """What each row (line in the file, cells) says, or why it cannot go in."""
        pick = itemgetter(*self._columns)
        for line, cells in rows:
            try:
                found: ImportRow | Refusal = self._row(line, cells, pick)
            except UserError as reason:
                found = Refusal(line, self._culprit(cells), reason, tuple(cells))
            yield found

    def _row(self, line: int, cells: list[str], pick: Callable[[list[str]], tuple[str, ...]]) -> ImportRow:
        if len(cells) > len(self._header):
            raise UserError(
                "{count} cells, but only {width} columns.", count=len(cells), width=len(self._header)
            )
        values = pick([*cells, ""])
        receipt = self._texts["receipt"](values[0])
        day, at, moment = self._moment(values[1])
        code, name, goods = self._product(values[2], values[3])
        quantity, unit_price, amount, money = self._money(values[4], values[5])
        customer, customer_name, country = self._buyer(values[6], values[7], values[8])
        kind = self._kind(values)
        if kind is PurchaseKind.REFUND and quantity > 0:
            quantity, amount = -quantity, -amount
        content = (receipt, moment, code or name, money)
        return ImportRow(
            line,
            receipt,
            kind,
            day,
            at,
            customer,
            customer_name,
            country,
            code,
            name,
            goods,
            quantity,
            unit_price,
            amount,
            blake2b("\x1f".join(content).encode("utf-8", "replace"), digest_size=16).hexdigest(),
        )

    def _tidied_product(self, code: str, name: str) -> tuple[str, str, bool]:
        code = self._texts["product_code"](code)
        return code, self._texts["product_name"](name), self._goods.search(code) is not None

    def _tidied_buyer(self, customer: str, name: str, country: str) -> tuple[str, str | None, str]:
        texts = self._texts
        name = texts["customer_name"](name)
        return texts["customer_external_id"](customer), name or None, texts["country"](country)

    def _worked_out(self, quantity: str, price: str) -> tuple[float, int, int, str]:
        """Quantity, unit price, amount, and quantity and price in one way of writing."""
        units, exact = self._quantity(quantity), self._price(price)
        if max(abs(units * exact), abs(exact)) >= LARGEST:
            raise UserError("“{quantity}” times “{price}” is too much.", quantity=quantity, price=price)
        amount = minor(units * exact, self._decimals)
        return float(units), minor(exact, self._decimals), amount, f"{units.normalize()}×{exact.normalize()}"

    def _culprit(self, cells: list[str]) -> str:
        """The name of the first column whose value cannot be read, empty when it is the whole row."""
        readers: dict[str, Callable[[str], object]] = {
            **self._texts,
            "quantity": self._quantity,
            "unit_price": self._price,
            "moment": self._moment,
        }
        for field, index in zip(FIELDS, self._columns, strict=True):
            try:
                readers[field](cells[index] if index >= 0 else "")
            except UserError:
                return self._header[index]
        return ""


def _moment(text: str, order: str) -> tuple[date, time | None, str]:
    day, at = columns.moment(text, order)
    return day, at, f"{day} {at or ''}"


def _text_reader(profile: Profile, field: str) -> Callable[[str], str]:
    """What makes a value of a text column tidy; a field that the profile needs must not be empty."""
    drop = profile.drop.get(field)
    needed = field in profile.needs

    def tidy(text: str) -> str:
        kept = " ".join((drop.sub("", text.strip()) if drop else text).split())
        if needed and not kept:
            raise UserError("The cell is empty.")
        return kept

    return lru_cache(REMEMBERED)(tidy)
