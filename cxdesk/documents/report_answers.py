"""The report's pages on what customers answered and said."""

from functools import partial
from typing import TYPE_CHECKING

from cxdesk.documents import blocks
from cxdesk.documents.blocks import INSIDE, Places
from cxdesk.documents.charts import BARS, Chart, draw_distribution, draw_needs, draw_trend
from cxdesk.documents.headlines import answers
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import ACCENT, CHART_ORANGE, MUTED, REGULAR, SEMIBOLD
from cxdesk.domain.intervals import CONFIDENCE
from cxdesk.domain.report import Comment, MonthlyReport, TrendPoint
from cxdesk.domain.scores import MINIMUM, Group, group
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

FINDINGS = 3
COMMENTS = 6
QUOTE = 240  # characters
NEEDS = 10
COMPLAINTS = 6
TREND_WORDS = 43.0  # mm of the card that are not chart
TREND_HEIGHTS = (45.0, 95.0)  # mm
COLOURS = {Group.PROMOTER: ACCENT, Group.PASSIVE: MUTED, Group.DETRACTOR: CHART_ORANGE}


def findings(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """The month in two or three sentences."""
    said = report.findings[:FINDINGS] or (language.tr("There is not enough to tell yet this month."),)
    return [blocks.note(language.tr("The month in words"), said)]


def trend(report: MonthlyReport, language: Language, places: Places, room: float) -> list["Flowable"]:
    """A year of NPS with its intervals, drawn and in figures; its card fills `room` mm, within reason."""
    title = language.tr("Recommendation (NPS), the last 12 months")
    total = answers(sum(point.answers for point in report.trend), language)
    if not any(point.score for point in report.trend):
        few = language.tr("No month has had the five answers that a score needs.")
        return [blocks.card(title, few, total, [])]
    height = min(max(room - TREND_WORDS, TREND_HEIGHTS[0]), TREND_HEIGHTS[1])
    drawing = Chart(partial(draw_trend, trend=report.trend, language=language), INSIDE, height, (20, 6, 0, 4))
    finding = language.tr(
        "Shaded: where the true score lies, {level} sure. Hollow: fewer than ten answers.",
        level=language.percent(CONFIDENCE),
    )
    body = [
        blocks.chart(places, drawing),
        blocks.gap(2),
        blocks.strip(_trend_rows(report.trend, language), 20),
    ]
    return [blocks.card(title, finding, total, body)]


def _trend_rows(points: tuple[TrendPoint, ...], language: Language) -> list[list[str]]:
    def score(point: TrendPoint) -> str:
        return language.number(point.score.score, plus=True) if point.score else "–"

    def spread(point: TrendPoint) -> str:
        if not point.score:
            return "–"
        ends = (point.score.low, point.score.high)
        return "…".join(language.number(end) for end in ends)

    return [
        ["", *(language.month_short(point.month) for point in points)],
        [language.tr("NPS"), *map(score, points)],
        [language.tr("{level} sure", level=language.percent(CONFIDENCE)), *map(spread, points)],
        [language.tr("answers"), *(language.number(point.answers) for point in points)],
    ]


def distribution(report: MonthlyReport, language: Language, places: Places) -> list["Flowable"]:
    """How the answers 0-10 were spread; with fewer than five answers in words only."""
    title = language.tr("How likely are you to recommend us? 0–10")
    total = sum(report.distribution)
    finding = (
        groups_in_words(report.distribution, language) if total else language.tr("Nobody was asked yet.")
    )
    if total < MINIMUM:
        return [blocks.card(title, finding, answers(total, language), [])]
    chart = partial(draw_distribution, counts=report.distribution, language=language)
    rows = [
        [language.tr("score"), *map(str, range(11))],
        [language.tr("answers"), *(language.number(count) for count in report.distribution)],
    ]
    body = [
        blocks.chart(places, Chart(chart, INSIDE, 52, (20, 6, 0, 1))),
        blocks.gap(2),
        blocks.strip(rows, 20),
    ]
    return [blocks.card(title, finding, answers(total, language), body)]


def groups_in_words(counts: tuple[int, ...], language: Language) -> str:
    """How many promoters (9-10), passives (7-8) and detractors (0-6)."""
    promoters, passives, detractors = sum(counts[9:]), sum(counts[7:9]), sum(counts[:7])
    return language.joined([
        language.tr_n("{n} promoter (9–10)", "{n} promoters (9–10)", promoters),
        language.tr_n("{n} passive (7–8)", "{n} passives (7–8)", passives),
        language.tr_n("{n} detractor (0–6)", "{n} detractors (0–6)", detractors),
    ])  # fmt: skip


def comments(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """A handful of real quotes with their scores."""
    title = language.tr("In their own words")
    note = language.tr_n("{n} comment", "{n} comments", report.comments_given)
    if not report.comments:
        return [blocks.card(title, language.tr("No comments this month."), note, [])]
    quotes = [_quote(comment, language) for comment in report.comments[:COMMENTS]]
    return [blocks.card(title, "", note, [blocks.columns(quotes, [24, INSIDE - 50, 26])])]


def _quote(comment: Comment, language: Language) -> list["Flowable | list[Flowable]"]:
    return [
        _score(comment.nps, language),
        para(language.quoted(shortened(comment.text)), blocks.style(REGULAR, 9.5)),
        para(language.date(comment.date), blocks.style(REGULAR, 8.5, MUTED, alignment=blocks.RIGHT)),
    ]


def _score(nps: int | None, language: Language) -> list["Flowable"]:
    """The score with the word for its group."""
    if nps is None:
        return [para("–", blocks.style(SEMIBOLD, 15, MUTED))]
    words = {
        Group.PROMOTER: language.tr("promoter"),
        Group.PASSIVE: language.tr("passive"),
        Group.DETRACTOR: language.tr("detractor"),
    }
    colour = COLOURS[group(nps)]
    return [
        para(language.number(nps), blocks.style(SEMIBOLD, 15, colour)),
        para(words[group(nps)], blocks.style(REGULAR, 7, colour)),
    ]


def shortened(words: str) -> str:
    """A comment cut at a word near the limit."""
    words = words.strip()
    if len(words) <= QUOTE:
        return words
    kept = words[:QUOTE]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[QUOTE // 2 :] else kept}…"


def needs(report: MonthlyReport, language: Language, places: Places) -> list["Flowable"]:
    """What customers need: how often each need was raised, and whether it was met."""
    title = language.tr("What customers need")
    note = language.tr(
        "{n} of {m} classified",
        n=language.number(report.classified),
        m=language.number(report.comments_given),
    )
    if not report.needs:
        return [blocks.card(title, language.tr("No needs have been confirmed this month."), note, [])]
    finding = language.tr("Teal: met. Hatched: unmet. Grey: not known.")
    chart = partial(draw_needs, needs=report.needs, language=language)
    height = 8 + 7.5 * min(BARS, len(report.needs))
    body = [
        blocks.chart(places, Chart(chart, INSIDE, height, (44, 2, 2, 2))),
        blocks.gap(2),
        _needs_table(report, language),
    ]
    return [blocks.card(title, finding, note, body)]


def _needs_table(report: MonthlyReport, language: Language) -> "Flowable":
    head = [language.tr("Need"), language.tr("raised"), language.tr("met"), language.tr("unmet")]
    rows = [
        [need.name, *(language.number(count) for count in (need.raised, need.met, need.unmet))]
        for need in report.needs[:NEEDS]
    ]
    return blocks.table(head, rows, [INSIDE - 66, 22, 22, 22])


def complaints(report: MonthlyReport, language: Language) -> list["Flowable"]:
    """Complaints that wait for an answer; the oldest first."""
    title = language.tr("Complaints that wait for an answer")
    note = language.tr_n("{n} open", "{n} open", len(report.complaints))
    if not report.complaints:
        return [blocks.card(title, language.tr("None. Every complaint has been answered."), note, [])]
    head = [language.tr("About"), language.tr("Since"), language.tr("Waiting")]
    oldest = sorted(report.complaints, key=lambda complaint: complaint.opened)[:COMPLAINTS]
    rows = [[case.topic, language.date(case.opened), language.days(case.days)] for case in oldest]
    return [blocks.card(title, "", note, [blocks.table(head, rows, [INSIDE - 64, 32, 32])])]
