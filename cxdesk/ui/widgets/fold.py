"""A place on a page for what is seldom needed: it is made when it is first opened."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.ui.widgets.layouts import column

Part = TypeVar("Part", bound=QWidget)


class Fold(QWidget, Generic[Part]):
    """Hidden until somebody opens it.

    Args:
        make: makes the part.
    """

    made = Signal(object)  # the part, once

    def __init__(self, make: Callable[[], Part]) -> None:
        super().__init__()
        self._make, self._part = make, None  # type: Callable[[], Part], Part | None
        self._place = column(gap=0)
        self.setLayout(self._place)
        self.hide()

    @property
    def part(self) -> Part:
        """What is folded here, made now if need be."""
        if self._part is None:
            self._part = self._make()
            self._place.addWidget(self._part)
            self.made.emit(self._part)
        return self._part

    def open(self) -> Part:
        """Show it."""
        part = self.part
        self.show()
        return part

    @property
    def known(self) -> Part | None:
        """The part, None while nobody has needed it."""
        return self._part
