"""What the page of coupons and points decides: which half is seen, and in each half its own part."""

from pathlib import Path
from typing import Protocol

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.loyalty.accounting import Accounting
from cxdesk.ui.loyalty.couponing import Couponing
from cxdesk.ui.loyalty.drawing import Drawing
from cxdesk.ui.loyalty.log import Log
from cxdesk.ui.loyalty.ruling import Ruling

POINTS, COUPONS, RULES, DRAWS, LOG = "points", "coupons", "rules", "draws", "programme"


class Part(Protocol):
    """What each half decides."""

    def load(self) -> None:
        """Show what stands now."""


class View(Saying, Protocol):
    """What the page can show around its halves."""

    def show_half(self, key: str) -> None:
        """Show one half."""

    def show_paper(self, file: Path, title: str) -> None:
        """Show a paper over the halves, to be printed."""


class Presenter:
    """Decides; each part is told by its half where to show what it says."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._acts = acts = Acts(desk, view)
        self.accounting = Accounting(desk, language, acts)
        self.couponing = Couponing(desk, language, acts)
        self.ruling = Ruling(desk, language, acts)
        self.drawing = Drawing(desk, language, acts)
        self.log = Log(desk, language, acts)
        self.parts: dict[str, Part] = {
            POINTS: self.accounting,
            COUPONS: self.couponing,
            RULES: self.ruling,
            DRAWS: self.drawing,
            LOG: self.log,
        }
        self.half = POINTS

    def reload(self) -> None:
        """Show what stands now, on the half that is seen."""
        self.parts[self.half].load()

    def turn(self, key: str) -> None:
        """Show another half."""
        self.half = key
        self._view.show_half(key)
        self.reload()

    def open(self, what: object) -> None:
        """One half, or the points of a customer, `("points", id)`."""
        match what:
            case ("points", int(customer_id)):
                self.accounting.customer_id = customer_id
                self.turn(POINTS)
            case str() if what in self.parts:
                self.turn(what)

    def print_statement(self, customer_id: int) -> None:
        """Show the statement of a customer, to be printed."""
        desk = self._desk
        file = desk.statements.file(customer_id)
        if self._acts.told(lambda: desk.statements.write(customer_id, file)):
            name = desk.customers.get(customer_id).name
            self._view.show_paper(file, self._language.tr("Statement: {name}", name=name))
