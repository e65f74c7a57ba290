"""The decisions about events: what is planned, who is invited, who has come, and what it has brought."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from cxdesk.domain.campaign import Campaign, Invitation, Outcome, Reply, Turnout
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import SavedList
from cxdesk.language import campaigns as words
from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with what has come of it; `guests` are shown where somebody asked for them."""

    event: Campaign
    turnout: Turnout
    outcome: Outcome
    over: bool
    guests: Sequence[Invitation] = ()


class HostingView(Protocol):
    """What the section of events shows."""

    def show_events(self, rows: Sequence[EventRow], lists: Sequence[SavedList]) -> None:
        """Show the events, and the lists that may be invited."""

    def edit_event(self, event: Campaign) -> None:
        """Open the form with this event."""

    def show_coupons(self) -> None:
        """Go to the coupons."""

    def write(self, work: Callable[[Desk], int], done: Callable[[int], None]) -> None:
        """Write papers in the worker, and tell for how many people."""

    def show_paper(self, file: Path, title: str) -> None:
        """Show what was written, to be printed."""


class Hosting:
    """Decides; the guests of one event at a time are shown."""

    view: HostingView

    def __init__(self, desk: Desk, language: Language, saying: Saying, acts: Acts) -> None:
        self._desk, self._language, self._saying, self._acts = desk, language, saying, acts
        self._open = 0

    def load(self) -> None:
        """Show the events."""
        rows = [self._row(event) for event in self._desk.campaigns.every()]
        self.view.show_events(rows, self._desk.lists.every())

    def arrive(self, code: str) -> str:
        """Whoever stands at the door has this code; gives the error to show there, empty when there is none."""
        return self._enter(self._desk.invitations.came, code, N_("{name} has come"))

    def bring(self, code: str) -> str:
        """A friend has come with this code; gives the error to show there, empty when there is none."""
        return self._enter(self._desk.invitations.friend, code, N_("A friend of {name} has come"))

    def turn(self, event: Campaign) -> None:
        """Show who is invited, or hide it."""
        self._open = 0 if self._open == event.id else event.id
        self.load()

    def edit(self, event: Campaign) -> None:
        """Open the form with this event."""
        self.view.edit_event(event)

    def coupon(self, event: Campaign) -> None:
        """Make the coupon that everybody may use."""
        made = self._desk.campaigns.coupon(event)
        self._saying.toast(self._language.tr("Coupon {code}", code=made.code))
        self.view.show_coupons()

    def close_event(self, event: Campaign, cost: int, result: str) -> None:
        """The event is over.

        Raises:
            UserError: when it is not, or the cost cannot be right.
        """
        text = self._language.tr("Closed: {name}", name=event.name)
        self._acts.attempt(lambda: self._desk.campaigns.close(event, cost, result), text)

    def reply(self, invitation: Invitation, value: str) -> None:
        """Note an answer."""
        text = f"{invitation.name}: {words.replies(self._language)[value]}"
        reply = Reply(value) if value else None
        self._acts.do(lambda: self._desk.invitations.reply(invitation, reply, invitation.guests), text)

    def save(self, event: Campaign) -> None:
        """Keep what is planned.

        Raises:
            UserError: when it cannot be right.
        """
        text = self._language.tr("Saved: {name}", name=event.name.strip())
        self._acts.attempt(lambda: self._desk.campaigns.save(event), text)

    def invite(self, event: Campaign) -> None:
        """Invite everybody and print."""
        file = self._desk.invitations.file(event)
        work = partial(_invite, event.id, file)
        self.view.write(work, partial(self._invited, event, file))

    def print_list(self, event: Campaign) -> None:
        """Make the list for the door."""
        file, title = self._desk.invitations.file_of_list(event), self._language.tr("Guest list")
        work = partial(_list, event.id, file)
        self.view.write(work, lambda _: self.view.show_paper(file, f"{title}: {event.name}"))

    def print_notice(self, event: Campaign) -> None:
        """Make the notice for the shop's board."""
        file, title = self._desk.campaigns.file_of_notice(event), self._language.tr("Notice for the board")
        work = partial(_notice, event, file)
        self.view.write(work, lambda _: self.view.show_paper(file, f"{title}: {event.name}"))

    def _invited(self, event: Campaign, file: Path, count: int) -> None:
        letters = self._language.tr_n("{n} letter", "{n} letters", count)
        self.view.show_paper(file, f"{event.name}: {letters}")

    def _enter(self, act: Callable[[str], Invitation], code: str, words: str) -> str:
        """Do it with the code that was typed, and say `words` of whose it is."""
        try:
            found = act(code)
        except UserError as error:
            return self._language.error(error)
        self._saying.toast(self._language.tr(words, name=found.name))
        return ""

    def _row(self, event: Campaign) -> EventRow:
        service, i = self._desk.campaigns, event.id
        guests = self._desk.invitations.to(i) if self._open == i else ()
        over = event.last < self._desk.workplace.today()
        return EventRow(event, service.turnout(i), service.outcome(event), over, guests)


def _invite(event_id: int, file: Path, desk: Desk) -> int:
    return desk.invitations.invite(event_id, file)


def _list(event_id: int, file: Path, desk: Desk) -> int:
    desk.invitations.write_list(event_id, file)
    return len(desk.invitations.to(event_id))


def _notice(event: Campaign, file: Path, desk: Desk) -> int:
    desk.campaigns.write_notice(event, file)
    return 1
