"""A barcode scanner types like a keyboard, only faster: its bursts are told apart from typing, wherever it happens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

SHORTEST = 6
GAP_MS = 35
SURE, PAUSE_MS = 3, 120  # nobody types so many signs so fast, so a busy machine may then pause for longer
ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
SILENT = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr})
PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
BREAKS = frozenset({QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress})


class Scanner(QObject):
    """Watches the keys while `page` is seen; `scanned(code)` is a burst of six signs or more that Enter ends.

    Signs are held back until it is clear what they are: for 35 ms at most after the last one, and after three that
    came so fast for 120 ms. Then they reach whatever has the focus, in their order. A scan reaches nobody.

    Args:
        page: the keys pressed in it are watched, and those pressed while nothing has the focus.
        clock: tells when a key was pressed, in ms; the system's own time stamp by default.
    """

    scanned = Signal(str)

    def __init__(self, page: QWidget, clock: Callable[[QKeyEvent], float] = QKeyEvent.timestamp) -> None:
        super().__init__(page)
        self._page, self._clock = page, clock
        self._held: list[QKeyEvent] = []
        self._last = 0.0
        self._passing = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._wait_over)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scan; whether the event ends here."""
        if isinstance(event, QKeyEvent):
            return not self._passing and self._concerns(watched) and self._key(event)
        if isinstance(event, QShowEvent | QHideEvent) and watched is self._page:
            self._listen(seen=isinstance(event, QShowEvent))
        elif self._held and event.type() in BREAKS:
            self.release()
        return False

    def release(self) -> None:
        """It was no scan: let what was held back reach whatever has the focus now."""
        self._rest.stop()
        held, self._held = self._held, []
        for event in held:
            self._pass_on(event)

    def _listen(self, *, seen: bool) -> None:
        app = QApplication.instance()
        assert app is not None  # noqa: S101 - there are no widgets without one
        if seen:
            app.installEventFilter(self)
        else:
            self._held.clear()
            app.removeEventFilter(self)

    def _concerns(self, watched: QObject) -> bool:
        """Whether a key meant for the page comes by for the first time; parents get it again when it is not taken."""
        target = QApplication.focusWidget() or self._page.window()
        here = target is self._page.window() or target is self._page or self._page.isAncestorOf(target)
        return watched is target and here

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            if not _may_be_scanned(event):
                self.release()  # a shortcut comes next and must find everything typed before it
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._hold(event) if self._held else False
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        at, key = self._clock(event), Qt.Key(event.key())
        if key in SILENT:
            return False
        if at - self._last > self._patience():
            self.release()
        self._last = at
        if key in ENDS and self._ends_scan():
            return True
        if key in ENDS or not _may_be_scanned(event):
            self.release()
            return False
        self._hold(event)
        self._rest.start(self._patience())
        return True

    def _ends_scan(self) -> bool:
        code = self._code()
        if len(code) < SHORTEST:
            return False
        self._rest.stop()
        self._held.clear()
        self.scanned.emit(code)
        return True

    def _code(self) -> str:
        return "".join(event.text() for event in self._held if event.type() == QEvent.Type.KeyPress)

    def _patience(self) -> int:
        return PAUSE_MS if len(self._code()) >= SURE else GAP_MS

    def _wait_over(self) -> None:
        """Keys that wait to be read were pressed before: they have the first word."""
        QTimer.singleShot(0, self, partial(self._release_if, len(self._held)))

    def _release_if(self, held: int) -> None:
        if len(self._held) == held and not self._rest.isActive():
            self.release()

    def _hold(self, event: QKeyEvent) -> bool:
        self._held.append(event.clone())
        event.accept()
        return True

    def _pass_on(self, event: QKeyEvent) -> None:
        target = QApplication.focusWidget() or self._page.window()
        self._passing = True
        try:
            QApplication.sendEvent(target, event)
        finally:
            self._passing = False


def _may_be_scanned(event: QKeyEvent) -> bool:
    if event.key() in ENDS or event.key() in SILENT:
        return not event.modifiers() & ~PLAIN
    printable = event.text().isprintable() and bool(event.text())
    return printable and not event.isAutoRepeat() and not event.modifiers() & ~PLAIN
