"""Cards that somebody writes by hand: what is true of this customer, and never an offer."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cxdesk.documents.handwriting import Points, write_points
from cxdesk.domain import consent
from cxdesk.domain.customer import Customer, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.paper import Paper, PaperKind, code_of
from cxdesk.language import letters, people
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, feedback, papers, preferences, purchases

LIKED = frozenset({PreferenceKind.TASTE, PreferenceKind.USUAL})


class Handwriting:
    """Points to copy by hand."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def write(self, form: str, ids: Sequence[int], path: Path) -> int:
        """A sheet for each of these who may be written to, remembered by its code; gives how many.

        The same form (uuid) twice makes the same cards.

        Raises:
            UserError: when nobody may be written to or the file cannot be written.
        """
        audience, composer = gather(self._work, ids), Composer(self._work)
        if not audience.people:
            raise UserError("Nobody on this list may be sent this letter.")
        with suppress(OSError):  # told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        codes = {each.id: self._code(form, each.id) for each in audience.people}
        write_points([self.points(composer, each, codes[each.id]) for each in audience.people], path)
        with self._work.change("Cards to write by hand", detail=path.name):
            for customer_id, code in codes.items():
                card = Paper(0, code, PaperKind.CARD, self._work.today(), customer_id)
                papers.put(self._work.db, card)
        return len(audience.people)

    def _code(self, form: str, customer_id: int) -> str:
        """The code of somebody's card, which it bears already when it is printed again."""
        identity = uuid5(NAMESPACE_URL, f"{form}/card/{customer_id}")
        known = papers.find(self._work.db, code_of(identity))
        mine = known and known.paper.kind is PaperKind.CARD and known.paper.customer_id == customer_id
        return known.paper.code if known and mine else papers.free_code(self._work.db, identity)

    def points(self, composer: Composer, person: Customer, code: str) -> Points:
        """What can be said to somebody on a card that bears this code."""
        say = self._work.language()
        told = tuple(self._told(composer, say, person))
        foot = say.tr("By hand, in your own words. No offers and no coupons here.")
        return Points(person.name, told, foot, code)

    def _told(self, composer: Composer, say: Language, person: Customer) -> Iterator[str]:
        """How to begin, since when they come, what they like, what they said last, and what to wish for."""
        theirs = composer.language(person)
        begin = letters.salutation(theirs, person, composer.formality(person))
        yield say.tr(
            "Begin: {words} ({language})",
            words=say.quoted(begin),
            language=people.language_name(say, theirs.code),
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
