"""Tells who shows what that it has changed, and reloads it when it is seen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Changes(QObject):
    """One signal for the whole window: `changed` carries the names of the tables that moved, a frozenset of str."""

    changed = Signal(object)

    def tell(self, tables: Iterable[str]) -> None:
        """Say that `tables` moved."""
        moved = frozenset(tables)
        if moved:
            self.changed.emit(moved)

    def watch(self, widget: QWidget, tables: Iterable[str], reload: Callable[[], None]) -> None:
        """Call `reload` when one of `tables` moves: at once while `widget` is visible, else when it is next shown."""
        _Watch(self, widget, frozenset(tables), reload)


class _Watch(QObject):
    """Lives and dies with the widget it watches."""

    def __init__(
        self, changes: Changes, widget: QWidget, tables: frozenset[str], reload: Callable[[], None]
    ) -> None:
        super().__init__(widget)
        self._widget, self._tables, self._reload, self._stale = widget, tables, reload, False
        widget.installEventFilter(self)
        changes.changed.connect(self._moved)

    def _moved(self, tables: frozenset[str]) -> None:
        if not self._tables & tables:
            return
        if self._widget.isVisible():
            self._reload()
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() == QEvent.Type.Show and self._stale:
            self._stale = False
            self._reload()
        return False
