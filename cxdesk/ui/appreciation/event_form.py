"""The small form of a new event."""

from collections.abc import Callable, Sequence

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import SavedList
from cxdesk.language import campaigns as words
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.campaigns import BEST
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import row


class EventForm(Card):
    """Name, kind, days, place, audience and budget; `save` may raise UserError."""

    def __init__(self, language: Language, save: Callable[[Campaign], None]) -> None:
        self._language, self._save, self._uuid = language, save, new_uuid()
        say = language.tr
        self.name = TextField(say("Name of the event"), id="event-name")
        self.first = TextField(say("First day"), say("Such as: 3.12.2026"), id="event-first")
        self.last = TextField(say("Last day"), say("Empty: one day only"), id="event-last")
        self.place = TextField(say("Time and place"), id="event-place")
        self.budget = TextField(say("Budget"), id="event-budget")
        self.kind = ChipGroup(
            say("Kind of event"), words.kinds(language), always=True, equal=False, id="event-kind"
        )
        self.audience = Choice(say("Who is invited"), {}, id="event-audience")
        self.rows = {
            name: FormRow(field.accessibleName(), field)
            for name, field in (
                ("name", self.name),
                ("first", self.first),
                ("last", self.last),
                ("place", self.place),
                ("budget", self.budget),
                ("audience", self.audience),
            )
        }
        plan = Button(say("Plan it"), icon="plus", id="plan-event")
        plan.clicked.connect(self._plan)
        super().__init__(say("A new event"), self.rows["name"], self.kind, icon="plus")
        for name in ("first", "last", "place", "audience", "budget"):
            self.add(self.rows[name])
        self.add(row(plan, None))

    def offer(self, lists: Sequence[SavedList]) -> None:
        """Offer the best customers and these lists as the audience."""
        chosen, say = self.audience.value(), self._language
        self.audience.clear()
        for n in BEST:
            self.audience.addItem(say.tr_n("{n} best customer", "{n} best customers", n), f"best {n}")
        for each in lists:
            self.audience.addItem(each.name, f"list {each.id}")
        self.audience.choose(chosen or f"best {BEST[0]}")

    def _plan(self) -> None:
        for each in self.rows.values():
            each.set_error("")
        field = "first"
        try:
            first = typed.day(self.first.text())
            field = "last"
            last = typed.day(self.last.text()) if self.last.text().strip() else first
            field = "budget"
            budget = amounts.read(self.budget.text() or "0", self._language.currency)
            field = "name"
            self._save(
                Campaign(
                    0,
                    CampaignKind(self.kind.value()),
                    self.name.text(),
                    first,
                    last,
                    place=self.place.text(),
                    audience=self.audience.value(),
                    budget=budget,
                    uuid=self._uuid,
                )
            )
        except UserError as error:
            self.rows[field].set_error(self._language.error(error))
            return
        self._uuid = new_uuid()
        for line in (self.name, self.first, self.last, self.place, self.budget):
            line.clear()
