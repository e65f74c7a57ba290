"""What staff can do with points: spend, give, donate them, and see where everybody stands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cxdesk.domain import points as rules
from cxdesk.domain import programme
from cxdesk.domain.errors import UserError
from cxdesk.domain.points import Book, PointsEntry, PointsKind
from cxdesk.domain.programme import Reward, Tier
from cxdesk.language.folding import clean
from cxdesk.language.text import N_
from cxdesk.services.earning import Earning
from cxdesk.services.workplace import Workplace
from cxdesk.storage import points
from cxdesk.storage import programme as programme_storage
from cxdesk.storage.history import EXPIRED

NOTE_LIMIT = 200
LARGEST = 10**9
SOON = 30  # days
ANSWER, BIRTHDAY = "answer", "birthday"
CORRECTED = N_("Points corrected")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a customer stands: points and what they are worth, tier and reward and what is missing to the next."""

    balance: int
    value: int
    owed: int
    expiring: int
    expires: date | None
    tier: Tier | None
    spend: int
    next_tier: Tier | None
    next_reward: Reward | None
    rewards: tuple[Reward, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the programme owes: participants, points out and their value, what expires next, what was donated."""

    participants: int
    points: int
    value: int
    expiring: int
    donated: int


class Points:
    """The points book; `earning` writes it."""

    def __init__(self, workplace: Workplace, earning: Earning) -> None:
        self._work, self._earning = workplace, earning

    def entries(self, customer_id: int) -> list[PointsEntry]:
        """A customer's entries, oldest first."""
        return points.of_customer(self._work.db, customer_id)

    def book(self, customer_id: int) -> Book:
        """A customer's lots."""
        return rules.book(self.entries(customer_id))

    def standing(self, customer_id: int) -> Standing:
        """Where a customer stands today."""
        db, today, shop = self._work.db, self._work.today(), self._work.shop()
        book, (tier, spend) = self.book(customer_id), self._earning.tier(customer_id, today)
        balance = book.balance(today)
        rewards = programme_storage.every(db, Reward)
        return Standing(
            balance,
            balance * shop.point_value,
            book.owed,
            book.expiring(today, today + timedelta(days=SOON)),
            book.next_expiry(today),
            tier,
            spend,
            programme.next_tier(programme_storage.every(db, Tier), spend),
            programme.next_reward(rewards, balance),
            tuple(reward for reward in rewards if reward.active and reward.points <= balance),
        )

    def discount(self, customer_id: int) -> Tier | None:
        """The tier of a customer, if it takes something off every purchase."""
        tier, _ = self._earning.tier(customer_id, self._work.today())
        return tier if tier and tier.percent else None

    def earned_with(self, uuid: str) -> int:
        """How many points the purchase of the form `uuid` has brought its customer."""
        return points.earned_with(self._work.db, uuid)

    def figures(self) -> Figures:
        """What all regulars together have."""
        today, out = self._work.today(), points.outstanding(self._work.db)
        soon = points.expiring(self._work.db, today, today + timedelta(days=SOON))
        value = out.points * self._work.shop().point_value
        return Figures(out.participants, out.points, value, soon, out.donated)

    def spend(self, customer_id: int, number: int, *, reward_id: int | None = None, uuid: str = "") -> None:
        """Take points for a reward, or for something else; the same form (uuid) twice takes them once.

        Raises:
            UserError: when there are not so many.
        """
        entry = PointsEntry(0, PointsKind.SPENT, self._work.today(), reward_id=reward_id, uuid=uuid)
        self._take(N_("Points spent"), customer_id, number, entry)

    def donate(self, customer_id: int, number: int, cause: str, uuid: str = "") -> None:
        """Give points to a cause.

        Raises:
            UserError: when there are not so many, or no cause is named.
        """
        note = clean(cause, NOTE_LIMIT)
        if not note:
            raise UserError("Write what the points are given to.")
        entry = PointsEntry(0, PointsKind.DONATED, self._work.today(), note=note, uuid=uuid)
        self._take(N_("Points donated"), customer_id, number, entry)

    def correct(self, customer_id: int, number: int, reason: str, uuid: str = "") -> None:
        """Give (above 0) or take (below 0) points for a reason.

        Raises:
            UserError: without a reason, for 0 points, or when there are not so many to take.
        """
        note = clean(reason, NOTE_LIMIT)
        if not note:
            raise UserError("Write why the points are corrected.")
        entry = PointsEntry(0, PointsKind.CORRECTED, self._work.today(), note=note, uuid=uuid)
        if number < 0:
            self._take(CORRECTED, customer_id, -number, entry)
        else:
            self._give(CORRECTED, customer_id, number, entry)

    def thank(self, customer_id: int, source: str) -> None:
        """Give the points of the shop's rule, within the change in progress.

        Those for an ANSWER come once a day, those for a BIRTHDAY once.
        """
        shop, today = self._work.shop(), self._work.today()
        number = shop.answer_points if source == ANSWER else shop.birthday_points
        if not (shop.points_on and number) or self._work.customer(customer_id).restricted:
            return
        before = (entry for entry in self.entries(customer_id) if entry.source == source)
        if any(source == BIRTHDAY or entry.day == today for entry in before):
            return
        lot = self._earning.new_lot(customer_id, number, PointsKind.BONUS, today)
        self._earning.write(replace(lot, source=source))

    def expire(self) -> int:
        """Note what has expired since this was last done; gives how many points."""
        today, gone = self._work.today(), 0
        due = points.with_expired(self._work.db, today)
        if not due:
            return 0
        with self._work.change(EXPIRED):
            for customer_id in due:
                for lot_id, left in self.book(customer_id).expired(today):
                    gone += left
                    self._earning.write(PointsEntry(-left, PointsKind.EXPIRED, today, customer_id, lot_id))
        return gone

    def _take(self, label: str, customer_id: int, number: int, entry: PointsEntry) -> None:
        if self._known(number, entry.uuid):
            return
        name = self._work.customer(customer_id).name
        with self._work.change(label, customer_id=customer_id, detail=name):
            self._earning.take(customer_id, number, replace(entry, staff_id=self._work.staff_id))

    def _give(self, label: str, customer_id: int, number: int, entry: PointsEntry) -> None:
        if self._known(number, entry.uuid):
            return
        name = self._work.customer(customer_id).name
        lot = self._earning.new_lot(customer_id, number, entry.kind, entry.day)
        with self._work.change(label, customer_id=customer_id, detail=name):
            self._earning.write(replace(lot, note=entry.note, uuid=entry.uuid))

    def _known(self, number: int, uuid: str) -> bool:
        if not 0 < number <= LARGEST:
            raise UserError("Write how many points, at least 1.")
        return bool(uuid) and points.by_uuid(self._work.db, uuid) is not None
