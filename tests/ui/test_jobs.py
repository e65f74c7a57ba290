import sqlite3
import threading

import pytest

from cxdesk.ui.jobs import Jobs


@pytest.fixture
def jobs():
    made = Jobs(lambda: sqlite3.connect(":memory:"))
    yield made
    made.close()


def test_work_runs_in_one_other_thread_and_reports_in_this_one(jobs, qtbot):
    threads, told = [], []

    def work(desk, _progress):
        threads.append(threading.get_ident())
        return desk.execute("SELECT 6 * 7").fetchone()[0]

    def done(value):
        told.append((value, threading.get_ident()))

    jobs.run(work, done, pytest.fail)
    jobs.run(work, done, pytest.fail)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(42, threading.get_ident())] * 2
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


def test_progress_is_heard(jobs, qtbot):
    heard = []
    job = jobs.run(lambda _desk, progress: progress(0.5, "half"), lambda _value: None, pytest.fail)
    job.progressed.connect(lambda share, text: heard.append((share, text)))
    with qtbot.waitSignal(job.ended):
        pass
    assert (0.5, "half") in heard


def test_an_error_is_handed_over_and_the_next_work_runs(jobs, qtbot):
    told = []
    jobs.run(lambda _desk, _progress: 1 / 0, pytest.fail, told.append)
    jobs.run(lambda _desk, _progress: "fine", told.append, pytest.fail)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "fine"


def test_what_an_order_knew_is_let_go_of_in_this_thread(jobs, qtbot):
    """It may be a part of a window, which only the main thread may take apart."""
    told, threads = [], []

    class Part:
        def __del__(self):
            threads.append(threading.get_ident())

    def order():
        part = Part()
        jobs.run(lambda _desk, _progress: None, lambda _value: told.append(part), pytest.fail)

    for count in (1, 2, 3):
        order()
        qtbot.waitUntil(lambda count=count: len(told) == count)
        told[-1] = None
    jobs.close()
    assert threads == [threading.get_ident()] * 3


def test_cancelled_work_stops_at_its_next_step_and_calls_nobody(jobs, qtbot):
    started, go_on, steps = threading.Event(), threading.Event(), []

    def work(_desk, progress):
        started.set()
        go_on.wait(5)
        progress(0.1)
        steps.append("after")

    job = jobs.run(work, pytest.fail, pytest.fail)
    assert started.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
        go_on.set()
    assert steps == []


def test_close_ends_the_thread_and_the_desk():
    closed = []

    class Desk:
        def close(self):
            closed.append(threading.get_ident())

    jobs = Jobs(Desk)
    ran = threading.Event()
    jobs.run(lambda _desk, _progress: ran.set(), lambda _value: None, pytest.fail)
    assert ran.wait(5)
    jobs.close()
    assert len(closed) == 1
    assert not jobs._worker.isRunning()


def test_each_work_has_a_desk_as_things_are_when_it_begins(qtbot):
    class Desk:
        def __init__(self):
            self.staff = at_desk[-1]

        def close(self):
            closed.append(self.staff)

    at_desk, closed, told = ["Aino"], [], []
    jobs = Jobs(Desk)
    for name in ("Aino", "Timo"):
        at_desk.append(name)
        jobs.run(lambda desk, _progress: desk.staff, told.append, pytest.fail)
        qtbot.waitUntil(lambda name=name: told[-1:] == [name])
    jobs.close()
    assert closed == ["Aino", "Timo"]


def test_after_the_end_nothing_begins():
    made, told = Jobs(lambda: sqlite3.connect(":memory:")), []
    made.close()
    made.run(lambda *_: told.append("worked"), told.append, told.append)
    assert not made._worker.isRunning()
    assert told == []
