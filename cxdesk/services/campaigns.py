"""What staff can do with events: plan, invite, note replies and who comes, and see what came of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cxdesk import paths
from cxdesk.domain.campaign import (
    Campaign,
    CampaignKind,
    Invitation,
    Outcome,
    Reply,
    Till,
    Turnout,
    usual,
    weekdays_before,
)
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import Letter, LetterFields, LetterKind
from cxdesk.domain.paper import Mark, Paper, PaperKind, read_code
from cxdesk.domain.relations import Role
from cxdesk.language.folding import clean
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer, Said
from cxdesk.services.coupons import Coupons
from cxdesk.services.letters import print_on
from cxdesk.services.lists import Lists
from cxdesk.services.register import Register
from cxdesk.services.workplace import Workplace
from cxdesk.storage import campaigns, candidates, customers, papers, relations

TEXT_LIMIT = 200
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LARGEST = 10**9
BEST = (20, 50, 100)
MOST_GUESTS = 20
MOST_USES = 10_000
RESULT_LIMIT = 2000
LETTERS = {
    CampaignKind.APPRECIATION: LetterKind.APPRECIATION_DAY,
    CampaignKind.EARLY_ACCESS: LetterKind.EARLY_ACCESS,
}
"""The letter that invites; to everything else the invitation."""


class Campaigns:
    """Events and campaigns."""

    def __init__(self, workplace: Workplace, register: Register, lists: Lists, coupons: Coupons) -> None:
        self._work, self._register, self._lists, self._coupons = workplace, register, lists, coupons

    def every(self) -> list[Campaign]:
        """All events, what comes last first."""
        return campaigns.every(self._work.db)

    def get(self, campaign_id: int) -> Campaign:
        """One event.

        Raises:
            UserError: when there is no such event (any more).
        """
        found = campaigns.get(self._work.db, campaign_id)
        if found is None:
            raise UserError("There is no event number {number}.", number=campaign_id)
        return found

    def save(self, campaign: Campaign) -> int:
        """Save an event, a new one without an id; gives the id. The same form (uuid) saved twice is one event.

        Raises:
            UserError: when it has no name, ends before it begins, or its budget cannot be right.
        """
        if not campaign.id and campaign.uuid and (known := campaigns.by_uuid(self._work.db, campaign.uuid)):
            return known
        texts = ("name", "time", "place", "partner")
        cleaned: dict[str, Any] = {name: clean(getattr(campaign, name), TEXT_LIMIT) for name in texts}
        cleaned |= {name: clean(getattr(campaign, name), RESULT_LIMIT) for name in ("programme", "result")}
        if not cleaned["name"]:
            raise UserError("Write the name of the event.")
        if cleaned["time"] and not TIME.fullmatch(cleaned["time"]):
            raise UserError("Write the time as 18:00.")
        if campaign.last < campaign.first:
            raise UserError("The event ends before it begins.")
        _check(campaign)
        with self._work.change("Event saved", detail=cleaned["name"]):
            return campaigns.put(self._work.db, replace(campaign, **cleaned))

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
        event = self.get(campaign_id)
        asked = gather(self._work, self.audience(event)).people
        invited = {each.customer_id: each.code for each in self.invitations(campaign_id)}
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

    def invitations(self, campaign_id: int) -> list[Invitation]:
        """Who is invited, by name."""
        return campaigns.invitations(self._work.db, campaign_id)

    def reply(self, invitation: Invitation, reply: Reply | None, guests: int = 0) -> None:
        """Note what somebody has answered, and how many they bring.

        Raises:
            UserError: when they would bring too many.
        """
        if not 0 <= guests <= MOST_GUESTS:
            raise UserError("Write a number from {low} to {high}.", low=0, high=MOST_GUESTS)
        with self._work.change("Reply noted", customer_id=invitation.customer_id):
            campaigns.change(self._work.db, replace(invitation, reply=reply, guests=guests))

    def came(self, typed: str) -> Invitation:
        """Note that somebody with this code has come, today; gives the invitation. Twice is the same as once.

        Raises:
            UserError: when nobody's invitation bears this code.
        """
        found, db = self._invitation(typed), self._work.db
        here = replace(found, came=found.came or self._work.today())
        if here != found:
            with self._work.change("Came to the event", customer_id=found.customer_id):
                campaigns.change(db, here)
                if slip := papers.find(db, found.code):
                    papers.mark(db, slip.paper.id, Mark.REDEEMED, self._work.today())
        return here

    def friend(self, typed: str, customer_id: int | None = None) -> Invitation:
        """Note that a friend has come by somebody's invitation with this code; a known one is noted as brought by them.

        Raises:
            UserError: when nobody's invitation bears this code, or nobody more may be brought.
        """
        found = self._invitation(typed)
        event = self.get(found.campaign_id)
        if found.guests >= event.guests:
            raise UserError(
                "{name} may bring {n} to {event}, and all of them have come.",
                name=found.name,
                n=event.guests,
                event=event.name,
            )
        brought = replace(found, guests=found.guests + 1)
        with self._work.change("Friend came to the event", customer_id=found.customer_id):
            campaigns.change(self._work.db, brought)
            if customer_id and customer_id != found.customer_id and not self._referred(customer_id):
                relations.insert(self._work.db, found.customer_id, customer_id, Role.REFERRED)
        return brought

    def offers(self, customer_id: int) -> list[tuple[Campaign, int]]:
        """The events of today, each with the per cent that this customer gets: invited, or as everybody does."""
        db, today = self._work.db, self._work.today()
        found = [
            (each, each.percent if campaigns.is_invited(db, each.id, customer_id) else each.everybody_percent)
            for each in campaigns.running(db, today)
        ]
        return [(event, percent) for event, percent in found if percent]

    def outcome(self, event: Campaign) -> Outcome:
        """What the days of an event that have passed, today among them, have brought."""
        db, today = self._work.db, self._work.today()
        days = [day for day in event.days if day <= today]
        tills = campaigns.tills(db, [*days, *weekdays_before(event)])
        sold = [tills.get(day, Till()) for day in days]
        till = Till(sum(each.purchases for each in sold), sum(each.sales for each in sold))
        return Outcome(
            till,
            usual(event, days, tills, campaigns.opened(db)),
            campaigns.newcomers(db, event.first, event.last),
            event.collected(till),
        )

    def close(self, event: Campaign, cost: int, result: str) -> None:
        """An event is over: what it has cost and what the shop has learned; a cause is booked what it has collected.

        Raises:
            UserError: when it is not over yet, or the cost cannot be right.
        """
        if event.last > self._work.today():
            raise UserError("The event goes on until {day}.", day=event.last)
        if not 0 <= cost <= LARGEST:
            raise UserError("Amounts and days cannot be negative.")
        booked = self.outcome(event).collected if event.kind is CampaignKind.CAUSE else None
        today, learned = self._work.today(), clean(result, RESULT_LIMIT)
        closed = replace(event, cost=cost, result=learned, booked=booked, ended=today, closed=True)
        money = "" if booked is None else self._work.language().money(booked)
        with self._work.change("Event closed", detail=" · ".join(filter(None, (event.name, money)))):
            campaigns.put(self._work.db, closed)

    def coupon(self, event: Campaign) -> Coupon:
        """A coupon that everybody may use during an event, such as a partner's offer; each use is counted.

        Raises:
            UserError: when the event gives no per cent.
        """
        uuid = str(uuid5(NAMESPACE_URL, f"{self._work.shop().name}/event/{event.id}/coupon"))
        percent = event.percent or event.everybody_percent
        return self._coupons.new(
            Coupon(
                CouponKind.PERCENT,
                event.first,
                event.last,
                percent=percent,
                uses=MOST_USES,
                reason=event.name,
                campaign_id=event.id,
                uuid=uuid,
            )
        )

    def turnout(self, campaign_id: int) -> Turnout:
        """What came of an event so far."""
        return campaigns.turnout(self._work.db, campaign_id)

    def _invitation(self, typed: str) -> Invitation:
        found = campaigns.invitation(self._work.db, read_code(typed))
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
        made = campaigns.invite(self._work.db, event.id, customer_id, code, today)
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


def _check(event: Campaign) -> None:
    """Refuse figures that cannot be right."""
    if not all(0 <= each <= LARGEST for each in (event.budget, event.per_purchase, event.goal)):
        raise UserError("Amounts and days cannot be negative.")
    shares = (event.percent, event.guest_percent, event.everybody_percent, event.cause_percent)
    if not all(0 <= each <= 100 for each in shares):
        raise UserError("Write a number from {low} to {high}.", low=0, high=100)
    if not 0 <= event.guests <= MOST_GUESTS:
        raise UserError("Write a number from {low} to {high}.", low=0, high=MOST_GUESTS)


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
