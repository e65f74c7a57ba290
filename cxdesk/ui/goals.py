"""What becomes of the goals of a customer, at the counter and on their card."""

from collections.abc import Callable

from cxdesk.domain.errors import UserError
from cxdesk.domain.goal import Counts, Goal, Progress
from cxdesk.language import goals as words
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying


class Pursuing:
    """Sets goals for the customer whose id `whose` gives, and brings them nearer."""

    def __init__(
        self,
        desk: Desk,
        language: Language,
        view: Saying,
        whose: Callable[[], int],
        new_id: Callable[[], str] = new_uuid,
    ) -> None:
        self._desk, self._language, self._whose = desk, language, whose
        self._acts, self._new_id, self._uuid = Acts(desk, view), new_id, new_id()

    def of_customer(self) -> list[Progress]:
        """How far the goals of the customer have come."""
        return self._desk.goals.of_customer(self._whose())

    def known(self) -> list[str]:
        """What pieces may be counted of: the categories, and what the customer buys."""
        bought = self._desk.recommendations.of(self._whose(), others=False).own
        return [*self._desk.products.categories(), *(each.product.name for each in bought)]

    def set(self, counts: str, target: str, what: str, text: str) -> str:
        """Set a goal of `target` visits, pieces or units of `what`; gives the error to show, if any."""
        kind, say = Counts(counts), self._language
        try:
            number = amounts.quantity(target)
            unit, item = ("", what) if kind is Counts.PIECES else (what, "")
            unit = unit if kind is Counts.HAND else ""
            goal = Goal(
                0,
                self._whose(),
                self._desk.workplace.today(),
                kind,
                number,
                text,
                unit,
                item=item,
                uuid=self._uuid,
            )
            self._acts.attempt(
                lambda: self._desk.goals.set(goal), say.tr("Goal: {what}", what=words.title(say, goal))
            )
        except UserError as error:
            return say.error(error)
        self._uuid = self._new_id()
        return ""

    def advance(self, goal: Goal, amount: str) -> str:
        """Bring a goal nearer by hand; gives the error to show, empty when there is none."""
        say = self._language
        try:
            number = amounts.quantity(amount)
            added = say.tr("{what}: {n} more", what=words.title(say, goal), n=say.quantity(number))
            self._acts.attempt(lambda: self._desk.goals.advance(goal, number, self._uuid), added)
        except UserError as error:
            return say.error(error)
        self._uuid = self._new_id()
        return ""

    def celebrate(self, goal: Goal) -> None:
        """The customer was congratulated."""
        text = self._language.tr("Congratulated: {what}", what=words.title(self._language, goal))
        self._acts.do(lambda: self._desk.goals.celebrate(goal), text)

    def drop(self, goal: Goal) -> None:
        """It is no goal after all."""
        text = self._language.tr("Removed: {text}", text=words.title(self._language, goal))
        self._acts.do(lambda: self._desk.goals.drop(goal), text)
