"""Purchases: what a row of a receipt says. Millions of rows are read, so each distinct value is read once."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any, TypeVar

from cxdesk.documents.imports import articles
from cxdesk.documents.imports.cells import LARGEST, LONGEST, REMEMBERED, Cells
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.domain import moments
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError, PersonRow, PurchaseRow
from cxdesk.domain.money import minor
from cxdesk.domain.profiles import ARTICLE, FIELDS, PERSON, Subject
from cxdesk.domain.purchase import PurchaseKind

ORDER = {"shipping": 1, "order_discount": -1, "refunded": -1}
"""Amounts of a whole order, told on its first row, with the sign in which they count."""
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
MONEY = ("quantity", "unit_price", "amount", "discount", "discount_percent")
COUNT = r"([0-9]+(?:[.,][0-9]+)?)"
BEFORE = re.compile(rf"(?:^|,\s+)(?:[^,:]*:\s+)?{COUNT}\s?[x×]\s+(.+?)(?=,\s+{COUNT}\s?[x×]\s|$)")  # 2 x Rose
BEHIND = re.compile(rf"(?:^|,\s+)(.+?)(?:\s+[x×]\s?{COUNT})?(?=,\s|$)")  # Rose x 2
T = TypeVar("T")
Money = tuple[float, int, int, str]
Extra = tuple[int, str, int, str]


class Memory(dict[Any, T]):
    """What `read` made of the values met lately; a dictionary, because it answers at the speed of one."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        self[value] = found = self._read(value)
        return found


class PurchaseReader:
    """Reads rows of receipts; people come before the first of their purchases."""

    def __init__(self, cells: Cells, people: PeopleReader, currency: str) -> None:
        self.cells, self._people, self._currency = cells, people, currency
        places = cells.places
        self._receipt = self._group(("receipt",), self._read_receipt)
        self._when = self._group(("moment", "date", "time"), self._read_when)
        self._article = self._group(tuple(ARTICLE), self._read_article)
        self._money = self._group(MONEY, self._read_money)
        self._kind = self._kinds()
        self._signed = cells.profile.general or not cells.profile.kinds
        self._buyer = self._buyers()
        self._order = tuple(field for field in ORDER if field in places)
        self._items, self._priced = "items" in places, "amount" not in places
        self._foreign = places.get("currency", (None,))[0]
        self._ours = {"", currency, SIGNS.get(currency, currency)}

    def rows_of(self, line: int, cells: Sequence[str]) -> Sequence[PurchaseRow | PersonRow]:
        """The purchase lines of a row: one of its own and those of the order that it opens.

        Raises:
            UserError: when a value cannot be read.
        """
        if self._foreign is not None:
            self._demand_our_money(cells[self._foreign])
        day, at = self._when(cells)
        code, name, barcode, category, goods, article = self._article(cells)
        quantity, unit_price, amount, exact = self._money(cells)
        kind = self._kind(cells)
        number, extras = self._receipt(cells), self._extras(cells) if self._order else ()
        buyer, person = self._buyer(line, cells)  # last: people are told once, so nothing may fail after it
        receipt = number or f"{day} {at or ''} {buyer}".strip()
        if kind is PurchaseKind.SALE and self._signed and (amount < 0 or quantity < 0):
            kind = PurchaseKind.REFUND
        if kind is PurchaseKind.REFUND and (quantity > 0 or amount > 0):
            quantity, unit_price, amount = -abs(quantity), abs(unit_price), -abs(amount)
        if kind is PurchaseKind.REFUND and self.cells.profile.refunds_apart:
            receipt = f"{receipt} / {day}"
        line_key = f"{code or name}|{day} {at or ''}|{exact}"
        row = PurchaseRow(
            line, 0, receipt, kind, day, at, buyer, article, code, name, barcode, category, goods,
            quantity, unit_price, amount, line_key,
        )  # fmt: skip
        if person is None and not (self._items or self._order):
            return (row,)
        rows = self._packed(row, cells) if self._items else (row,)
        return [*(() if person is None else (person,)), *rows, *_of_order(row, extras)]

    def worth(self, cells: Sequence[str]) -> int | None:
        """What a row that cannot go in would come to, signed, in minor units; None where that cannot be read."""
        try:
            if self._foreign is not None:
                self._demand_our_money(cells[self._foreign])
            amount, kind = self._money(cells)[2], self._kind(cells)
            extras = sum(extra for _, _, extra, _ in self._extras(cells))
        except UserError:
            return None
        return (-abs(amount) if kind is PurchaseKind.REFUND else amount) + extras

    def _group(self, fields: Sequence[str], read: Callable[..., T]) -> Callable[[Sequence[str]], T]:
        """Reads some fields of a row together; the same texts are read once."""
        places = [self.cells.places.get(field, (None,))[0] for field in fields]
        known = [place for place in places if place is not None]
        if not known:
            nothing = read(*("" for _ in fields))
            return lambda _: nothing
        pick = itemgetter(*known)

        def spread(picked: Any) -> T:
            texts = iter((picked,) if len(known) == 1 else picked)
            return read(*("" if place is None else next(texts) for place in places))

        remembered = Memory(spread)
        return lambda cells: remembered[pick(cells)]

    def _kinds(self) -> Callable[[Sequence[str]], PurchaseKind]:
        """Says what a row is; each rule looks at its own columns, so that receipt numbers do not fill the memory."""
        named = self._group(("type",), self._read_type)
        rules = []
        for rule in self.cells.profile.kinds:
            tests = [self._group((field,), _finder(pattern)) for field, pattern in rule.patterns.items()]
            rules.append((rule.kind, tests))

        def kind(cells: Sequence[str]) -> PurchaseKind:
            if told := named(cells):
                return told
            for found, tests in rules:
                for test in tests:
                    if not test(cells):
                        break
                else:
                    return found
            return PurchaseKind.SALE

        return kind

    def _read_type(self, word: str) -> PurchaseKind | None:
        """What a person has said of a word that the profile does not know; None when it knows what it needs."""
        if self.cells.profile.tells(word.strip()):
            return None
        if answer := self.cells.written.get("type"):
            return PurchaseKind(answer)
        raise CellError(
            "type", UserError("“{value}” may be a sale or a refund; say which it is.", value=word)
        )

    def _read_receipt(self, text: str) -> str:
        return self._tidy("receipt", text)

    def _read_when(self, moment: str, date: str, time: str) -> tuple[str, str | None]:
        field = "moment" if "moment" in self.cells.places else "date"
        day, at = self.cells.moment(field, moment or date)
        if time:
            at = self.cells.told("time", lambda: moments.time_of_day(time))
        return day.isoformat(), at.isoformat("minutes") if at else None

    def _read_article(
        self, code: str, name: str, variant: str, barcode: str, category: str
    ) -> tuple[str, str, str, str, bool, str]:
        code = self._tidy("product_code", code)
        name = articles.named(self._tidy("product_name", name), self._tidy("variant", variant))
        goods = self.cells.profile.goods.search(code) is not None
        category = articles.category(self._tidy("category", category))
        return code, name, self._tidy("barcode", barcode), category, goods, code or articles.article(name)

    def _read_money(
        self, quantity: str, unit_price: str, amount: str, discount: str, discount_percent: str
    ) -> Money:
        """Quantity, unit price, amount, and quantity and price in one way of writing."""
        number, decimals = self.cells.number, self.cells.decimals
        units = number("quantity", self._needed("quantity", quantity))
        units = Decimal(1) if units is None else units
        price, total = number("unit_price", self._needed("unit_price", unit_price)), number("amount", amount)
        if total is None:
            if price is None:
                raise CellError("amount", UserError("The cell is empty."))
            total = units * price
            if percent := number("discount_percent", discount_percent):
                total -= total * abs(percent) / 100
            if off := number("discount", discount):
                total -= abs(off) if units > 0 else -abs(off)
        elif price is None:
            price = total / units if units else total
        if abs(total) >= LARGEST:
            raise CellError(
                "quantity",
                UserError("“{quantity}” times “{price}” is too much.", quantity=quantity, price=unit_price),
            )
        exact = (
            f"{units.normalize()}×{price.normalize()}"
            if self._priced
            else f"{units.normalize()}={total.normalize()}"
        )
        return float(units), minor(price, decimals), minor(total, decimals), exact

    def _buyers(self) -> Callable[[int, Sequence[str]], tuple[str, PersonRow | None]]:
        """Gives the key of a row's buyer, and the person when they have not been told lately."""
        wanted = [name for name in PERSON if name in FIELDS[Subject.PURCHASES]]
        places = sorted({p for name in wanted for p in self.cells.places.get(name, ())})
        known: dict[tuple[str, ...], str] = {}
        if not places:
            return lambda _line, _cells: ("", None)

        def buyer(line: int, cells: Sequence[str]) -> tuple[str, PersonRow | None]:
            values = tuple([cells[place] for place in places])
            if values in known:
                return known[values], None
            if len(known) >= REMEMBERED:
                known.clear()
            person = self._people.person(line, cells) if any(values) else None
            known[values] = person.key if person else ""
            return known[values], person

        return buyer

    def _packed(self, row: PurchaseRow, cells: Sequence[str]) -> Iterator[PurchaseRow]:
        """A receipt whose articles stand in one cell, without their prices: what it comes to is a line of its own."""
        text = self._tidy("items", next(iter(self.cells.values(cells, "items")), ""), LONGEST * 20)
        found = self._articles_in(text)
        if not found:
            yield row._replace(name=text[:LONGEST], article=articles.article(text[:LONGEST]))
            return
        sign, alone = (-1 if row.amount < 0 else 1), len(found) == 1
        for part, (units, name) in enumerate(found):
            yield row._replace(
                part=part,
                name=name,
                article=articles.article(name),
                quantity=sign * units,
                unit_price=minor(Decimal(abs(row.amount)) / Decimal(units), 0) if alone and units else 0,
                amount=row.amount if alone else 0,
                line_key=f"{row.line_key}-{part}",
            )
        if len(found) > 1:
            yield _extra(row, len(found), PurchaseKind.ADJUSTMENT, row.amount, "")

    def _articles_in(self, text: str) -> list[tuple[float, str]]:
        """The articles in one cell with their numbers; none when the text is of no such kind."""
        if self.cells.written.get("items") == "name first":
            found = [(match[2] or "1", match[1]) for match in BEHIND.finditer(text)]
        else:
            found = [(match[1], match[2]) for match in BEFORE.finditer(text)]
        return [(float(count.replace(",", ".")), name.strip()[:LONGEST]) for count, name in found]

    def _extras(self, cells: Sequence[str]) -> list[Extra]:
        """What belongs to the whole order: part, field, signed amount and the name of the column."""
        read, header = self.cells, self.cells.header
        found = [(part, field, read.amount(cells, field)) for part, field in enumerate(self._order, 1000)]
        return [
            (part, field, ORDER[field] * abs(amount), header[read.places[field][0]])
            for part, field, amount in found
            if amount
        ]

    def _tidy(self, field: str, text: str, limit: int = LONGEST) -> str:
        drop = self.cells.profile.drop.get(field)
        return self.cells.tidy(
            field, (drop.sub("", text.strip()) if drop else text)[: max(limit, LONGEST)], limit
        )

    def _needed(self, field: str, text: str) -> str:
        if field in self.cells.profile.required and not text.strip():
            raise CellError(field, UserError("The cell is empty."))
        return text.strip()

    def _demand_our_money(self, currency: str) -> None:
        if currency.strip().upper() not in self._ours:
            raise CellError(
                "currency",
                UserError(
                    "This is money of {currency}, but the shop counts in {ours}.",
                    currency=currency,
                    ours=self._currency,
                ),
            )


def _finder(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text.strip()) is not None


def _of_order(row: PurchaseRow, extras: Iterable[Extra]) -> Iterator[PurchaseRow]:
    for part, field, amount, name in extras:
        kind = PurchaseKind.REFUND if field == "refunded" else PurchaseKind.ADJUSTMENT
        kind = row.kind if row.kind is PurchaseKind.CANCELLED else kind
        yield _extra(row, part, kind, amount, name)


def _extra(row: PurchaseRow, part: int, kind: PurchaseKind, amount: int, name: str) -> PurchaseRow:
    """A line for what belongs to the whole receipt and is no article."""
    return row._replace(
        part=part, kind=kind, article="", code="", name=name, barcode="", category="", goods=False,
        quantity=1.0 if amount >= 0 else -1.0, unit_price=abs(amount), amount=amount, line_key=f"{row.line_key}-{part}",
    )  # fmt: skip
