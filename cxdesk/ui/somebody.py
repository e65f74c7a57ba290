"""Fields in which a customer or a product is chosen while one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

RESULTS = 5
Meant = Callable[[str], list[tuple[int, str]]]


class Chooser(QWidget):
    """A search field that keeps what was chosen; `chosen` is its id, None as long as nothing is.

    `meant` gives ids and names of what may be meant by what is typed; `picked(id)` tells of what a person chose.
    """

    picked = Signal(int)

    def __init__(self, words: str, icon: str, key: str, meant: Meant) -> None:
        super().__init__()
        self.chosen: int | None = None
        self._icon, self._meant = icon, meant
        self.field = SearchField(words, icon=icon, id=key)
        self.results = ResultList(self.field)
        self.results.hide()
        self.field.typed.connect(self._find)
        self.setLayout(column(Label(words, Style.STRONG), self.field, self.results, gap=4))

    def clear(self) -> None:
        """Nothing is chosen."""
        self.chosen = None
        self.field.setText("")
        self.results.hide()

    def choose(self, key: int, name: str) -> None:
        """This one is chosen."""
        self.chosen = key
        self.field.setText(name)
        self.results.hide()

    def _find(self, typed: str) -> None:
        self.chosen = None
        found = self._meant(typed.strip()) if typed.strip() else ()
        self.results.show_found(
            [Found(name, "", partial(self._pick, i, name), icon=self._icon) for i, name in found]
        )
        self.results.setVisible(bool(found))

    def _pick(self, key: int, name: str) -> None:
        self.choose(key, name)
        self.picked.emit(key)


def somebody(desk: Desk, words: str, key: str) -> Chooser:
    """A field for a customer."""

    def meant(typed: str) -> list[tuple[int, str]]:
        return [(row.id, row.name) for row in desk.customers.search(typed, RESULTS)]

    return Chooser(words, "user", key, meant)


def something(desk: Desk, words: str, key: str) -> Chooser:
    """A field for a product."""

    def meant(typed: str) -> list[tuple[int, str]]:
        return [(product.id, product.name) for product in desk.products.search(typed, RESULTS)]

    return Chooser(words, "package", key, meant)
