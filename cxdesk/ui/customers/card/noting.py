"""What is noted on a customer's card: each act is saved at once, said, and taken back by one button."""

from collections.abc import Callable
from pathlib import Path

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Customer, CustomerRow, Preference, PreferenceKind, Tag
from cxdesk.domain.errors import UserError
from cxdesk.domain.relations import Relation, Role
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying

FOUND_AT_MOST = 5


class Noting:
    """Notes things on the customer that `whose` gives; what could not be noted gives False."""

    def __init__(self, desk: Desk, language: Language, view: Saying, whose: Callable[[], Customer]) -> None:
        self._desk, self._language, self._view, self._whose = desk, language, view, whose
        self._acts = Acts(desk, view)

    def prefer(self, kind: PreferenceKind, text: str) -> bool:
        """Note a preference."""
        return self._note(lambda who: self._desk.customers.prefer(who, kind, text), text.strip())

    def reword(self, preference: Preference) -> bool:
        """Say a preference in other words, or of another kind."""
        text = preference.text.strip()
        return self._note(lambda who: self._desk.customers.change_preference(who, preference), text)

    def drop(self, preference: Preference) -> None:
        """Take a preference away."""
        self._drop(lambda who: self._desk.customers.drop_preference(who, preference.id), preference.text)

    def tag(self, text: str) -> bool:
        """Put a tag on."""
        return self._note(lambda who: self._desk.tags.add(who, text), text.strip())

    def untag(self, tag: Tag) -> None:
        """Take a tag off."""
        self._drop(lambda who: self._desk.tags.drop(who, tag.id), tag.text)

    def date(self, name: str, day: str) -> bool:
        """Note a day that is kept every year, as it was typed."""
        try:
            known = Anniversary(name, typed.yearly(day))
        except UserError as error:
            self._view.fail(error)
            return False
        return self._note(lambda who: self._desk.anniversaries.add(who, known), name.strip())

    def undate(self, known: Anniversary) -> None:
        """Take a day away."""
        self._drop(lambda who: self._desk.anniversaries.drop(who, known.id), known.name)

    def photo_file(self, path: Path) -> bool:
        """Keep the picture of a file."""
        return self._note(lambda who: self._desk.photos.save_file(who, path), self._language.tr("Photo"))

    def photo(self, picture: bytes) -> bool:
        """Keep a picture."""
        return self._note(lambda who: self._desk.photos.save(who, picture), self._language.tr("Photo"))

    def unphoto(self) -> None:
        """Take the photo away."""
        self._drop(self._desk.photos.drop, self._language.tr("Photo"))

    def live_together(self, other_id: int, name: str) -> bool:
        """Somebody else lives with the customer."""
        return self._note(lambda who: self._desk.households.join(who, other_id), name)

    def part(self, member_id: int, name: str) -> None:
        """Somebody lives with the customer no more."""
        self._drop(lambda who: self._desk.households.leave(who, member_id), name)

    def rename(self, household_id: int, name: str) -> bool:
        """Call the household something else."""
        return self._note(lambda who: self._desk.households.rename(who, household_id, name), name.strip())

    def relate(self, other_id: int, name: str, role: Role) -> bool:
        """Somebody else is `role` to the customer."""
        return self._note(lambda who: self._desk.relations.add(who, other_id, role), name)

    def unrelate(self, relation: Relation) -> None:
        """Take a relation away."""
        self._drop(lambda who: self._desk.relations.drop(who, relation.id), relation.other)

    def found(self, text: str) -> list[CustomerRow]:
        """Other customers whom somebody typing `text` may mean."""
        rows = self._desk.customers.search(text, FOUND_AT_MOST) if text.strip() else []
        return [row for row in rows if row.id != self._whose().id]

    def _note(self, act: Callable[[int], object], what: str) -> bool:
        return self._acts.do(lambda: act(self._whose().id), self._language.tr("Noted: {text}", text=what))

    def _drop(self, act: Callable[[int], object], what: str) -> None:
        self._acts.do(lambda: act(self._whose().id), self._language.tr("Removed: {text}", text=what))
