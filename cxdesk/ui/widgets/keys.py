"""The keys of the small forms: Enter takes what was typed, Esc leaves; Ctrl+Enter stays the page's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def form_key(event: QKeyEvent, take: Callable[[], object], leave: Callable[[], object]) -> bool:
    """Whether the key was one of them; then it has been acted upon."""
    if event.key() == Qt.Key.Key_Escape:
        leave()
    elif event.key() in ENTER and not event.modifiers() & CTRL:
        take()
    else:
        return False
    return True
