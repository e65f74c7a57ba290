"""A walk through a shown widget tree: what a person with a keyboard, a screen reader or large text would miss."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from cxdesk.ui.tokens import TARGET
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.labels import Label, elided


def faults(root):
    """What is wrong below `root`, one sentence each; empty when all is well."""
    for _ in range(4):
        QApplication.processEvents()
    seen = [widget for widget in root.findChildren(QWidget) if widget.isVisible()]
    checks = (nameless, small, cut, outside, sideways)
    return [fault for check in checks for widget in seen if (fault := check(widget))] + order(root)


def called(widget):
    return f"{type(widget).__name__} {widget.accessibleIdentifier() or widget.accessibleName()!r}"


def reached(widget):
    """Whether Tab or a click can give it the focus; parts of Qt's own widgets are their owner's matter."""
    inner = isinstance(widget.parentWidget(), QAbstractScrollArea | QComboBox) or widget.focusProxy()
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner


def nameless(widget):
    if reached(widget) and not widget.accessibleName().strip():
        return f"{called(widget)} has no accessible name"
    return None


def small(widget):
    pressed = isinstance(widget, QAbstractButton) and widget.isEnabled()
    if (pressed or reached(widget)) and min(widget.width(), widget.height()) < TARGET:
        return f"{called(widget)} is {widget.width()} x {widget.height()} px, a target has {TARGET}"
    return None


def cut(widget):
    """Text is cut without its whole in the tooltip, or a button's words are cut at all."""
    if isinstance(widget, Label):
        needed = widget.heightForWidth(widget.width())
        if widget.text() and widget.height() < needed:
            return f"{called(widget)} {widget.text()!r} needs {needed} px, has {widget.height()}"
        gone = any(line.endswith("…") for line in widget.shown()) and not widget.text().endswith("…")
        return f"Label {widget.text()!r} is cut and has no tooltip" if gone and not widget.toolTip() else None
    if isinstance(widget, Button) and not getattr(widget, "collapsed", False):
        words = widget.width() - 2 * widget._pad() - widget._icon_room()
        font = QFontMetrics(_font(widget))
        if font.horizontalAdvance(widget.text()) > words:
            return f"{called(widget)} is cut: {elided(widget.text(), _font(widget), words)}"
    if isinstance(widget, QComboBox) and widget.width() < widget.minimumSizeHint().width():
        return f"{called(widget)} is narrower than its least"
    return None


def _font(button):
    from cxdesk.ui.theme import theme

    return theme().font(button.text_style())


def outside(widget):
    """It reaches over the edge of what holds it, so that a part can never be seen."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QScrollBar):
        return None
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return None
    if widget.geometry().right() > parent.width() or widget.x() < 0:
        span = f"{widget.x()}..{widget.geometry().right()} of {parent.width()}"
        return f"{called(widget)} reaches out of {called(parent)}: {span}"
    return None


def sideways(widget):
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        inside, room = widget.widget().width(), widget.viewport().width()
        if inside > room:
            return f"{called(widget)} is {inside} px wide in {room} px"
    return None


def order(root):
    """Tab goes through everything that wants it, and from top to bottom within each holder."""
    chain, widget = [], root.nextInFocusChain()
    while widget is not root:
        if widget.isVisible() and root.isAncestorOf(widget) and reached(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    result = []
    for before, after in pairwise(chain):
        siblings = before.parentWidget() is after.parentWidget()
        below = before.mapTo(root, QPoint(0, 0)).y() >= after.mapTo(root, QPoint(0, after.height())).y()
        if siblings and below:
            result.append(f"Tab jumps up from {called(before)} to {called(after)}")
    return result
