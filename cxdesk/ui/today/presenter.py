"""What Today decides: what is shown, and what happens when somebody acts on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cxdesk.domain.appreciation import Action, Gesture, Suggestion
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.thanking import Thanking, title, why
from cxdesk.ui.today import figures, lines
from cxdesk.ui.today.figures import Figure
from cxdesk.ui.today.lines import Line, Person
from cxdesk.ui.today.morning import BESIDE, Morning

AT_FIRST, MORE = 8, 8
WORKED_OUT = 50
"""So many suggestions at least are worked out at once: in a small shop all of them, with what they cost together."""
NOON, EVENING = 10, 17


@dataclass(frozen=True, slots=True)
class Tally:
    """How many suggestions there are, how many of them are not shown yet, and how many were put off."""

    suggestions: int
    hidden: int
    snoozed: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision in a list below the suggestions; `wake` is what brings it back, if it can be."""

    title: str
    detail: str
    customer_id: int
    wake: Action | None = None


class View(Saying, Protocol):
    """What Today's page can show."""

    def show_head(self, greeting: str, date: str) -> None:
        """Greet."""

    def show_figures(self, nps: Figure, csat: Figure, complaints: Figure, budget: Figure) -> None:
        """Fill the tiles."""

    def show_lines(self, shown: Sequence[Line], tally: Tally) -> None:
        """Show the suggestions."""

    def show_nothing(self, text: str, *, new_shop: bool) -> None:
        """Say that everybody has been thanked, or that there is nobody yet."""

    def show_side(
        self, birthdays: Sequence[Person], complaints: Sequence[Person], counts: tuple[int, int]
    ) -> None:
        """Show the right column: the first of each, and how many there are."""

    def show_waiting(self, calls: str, promised: str) -> None:
        """Say who waits for a call and what is promised for today; an empty text says nothing."""

    def count_unpermitted(self, then: Callable[[int], None]) -> None:
        """Have those counted whom only a permission is missing."""

    def explain(self, title: str, sentences: Sequence[str]) -> None:
        """Say why, below the suggestions."""

    def list_kept(self, title: str, kept: Sequence[Kept], nothing: str) -> None:
        """List decisions below the suggestions."""

    def reload(self) -> None:
        """Read the day again."""


class Presenter:
    """Today's decisions."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._thanking, self._acts = Thanking(desk, language, view), Acts(desk, view)
        self._morning: Morning | None = None
        self.room = AT_FIRST
        self._gone: set[str] = set()

    def greet(self) -> None:
        """Say good morning, day or evening to whoever is at the desk."""
        now = self._desk.workplace.now()
        at_desk = self._desk.workplace.staff_id
        name = next((member.name for member in self._desk.settings.staff() if member.id == at_desk), "")
        today = now.date()
        day = f"{self._language.weekday(today)} {self._language.date_long(today)}"
        self._view.show_head(self._greeting(now.hour, name), day)

    def show(self, morning: Morning) -> None:
        """Show what was read."""
        self._morning = morning
        self._gone.clear()
        today, say = morning.day.day, self._language
        self._view.show_figures(
            figures.nps(say, morning),
            figures.csat(say, morning),
            figures.complaints(say, morning),
            figures.budget(say, morning.day, morning.suggested),
        )
        self._view.show_side(
            [lines.celebration(say, each, today) for each in morning.birthdays],
            [lines.complaint(say, entry, name, today) for entry, name in morning.complaints[:BESIDE]],
            (morning.celebrated, len(morning.complaints)),
        )
        arrived = say.tr_n("{n} request has arrived: call", "{n} requests have arrived: call", morning.calls)
        due = say.tr_n("{n} promise is due", "{n} promises are due", morning.promised)
        self._view.show_waiting(arrived if morning.calls else "", due if morning.promised else "")
        self._show_lines()

    def more(self) -> None:
        """Show more suggestions; those after them are worked out meanwhile."""
        self.room += MORE
        self._show_lines()
        if self._morning and self._morning.suggested > len(self._morning.day.suggestions):
            self._view.reload()

    @property
    def open_suggestions(self) -> tuple[Suggestion, ...]:
        """The suggestions that are worked out and that nobody has decided about."""
        found = self._morning.day.suggestions if self._morning else ()
        return tuple(each for each in found if each.id not in self._gone)

    @property
    def printable(self) -> tuple[Suggestion, ...]:
        """Those shown that are letters; a call is none, and answering feedback is no matter of a batch."""
        return tuple(each for each in self.open_suggestions[: self.room] if each.gesture is Gesture.LETTER)

    def done(self, *suggestions: Suggestion) -> None:
        """These were carried out."""
        if self._thanking.done(*suggestions):
            self._drop(*suggestions)

    def snooze(self, suggestion: Suggestion) -> None:
        """Put it off."""
        if self._thanking.snooze(suggestion):
            self._drop(suggestion)

    def never(self, suggestion: Suggestion) -> None:
        """Never again for this customer."""
        if self._thanking.never(suggestion):
            self._drop(suggestion)

    def wake(self, action: Action) -> None:
        """Bring back what was put off."""
        text = self._language.tr("Brought back")
        self._acts.do(lambda: self._desk.appreciation.wake(action), text)

    def why(self, suggestion: Suggestion) -> None:
        """Explain one suggestion: reasons and permission."""
        sentence = why(self._language, suggestion, self._desk.workplace.today())
        self._view.explain(title(self._language, suggestion), [sentence])

    def why_these(self) -> None:
        """Explain the rules by which the day's suggestions were chosen."""
        self._view.count_unpermitted(
            lambda count: self._view.explain(self._language.tr("Why these?"), self._rules(count))
        )

    def list_snoozed(self) -> None:
        """List what was put off."""
        if self._morning is None:
            return
        say = self._language
        kept = [
            Kept(
                lines.decision(say, action, name),
                say.tr("comes back on {day}", day=say.day(action.until)) if action.until else "",
                action.customer_id,
                action,
            )
            for action, name in self._morning.waiting
        ]
        self._view.list_kept(say.tr("Put off"), kept, say.tr("Nothing is put off."))

    def list_spent(self) -> None:
        """List the month's acts: the rows behind the budget."""
        if self._morning is None:
            return
        say = self._language
        kept = [
            Kept(
                lines.decision(say, action, name),
                f"{say.day(action.day)} · {say.money(action.cost)}",
                action.customer_id,
            )
            for action, name in self._morning.spent
        ]
        self._view.list_kept(
            say.tr("Done this month"), kept, say.tr("Nobody has been thanked this month yet.")
        )

    def _drop(self, *suggestions: Suggestion) -> None:
        self._gone.update(each.id for each in suggestions)
        self._show_lines()

    def _show_lines(self) -> None:
        if self._morning is None:
            return
        day, found = self._morning.day, self.open_suggestions
        left = self._morning.suggested - len(day.suggestions) + len(found)
        if not left:
            self._view.show_nothing(self._comfort(self._morning), new_shop=self._morning.new_shop)
            return
        shown = [lines.line(self._language, each, day.day) for each in found[: self.room]]
        self._view.show_lines(shown, Tally(left, left - len(shown), len(self._morning.waiting)))

    def _comfort(self, morning: Morning) -> str:
        say = self._language
        if morning.new_shop:
            return say.tr("Suggestions appear when there are customers, purchases and feedback.")
        text = say.tr("New suggestions appear as you record purchases and feedback at the counter.")
        if morning.upcoming is None:
            return text
        name, day = morning.upcoming.customer.name, say.day(morning.upcoming.day)
        return f"{text}\n{say.tr('Next: {name}, birthday on {day}.', name=name, day=day)}"

    def _greeting(self, hour: int, name: str) -> str:
        say = self._language
        if hour < NOON:
            return say.tr("Good morning, {name}", name=name) if name else say.tr("Good morning")
        if hour < EVENING:
            return say.tr("Good day, {name}", name=name) if name else say.tr("Good day")
        return say.tr("Good evening, {name}", name=name) if name else say.tr("Good evening")

    def _rules(self, unpermitted: int) -> list[str]:
        say, shop = self._language, self._desk.settings.shop()
        left_out = say.tr_n(
            "{n} customer was left out: they have not permitted letters.",
            "{n} customers were left out: they have not permitted letters.",
            unpermitted,
        )
        return [
            say.tr(
                "First those who wait for an answer, then birthdays within a week, first visits, reasons to say "
                "thank you (5th, 10th, 25th visit, praise, anniversaries), and those whose own rhythm has stopped."
            ),
            say.tr(
                "Nobody appears again within {days} of the last contact.", days=say.days(shop.contact_gap)
            ),
            *([left_out] if unpermitted else []),
            say.tr("The budget only warns; you decide."),
        ]
