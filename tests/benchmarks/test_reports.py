"""The report's charts as vectors against the same charts as pictures of 300 dpi."""

from datetime import date
from functools import partial
from io import BytesIO

import pytest

from cxdesk.documents.charts import (
    Chart,
    _room,
    draw_best_sellers,
    draw_distribution,
    draw_needs,
    draw_trend,
    house_style,
    vectors,
)
from cxdesk.domain.report import BestSeller, NeedCount, TrendPoint
from cxdesk.domain.scores import nps_from_counts
from cxdesk.language.language import Language

ENGLISH = Language("en")
MARGINS = (20, 6, 1, 4)


def eight():
    score = nps_from_counts(20, 9, 5)
    trend = [TrendPoint(date(2026, month, 1), score, 34) for month in range(1, 13)]
    needs = [NeedCount(f"Need {number}", 30 - number, 10, 5) for number in range(8)]
    products = [BestSeller(f"Product {number}", 9, 10_000 - 500 * number) for number in range(8)]
    drawings = [
        partial(draw_trend, trend=trend, language=ENGLISH),
        partial(draw_distribution, counts=(1, 0, 1, 2, 1, 3, 2, 8, 22, 26, 21), language=ENGLISH),
        partial(draw_needs, needs=needs, language=ENGLISH),
        partial(draw_best_sellers, products=products, language=ENGLISH),
    ]
    return [Chart(drawing, 164, 70, MARGINS) for drawing in drawings * 2]


def pictures(charts):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    made = []
    with house_style():
        for chart in charts:
            figure = Figure(figsize=(chart.width / 25.4, chart.height / 25.4), dpi=300)
            FigureCanvasAgg(figure)
            chart.draw(figure.add_axes(_room(chart)))
            picture = BytesIO()
            figure.savefig(picture, format="png", dpi=300)
            made.append(picture.getvalue())
    return made


@pytest.mark.benchmark(group="8 charts")
def test_vectors(benchmark):
    benchmark.pedantic(vectors, (eight(),), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="8 charts")
def test_pictures(benchmark):
    benchmark.pedantic(pictures, (eight(),), rounds=5, warmup_rounds=1)
