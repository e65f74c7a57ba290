"""The code of all pages comes by itself, in a program that has just begun, and brings no large library along."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"sqlite_utils", "numpy", "matplotlib", "reportlab", "scipy", "pypdfium2", "liquid", "pikepdf"}
SCRIPT = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cxdesk.language.language import Language
from cxdesk.ui.ahead import Ahead
from cxdesk.ui.pages import screens

application = QApplication([])
pages = {{f"cxdesk.ui.{{screen.key}}.page" for screen in screens(print)}}
assert not pages & sys.modules.keys()
Ahead(application, Language("fi"), every=0).begin()

def look():
    if pages <= sys.modules.keys():
        print(*sorted({HEAVY!r} & sys.modules.keys()), "babel" in sys.modules)
        application.quit()

clock = QTimer(interval=5)
clock.timeout.connect(look)
clock.start()
QTimer.singleShot(30_000, application.quit)
application.exec()
"""


def test_every_page_is_loaded_and_no_large_library():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.stdout.split(), done.stderr) == (["True"], "")
