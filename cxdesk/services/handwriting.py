"""Cards that somebody writes by hand: what is true of this customer, and never an offer."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from cxdesk.documents.handwriting import Points, write_points
from cxdesk.domain import consent
from cxdesk.domain.customer import Customer, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.language import letters, people
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, feedback, preferences, purchases

LIKED = frozenset({PreferenceKind.TASTE, PreferenceKind.USUAL})


class Handwriting:
    """Points to copy by hand."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def write(self, ids: Sequence[int], path: Path) -> int:
        """A sheet for each of these who may be written to; gives how many.

        Raises:
            UserError: when nobody may be written to or the file cannot be written.
        """
        audience, composer = gather(self._work, ids), Composer(self._work)
        if not audience.people:
            raise UserError("Nobody on this list may be sent this letter.")
        with suppress(OSError):  # told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        write_points([self._points(composer, person) for person in audience.people], path)
        return len(audience.people)

    def _points(self, composer: Composer, person: Customer) -> Points:
        say = self._work.language()
        told = tuple(self._told(composer, say, person))
        return Points(person.name, told, say.tr("By hand, in your own words. No offers and no coupons here."))

    def _told(self, composer: Composer, say: Language, person: Customer) -> Iterator[str]:
        """How to begin, since when they come, what they like, what they said last, and what to wish for."""
        theirs = composer.language(person)
        begin = letters.salutation(theirs, person, composer.formality(person))
        yield say.tr(
            "Begin: {words} ({language})", words=begin, language=people.language_name(say, theirs.code)
        )
        known = purchases.summary(self._work.db, person.id)
        may_count = consent.may_profile(consents.of(self._work.db, person.id))
        days = (person.since, known.first_day if known and may_count else None)
        since = min(filter(None, days), default=None)
        if since:
            yield say.tr("Thank them for coming since {year}.", year=since.year)
        if liked := [each.text for each in preferences.of(self._work.db, person.id) if each.kind in LIKED]:
            yield say.tr("Likes: {what}.", what=say.joined(liked))
        if said := next(
            (each for each in feedback.of_customer(self._work.db, person.id) if each.comment), None
        ):
            yield say.tr("Said on {day}: “{words}”", day=say.date(said.day), words=said.comment)
        yield say.tr("Wish to see them again soon.")
