"""What kind of line a row is: by its word for it, or by the rules of its system."""

from collections.abc import Sequence
from operator import and_

from cxdesk.documents.imports.columns import Column, Group
from cxdesk.domain.purchase import PurchaseKind

Rule = tuple[PurchaseKind, Sequence[Group[bool]]]


class Kinds:
    """The kinds of rows: what `named` tells, else that of the first of the `rules` whose tests all hold, else a sale.

    Each test looks at its own columns, so that receipt numbers do not fill the memory.
    """

    def __init__(self, named: Group[PurchaseKind | None], rules: Sequence[Rule]) -> None:
        self._named, self._rules = named, rules

    def of(self, cells: Sequence[str]) -> PurchaseKind:
        """What one row is."""
        if told := self._named.of(cells):
            return told
        for kind, tests in self._rules:
            if all(test.of(cells) for test in tests):
                return kind
        return PurchaseKind.SALE

    def of_all(self, columns: Sequence[Column]) -> Sequence[PurchaseKind]:
        """What each row is whose cells stand in the columns."""
        found = [PurchaseKind.SALE] * len(columns[0])
        for kind, tests in reversed(self._rules):
            holds = _hold(tests, columns)
            if True in holds:
                found = [kind if held else other for held, other in zip(holds, found, strict=True)]
        return [told or other for told, other in zip(self._named.of_all(columns), found, strict=True)]


def _hold(tests: Sequence[Group[bool]], columns: Sequence[Column]) -> Sequence[bool]:
    """Of which rows all the tests hold; seldom of any, so the first test is mostly the last."""
    holds = [True] * len(columns[0])
    for test in tests:
        holds = list(map(and_, holds, test.of_all(columns)))
        if True not in holds:
            break
    return holds
