"""The demo shop's own words on its customers, and the lists that it comes back to."""

from collections.abc import Iterable
from random import Random

from cxdesk.domain.listing import DEFAULT, Column, Condition, Group, Listing, Subject
from cxdesk.language.language import Language
from cxdesk.services.demo.people import Person
from cxdesk.storage import lists, tags
from cxdesk.storage.database import Database

OFTEN, SHARE = 8, 0.35


def record(db: Database, random: Random, people: Iterable[Person], language: Language) -> None:
    """Put words on some of those who come often, and keep two lists."""
    club, courses = language.tr("Knitting club"), language.tr("Courses")
    for person in people:
        for word in (club, courses):
            if len(person.days) >= OFTEN and random.random() < SHARE:
                tags.insert(db, person.customer.id, word)
    missed = (Condition(Subject.GROUP, Group.REGULAR), Condition(Subject.NOT_VISITED_FOR, "60"))
    lists.insert(
        db, language.tr("Regulars we miss"), Listing(missed, order=Column.LAST_VISIT, descending=True)
    )
    columns = (*DEFAULT[:2], Column.EMAIL, Column.TAGS, Column.LAST_VISIT, Column.PERMISSION)
    lists.insert(db, club, Listing((Condition(Subject.TAG, club),), columns))
