"""A scale that knows when a key has answered it for good, so that the next question gets the focus."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.ui.widgets.scale import TEN_WITHIN_MS, ScoreScale


class TypedScale(ScoreScale):
    """A `ScoreScale` with `typed` (a key has answered) and `late_zero` (a 0 that means nothing here)."""

    typed = Signal()
    late_zero = Signal()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._maybe_ten = QTimer(self, singleShot=True, interval=TEN_WITHIN_MS)
        self._maybe_ten.timeout.connect(self.typed)

    def answer_by(self, event: QKeyEvent) -> bool:
        """After a 1 it waits whether a 0 follows; any other digit answers at once."""
        if self._maybe_ten.isActive() and event.text() not in {"", "0", "+"}:
            self._maybe_ten.stop()
            self.typed.emit()
            return self._next_answers(event)
        meant = super().answer_by(event)
        if event.text() == "0" and not meant:
            self.late_zero.emit()
            return True
        if meant and event.text() in {*"0123456789+"}:
            self._answered()
        return meant

    def _answered(self) -> None:
        self._maybe_ten.stop()
        if self.score == 1 and 10 in self.cells:
            self._maybe_ten.start()
        else:
            self.typed.emit()

    def _next_answers(self, event: QKeyEvent) -> bool:
        """The key belongs to the question that has the focus now."""
        now = self.window().focusWidget()
        scale = now.parentWidget() if now else None
        return isinstance(scale, TypedScale) and scale is not self and scale.answer_by(event)
