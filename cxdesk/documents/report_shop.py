"""The report's pages on customers, sales, and what its figures mean."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cxdesk.documents import blocks
from cxdesk.documents.blocks import INSIDE, Places
from cxdesk.documents.charts import BARS, Chart, draw_best_sellers
from cxdesk.domain.report import CustomerCounts, MonthlyReport
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

Say = Callable[[CustomerCounts], str]


def customers(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """Who came, and what they bought, beside the month before."""
    title = language.tr("Customers and sales")
    note = language.tr_n("{n} purchase", "{n} purchases", report.customers.purchases)
    before = report.customers_before
    head = ["", language.tr("This month"), *([language.tr("Month before")] if before else [])]
    rows = [
        [name, say(report.customers), *([say(before)] if before else [])]
        for name, say in _customer_rows(language).items()
    ]
    widths = [INSIDE - 35 * (len(head) - 1), *[35] * (len(head) - 1)]
    return [blocks.card(title, "", note, [blocks.table(head, rows, widths)])]


def _customer_rows(language: Language) -> dict[str, Say]:
    def basket(counts: CustomerCounts) -> str:
        return "–" if counts.basket is None else language.money(counts.basket)

    return {
        language.tr("New customers"): lambda counts: language.number(counts.new),
        language.tr("of whom a friend sent"): lambda counts: language.number(counts.referred),
        language.tr("Returning customers"): lambda counts: language.number(counts.returning),
        language.tr("Active customers"): lambda counts: language.number(counts.active),
        language.tr("Later than usual"): lambda counts: language.number(counts.inactive),
        language.tr("Purchases"): lambda counts: language.number(counts.purchases),
        language.tr("Net sales"): lambda counts: language.money(counts.sales),
        language.tr("Average purchase"): basket,
    }


def best_sellers(report: MonthlyReport, language: Language, places: Places) -> list["Flowable"]:
    """The products that brought in most, drawn and in figures."""
    title = language.tr("Best sellers")
    if not report.best_sellers:
        return [blocks.card(title, language.tr("Nothing was sold this month."), "", [])]
    products = report.best_sellers[:BARS]
    chart = partial(draw_best_sellers, products=products, language=language)
    height = 6 + 7.0 * len(products)
    head = [language.tr("Product"), language.tr("Quantity"), language.tr("Net sales")]
    rows = [[item.name, language.quantity(item.quantity), language.money(item.amount)] for item in products]
    body = [
        blocks.chart(places, Chart(chart, INSIDE, height, (66, 2, 2, 1))),
        blocks.gap(2),
        blocks.table(head, rows, [INSIDE - 70, 28, 42]),
    ]
    return [blocks.card(title, language.tr("By net sales, refunds taken off."), "", body)]


def definitions(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """What each figure means, where it comes from, and how many answers it rests on."""
    said = [
        (language.tr("NPS"), _nps(language), report.nps.answers),
        (language.tr("CSAT"), _csat(language), report.csat.answers),
        (language.tr("CES"), _ces(language), report.ces.answers),
        (language.tr_c("figure", "Change"), _change(language), None),
        (language.tr("Needs"), _needs(language), report.classified),
        (language.tr("Later than usual"), _inactive(language), report.customers.active),
        (language.tr("Sales"), _sales(language), report.customers.purchases),
        *([(language.tr("Effect"), _effect(language), len(report.outcomes))] if report.outcomes else []),
    ]
    rows = [[name, words, "–" if n is None else language.number(n)] for name, words, n in said]
    return [blocks.card(language.tr("What the figures mean"), "", "", [blocks.glossary(rows, "n")])]


def _nps(language: Language) -> str:
    return language.tr(
        "Share of promoters (9–10) minus share of detractors (0–6), from −100 to +100 (Reichheld 2003). "
        "Interval: adjusted Wald (Sauro & Lewis)."
    )


def _csat(language: Language) -> str:
    return language.tr("Share of answers 4 and 5 on a scale from 1 to 5. Interval: Wilson 1927.")


def _ces(language: Language) -> str:
    return language.tr("Mean answer from 1 (hard) to 7 (easy). Interval: Student’s t.")


def _change(language: Language) -> str:
    return language.tr(
        "An arrow stands only when the interval of the difference leaves out zero; "
        "with fewer than five answers there is no score at all."
    )


def _needs(language: Language) -> str:
    return language.tr("Confirmed by a person, never guessed. Met: satisfaction 4–5; unmet: 1–2.")


def _inactive(language: Language) -> str:
    return language.tr(
        "Away for three times their own usual pause, after at least three visits. "
        "Not lost: many come back by themselves."
    )


def _sales(language: Language) -> str:
    return language.tr("Money received minus refunds; cancelled receipts never count.")


def _effect(language: Language) -> str:
    return language.tr(
        "Share of those thanked who came minus share of those left out by lot who came. "
        "Interval: Newcombe 1998, wider while the trial runs."
    )
