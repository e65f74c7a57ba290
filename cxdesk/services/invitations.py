"""What staff can do with invitations to events: write them, note replies and who comes."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cxdesk import paths
from cxdesk.domain.campaign import Campaign, CampaignKind, Invitation, Reply
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import Letter, LetterFields, LetterKind
from cxdesk.domain.paper import Mark, Paper, PaperKind, read_code
from cxdesk.domain.relations import Role
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.campaigns import MOST_GUESTS, Campaigns
from cxdesk.services.composing import Composer, Said
from cxdesk.services.letters import print_on
from cxdesk.services.lists import Lists
from cxdesk.services.register import Register
from cxdesk.services.workplace import Workplace
from cxdesk.storage import candidates, customers, invitations, papers, relations

BEST = (20, 50, 100)
LETTERS = {
    CampaignKind.APPRECIATION: LetterKind.APPRECIATION_DAY,
    CampaignKind.EARLY_ACCESS: LetterKind.EARLY_ACCESS,
}
"""The letter that invites; to everything else the invitation."""


class Invitations:
    """Who is invited to which event."""

    def __init__(self, workplace: Workplace, campaigns: Campaigns, register: Register, lists: Lists) -> None:
        self._work, self._campaigns, self._register, self._lists = workplace, campaigns, register, lists

    def to(self, campaign_id: int) -> list[Invitation]:
        """Who is invited, by name."""
        return invitations.to(self._work.db, campaign_id)

    def audience(self, campaign: Campaign) -> list[int]:
        """Whom the event is for: a saved list by its number, or so many of the best customers (`best 20`)."""
        kind, _, number = campaign.audience.partition(" ")
        if kind == "best":
            return candidates.best(self._work.db, self._work.today(), int(number))
        saved = next((each for each in self._lists.every() if str(each.id) == number), None)
        return self._register.ids(saved.listing) if saved else []

    def invite(self, campaign_id: int, path: Path) -> int:
        """Invite everybody of the audience who permits letters and is not invited yet, and write all letters.

        Gives how many letters there are; those who were invited before have theirs again, with the same code.

        Raises:
            UserError: when nobody may be invited, or the file cannot be written; then nobody is.
        """
        event = self._campaigns.get(campaign_id)
        asked = gather(self._work, self.audience(event)).people
        invited = {each.customer_id: each.code for each in self.to(campaign_id)}
        codes = {each.id: invited.get(each.id) or self._code(event, each) for each in asked}
        if not asked:
            raise UserError("Nobody of them permits letters. Nobody was invited.")
        print_on(path, self._letters(event, asked, codes))
        with self._work.change("Invitations written", detail=event.name):
            for each in asked:
                if each.id not in invited:
                    self._keep(event, each.id, codes[each.id])
        return len(asked)

    def file(self, campaign: Campaign) -> Path:
        """Where the invitations to an event belong."""
        return paths.letters(self._work.db.path) / f"{self._work.today()} event {campaign.id}.pdf"

    def write_list(self, campaign_id: int, path: Path) -> None:
        """Write the list of those who are invited and have not refused, for the door.

        Raises:
            UserError: when there is no such event, nobody comes, or the file cannot be written.
        """
        from cxdesk.documents.guests import write_guests  # noqa: PLC0415 - the window opens without it

        event = self._campaigns.get(campaign_id)
        guests = [each for each in self.to(campaign_id) if each.reply is not Reply.NO]
        if not guests:
            raise UserError("Nobody is invited yet.")
        with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        shop, language = self._work.shop(), self._work.language()
        write_guests(event, guests, shop.name, self._work.today(), language, path)

    def file_of_list(self, campaign: Campaign) -> Path:
        """Where the list for the door of an event belongs."""
        return paths.reports(self._work.db.path) / f"{self._work.today()} guests {campaign.id}.pdf"

    def reply(self, invitation: Invitation, reply: Reply | None, guests: int = 0) -> None:
        """Note what somebody has answered, and how many they bring.

        Raises:
            UserError: when they would bring too many.
        """
        if not 0 <= guests <= MOST_GUESTS:
            raise UserError("Write a number from {low} to {high}.", low=0, high=MOST_GUESTS)
        with self._work.change("Reply noted", customer_id=invitation.customer_id):
            invitations.change(self._work.db, replace(invitation, reply=reply, guests=guests))

    def came(self, typed: str) -> Invitation:
        """Note that somebody with this code has come, today; gives the invitation. Twice is the same as once.

        Raises:
            UserError: when nobody's invitation bears this code.
        """
        found, db = self._invitation(typed), self._work.db
        here = replace(found, came=found.came or self._work.today())
        if here != found:
            with self._work.change("Came to the event", customer_id=found.customer_id):
                invitations.change(db, here)
                if slip := papers.find(db, found.code):
                    papers.mark(db, slip.paper.id, Mark.REDEEMED, self._work.today())
        return here

    def friend(self, typed: str, customer_id: int | None = None) -> Invitation:
        """Note that a friend has come by somebody's invitation with this code; a known one is noted as brought by them.

        Raises:
            UserError: when nobody's invitation bears this code, or nobody more may be brought.
        """
        found = self._invitation(typed)
        event = self._campaigns.get(found.campaign_id)
        if found.guests >= event.guests:
            raise UserError(
                "{name} may bring {n} to {event}, and all of them have come.",
                name=found.name,
                n=event.guests,
                event=event.name,
            )
        brought = replace(found, guests=found.guests + 1)
        with self._work.change("Friend came to the event", customer_id=found.customer_id):
            invitations.change(self._work.db, brought)
            if customer_id and customer_id != found.customer_id and not self._referred(customer_id):
                relations.insert(self._work.db, found.customer_id, customer_id, Role.REFERRED)
        return brought

    def _invitation(self, typed: str) -> Invitation:
        found = invitations.by_code(self._work.db, read_code(typed))
        if found is None:
            raise UserError("No invitation bears the code {code}.", code=typed.strip() or "–")
        return found

    def _referred(self, customer_id: int) -> bool:
        known = relations.of(self._work.db, customer_id)
        return any(each.role is Role.REFERRER for each in known)

    def _code(self, event: Campaign, customer: Customer) -> str:
        name = f"{self._work.shop().name}/event/{event.id}/{customer.id}"
        return papers.free_code(self._work.db, uuid5(NAMESPACE_URL, name))

    def _keep(self, event: Campaign, customer_id: int, code: str) -> None:
        today = self._work.today()
        made = invitations.insert(self._work.db, event.id, customer_id, code, today)
        paper = Paper(0, code, PaperKind.INVITATION, today, customer_id, invitation_id=made)
        papers.put(self._work.db, paper)

    def _letters(self, event: Campaign, people: Sequence[Customer], codes: dict[int, str]) -> list[Letter]:
        composer = Composer(self._work)
        kind = LETTERS.get(event.kind, LetterKind.INVITATION)
        return [
            composer.compose(
                each,
                uuid5(NAMESPACE_URL, codes[each.id]),
                codes[each.id],
                Said(kind, _said(event, composer.language(each))),
            ).letter
            for each in customers.many(self._work.db, [each.id for each in people])
        ]


def _said(event: Campaign, language: Language) -> LetterFields:
    """What the letter says of an event, in the customer's language."""
    day = language.date_long(event.first)
    when = day if event.last == event.first else f"{day} – {language.date_long(event.last)}"
    return LetterFields(
        event=event.name,
        when=" ".join(part for part in (when, event.time) if part),
        place=event.place,
        message=event.programme,
        regular_percent=language.percent(event.percent / 100) if event.percent else "",
        guest_percent=language.percent(event.guest_percent / 100) if event.guest_percent else "",
    )
