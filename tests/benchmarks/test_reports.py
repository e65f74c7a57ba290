"""The report's charts as vectors against the same charts as pictures of 300 dpi."""

from datetime import date
from functools import partial
from io import BytesIO

import pytest

from cxdesk.documents.blocks import Places
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
from cxdesk.documents.reports import _joined
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


def blank_pages(count):
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def as_vectors(charts):
    places = Places(charts, {index: (index, 60, 400, 525, 600) for index in range(len(charts))})
    return _joined(blank_pages(len(charts)), vectors(charts), places)


def as_pictures(charts):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made)
    with house_style():
        for chart in charts:
            figure = Figure(figsize=(chart.width / 25.4, chart.height / 25.4), dpi=300)
            FigureCanvasAgg(figure)
            chart.draw(figure.add_axes(_room(chart)))
            picture = BytesIO()
            figure.savefig(picture, format="png", dpi=300)
            picture.seek(0)
            canvas.drawImage(ImageReader(picture), 60, 400, 465, 200)
            canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.benchmark(group="8 charts")
def test_vectors(benchmark):
    made = benchmark.pedantic(as_vectors, (eight(),), rounds=5, warmup_rounds=1)
    assert len(made) < 150_000


@pytest.mark.benchmark(group="8 charts")
def test_pictures(benchmark):
    made = benchmark.pedantic(as_pictures, (eight(),), rounds=5, warmup_rounds=1)
    assert made.startswith(b"%PDF")
