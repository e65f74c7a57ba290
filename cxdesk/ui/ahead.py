"""What first visits would wait for, done a little at a time once the window is seen: code, then the daily pages."""

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages

from PySide6.QtCore import QObject, QTimer

from cxdesk.language.language import Language

PACKAGES = ("cxdesk.services", "cxdesk.ui")
EVERY_MS = 15


class Ahead(QObject):
    """From `begin` on loads one module between two events, so that the first visit to a page waits for none of them.

    Then it takes the steps of `then`, also one at a time.
    """

    def __init__(
        self,
        parent: QObject,
        language: Language,
        then: Iterable[Callable[[], object]] = (),
        every: int = EVERY_MS,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._modules, self._then = _modules(), iter(then)
        self._clock = QTimer(self, interval=every)
        self._clock.timeout.connect(self._load)

    def begin(self) -> None:
        """Start with what numbers of this language need."""
        self._language.number(1000)
        self._clock.start()

    def _load(self) -> None:
        name = next((name for name in self._modules if name not in sys.modules), None)
        if name is not None:
            import_module(name)
        elif step := next(self._then, None):
            step()
        else:
            self._clock.stop()


def _modules() -> Iterator[str]:
    for package in PACKAGES:
        yield from (found.name for found in walk_packages(import_module(package).__path__, f"{package}."))
