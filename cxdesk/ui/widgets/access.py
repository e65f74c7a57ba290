"""What a screen reader and a test need to know about a widget."""

from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, key: str = "") -> W:
    """`widget` with the name that screen readers say and, if given, the stable id that tests look for."""
    widget.setAccessibleName(name)
    if key:
        widget.setAccessibleIdentifier(key)
    return widget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let screen readers say `text`: a result, a toast or, `urgent`, a failure."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not before the frame

    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def turn(button: QAbstractButton, *, on: bool) -> None:
    """Check or uncheck `button` in silence.

    What it then tells by `toggled` comes from a person, be it by a click, by a key or by a screen reader, which toggles
    a button without clicking it.
    """
    with QSignalBlocker(button):
        button.setChecked(on)
