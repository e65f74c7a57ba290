"""What the scenes share: time to read and paint, the way to a page, and the customer in most of the pictures."""

from PySide6.QtCore import QEventLoop, QTimer

SETTLE_MS = 1500  # some pages read in the worker


def settle():
    """Let the page read and paint."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def go(session, key, what=None):
    """Open a page anew."""
    session.window.go("help")
    session.window.go(key, what)


def hero(session):
    """The id of a regular with a story."""
    return session.desk.customers.search("Kaisa Virtanen", 1)[0].id
