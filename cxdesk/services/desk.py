"""The Desk: the frozen bundle of services that every page and the command line receive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cxdesk.domain.change import Change
from cxdesk.domain.shop import Shop
from cxdesk.services.appreciation import Appreciation
from cxdesk.services.backups import Backups
from cxdesk.services.customers import Customers
from cxdesk.services.feedback import Feedback
from cxdesk.services.history import History
from cxdesk.services.imports import Imports
from cxdesk.services.letters import Letters
from cxdesk.services.products import Products
from cxdesk.services.purchases import Purchases
from cxdesk.services.reports import Reports
from cxdesk.services.scores import Scores
from cxdesk.services.settings import Settings, checked
from cxdesk.services.visits import Visits
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.storage.errors import file_errors

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that can be done in an open shop."""

    workplace: Workplace
    customers: Customers
    products: Products
    purchases: Purchases
    feedback: Feedback
    visits: Visits
    appreciation: Appreciation
    letters: Letters
    scores: Scores
    reports: Reports
    imports: Imports
    settings: Settings
    history: History
    backups: Backups

    def again(self) -> "Desk":
        """The same shop on a second connection, for the worker thread; its changes are announced nowhere."""
        here = self.workplace
        return seat(Workplace(here.db.again(), here.now, staff_id=here.staff_id, code=here.code))

    def close(self) -> None:
        """Close the shop file."""
        self.workplace.db.close()


def seat(workplace: Workplace) -> Desk:
    """The services around a workplace."""
    purchases, feedback, backups = Purchases(workplace), Feedback(workplace), Backups(workplace)
    return Desk(
        workplace=workplace,
        customers=Customers(workplace),
        products=Products(workplace),
        purchases=purchases,
        feedback=feedback,
        visits=Visits(workplace, purchases, feedback),
        appreciation=Appreciation(workplace, feedback),
        letters=Letters(workplace),
        scores=Scores(workplace),
        reports=Reports(workplace),
        imports=Imports(workplace, backups),
        settings=Settings(workplace),
        history=History(workplace),
        backups=backups,
    )


def found(path: Path, shop: Shop, now: Clock) -> Desk:
    """A new, empty shop at `path`.

    Raises:
        UserError: when a setting is wrong, something already stands there, or the folder cannot be written.
    """
    checked(shop)
    with file_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    desk = seat(Workplace(Database.create(path), now, code=shop.language))
    desk.settings.save(shop)
    return desk


def enter(
    path: Path, now: Clock, *, announce: Callable[[Change], None] | None = None, lock: bool = True
) -> Desk:
    """Open the shop at `path`; a file of an older program is brought up to date first.

    Raises:
        UserError: when it is no shop file, damaged, of a newer program, or open in another process.
    """
    db = Database.open(path, lock=lock)
    desk = seat(Workplace(db, now, announce) if announce else Workplace(db, now))
    try:
        if db.outdated:
            desk.backups.make()
            db.migrate()
    except BaseException:
        desk.close()
        raise
    return desk
