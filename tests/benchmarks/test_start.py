"""From the start of the process to the first painted frame, beside a bare QMainWindow (docs/speed.md: 1.6)."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxdesk.domain.shop import Shop
from cxdesk.services import demo
from cxdesk.services import desk as desks

ROOT = Path(__file__).resolve().parents[2]
LEAVE = """
def leave(self, event):
    os._exit(0)
"""
BARE = f"""
import os
from PySide6.QtWidgets import QApplication, QMainWindow
{LEAVE}
class Window(QMainWindow):
    paintEvent = leave
application, window = QApplication([]), Window()
window.resize(1366, 768)
window.show()
application.exec()
"""
NAMESPACE = f"from PySide6.QtCore import Qt\n{BARE}"
OURS = f"""
import os, sys
from cxdesk.app import load_qt
from cxdesk.cli import main
load_qt()
import cxdesk.ui.window
{LEAVE}
cxdesk.ui.window.Window.paintEvent = leave
main(["--shop", sys.argv[1]])
"""


@pytest.fixture
def start(tmp_path):
    """Runs a script in a process of its own, with compiled modules as an installed program has them."""
    places = {name: str(tmp_path / "home") for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "HOME")}
    compiled = {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"), "PYTHONPATH": str(ROOT)}
    surroundings = os.environ | places | compiled | {"QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(script, *arguments):
        command = [sys.executable, "-c", script, *arguments]
        subprocess.run(command, env=surroundings, check=True, stderr=subprocess.DEVNULL, timeout=60)

    return run


def test_first_frame_against_a_bare_window(paired, start, tmp_path):
    now = datetime.now(UTC)
    shop = tmp_path / "kera.cxdesk"
    desk = desks.found(shop, Shop("Kerä"), lambda: now)
    demo.make(desk.workplace.db, now=now, language="fi")
    desk.close()
    scripts = ((OURS, str(shop)), (BARE,), (NAMESPACE,))
    for script in scripts:
        start(*script)

    paired(lambda: start(*scripts[0]), lambda: start(BARE), name="against a bare QMainWindow")
    paired(
        lambda: start(*scripts[0]), lambda: start(NAMESPACE), name="against it with the Qt namespace loaded"
    )
