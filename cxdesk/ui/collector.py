"""Garbage is collected in the main thread and between two events: widgets that die elsewhere take Qt down with them."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Collector(QObject):
    """Takes the place of Python's own collector, which runs in whatever thread and call happens to make objects.

    A closed window is a ring of references. Collected by the worker, or while Qt goes through all widgets to change
    their style, it crashes the program.
    """

    def __init__(self, parent: QObject, every: int = EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        timer = QTimer(self, interval=every)
        timer.timeout.connect(_collect)
        timer.start()


def _collect() -> None:
    """Collect the oldest generation that is due, by Python's own thresholds."""
    due = [
        age
        for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > limit
    ]
    if due:
        gc.collect(due[-1])
