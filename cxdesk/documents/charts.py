"""Charts in the house style, as vectors: words on the marks, decimals of the language, readable without colour."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import nan
from typing import TYPE_CHECKING, Any

from cxdesk.documents import fonts
from cxdesk.documents.paragraphs import one_line
from cxdesk.documents.style import (
    ACCENT_SOFT,
    BOLD,
    BORDER,
    CHART_GREY,
    CHART_ORANGE,
    CHART_TEAL,
    MUTED,
    ON_ACCENT,
    REGULAR,
    TEXT,
)
from cxdesk.domain.report import BestSeller, NeedCount, TrendPoint
from cxdesk.domain.scores import FEW
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

SMALL, BODY = 7.5, 8.5  # points
LABEL = 42  # characters of a name beside a bar
BARS = 8
HATCH = "////"
HOUSE: dict[Any, Any] = {  # matplotlib's names of its settings
    "font.family": ["Inter", "DejaVu Sans"],
    "font.size": SMALL,
    "pdf.fonttype": 42,  # TrueType, so that the text can be selected
    "text.parse_math": False,  # a product may be called "$5 & $6"
    "text.color": TEXT,
    "axes.edgecolor": BORDER,
    "axes.unicode_minus": True,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "hatch.linewidth": 1.2,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be drawn on its axes, `width` x `height` mm; the margins (left, bottom, right, top) in mm."""

    draw: Callable[["Axes"], None]
    width: float
    height: float
    margins: tuple[float, float, float, float]


@cache
def _register() -> None:
    from matplotlib.font_manager import fontManager  # noqa: PLC0415 - loaded with the first chart

    for name in (REGULAR, BOLD):
        fontManager.addfont(fonts.inter(name))


@contextmanager
def house_style() -> Iterator[None]:
    """The settings under which our charts are made and drawn."""
    from matplotlib import rc_context  # noqa: PLC0415 - loaded with the first chart

    _register()
    with rc_context(HOUSE):
        yield


def vectors(charts: Sequence[Chart]) -> bytes:
    """One PDF with a page for each chart, transparent, its text selectable."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages  # noqa: PLC0415 - the first chart
    from matplotlib.figure import Figure  # noqa: PLC0415 - the same

    made = BytesIO()
    with house_style(), PdfPages(made, metadata={"CreationDate": None}) as pages:
        for chart in charts:
            figure = Figure(figsize=(chart.width / 25.4, chart.height / 25.4))
            FigureCanvasPdf(figure)
            chart.draw(figure.add_axes(_room(chart)))
            pages.savefig(figure, transparent=True)
    return made.getvalue()


def _room(chart: Chart) -> tuple[float, float, float, float]:
    left, bottom, right, top = chart.margins
    across, up = chart.width - left - right, chart.height - bottom - top
    return left / chart.width, bottom / chart.height, across / chart.width, up / chart.height


def draw_trend(axes: "Axes", trend: Sequence[TrendPoint], language: Language) -> None:
    """NPS by month with its interval; months with fewer than ten answers are hollow, with under five left out."""
    scores = [point.score for point in trend]
    places = range(len(trend))
    lows = [score.low if score else nan for score in scores]
    highs = [score.high if score else nan for score in scores]
    axes.fill_between(places, lows, highs, color=ACCENT_SOFT, linewidth=0)
    axes.plot(places, [score.score if score else nan for score in scores], color=CHART_TEAL, linewidth=1.8)
    known = [(place, score) for place, score in enumerate(scores) if score]
    for place, score in known:
        axes.vlines(place, score.low, score.high, color=ACCENT_SOFT, linewidth=5)
        face = ON_ACCENT if score.n < FEW else CHART_TEAL
        axes.plot(place, score.score, "o", markersize=5, color=CHART_TEAL, markerfacecolor=face)
        if (place, score) in (known[0], known[-1]):
            said = language.number(score.score, plus=True)
            axes.annotate(said, (place, score.score), (0, 7), textcoords="offset points", **_strong("center"))
    _plain(axes, "y")
    axes.set_xlim(-0.5, len(trend) - 0.5)
    axes.set_xticks(places, [language.month_short(point.month) for point in trend])
    axes.yaxis.set_major_formatter(lambda value, _place: language.number(value, plus=True))


def draw_distribution(axes: "Axes", counts: Sequence[int], language: Language) -> None:
    """How many answered 0 to 10: detractors hatched orange, passives grey, promoters teal, each group named."""
    groups = (
        (range(7), CHART_ORANGE, CHART_ORANGE, HATCH, language.tr("detractors")),
        (range(7, 9), CHART_GREY, MUTED, "", language.tr("passives")),
        (range(9, 11), CHART_TEAL, CHART_TEAL, "", language.tr("promoters")),
    )
    top = max([*counts, 1])
    for answers, colour, ink, hatch, name in groups:
        bars = axes.bar(
            answers, [counts[answer] for answer in answers], width=0.78, color=colour, hatch=hatch
        )
        _outlined(bars, hatch)
        share = sum(counts[answer] for answer in answers) / (sum(counts) or 1)
        middle = (answers[0] + answers[-1]) / 2
        said = f"{name}\n{language.percent(share)}"
        axes.text(middle, top * 1.3, said, color=ink, va="center", **_strong("center"))
    for answer, count in enumerate(counts):
        if count:
            axes.text(answer, count + top * 0.03, language.number(count), ha="center", va="bottom")
    _plain(axes, "")
    axes.set_ylim(0, top * 1.45)
    axes.set_xlim(-0.6, 10.6)
    axes.set_xticks(range(11))
    axes.set_yticks([])


def draw_needs(axes: "Axes", needs: Sequence[NeedCount], language: Language) -> None:
    """How often each need was raised: met teal, not known grey, unmet hatched orange."""
    shown = needs[:BARS]
    total = sum(need.raised for need in needs) or 1
    places = range(len(shown))
    unknown = [need.raised - need.met - need.unmet for need in shown]
    axes.barh(places, [need.met for need in shown], color=CHART_TEAL, height=0.66)
    axes.barh(places, unknown, left=[need.met for need in shown], color=CHART_GREY, height=0.66)
    starts = [need.raised - need.unmet for need in shown]
    unmet = [need.unmet for need in shown]
    _outlined(axes.barh(places, unmet, left=starts, color=CHART_ORANGE, hatch=HATCH, height=0.66), HATCH)
    labels = [f"{language.number(need.raised)} ({language.percent(need.raised / total)})" for need in shown]
    _named(axes, [need.name for need in shown], [need.raised for need in shown], labels)


def draw_best_sellers(axes: "Axes", products: Sequence[BestSeller], language: Language) -> None:
    """What the best-selling products brought in."""
    shown = products[:BARS]
    amounts = [product.amount for product in shown]
    axes.barh(range(len(shown)), amounts, color=CHART_TEAL, height=0.66)
    labels = [language.money(amount, cents=False) for amount in amounts]
    _named(axes, [product.name for product in shown], amounts, labels)


def _named(axes: "Axes", names: Sequence[str], ends: Sequence[int], labels: Sequence[str]) -> None:
    """Finishes lying bars, the first on top: names on the left, figures at their ends."""
    top = max([*ends, 1])
    for place, (end, label) in enumerate(zip(ends, labels, strict=True)):
        axes.text(max(end, 0) + top * 0.015, place, label, va="center", **_strong("left"))
    _plain(axes, "")
    axes.set_xlim(min([*ends, 0]), top * 1.22)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_yticks(range(len(names)), [fonts.drawable(one_line(name, LABEL)) for name in names])
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)


def _plain(axes: "Axes", grid: str) -> None:
    """No frame but the ground line; thin lines across where values must be read off."""
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    if grid:
        axes.grid(visible=True, axis="y", color=BORDER, linewidth=0.5)


def _strong(align: str) -> dict[str, Any]:
    return {"fontsize": SMALL, "fontweight": "bold", "ha": align}


def _outlined(bars: "BarContainer", hatch: str) -> None:
    """White hatching on the colour itself: orange and teal differ without colour too."""
    for bar in bars if hatch else ():
        bar.set_edgecolor(ON_ACCENT)
        bar.set_linewidth(0)
