"""What staff can do with events: plan them, see what came of them, and close them."""

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cxdesk import paths
from cxdesk.domain.campaign import (
    Campaign,
    CampaignKind,
    Outcome,
    Till,
    Turnout,
    usual,
    weekdays_before,
)
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean
from cxdesk.services.coupons import Coupons
from cxdesk.services.workplace import Workplace
from cxdesk.storage import campaigns, invitations

TEXT_LIMIT = 200
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LARGEST = 10**9
BEST = (20, 50, 100)
MOST_GUESTS = 20
MOST_USES = 10_000
RESULT_LIMIT = 2000


class Campaigns:
    """Events and campaigns."""

    def __init__(self, workplace: Workplace, coupons: Coupons) -> None:
        self._work, self._coupons = workplace, coupons

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

    def offers(self, customer_id: int) -> list[tuple[Campaign, int]]:
        """The events of today, each with the per cent that this customer gets: invited, or as everybody does."""
        db, today = self._work.db, self._work.today()
        found = [
            (
                each,
                each.percent if invitations.is_invited(db, each.id, customer_id) else each.everybody_percent,
            )
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

    def write_notice(self, event: Campaign, path: Path) -> None:
        """Write the notice of an event for the shop's board.

        Raises:
            UserError: when the file cannot be written.
        """
        from cxdesk.documents.posters import write_poster  # noqa: PLC0415 - the window opens without it

        with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        write_poster(event, self._work.shop().name, self._work.today(), self._work.language(), path)

    def file_of_notice(self, event: Campaign) -> Path:
        """Where the notice of an event belongs."""
        return paths.reports(self._work.db.path) / f"{self._work.today()} notice {event.id}.pdf"

    def turnout(self, campaign_id: int) -> Turnout:
        """What came of an event so far."""
        return campaigns.turnout(self._work.db, campaign_id)


def _check(event: Campaign) -> None:
    """Refuse figures that cannot be right."""
    if not all(0 <= each <= LARGEST for each in (event.budget, event.per_purchase, event.goal)):
        raise UserError("Amounts and days cannot be negative.")
    shares = (event.percent, event.guest_percent, event.everybody_percent, event.cause_percent)
    if not all(0 <= each <= 100 for each in shares):
        raise UserError("Write a number from {low} to {high}.", low=0, high=100)
    if not 0 <= event.guests <= MOST_GUESTS:
        raise UserError("Write a number from {low} to {high}.", low=0, high=MOST_GUESTS)
