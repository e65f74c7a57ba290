"""Purchases: what a row of a receipt says. Millions of rows are read, so each distinct value is read once."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from cxdesk.documents.imports import articles
from cxdesk.documents.imports.buyers import Buyers
from cxdesk.documents.imports.cells import LARGEST, LONGEST, Cells
from cxdesk.documents.imports.columns import Column, Group, Memory
from cxdesk.documents.imports.kinds import Kinds
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.domain import moments
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError, PersonRow, PurchaseRow
from cxdesk.domain.money import minor
from cxdesk.domain.profiles import ARTICLE
from cxdesk.domain.purchase import PurchaseKind

ORDER = {"shipping": 1, "order_discount": -1, "refunded": -1}
"""Amounts of a whole order, told on its first row, with the sign in which they count."""
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
MONEY = ("quantity", "unit_price", "amount", "discount", "discount_percent")
T = TypeVar("T")
COUNT = r"([0-9]+(?:[.,][0-9]+)?)"
BEFORE = re.compile(rf"(?:^|,\s+)(?:[^,:]*:\s+)?{COUNT}\s?[x×]\s+(.+?)(?=,\s+{COUNT}\s?[x×]\s|$)")  # 2 x Rose
BEHIND = re.compile(rf"(?:^|,\s+)(.+?)(?:\s+[x×]\s?{COUNT})?(?=,\s|$)")  # Rose x 2
When = tuple[str, str | None]
Article = tuple[str, str, str, str, bool, str]
Money = tuple[float, int, int, str]
Signed = tuple[PurchaseKind, float, int, int, str]
Told = tuple[int, str, When, Article, Signed, str]
Extra = tuple[int, str, int, str]


class PurchaseReader:
    """Reads rows of receipts; people come before the first of their purchases."""

    def __init__(self, cells: Cells, people: PeopleReader, currency: str) -> None:
        self.cells, self._currency = cells, currency
        places = cells.places
        self._receipt = self._group(("receipt",), self._read_receipt)
        self._when = self._group(("moment", "date", "time"), self._read_when)
        self._article = self._group(tuple(ARTICLE), self._read_article)
        self._money = self._group(MONEY, self._read_money)
        self._kind = self._kinds()
        self._signs = Memory(self._sign)
        self._buyers = Buyers(people)
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
        when, article, money = self._when.of(cells), self._article.of(cells), self._money.of(cells)
        signed = self._signs[self._kind.of(cells), money]
        number, extras = self._receipt.of(cells), self._extras(cells) if self._order else ()
        # People are told once, so nothing may fail after them.
        buyer, person = self._buyers.of(line, cells)
        (row,) = self._made([(line, number, when, article, signed, buyer)])
        if person is None and not (self._items or self._order):
            return (row,)
        rows = self._packed(row, cells) if self._items else (row,)
        return [*(() if person is None else (person,)), *rows, *_of_order(row, extras)]

    def rows_of_all(self, rows: Sequence[tuple[int, list[str]]]) -> Sequence[PurchaseRow | PersonRow] | None:
        """As `rows_of` for many rows; None when they have to be read one by one."""
        if self._items or self._order:
            return None
        columns = list(zip(*[cells for _, cells in rows], strict=True))
        try:
            parts = self._parts(columns)
            buyers, people = self._buyers.of_all(rows, columns)
        except UserError:
            return None
        lines = [line for line, _ in rows]
        made: list[PurchaseRow | PersonRow] = []
        made += self._made(zip(lines, *parts, buyers, strict=True))
        for at in sorted(people, reverse=True):
            made.insert(at, people[at])
        return made

    def _parts(self, columns: Sequence[Column]) -> tuple[list[str], list[When], list[Article], list[Signed]]:
        if self._foreign is not None:
            for currency in set(columns[self._foreign]):
                self._demand_our_money(currency)
        told = zip(self._kind.of_all(columns), self._money.of_all(columns), strict=True)
        signed = list(map(self._signs.__getitem__, told))
        whens, articles = list(self._when.of_all(columns)), list(self._article.of_all(columns))
        return list(self._receipt.of_all(columns)), whens, articles, signed

    def _made(self, told: Iterable[Told]) -> list[PurchaseRow]:
        """The purchase line of each row, from what was made of its parts."""
        apart = self.cells.profile.refunds_apart
        values = [
            (
                line, 0, number if number and not apart else self._numbered(number, day, at, buyer, kind),
                kind, day, at, buyer, article, code, name, barcode, category, goods,
                quantity, unit_price, amount, f"{code or name}|{day} {at or ''}|{exact}",
            )
            for line, number, (day, at), (code, name, barcode, category, goods, article),
                (kind, quantity, unit_price, amount, exact), buyer in told
        ]  # fmt: skip
        return list(map(PurchaseRow._make, values))

    def _numbered(self, number: str, day: str, at: str | None, buyer: str, kind: PurchaseKind) -> str:
        """The receipt's number, or what stands for it."""
        receipt = number or f"{day} {at or ''} {buyer}".strip()
        apart = kind is PurchaseKind.REFUND and self.cells.profile.refunds_apart
        return f"{receipt} / {day}" if apart else receipt

    def _sign(self, told: tuple[PurchaseKind, Money]) -> Signed:
        """The kind of a row and its money, of which a refund is negative."""
        kind, (quantity, unit_price, amount, exact) = told
        signed = self.cells.profile.general or not self.cells.profile.kinds
        if kind is PurchaseKind.SALE and signed and (amount < 0 or quantity < 0):
            kind = PurchaseKind.REFUND
        if kind is PurchaseKind.REFUND and (quantity > 0 or amount > 0):
            quantity, unit_price, amount = -abs(quantity), abs(unit_price), -abs(amount)
        return kind, quantity, unit_price, amount, exact

    def worth(self, cells: Sequence[str]) -> int | None:
        """What a row that cannot go in would come to, signed, in minor units; None where that cannot be read."""
        try:
            if self._foreign is not None:
                self._demand_our_money(cells[self._foreign])
            amount, kind = self._money.of(cells)[2], self._kind.of(cells)
            extras = sum(extra for _, _, extra, _ in self._extras(cells))
        except UserError:
            return None
        return (-abs(amount) if kind is PurchaseKind.REFUND else amount) + extras

    def _group(self, fields: Sequence[str], read: Callable[..., T]) -> Group[T]:
        return Group([self.cells.places.get(field, (None,))[0] for field in fields], read)

    def _kinds(self) -> Kinds:
        rules = [
            (rule.kind, [self._group((field,), _finder(pattern)) for field, pattern in rule.patterns.items()])
            for rule in self.cells.profile.kinds
        ]
        return Kinds(self._group(("type",), self._read_type), rules)

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

    def _read_when(self, moment: str, date: str, time: str) -> When:
        field = "moment" if "moment" in self.cells.places else "date"
        day, at = self.cells.moment(field, moment or date)
        if time:
            at = self.cells.told("time", lambda: moments.time_of_day(time))
        return day.isoformat(), at.isoformat("minutes") if at else None

    def _read_article(self, code: str, name: str, variant: str, barcode: str, category: str) -> Article:
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
