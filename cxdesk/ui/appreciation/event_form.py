"""The form of an event: a new one, or one that was planned."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import SavedList
from cxdesk.language import campaigns as words
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.invitations import BEST
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import amounts
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import row

PARTY = frozenset({"time", "place", "programme", "guests", "goal"})
SHOWN = {
    CampaignKind.APPRECIATION: PARTY | {"percent", "everybody_percent", "guest_percent"},
    CampaignKind.EARLY_ACCESS: frozenset({"time", "place", "programme", "percent"}),
    CampaignKind.PARTY: PARTY,
    CampaignKind.COMMUNITY: PARTY,
    CampaignKind.CAUSE: frozenset({"programme", "per_purchase", "cause_percent", "goal"}),
    CampaignKind.PARTNER: frozenset({"programme", "partner", "percent"}),
}
ALWAYS = frozenset({"name", "first", "last", "audience", "budget"})
MONEY = frozenset({"budget", "per_purchase"})
NUMBERS = frozenset({"percent", "everybody_percent", "guest_percent", "guests", "cause_percent"})
BESIDE = (
    ("first", "last"),
    ("time", "place"),
    ("programme",),
    ("partner",),
    ("percent", "everybody_percent"),
    ("guest_percent", "guests"),
    ("per_purchase", "cause_percent"),
    ("audience",),
    ("budget", "goal"),
)
AHEAD = 14  # days


class EventForm(Card):
    """What is asked depends on the kind of event; `save` may raise UserError."""

    def __init__(
        self, language: Language, save: Callable[[Campaign], None], today: Callable[[], date]
    ) -> None:
        self._language, self._save, self._today = language, save, today
        self._event = self._new()
        say = language.tr
        self.kind = ChipGroup(
            say("Kind of event"), words.kinds(language), always=True, equal=False, id="event-kind"
        )
        self.audience = Choice(say("Who is invited"), {}, id="event-audience")
        self.rows = {name: self._row(name, label) for name, label in words.fields(language).items()}
        self.rows["audience"] = FormRow(say("Who is invited"), self.audience)
        self.save = Button(say("Plan it"), icon="plus", id="plan-event")
        self.cancel = Button(say("Cancel"), Kind.QUIET, id="cancel-event")
        self.save.clicked.connect(self._keep)
        self.cancel.clicked.connect(lambda _: self.begin())
        self.kind.changed.connect(self._turn)
        super().__init__(say("A new event"), self.rows["name"], self.kind, icon="plus")
        for names in BESIDE:
            self.add(row(*(self.rows[name] for name in names), gap=12))
        self.add(row(self.save, self.cancel, None))
        self.begin()

    def offer(self, lists: Sequence[SavedList]) -> None:
        """Offer the best customers and these lists as the audience."""
        chosen, say = self.audience.value(), self._language
        self.audience.clear()
        for n in BEST:
            self.audience.addItem(say.tr_n("{n} best customer", "{n} best customers", n), f"best {n}")
        for each in lists:
            self.audience.addItem(each.name, f"list {each.id}")
        self.audience.choose(chosen or f"best {BEST[0]}")

    def begin(self, event: Campaign | None = None) -> None:
        """Show what is known of an event, or a new form."""
        say, self._event = self._language.tr, event or self._new()
        self.kind.choose(self._event.kind)
        for name in words.fields(self._language):
            self._field(name).setText(self._shown(name))
            self.rows[name].set_error("")
        if event:
            self.audience.choose(event.audience)
        name = self._event.name
        self.title.setText(say("Edit: {name}", name=name) if event else say("A new event"))
        self.save.set_text(say("Save") if event else say("Plan it"))
        self.cancel.setVisible(event is not None)
        self._turn()

    def _new(self) -> Campaign:
        return Campaign(0, CampaignKind.APPRECIATION, "", date.min, date.min, guests=1, uuid=new_uuid())

    def _row(self, name: str, label: str) -> FormRow:
        ahead = self._language.date(self._today() + timedelta(days=AHEAD))
        hints = {
            "first": self._language.tr("Such as: {day}", day=ahead),
            "last": self._language.tr("Empty: one day only"),
            "time": "18:00",
        }
        return FormRow(label, TextField(label, hints.get(name, ""), id=f"event-{name}"))

    def _field(self, name: str) -> TextField:
        field = self.rows[name].field
        assert isinstance(field, TextField)  # noqa: S101 - all but the audience are
        return field

    def _turn(self) -> None:
        kind = CampaignKind(self.kind.value())
        for name, each in self.rows.items():
            each.setVisible(name in ALWAYS | SHOWN[kind])
        names = words.goals(self._language)
        self.rows["goal"].label.setText(names[kind is CampaignKind.CAUSE])

    def _shown(self, name: str) -> str:
        value = getattr(self._event, name)
        if name in {"first", "last"}:
            return "" if value == date.min else self._language.date(value)
        if isinstance(value, int):
            return self._figure(name, value) if value else ""
        return str(value)

    def _figure(self, name: str, value: int) -> str:
        money = name in MONEY or (name == "goal" and self._event.kind is CampaignKind.CAUSE)
        return amounts.written(value, self._language) if money else str(value)

    def _keep(self) -> None:
        said, wrong = dict[str, Any](), False
        kind = CampaignKind(self.kind.value())
        for name in words.fields(self._language):
            self.rows[name].set_error("")
            try:
                shown = name in ALWAYS | SHOWN[kind]
                said[name] = self._read(name, kind, said) if shown else self._nothing(name)
            except UserError as error:
                self.rows[name].set_error(self._language.error(error))
                wrong = True
        if wrong:
            return
        try:
            self._save(replace(self._event, kind=kind, audience=self.audience.value(), **said))
        except UserError as error:
            self.rows["name"].set_error(self._language.error(error))
            return
        self.begin()

    def _read(self, name: str, kind: CampaignKind, said: dict[str, Any]) -> Any:
        text = self._field(name).text().strip()
        if name == "first" or (name == "last" and text):
            return typed.coming(text, self._today())
        if name == "last":
            return said.get("first", date.min)
        if name in MONEY or (name == "goal" and kind is CampaignKind.CAUSE):
            return amounts.read(text or "0", self._language.currency)
        return amounts.whole(text or "0") if name in NUMBERS | {"goal"} else text

    @staticmethod
    def _nothing(name: str) -> Any:
        return 0 if name in MONEY | NUMBERS | {"goal"} else ""
