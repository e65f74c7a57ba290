"""What a screen reader and a test need to know about a widget."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

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
