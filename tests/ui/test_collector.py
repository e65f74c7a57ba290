import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from cxdesk.ui.collector import Collector


@pytest.fixture
def collector(qapp):
    owner = QObject(qapp)
    yield Collector(owner, every=1)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gc.isenabled()


def closed_window():
    """A window that nobody but itself refers to."""
    window = QWidget()
    window.itself = window
    return weakref.ref(window)


def rings():
    for _ in range(100_000):
        ring = []
        ring.append(ring)


@pytest.mark.usefixtures("collector")
def test_a_window_dies_between_two_events_of_the_main_thread_alone(qtbot):
    window = closed_window()
    rings()
    busy = threading.Thread(target=rings)
    busy.start()
    busy.join()
    assert window() is not None

    qtbot.waitUntil(lambda: window() is None or bool(rings()))


def test_without_it_any_thread_would_do(qapp):  # noqa: ARG001 - there are no widgets without one
    window = closed_window()
    busy = threading.Thread(target=rings)
    busy.start()
    busy.join()

    assert window() is None
