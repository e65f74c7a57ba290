"""The owner's reports: counted from the shop, written as PDF."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cxdesk.domain import absence, needs_calculation, scores
from cxdesk.domain.absence import Status
from cxdesk.domain.coupon import CouponState
from cxdesk.domain.effect import Verdict
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs_calculation import Mention
from cxdesk.domain.reconciliation import Reconciliation
from cxdesk.domain.report import (
    Appreciated,
    BestSeller,
    Claim,
    Comment,
    CustomerCounts,
    Donation,
    Measured,
    MonthlyReport,
    NeedCount,
    OpenComplaint,
    Outcome,
    TrendPoint,
)
from cxdesk.language import effects, needs, reasons
from cxdesk.language.language import Language
from cxdesk.services import scores as period_scores
from cxdesk.services.coupons import Coupons
from cxdesk.services.effects import Effects
from cxdesk.services.scores import PeriodScores
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, campaigns, feedback, figures, gift_cards, points, shop

if TYPE_CHECKING:
    from cxdesk.services.imports import Imported

TREND_MONTHS = 12
QUOTES = 6
QUOTE_LENGTHS = range(15, 241)
Progress = Callable[[int, int], None]
S = TypeVar("S", scores.Nps, scores.Csat, scores.Ces)


class Reports:
    """What the owner pins on the wall."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def monthly(self, month: date, language: str, path: Path, progress: Progress | None = None) -> Path:
        """Write the report of the month in which `month` lies, in a language (fi, en, uz).

        Raises:
            UserError: when the file cannot be written.
        """
        from cxdesk.documents.reports import write_monthly_report  # noqa: PLC0415 - the window opens without it

        say = self._work.language(language)
        write_monthly_report(self.count(month.replace(day=1), say), say, path, progress)
        return path

    def reconciliation(self, imported: "Imported", name: str, code: str, path: Path) -> Path:
        """Write what the file called `name` holds and what the shop has of it, in a language (fi, en, uz).

        `imported` is what the import has told; only a trial tells samples, and the sheet says that it was one.

        Raises:
            UserError: when the file cannot be written.
        """
        from cxdesk.documents.reconciliation import write_reconciliation  # noqa: PLC0415 - the window opens without it

        staff = {member.id: member.name for member in shop.staff(self._work.db)}
        sheet = Reconciliation(
            shop=self._work.shop().name,
            file=name,
            system=imported.profile,
            made=self._work.now(),
            by=staff.get(self._work.staff_id or 0, ""),
            comparisons=imported.reconciliation,
            refused=imported.refused,
            refused_count=imported.refused_count,
            remark_count=imported.remark_count,
            trial=bool(imported.samples),
        )
        write_reconciliation(sheet, self._work.language(code), path)
        return path

    def count(self, month: date, language: Language) -> MonthlyReport:
        """Everything that the report of a month prints; names and findings in `language`."""
        last, before = last_of(month), previous(month)
        said = feedback.between(self._work.db, month, last)
        here = period_scores.of(said)
        earlier = period_scores.of(feedback.between(self._work.db, before, last_of(before)))
        commented = [entry for entry in said if entry.comment]
        customers = self._customers(month)
        return MonthlyReport(
            shop=self._work.shop().name,
            month=month,
            made=self._work.today(),
            nps=_measured(here.nps, earlier.nps, [entry.nps for entry in said]),
            csat=_measured(here.csat, earlier.csat, [entry.csat for entry in said]),
            ces=_measured(here.ces, earlier.ces, [entry.ces for entry in said]),
            trend=tuple(self._trend(month)),
            distribution=tuple(sum(entry.nps == score for entry in said) for score in scores.NPS_ANSWERS),
            findings=tuple(_findings(here, earlier, said, language)),
            needs=tuple(_needs(said, language)),
            classified=sum(bool(entry.needs) for entry in commented),
            comments_given=len(commented),
            comments=tuple(_quotes(commented)),
            customers=customers,
            customers_before=self._customers(before),
            best_sellers=tuple(BestSeller(*row) for row in figures.best_sellers(self._work.db, month, last)),
            appreciated=tuple(
                Appreciated(reasons.title(language, done.kind), done.count, done.cost)
                for done in actions.done_between(self._work.db, month, last)
            ),
            budget=self._work.shop().monthly_budget,
            outcomes=tuple(self._outcomes(language)),
            claims=self._claims(language),
            donations=tuple(self._donations(month, last, language)),
            complaints=tuple(self._complaints(last, language)),
        )

    def _trend(self, month: date) -> list[TrendPoint]:
        points = []
        for _ in range(TREND_MONTHS):
            answers = [entry.nps for entry in feedback.between(self._work.db, month, last_of(month))]
            points.append(
                TrendPoint(month, scores.nps(answers), sum(answer is not None for answer in answers))
            )
            month = previous(month)
        return points[::-1]

    def _customers(self, month: date) -> CustomerCounts:
        last = last_of(month)
        sales = figures.sales(self._work.db, month, last)
        days = absence.purchase_days(figures.visits(self._work.db, last))
        gap = absence.shop_gap(days)
        inactive = sum(absence.absence(seen, gap, last).status is Status.INACTIVE for seen in days.values())
        return CustomerCounts(
            new=sales.new,
            referred=sales.referred,
            returning=sales.customers - sales.new,
            active=sales.customers,
            inactive=inactive,
            purchases=sales.purchases,
            sales=sales.net,
            basket=round(sales.net / sales.purchases) if sales.purchases else None,
        )

    def _outcomes(self, language: Language) -> Iterator[Outcome]:
        """What the trials of thanking have shown so far."""
        for trial in Effects(self._work).trials():
            said = trial.effect.verdict if trial.effect else Verdict.UNCLEAR
            yield Outcome(
                reasons.title(language, trial.setting.kind),
                effects.verdict(language, said),
                " ".join(effects.sentences(language, trial)),
            )

    def _claims(self, language: Language) -> tuple[Claim, ...]:
        """What the shop owes today in points, coupons and gift cards."""
        db, say = self._work.db, language.tr
        owed = points.outstanding(db).points
        offered = [each.coupon for each in Coupons(self._work).every(CouponState.OPEN, CouponState.WAITING)]
        known = [coupon.amount for coupon in offered if coupon.amount is not None]
        cards = [card for card in gift_cards.every(db) if card.balance]
        return (
            Claim(say("Points"), owed, owed * self._work.shop().point_value),
            Claim(say("Coupons for money"), len(known), sum(known)),
            Claim(say("Coupons of per cent or for a product"), len(offered) - len(known), None),
            Claim(say("Gift cards and store credit"), len(cards), gift_cards.owed(db)),
        )

    def _donations(self, first: date, last: date, language: Language) -> Iterator[Donation]:
        """What good causes got in a period: those that were closed, and the points that customers gave."""
        for each in campaigns.booked(self._work.db, first, last):
            yield Donation(each.name, each.booked or 0, each.ended)
        if given := points.donated(self._work.db, first, last):
            what = language.tr_n("{n} point of customers", "{n} points of customers", given)
            yield Donation(what, given * self._work.shop().point_value)

    def _complaints(self, last: date, language: Language) -> list[OpenComplaint]:
        day = min(last, self._work.today())
        return [
            OpenComplaint(entry.day, (day - entry.day).days, _topic(entry, language))
            for entry in feedback.unresolved(self._work.db)
            if entry.day <= day
        ]


def last_of(month: date) -> date:
    """The last day of the month in which `month` lies."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def previous(month: date) -> date:
    """The first day of the month before."""
    return (month.replace(day=1) - timedelta(days=1)).replace(day=1)


def _measured(score: S | None, before: S | None, answers: Sequence[int | None]) -> Measured[S]:
    change = scores.change(before, score) if score and before else None
    return Measured(score, sum(answer is not None for answer in answers), change)


def _needs(said: Sequence[Feedback], language: Language) -> list[NeedCount]:
    mentions = [Mention(need, e.stage, e.nps, e.csat) for e in said for need in e.needs]
    found = [(figures.need, figures.count) for figures in needs_calculation.calculate(mentions)]
    return [
        NeedCount(needs.need(language, need), count.raised, count.met, count.unmet)
        for need, count in sorted(found, key=lambda pair: -pair[1].raised)
        if count.raised
    ]


def _quotes(commented: Sequence[Feedback]) -> list[Comment]:
    """A handful of comments of readable length, praise and complaint in turn, the newest of each first."""
    readable = [entry for entry in reversed(commented) if len(entry.comment) in QUOTE_LENGTHS]
    blame = [entry for entry in readable if entry.unhappy]
    praise = [entry for entry in readable if not entry.unhappy]
    chosen = praise[: max(QUOTES // 2, QUOTES - len(blame))] + blame[: max(QUOTES // 2, QUOTES - len(praise))]
    return [Comment(entry.comment, entry.day, entry.nps) for entry in chosen[:QUOTES]]


def _topic(entry: Feedback, language: Language) -> str:
    return language.joined([needs.need(language, need) for need in entry.needs])


def _findings(
    here: PeriodScores, before: PeriodScores, said: Sequence[Feedback], language: Language
) -> list[str]:
    """Two or three sentences: how the scores moved, what was raised most, who waits."""
    found = []
    if here.nps and before.nps:
        change = scores.change(before.nps, here.nps)
        points = language.number(abs(change.difference))
        if not change.clear:
            found.append(language.tr("No clear change in recommendation since the month before."))
        elif change.difference > 0:
            found.append(language.tr("Recommendation rose by {points} points.", points=points))
        else:
            found.append(language.tr("Recommendation fell by {points} points.", points=points))
    raised = _needs(said, language)
    if raised:
        top = raised[0]
        found.append(
            language.tr_n(
                "Raised most: {need} ({n} time).",
                "Raised most: {need} ({n} times).",
                top.raised,
                need=top.name,
            )
        )
    waiting = sum(entry.follow_up and entry.resolved is None for entry in said)
    if waiting:
        found.append(
            language.tr_n("{n} complaint waits for an answer.", "{n} complaints wait for an answer.", waiting)
        )
    return found
