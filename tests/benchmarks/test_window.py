"""What a click costs until it is painted, in CPU time of the window's thread, in the demo shop and a large one.

The reference of every click is making, laying out and painting 40 bare QLabels in a column, in turn with it.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import itertools
from contextlib import closing
from datetime import UTC, datetime
from statistics import median
from time import monotonic, thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cxdesk.domain.listing import Column, Listing
from cxdesk.services import demo
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.ui.application import Application
from cxdesk.ui.session import Session

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LABELS, ROUNDS, LONGEST = 40, 9, 30


@pytest.fixture(scope="module", params=["demo", "large"])
def session(request, qapp, tmp_path_factory):  # noqa: ARG001 - a session needs the application
    """The window on the demo shop, or on the large one."""
    folder = tmp_path_factory.mktemp("window")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "home"))
        if request.param == "demo":
            db = Database.create(folder / "kera.cxdesk")
            demo.make(db, now=NOW, language="fi")
        else:
            source = request.getfixturevalue("large_file")
            (folder / "large.cxdesk").write_bytes(source.read_bytes())
            db = Database.open(folder / "large.cxdesk")
        with closing(Desk(Workplace(db, lambda: NOW, code="fi"))) as desk:
            made = Session(desk, Application("fi"))
            made.window.resize(1366, 768)
            made.window.show()
            yield made
            made.close()


def painted(session):
    """Let everything that is posted happen; the worker is waited for, and its time is not counted."""
    end = monotonic() + LONGEST
    while session.window.jobs._waiting and monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def labels(session):
    box = QWidget(session.window)
    column = QVBoxLayout(box)
    for number in range(LABELS):
        column.addWidget(QLabel(f"Asiakas {number}"))
    box.resize(400, 700)
    box.show()
    QCoreApplication.processEvents()
    return box


@pytest.fixture
def click(benchmark, session):
    """Measure `act(n)` and what follows in the window, `after(n)` unmeasured; notes medians and p95 in ms."""

    def cost(act):
        start = thread_time()
        result = act()
        QCoreApplication.processEvents()
        return 1000 * (thread_time() - start), result

    def run(name, act, after=lambda _: None):
        ours, reference = [], []
        for number in range(ROUNDS + 1):
            painted(session)
            ours.append(cost(lambda number=number: (act(number), painted(session)))[0])
            after(number)
            painted(session)
            spent, box = cost(lambda: labels(session))
            reference.append(spent)
            box.deleteLater()
        found = {
            "first_ms": round(ours[0]),
            "median_ms": round(median(ours[1:])),
            "worst_ms": round(max(ours[1:])),
            "labels_ms": round(median(reference), 1),
            "ratio": round(median(a / b for a, b in zip(ours[1:], reference[1:], strict=True)), 1),
        }
        benchmark.extra_info[name] = found
        print(f"\n{name}: {found}")
        return found["median_ms"]

    yield run
    benchmark.pedantic(lambda: None, rounds=1)


def frequent(desk, at_least=20):
    """Customers with many purchases, those with about 40 first."""
    ids = desk.register.ids(Listing(order=Column.SPEND, descending=True))[:60]
    counted = [(abs(len(desk.customers.card(each).purchases) - 40), each) for each in ids]
    return [each for _, each in sorted(counted)][: max(at_least, ROUNDS + 1)]


def test_done_on_today(click, session):
    session.window.go("today")
    painted(session)
    presenter = session.window.page("today").presenter
    if not presenter.open_suggestions:
        pytest.skip("nothing is suggested in this shop")

    click(
        "D on Today", lambda _: presenter.done(presenter.open_suggestions[0]), lambda _: session.past.undo()
    )


def test_opening_a_card(click, session):
    session.window.go("customers")
    page, ids = session.window.page("customers"), itertools.cycle(frequent(session.desk))

    click(
        "card of about 40 purchases",
        lambda _: page.listing.opened.emit(next(ids)),
        lambda _: session.window.back(),
    )
    session.window.go("customers", next(ids))
    click("another card over a card", lambda _: session.window.go("customers", next(ids)))
    session.window.back()


def test_searching_in_the_list_and_everywhere(click, session):
    session.window.go("customers")
    listing, bar = session.window.page("customers").listing, session.window.top.search
    keys = "virtanen" * 2

    click("a key in the list", lambda n: QTest.keyClicks(listing.search, keys[n]))
    listing.search.clear()
    listing.search.typed.emit("")
    click("a key in the bar", lambda n: (bar.setText(keys[: n % 4]), QTest.keyClicks(bar, keys[n % 4])))
    bar.clear()


def test_a_visit_at_the_counter(click, session):
    session.window.go("counter")
    page, ids = session.window.page("counter"), itertools.cycle(frequent(session.desk))
    presenter = page.presenter

    def ready(_):
        presenter.meeting.choose(next(ids))
        presenter.answer(nps=9, csat=5)

    click(
        "choosing a customer",
        lambda _: presenter.meeting.choose(next(ids)),
        lambda _: presenter.meeting.drop(),
    )
    click("a key in the search", lambda n: presenter.meeting.find("virtanen"[: n % 8 + 1]))
    click("an answer", lambda n: presenter.answer(nps=n % 11))
    ready(0)
    click("save", lambda _: presenter.save(), ready)
    presenter.clear()
