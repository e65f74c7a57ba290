"""The report's pages on thanking: what was done, whether it helped, and what customers may still claim."""

from typing import TYPE_CHECKING

from cxdesk.documents import blocks
from cxdesk.documents.blocks import INSIDE, style
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import REGULAR
from cxdesk.domain.report import Appreciated, MonthlyReport
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

KINDS = 8
WIDTHS = (INSIDE - 70, 28.0, 42.0)


def appreciation(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """How customers were thanked, and what it cost."""
    title = language.tr("How we thanked customers")
    total = sum(kind.count for kind in report.appreciated)
    note = language.tr_n("{n} thank-you", "{n} thank-yous", total)
    if not report.appreciated:
        nothing = language.tr("Nothing was done this month.")
        return [blocks.card(title, f"{nothing} {_budget(report, language)}", note, [])]
    head = [language.tr("What"), language.tr("How many"), language.tr("Cost")]
    together = Appreciated(language.tr("Together"), total, report.cost)
    rows = [
        [kind.kind, language.number(kind.count), language.money(kind.cost)]
        for kind in (*_kinds(report, language), together)
    ]
    body = [blocks.table(head, rows, WIDTHS, total=True)]
    return [blocks.card(title, _budget(report, language), note, body)]


def _kinds(report: MonthlyReport, language: Language) -> tuple[Appreciated, ...]:
    """The kinds of thank-yous; what does not fit is one line, so that the lines add up."""
    shown, rest = report.appreciated[:KINDS], report.appreciated[KINDS:]
    if not rest:
        return shown
    count, cost = sum(kind.count for kind in rest), sum(kind.cost for kind in rest)
    return (*shown, Appreciated(language.tr("Others"), count, cost))


def _budget(report: MonthlyReport, language: Language) -> str:
    if report.budget is None:
        return ""
    cost, budget = language.money(report.cost), language.money(report.budget)
    if report.cost > report.budget:
        over = language.money(report.cost - report.budget)
        return language.tr(
            "{cost} of {budget} spent: {over} over budget.", cost=cost, budget=budget, over=over
        )
    left = language.money(report.budget - report.cost)
    return language.tr("{cost} of {budget} spent, {left} left.", cost=cost, budget=budget, left=left)


def outcomes(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """Whether thanking helps, as far as it can be said; nothing while nobody was left out by lot."""
    if not report.outcomes:
        return []
    told = [
        para(f"{each.kind} – {each.verdict}. {each.said}", style(REGULAR, 9.5, spaceAfter=4))
        for each in report.outcomes
    ]
    why = language.tr("Those who were thanked against those whom a lot has left out.")
    return [blocks.card(language.tr("Did thanking help?"), why, "", told)]


def donations(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """What went to good causes in the month; nothing where nothing did."""
    if not report.donations:
        return []
    together = sum(each.amount for each in report.donations)
    head = [language.tr("What"), language.tr_c("date", "When"), language.tr("Money")]
    rows = [
        [each.what, language.date(each.day) if each.day else "", language.money(each.amount)]
        for each in report.donations
    ]
    rows.append([language.tr("Together"), "", language.money(together)])
    finding = language.tr("{money} was given.", money=language.money(together))
    return [
        blocks.card(language.tr("Good causes"), finding, "", [blocks.table(head, rows, WIDTHS, total=True)])
    ]


def claims(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """What points, coupons and gift cards may still cost; nothing where there are none."""
    if not any(each.count for each in report.claims):
        return []
    head = [language.tr("What"), language.tr("How many"), language.tr("Worth")]
    together = sum(each.amount or 0 for each in report.claims)
    rows = [
        [each.what, language.number(each.count), "–" if each.amount is None else language.money(each.amount)]
        for each in report.claims
    ]
    rows.append([language.tr("Together"), "", language.money(together)])
    facts = {"day": language.date(report.made), "money": language.money(together)}
    finding = language.tr("On {day} customers may still claim {money}.", **facts)
    if unknown := sum(each.count for each in report.claims if each.amount is None):
        more = language.tr_n(
            "{n} more coupon is worth what it takes off when it is used.",
            "{n} more coupons are worth what they take off when they are used.",
            unknown,
        )
        finding = f"{finding} {more}"
    body = [blocks.table(head, rows, WIDTHS, total=True)]
    return [blocks.card(language.tr("What the shop owes its customers"), finding, "", body)]
