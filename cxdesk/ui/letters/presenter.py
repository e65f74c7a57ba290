"""The decisions of writing: which wording is shown, what it looks like printed, to whom it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from cxdesk.domain.customer import ContactChannel, Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import TWO_WAYS, LetterKind
from cxdesk.domain.listing import Listing
from cxdesk.domain.mailing import Mailing, Problem
from cxdesk.domain.stationery import Order
from cxdesk.language import letters
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.couponentry import CouponEntry, read

EVERYBODY = 1_000_000
EVERYONE = "everyone"
EMAIL, TEXT = "email", "text"
CHANNELS = {EMAIL: ContactChannel.EMAIL, TEXT: ContactChannel.TEXT}
EXAMPLES = {
    "fi": Customer(0, "Kaisa", "Virtanen", "fi", street="Mallikatu 1 A 2", postcode="00100", town="Helsinki"),
    "en": Customer(0, "Jane", "Smith", "en", street="1 Sample Street", postcode="EC1A 1AA", town="London"),
    "uz": Customer(
        0, "Gulnora", "Karimova", "uz", street="Navoiy koʻchasi, 1", postcode="100000", town="Toshkent"
    ),
}
"""Invented people to whom the sheet is addressed while a wording is looked at."""

Key = tuple[LetterKind, str, Formality]
Drafted = tuple[Mailing, list[int], ContactChannel]


class Jobs(Protocol):
    """Who does slow work; see `cxdesk.ui.jobs.Jobs`."""

    def run(
        self,
        work: Callable[[Any, Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Any:
        """Call `work` in the worker, then `done` or `failed`; gives the job."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording that is shown: its text, whether it can go back to the original, whether it is still to be kept."""

    text: str
    own: bool
    changed: bool
    two_ways: bool


class View(Saying, Protocol):
    """What the page shows of writing."""

    def show_wording(self, wording: Wording) -> None:
        """Show a wording; the text in the field is left alone when it says the same."""

    def show_sheet(self, pdf: bytes) -> None:
        """Show the letter as it will be printed."""

    def show_mistake(self, text: str) -> None:
        """Say what is wrong with the wording; an empty text: nothing."""

    def show_lists(self, lists: dict[str, str]) -> None:
        """Offer these lists of customers."""

    def show_events(self, events: dict[str, str]) -> None:
        """Offer these events for the letters to belong to."""

    def show_recipients(self, ready: int, problems: Sequence[Problem]) -> None:
        """Show how many get the letter, and who has a problem."""

    def follow(self, job: Any, text: str) -> None:
        """Show how far a job is."""

    def look(self, file: Path, title: str) -> None:
        """Show the finished letters."""

    def show_folder(self, folder: Path) -> None:
        """Say that the drafts lie in this folder."""

    def ask_sent(self, text: str) -> None:
        """Say what is to be sent, with a button to say that it was; an empty text: nothing."""

    def show_sent(self, text: str, undo: Callable[[], object]) -> None:
        """Say that they were sent."""


class Presenter:
    """Holds what is being written; what was typed and not kept stays until the window closes."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: View) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self._acts = Acts(desk, view)
        shop = desk.settings.shop()
        self.key: Key = (LetterKind.THANK_YOU, shop.language, shop.formality)
        self.mailing = Mailing(new_uuid(), LetterKind.THANK_YOU)
        self._typed: dict[Key, str] = {}
        self.order = Order()
        self._list, self._drawn, self._asked = "", 0, 0
        self._wrong_offer = ""
        self._drafted: Drafted | None = None

    def load(self) -> None:
        """Show everything as it stands."""
        saved = {str(each.id): each.name for each in self._desk.lists.every()}
        self._view.show_lists({EVERYONE: self._language.tr("Everybody")} | saved)
        events = {str(each.id): each.name for each in self._desk.campaigns.every() if not each.closed}
        self._view.show_events(events)
        self.show()
        self._recipients()

    def show(self) -> None:
        """Show the wording and the sheet."""
        kept = self._desk.templates.source(*self.key)
        text = self._typed.get(self.key, kept)
        own = self._desk.templates.is_own(*self.key) or text != kept
        self._view.show_wording(Wording(text, own, text != kept, self.key[1] in TWO_WAYS))
        self.draw()

    def choose(
        self,
        kind: LetterKind | None = None,
        language: str | None = None,
        formality: Formality | None = None,
    ) -> None:
        """Show another wording."""
        before = self.key
        self.key = (kind or before[0], language or before[1], formality or before[2])
        if kind and kind is not before[0]:
            self.mailing = replace(self.mailing, uuid=new_uuid(), kind=kind)
            self._recipients()
        self.show()

    def typed(self, text: str) -> None:
        """Somebody changes the wording; it is kept only when they say so."""
        self._typed[self.key] = text
        kept = self._desk.templates.source(*self.key)
        if text == kept:
            del self._typed[self.key]
        own = self._desk.templates.is_own(*self.key) or text != kept
        self._view.show_wording(Wording(text, own, text != kept, self.key[1] in TWO_WAYS))

    def say(self, **said: Any) -> None:
        """Somebody changes what the letters say besides the wording; that makes them other letters."""
        self.mailing = replace(self.mailing, uuid=new_uuid(), **said)

    def offer(self, entry: CouponEntry | None) -> str:
        """Somebody changes the coupon that each letter carries; gives what is wrong with it, if anything."""
        self._wrong_offer, offered = "", None
        try:
            if entry:
                today, currency = self._desk.workplace.today(), self._language.currency
                offered = self._desk.coupons.checked(read(entry, today, currency))
        except UserError as error:
            self._wrong_offer = self._language.error(error)
        self.say(offer=offered)
        return self._wrong_offer

    def belong(self, event: str) -> None:
        """Somebody says which event the letters belong to."""
        self.say(campaign_id=int(event) if event else None)

    def draw(self) -> None:
        """Make the sheet again, in the worker; only the newest is shown."""
        self._drawn += 1
        number, (kind, code, formality) = self._drawn, self.key
        to = replace(EXAMPLES[code], formality=formality)
        mailing = replace(self.mailing, kind=kind)
        source = self._typed.get(self.key, "")
        self._jobs.run(
            lambda desk, _: desk.mailings.sample(mailing, to, source),
            lambda pdf: self._show_sheet(number, pdf),
            lambda error: self._show_mistake(number, error),
        )

    def keep(self) -> None:
        """Keep the wording as the shop's own."""
        text = self._typed.get(self.key)
        if text is None:
            return
        key, said = self.key, self._language.tr("Wording kept: {what}", what=self._title())
        try:
            self._acts.attempt(partial(self._desk.templates.save, *key, text), said)
        except UserError as error:
            self._view.show_mistake(self._language.error(error))
            return
        self._typed.pop(key, None)
        self.show()

    def restore(self) -> None:
        """Go back to the original wording."""
        self._typed.pop(self.key, None)
        if self._desk.templates.is_own(*self.key):
            text = self._language.tr("Back to the original: {what}", what=self._title())
            self._acts.do(partial(self._desk.templates.restore, *self.key), text)
        self.show()

    def choose_list(self, key: str) -> None:
        """Somebody chooses who gets the letter."""
        self._list = key
        self._recipients()

    def print_on(self, order: Order) -> None:
        """Somebody chooses the paper, or another way."""
        before, self.order = self.order, order
        if order.paper != before.paper:
            self._recipients()

    def write(self) -> None:
        """Make the letters of the list and show them; a wording that was typed is kept first."""
        self.keep()
        if self.key in self._typed or self._wrong_offer:
            return
        order, mailing, ids = self.order, self.mailing, self._ids()
        file = self._desk.stationery.file(f"{order.paper or mailing.kind} {mailing.uuid[:8]}")
        title = letters.papers(self._language).get(order.paper, "") if order.paper else self._title()

        def work(desk: Any, progress: Any) -> None:
            if order.paper == EMAIL:
                desk.outgoing.emails(mailing, ids, file.with_suffix(""))
            elif order.paper == TEXT:
                desk.outgoing.texts(mailing, ids, file)
            else:
                desk.stationery.make(order, mailing, ids, file, lambda done, of: progress(done / of))

        channel = CHANNELS.get(order.paper)
        drafted = (mailing, ids, channel) if channel else None
        job = self._jobs.run(work, lambda _: self._made(file, title, drafted), self._view.fail)
        self._view.follow(job, self._language.tr("Making the papers…"))

    def sent(self) -> None:
        """Somebody has sent the drafts: now they are remembered, in the worker."""
        if self._drafted is None:
            return
        drafted, self._drafted = self._drafted, None
        self._view.ask_sent("")

        def work(desk: Any, _: Any) -> tuple[int, int]:
            return desk.outgoing.sent(*drafted), desk.history.changes(1)[0].id

        self._jobs.run(work, lambda made: self._noted(*made), self._view.fail)

    def _noted(self, count: int, change_id: int) -> None:
        text = self._language.tr_n("{n} message is noted as sent.", "{n} messages are noted as sent.", count)
        self._view.show_sent(text, lambda: self._acts.take_back(change_id))

    def test(self) -> None:
        """Make the sheet that shows how the printer prints, for the paper that is chosen."""
        order = self.order
        file = self._desk.stationery.file("test")
        title = self._language.tr("Test sheet")
        self._jobs.run(
            lambda desk, _: desk.stationery.test_sheet(order.paper, file),
            lambda _: self._view.look(file, title),
            self._view.fail,
        )

    def _made(self, file: Path, title: str, drafted: Drafted | None) -> None:
        self._drafted, say = drafted, self._language.tr
        asked = say("They count as sent when you say so.") if drafted else ""
        self._view.ask_sent(asked)
        if self.order.paper == EMAIL:
            self._view.show_folder(file.with_suffix(""))
        else:
            self._view.look(file, title)

    def _recipients(self) -> None:
        """Ask in the worker who gets it; only the newest answer is shown."""
        self._asked += 1
        number, ids = self._asked, self._ids()
        mailing, channel = self.mailing, CHANNELS.get(self.order.paper)

        def work(desk: Any, _: Any) -> Any:
            if channel:
                return desk.outgoing.problems(ids, channel)
            return desk.mailings.problems(mailing, ids) if ids else (0, ())

        self._jobs.run(work, lambda found: self._show_recipients(number, *found), self._view.fail)

    def _show_recipients(self, number: int, ready: int, problems: Sequence[Problem]) -> None:
        if number == self._asked:
            self._view.show_recipients(ready, problems)

    def _ids(self) -> list[int]:
        if self._list == EVERYONE:
            return self._desk.register.ids(Listing(order="name"), "", EVERYBODY)
        found = next((saved for saved in self._desk.lists.every() if str(saved.id) == self._list), None)
        return self._desk.register.ids(found.listing, "", EVERYBODY) if found else []

    def _title(self) -> str:
        return letters.kind(self._language, self.key[0])

    def _show_sheet(self, number: int, pdf: bytes) -> None:
        if number == self._drawn:
            self._view.show_mistake("")
            self._view.show_sheet(pdf)

    def _show_mistake(self, number: int, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._view.fail(error)
        elif number == self._drawn:
            self._view.show_mistake(self._language.error(error))
