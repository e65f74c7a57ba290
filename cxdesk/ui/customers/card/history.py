"""One timeline of everything that happened with a customer, by month, with filters."""

from collections.abc import Callable, Sequence

from cxdesk.language.language import Language
from cxdesk.ui.customers.events import Happening
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.layouts import row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.states import Empty
from cxdesk.ui.widgets.timeline import Event, Timeline


class HistoryCard(Card):
    """The middle of the card."""

    def __init__(
        self,
        language: Language,
        choose: Callable[[str], object],
        more: Callable[[], object],
        opened: Callable[[str], object],
    ) -> None:
        super().__init__(language.tr("Timeline"))
        self._language = language
        self.filters = ChipGroup(
            language.tr("What to show"), self._words({}), always=True, equal=False, id="events"
        )
        self.filters.changed.connect(lambda: choose(self.filters.value()))
        self.timeline = Timeline(language.tr("Timeline"), "timeline")
        self.timeline.opened.connect(opened)
        self.detail = Note(icon="info")
        self._more = Button("", Kind.QUIET, icon="chevron-down", id="more-events")
        self._more.clicked.connect(more)
        self._nothing = Empty(
            "history", language.tr("Nothing yet"), language.tr("Purchases, feedback and thanks appear here.")
        )
        for part in (self.filters, self.detail, self._nothing, self.timeline, row(self._more, None)):
            self.add(part)

    def show_events(
        self, shown: Sequence[Happening], counts: dict[str, int], hidden: int, group: str
    ) -> None:
        """Show these; `counts` stand on the filters, `hidden` are not shown yet."""
        say = self._language
        self.filters.set_options(self._words(counts))
        self.filters.choose(group)
        self.timeline.show_events([self._event(each) for each in shown])
        self.timeline.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._more.set_text(say.tr_n("Show {n} more", "Show {n} more", hidden))
        self._more.setVisible(hidden > 0)
        self.detail.say("")

    def show_detail(self, event: Happening) -> None:
        """Say the whole of an event whose row is too short for it; once more takes it away."""
        whole = "\n".join(part for part in (event.title, event.detail) if part)
        again = self.detail.isVisible() and self.detail.label.text() == whole
        self.detail.say("" if again else whole, Tone.INFO)

    def _words(self, counts: dict[str, int]) -> dict[str, str]:
        say = self._language.tr
        words = {
            "all": say("All"),
            "purchases": say("Purchases"),
            "feedback": say("Feedback"),
            "thanks": say("Thanks"),
        }
        return {key: f"{text} {counts.get(key, '')}".strip() for key, text in words.items()}

    def _event(self, each: Happening) -> Event:
        say = self._language
        return Event(
            each.key,
            say.month(each.day),
            each.icon,
            each.tone,
            each.title,
            each.detail,
            each.figure,
            say.day(each.day),
            each.badge,
            each.badge_tone,
        )
