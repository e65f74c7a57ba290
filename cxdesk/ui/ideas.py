"""What becomes of an idea that somebody has typed, wherever its form stands."""

from collections.abc import Callable
from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.idea import Idea, Way
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.acts import Acts, Saying


class HavingIdeas:
    """Notes staff's own ideas about the customer whose id `whose` gives."""

    def __init__(
        self,
        desk: Desk,
        language: Language,
        view: Saying,
        whose: Callable[[], int],
        new_id: Callable[[], str] = new_uuid,
    ) -> None:
        self._desk, self._language, self._whose = desk, language, whose
        self._acts, self._new_id, self._uuid = Acts(desk, view), new_id, ""

    def begin(self) -> str:
        """A new form; gives the day that stands in it."""
        self._uuid = self._new_id()
        return self._language.date(self._desk.workplace.today())

    def write(self, text: str, day: str, way: str) -> str:
        """Note it; gives the error to show at the form, empty when there is none."""
        try:
            idea = Idea(0, self._whose(), typed.coming(day, self._desk.workplace.today()), text, Way(way))
            said = self._language.tr("Suggested from {day}", day=self._language.day(idea.day))
            self._acts.attempt(lambda: self._add(idea), said)
        except UserError as error:
            return self._language.error(error)
        return ""

    def waiting(self) -> list[Idea]:
        """The ideas about the customer whose day has not come yet."""
        today, who = self._desk.workplace.today(), self._whose()
        return [each for each in self._desk.ideas.every() if each.customer_id == who and each.day > today]

    def drop(self, idea: Idea) -> None:
        """It is not done after all."""
        text = self._language.tr("Removed: {text}", text=idea.text)
        self._acts.do(lambda: self._desk.ideas.drop(idea), text)

    def _add(self, idea: Idea) -> int:
        return self._desk.ideas.add(replace(idea, uuid=self._uuid))
