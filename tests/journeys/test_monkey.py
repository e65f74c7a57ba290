"""Somebody who presses everything: random pages, keys, clicks and hostile texts in the real window.

CXDESK_MONKEY_SECONDS lets it run longer, with other seeds from CXDESK_MONKEY_SEED on.
"""

import os
import time
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.services import demo
from cxdesk.services.desk import found
from cxdesk.ui.application import Application
from cxdesk.ui.collector import Collector
from cxdesk.ui.session import Session

SECONDS = float(os.environ.get("CXDESK_MONKEY_SECONDS", "0"))
FIRST_SEED = int(os.environ.get("CXDESK_MONKEY_SEED", "1"))
STEPS = 60  # of one seed; in a long run three times as many
TURNS = 20  # after so many tries to leave it a dialog has no way out

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = (
    *(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Return, KEY.Key_Return, KEY.Key_Escape),
    *(KEY.Key_Space, KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End),
    *(KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Menu),
    *(KEY.Key_F1, KEY.Key_F2, KEY.Key_F4, KEY.Key_F5, KEY.Key_F10, KEY.Key_Plus, KEY.Key_Minus),
    *(KEY.Key_0, KEY.Key_1, KEY.Key_5, KEY.Key_9, KEY.Key_A, KEY.Key_K, KEY.Key_M, KEY.Key_N, KEY.Key_S),
)
TOGETHER = (
    *((key, CONTROL) for key in (KEY.Key_Z, KEY.Key_Z, KEY.Key_Return, KEY.Key_F, KEY.Key_N, KEY.Key_S)),
    *((key, CONTROL) for key in (KEY.Key_A, KEY.Key_V, KEY.Key_X, KEY.Key_K, KEY.Key_P, KEY.Key_E)),
    *(
        (key, CONTROL)
        for key in (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5, KEY.Key_6, KEY.Key_7)
    ),
    (KEY.Key_Z, CONTROL | SHIFT),
    (KEY.Key_Tab, CONTROL),
    (KEY.Key_Left, ALT),
)
TEXTS = (
    "Kaisa", "a", "1", "0401234567", "2026-11-23", "12,50", "-1", "1e400", "nan", "99999999999999999999",
    "<b>Matti", "<img src=x>&amp;", "&Save & go", "%s {name} {0} %n", "'; DROP TABLE customers; --", '"*" OR 1',
    "👩‍👩‍👧‍👦🧶", "\u202eمرحبا שלום\u202c", "a\x00b", "\x1b[31m\r\n\t\v", "ʻoʼgʻ Ўғли", "e\u0301" * 50, "ﷺ" * 100,
    "x" * 10_000, "w " * 5_000, "\n" * 500, "²³½①", "6400000000017", " ",
)  # fmt: skip


class Monkey(QObject):
    """Acts at random from a seed; `trail` is what it did last, `faults` what went wrong."""

    def __init__(self, session, desk, seed):
        super().__init__()
        self.session, self.desk, self.random = session, desk, Random(seed)  # noqa: S311 - play, no secret
        self.trail, self.faults, self.tries = deque([f"seed {seed}"], maxlen=25), [], 0
        self.watch = QTimer(self, interval=30)
        self.watch.timeout.connect(self.leave_dialog)
        self.watch.start()
        for scheme in ("file", "http", "https", "mailto"):
            QDesktopServices.setUrlHandler(scheme, self, "opened")

    @Slot("QUrl")
    def opened(self, url):
        self.trail.append(f"opened {url.toString()}")

    @property
    def over(self):
        return not self.session.window.isVisible() or self.faults

    def act(self):
        acts = (self.click, self.click, self.press, self.press, self.press, self.write, self.write)
        rare = (self.visit, self.visit, self.step_back, self.step_back, self.settle, self.resize)
        self.random.choice(acts if self.random.random() < 0.85 else rare)()
        for _ in range(3):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the event loop does
        self.tries = 0

    def failed(self, error):
        self.trail.append(f"told: {error}")
        if not isinstance(error, UserError):
            self.faults.append(error)

    def leave_dialog(self):
        """No dialog and no menu may be without a way out by Esc; sometimes its buttons are tried first."""
        there = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if there is None:
            return
        self.tries += 1
        self.trail.append(f"dialog {type(there).__name__} {there.windowTitle()!r}")
        if self.tries > TURNS:
            self.faults.append(RuntimeError(f"no way out of {there.windowTitle()!r}"))
            there.close()
        elif self.random.random() < 0.3 and not isinstance(there, QFileDialog):
            self._click_in(there)
        else:
            QTest.keyClick(there, KEY.Key_Escape)

    def click(self):
        self._click_in(self.session.window)

    def _click_in(self, root):
        targets = [
            widget
            for widget in root.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not widget.visibleRegion().isEmpty()
        ]
        if targets:
            target = self.random.choice(targets)
            self.trail.append(f"click {type(target).__name__} {target.accessibleIdentifier()!r}")
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, self._place(target))

    def _place(self, widget):
        if self.random.random() < 0.7:
            return widget.visibleRegion().boundingRect().center()
        return QPoint(self.random.randrange(widget.width()), self.random.randrange(widget.height()))

    def press(self):
        key, modifier = (
            self.random.choice(TOGETHER) if self.random.random() < 0.35 else (self.random.choice(PLAIN), NONE)
        )
        self.trail.append(f"key {key.name} {modifier.name}")
        QTest.keyClick(self.session.window.focusWidget() or self.session.window, key, modifier)

    def write(self):
        fields = [
            field
            for kind in (QLineEdit, QTextEdit, QPlainTextEdit)
            for field in self.session.window.findChildren(kind)
            if field.isVisible() and field.isEnabled() and not field.isReadOnly()
        ]
        if fields:
            field, text = self.random.choice(fields), self.random.choice(TEXTS)
            self.trail.append(f"write {text[:20]!r} x{len(text)} in {field.accessibleIdentifier()!r}")
            field.setFocus()
            QApplication.clipboard().setText(text)
            field.paste()

    def visit(self):
        key = self.random.choice(list(self.session.window.navigation.buttons))
        self.trail.append(f"go {key}")
        self.session.window.go(key)

    def step_back(self):
        step = self.random.choice((self.session.past.undo, self.session.past.undo, self.session.past.redo))
        self.trail.append(step.__name__)
        step()

    def settle(self):
        wish = self.random.choice(
            [{"language": code} for code in ("fi", "en", "uz")]
            + [{"theme": scheme} for scheme in ("light", "dark")]
            + [{"text_scale": scale} for scale in (100, 125, 150)]
        )
        self.trail.append(f"settings {wish}")
        try:
            self.desk.settings.save(replace(self.desk.settings.shop(), **wish))
        except UserError as error:
            self.failed(error)

    def resize(self):
        size = self.random.choice(((960, 600), (1366, 768), (1920, 1080)))
        self.trail.append(f"resize {size}")
        self.session.window.resize(*size)


@pytest.fixture
def let_loose(tmp_path, monkeypatch):
    """Lets a monkey of this seed loose on a demo shop for so many steps; gives what went wrong, and its trail."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)

    def run(seed, steps):
        desk = found(tmp_path / f"{seed}.cxdesk", Shop("Kerä", language="en"), lambda: NOW)
        demo.make(desk.workplace.db, customers=40, years=1, now=NOW, language="en")
        application = Application("en")
        collector = Collector(application.qt)
        session = Session(desk, application)
        monkey = Monkey(session, desk, seed)
        application.errors.show = monkey.failed
        session.show()
        for _ in range(steps):
            if monkey.over:
                break
            monkey.act()
        monkey.watch.stop()
        session.close()
        session.window.deleteLater()
        collector.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        faults = [*monkey.faults, *desk.backups.check(), *unlike_before(desk)]
        desk.close()
        return faults, list(monkey.trail)

    return run


def unlike_before(desk):
    """What ten steps back and as many forth leave otherwise than it was."""
    before, steps = content(desk), 0
    try:
        for _ in range(10):
            desk.history.undo()
            steps += 1
    except UserError:
        pass
    for _ in range(steps):
        desk.history.redo()
    after = content(desk)
    return [f"{table} after {steps} undos and redos" for table in before if before[table] != after[table]]


def content(desk):
    db = desk.workplace.db
    tables = [name for (name,) in db.rows("SELECT DISTINCT table_name FROM history")]
    return {table: db.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables}


@pytest.mark.usefixtures("qtbot")
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.timeout(SECONDS + 120)
def test_nothing_that_is_pressed_breaks_the_shop(let_loose):
    end, steps = time.monotonic() + SECONDS, STEPS * 3 if SECONDS else STEPS
    for seed in count(FIRST_SEED):
        faults, trail = let_loose(seed, steps)
        assert faults == [], "\n".join(trail)
        if time.monotonic() > end:
            break
