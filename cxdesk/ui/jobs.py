"""Slow work on one worker thread that has its own desk, so that the window never waits."""

from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from cxdesk.domain.errors import Cancelled

T = TypeVar("T")


class Desk(Protocol):
    """What the worker needs of a desk besides what the work does with it."""

    def close(self) -> None:
        """Let go of the shop file."""


class Progress(Protocol):
    """How work tells how far it is."""

    def __call__(self, share: float, text: str = "") -> None:
        """`share` from 0 to 1 is done; raises Cancelled when a person asked to stop."""


class Job(QObject):
    """Work under way; its signals come in the main thread: `progressed(share, text)` and one of `ended()`."""

    progressed = Signal(float, str)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask to stop; the work stops at its next `progress` call, and neither `done` nor `failed` is called."""
        self._stop.set()


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    job: Job
    work: Callable[[Any, Progress], object]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    say: Callable[["_Order", str, object], None] = field(repr=False)

    def progress(self, share: float, text: str = "") -> None:
        if self.job.cancelled:
            raise Cancelled
        self.say(self, "progress", (share, text))


class _Worker(QThread):
    """Takes orders one after another; each has a fresh desk, which knows who works there now."""

    said = Signal(object, str, object)

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self.orders: SimpleQueue[_Order | None] = SimpleQueue()

    def run(self) -> None:
        while (order := self.orders.get()) is not None:
            try:
                order.progress(0.0)
                with closing(self._open_desk()) as desk:
                    made = order.work(desk, order.progress)
                self.said.emit(order, "done", made)
            except Cancelled:
                self.said.emit(order, "cancelled", None)
            except Exception as error:  # noqa: BLE001 - handed to the main thread, which shows it
                self.said.emit(order, "failed", error)


class Jobs(QObject):
    """The queue of slow work; `open_desk` is called in the worker thread and gives that work's own desk.

    An order is kept until the worker is known to be at a later one: what it knows may be parts of a window, and were
    the worker the last to let go of them, they would be taken apart while the main thread works on the window.
    """

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._worker = _Worker(open_desk)
        self._worker.said.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        self._waiting: set[_Order] = set()
        self._given: deque[_Order] = deque()
        self._closed = False

    def run(
        self,
        work: Callable[[Any, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Call `work(desk, progress)` in the worker, then `done(result)` or `failed(error)` in the main thread.

        After `close` nothing is called: a field may still ask for something when its window is on its way out.
        """
        order = _Order(Job(), work, done, failed, self._worker.said.emit)
        if self._closed:
            return order.job
        self._waiting.add(order)
        self._given.append(order)
        self._worker.orders.put(order)
        if not self._worker.isRunning():
            self._worker.start()
        return order.job

    def close(self) -> None:
        """Cancel everything and wait for the worker to leave; nothing is called any more."""
        self._closed = True
        for order in self._waiting:
            order.job.cancel()
        self._worker.orders.put(None)
        self._worker.wait()
        self._waiting.clear()
        self._given.clear()

    @Slot(object, str, object)
    def _heard(self, order: _Order, what: str, value: Any) -> None:
        if order not in self._waiting:
            return
        while self._given[0] is not order:
            self._given.popleft()
        if what == "progress":
            order.job.progressed.emit(*value)
            return
        self._waiting.remove(order)
        order.job.ended.emit()
        if order.job.cancelled or what == "cancelled":
            return
        {"done": order.done, "failed": order.failed}[what](value)
