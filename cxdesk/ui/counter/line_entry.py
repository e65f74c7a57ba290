"""The texts of a line's small form, and the line that they make."""

from dataclasses import dataclass, replace
from decimal import Decimal

from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.counter.basket import BasketLine


@dataclass(frozen=True, slots=True)
class LineTexts:
    """What stands in the fields."""

    quantity: str
    price: str
    discount: str = ""
    warranty: str = ""
    reason: str = ""


def texts(line: BasketLine, language: Language) -> LineTexts:
    """What stands in the fields for `line`."""
    off, until = line.discount, line.warranty_until
    percent = f"{_plain(off.percent, language)} %" if off.percent else ""
    return LineTexts(
        quantity=_plain(Decimal(str(line.quantity)), language),
        price=amounts.written(line.unit_price, language),
        discount=percent or (amounts.written(off.amount, language) if off.amount else ""),
        warranty=language.date(until) if until else "",
        reason=line.reason,
    )


def filled(line: BasketLine, said: LineTexts, currency: str) -> BasketLine:
    """`line` with what was typed; of a sale that comes back only quantity and reason can be written.

    Raises:
        UserError: when a text is not what its field asks for.
    """
    line = replace(line.of(amounts.quantity(said.quantity)), reason=said.reason.strip())
    if line.old:
        return line
    return replace(
        line,
        unit_price=amounts.read(said.price, currency),
        discount=amounts.discount(said.discount, currency),
        warranty_until=typed.day(said.warranty) if said.warranty.strip() else None,
    )


def _plain(value: Decimal, language: Language) -> str:
    exact = value.normalize()
    return amounts.figures(exact, language, max(0, -int(exact.as_tuple().exponent)))
