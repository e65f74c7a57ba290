"""The Desk: everything that pages and the command line can do in an open shop."""
# ruff: noqa: PLC0415 - a service and what it needs load at its first use, so that the window opens at once

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.domain.change import Change
from cxdesk.domain.shop import Shop
from cxdesk.services.paperwork import Paperwork
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.storage.errors import file_errors

if TYPE_CHECKING:
    from cxdesk.services.anniversaries import Anniversaries
    from cxdesk.services.appreciation import Appreciation
    from cxdesk.services.backups import Backups
    from cxdesk.services.campaigns import Campaigns
    from cxdesk.services.customers import Customers
    from cxdesk.services.drafts import Drafts
    from cxdesk.services.duplicates import Duplicates
    from cxdesk.services.editing import Editing
    from cxdesk.services.effects import Effects
    from cxdesk.services.exports import Exports
    from cxdesk.services.feedback import Feedback
    from cxdesk.services.fields import Fields
    from cxdesk.services.gifts import Gifts
    from cxdesk.services.goals import Goals
    from cxdesk.services.goodwill import GoodwillGestures
    from cxdesk.services.history import History
    from cxdesk.services.households import Households
    from cxdesk.services.ideas import Ideas
    from cxdesk.services.imports import Imports
    from cxdesk.services.interviews import Interviews
    from cxdesk.services.invitations import Invitations
    from cxdesk.services.lists import Lists
    from cxdesk.services.notes import Notes
    from cxdesk.services.occasions import Occasions
    from cxdesk.services.photos import Photos
    from cxdesk.services.products import Products
    from cxdesk.services.promises import Promises
    from cxdesk.services.purchases import Purchases
    from cxdesk.services.register import Register
    from cxdesk.services.relations import Relations
    from cxdesk.services.reports import Reports
    from cxdesk.services.requests import Requests
    from cxdesk.services.scores import Scores
    from cxdesk.services.settings import Settings
    from cxdesk.services.tags import Tags
    from cxdesk.services.visits import Visits

Clock = Callable[[], datetime]


class Desk(Paperwork):
    """The services around a workplace."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    def again(self) -> "Desk":
        """The same shop on a second connection, for the worker thread; its changes are announced nowhere."""
        here = self.workplace
        return Desk(Workplace(here.db.again(), here.now, staff_id=here.staff_id, code=here.code))

    def _thank(self, customer_id: int, source: str) -> None:
        self.points.thank(customer_id, source)

    def close(self) -> None:
        """Close the shop file."""
        self.workplace.db.close()

    @cached_property
    def customers(self) -> "Customers":
        """The register of customers."""
        from cxdesk.services.customers import Customers

        return Customers(self.workplace, self.fields, self._thank)

    @cached_property
    def tags(self) -> "Tags":
        """The shop's own words on customers."""
        from cxdesk.services.tags import Tags

        return Tags(self.workplace)

    @cached_property
    def fields(self) -> "Fields":
        """The shop's own fields."""
        from cxdesk.services.fields import Fields

        return Fields(self.workplace)

    @cached_property
    def households(self) -> "Households":
        """People who live together."""
        from cxdesk.services.households import Households

        return Households(self.workplace)

    @cached_property
    def relations(self) -> "Relations":
        """What customers are to each other, and who brought whom."""
        from cxdesk.services.relations import Relations

        return Relations(self.workplace)

    @cached_property
    def photos(self) -> "Photos":
        """Customers' photos."""
        from cxdesk.services.photos import Photos

        return Photos(self.workplace)

    @cached_property
    def anniversaries(self) -> "Anniversaries":
        """The days that customers keep every year."""
        from cxdesk.services.anniversaries import Anniversaries

        return Anniversaries(self.workplace)

    @cached_property
    def register(self) -> "Register":
        """The register as a list."""
        from cxdesk.services.register import Register

        return Register(self.workplace)

    @cached_property
    def lists(self) -> "Lists":
        """Lists of customers with a name."""
        from cxdesk.services.lists import Lists

        return Lists(self.workplace, self.register)

    @cached_property
    def editing(self) -> "Editing":
        """One change to many customers."""
        from cxdesk.services.editing import Editing

        return Editing(self.workplace)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """People who stand in the register twice."""
        from cxdesk.services.duplicates import Duplicates

        return Duplicates(self.workplace)

    @cached_property
    def products(self) -> "Products":
        """What the shop sells."""
        from cxdesk.services.products import Products

        return Products(self.workplace)

    @cached_property
    def purchases(self) -> "Purchases":
        """What was bought and came back."""
        from cxdesk.services.purchases import Purchases

        followers = (self.earning, self.coupons, self.gift_cards, self.stamps)
        return Purchases(self.workplace, followers)

    @cached_property
    def promises(self) -> "Promises":
        """What was promised to customers."""
        from cxdesk.services.promises import Promises

        return Promises(self.workplace)

    @cached_property
    def requests(self) -> "Requests":
        """What was asked for and not in stock."""
        from cxdesk.services.requests import Requests

        return Requests(self.workplace)

    @cached_property
    def feedback(self) -> "Feedback":
        """What customers said."""
        from cxdesk.services.feedback import Feedback

        return Feedback(self.workplace, self._thank)

    @cached_property
    def visits(self) -> "Visits":
        """All that came of a visit, saved together."""
        from cxdesk.services.visits import Visits

        return Visits(
            self.workplace, self.purchases, self.feedback, self.notes, self.interviews, self.promises
        )

    @cached_property
    def drafts(self) -> "Drafts":
        """What stands in a form and is not saved yet."""
        from cxdesk.services.drafts import Drafts

        return Drafts(self.workplace.db.path)

    @cached_property
    def notes(self) -> "Notes":
        """What staff noticed."""
        from cxdesk.services.notes import Notes

        return Notes(self.workplace)

    @cached_property
    def interviews(self) -> "Interviews":
        """Guided interviews about a need."""
        from cxdesk.services.interviews import Interviews

        return Interviews(self.workplace)

    @cached_property
    def appreciation(self) -> "Appreciation":
        """Whom to thank today, with what."""
        from cxdesk.services.appreciation import Appreciation

        return Appreciation(self.workplace, self.feedback, self.effects, self.gifts)

    @cached_property
    def gifts(self) -> "Gifts":
        """What the shop keeps ready to give."""
        from cxdesk.services.gifts import Gifts

        return Gifts(self.workplace)

    @cached_property
    def goodwill(self) -> "GoodwillGestures":
        """What staff give on their own judgement."""
        from cxdesk.services.goodwill import GoodwillGestures

        return GoodwillGestures(self.workplace)

    @cached_property
    def goals(self) -> "Goals":
        """What customers aim at."""
        from cxdesk.services.goals import Goals

        return Goals(self.workplace)

    @cached_property
    def ideas(self) -> "Ideas":
        """What staff want to thank somebody for."""
        from cxdesk.services.ideas import Ideas

        return Ideas(self.workplace)

    @cached_property
    def campaigns(self) -> "Campaigns":
        """Events, and what came of them."""
        from cxdesk.services.campaigns import Campaigns

        return Campaigns(self.workplace, self.coupons)

    @cached_property
    def invitations(self) -> "Invitations":
        """Who is invited to an event and who comes."""
        from cxdesk.services.invitations import Invitations

        return Invitations(self.workplace, self.campaigns, self.register, self.lists)

    @cached_property
    def effects(self) -> "Effects":
        """Whether thanking helps."""
        from cxdesk.services.effects import Effects

        return Effects(self.workplace)

    @cached_property
    def occasions(self) -> "Occasions":
        """The rules by which somebody is suggested."""
        from cxdesk.services.occasions import Occasions

        return Occasions(self.workplace)

    @cached_property
    def scores(self) -> "Scores":
        """The figures of a period's feedback."""
        from cxdesk.services.scores import Scores

        return Scores(self.workplace)

    @cached_property
    def reports(self) -> "Reports":
        """The monthly report."""
        from cxdesk.services.reports import Reports

        return Reports(self.workplace)

    @cached_property
    def imports(self) -> "Imports":
        """Sales from other programs' files."""
        from cxdesk.services.imports import Imports

        return Imports(self.workplace, self.backups)

    @cached_property
    def exports(self) -> "Exports":
        """Files for other programs, and the whole shop out and in."""
        from cxdesk.services.exports import Exports

        return Exports(self.workplace)

    @cached_property
    def settings(self) -> "Settings":
        """The shop's settings and staff."""
        from cxdesk.services.settings import Settings

        return Settings(self.workplace)

    @cached_property
    def history(self) -> "History":
        """Who changed what; undo and redo."""
        from cxdesk.services.history import History

        return History(self.workplace)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the shop, each proved."""
        from cxdesk.services.backups import Backups

        return Backups(self.workplace)


def found(path: Path, shop: Shop, now: Clock) -> Desk:
    """A new, empty shop at `path`.

    Raises:
        UserError: when a setting is wrong, something already stands there, or the folder cannot be written.
    """
    from cxdesk.services.settings import checked

    checked(shop)
    with file_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    desk = Desk(Workplace(Database.create(path), now, code=shop.language))
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
    desk = Desk(Workplace(db, now, announce) if announce else Workplace(db, now))
    try:
        if db.outdated:
            desk.backups.make()
            db.migrate()
    except BaseException:
        desk.close()
        raise
    return desk
