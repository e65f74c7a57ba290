"""The real program in a process of its own, without a screen."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxdesk.domain.shop import Shop
from cxdesk.services import desk as desks
from cxdesk.storage.lock import ShopLock

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
HEAVY = {"sqlite_utils", "numpy", "matplotlib", "reportlab", "scipy", "pypdfium2", "liquid", "pikepdf"}
LATER = (
    HEAVY
    | {"babel", "clevercsv", "phonenumbers", "PySide6.QtNetwork", "cxdesk.documents"}
    | {
        f"cxdesk.{name}"
        for name in (
            "domain.customer",
            "services.appreciation",
            "services.backups",
            "services.customers",
            "services.demo",
            "services.imports",
            "services.letters",
            "services.reports",
            "storage.history",
            "ui.doorbell",
            "ui.start.page",
            "ui.today.page",
            "ui.widgets.dialogs",
        )
    }
)

DRIVER = """
import subprocess, sys, threading, time
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from cxdesk import app

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)

def drive(step):
    "Call `step` in the main thread again and again until it gives something true."
    def turn():
        if not step(QApplication.instance()):
            QTimer.singleShot(20, turn)
    def wait():
        while QApplication.instance() is None:
            time.sleep(0.01)
        QTimer.singleShot(0, QApplication.instance(), turn)
    threading.Thread(target=wait, daemon=True).start()

def window():
    from cxdesk.ui.window import Window
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)

def start(shop=None, **options):
    sys.exit(app.run(Path(shop) if shop else None, now=lambda: NOW, **options))
"""


@pytest.fixture
def home(tmp_path):
    """Surroundings in which all data of the user lies in a temporary folder."""
    places = {
        name: str(tmp_path / "home") for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA")
    }
    return (
        os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    )


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "kera.cxdesk"
    desks.found(path, Shop("Kerä", language="en"), lambda: NOW).close()
    return path


def start(home, script):
    """The exit code and the output of a process that runs `script` after the driver."""
    done = subprocess.run(
        [sys.executable, "-c", DRIVER + script],
        env=home,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


READ_DIALOG = """
def step(application):
    dialog = application.activeModalWidget()
    if dialog is not None:
        print(dialog.windowTitle(), "|", dialog.text.text())
        dialog.accept()
    return dialog
drive(step)
"""


def refusal(home, path):
    code, output = start(home, READ_DIALOG + f"start({str(path)!r})")
    assert code == 1
    return output


def test_missing_file_is_told_in_words(home, tmp_path):
    assert f"{tmp_path / 'no.cxdesk'} does not exist." in refusal(home, tmp_path / "no.cxdesk")


def test_newer_file_is_refused_untouched(home, shop):
    data = bytearray(shop.read_bytes())
    data[60:64] = (9999).to_bytes(4, "big")  # user_version in SQLite's header
    shop.write_bytes(data)

    assert "was made by a newer CX Desk. Update the program to open it." in refusal(home, shop)
    assert shop.read_bytes() == bytes(data)


def test_damaged_file_is_told_in_words_and_kept(home, shop):
    shop.write_bytes(b"no database" * 100)

    assert "Restore a backup." in refusal(home, shop)
    assert shop.read_bytes() == b"no database" * 100


def test_damaged_file_gives_way_to_its_backup_when_the_person_says_so(home, shop):
    desk = desks.enter(shop, lambda: NOW)
    desk.backups.make()
    desk.close()
    shop.write_bytes(b"no database" * 100)
    script = f"""
def step(application):
    dialog = application.activeModalWidget()
    if dialog is not None:
        print("of 23/11/2026" in dialog.text.text())
        dialog._choose(1)
    if window() is None:
        return False
    print(window()._desk.settings.shop().name)
    return window().close()
drive(step)
start({str(shop)!r})
"""
    assert start(home, script) == (0, "True\nKerä\n")


def test_shop_that_is_in_use_without_a_window_is_told_in_words(home, shop):
    lock = ShopLock(shop).acquire()
    try:
        assert "is already open in another CX Desk." in refusal(home, shop)
    finally:
        lock.release()


def test_second_start_raises_the_first_window_and_leaves(home, shop):
    second = f"""
def again():
    print("second:", subprocess.call([sys.executable, "-c", "from datetime import datetime, UTC; "
        "from pathlib import Path; from cxdesk import app; import sys; "
        "sys.exit(app.run(Path({str(shop)!r}), now=lambda: datetime.now(UTC)))"]), flush=True)

started = []
def step(application):
    first = window()
    if first is None:
        return False
    if not started:
        first.showMinimized()
        started.append(threading.Thread(target=again))
        started[0].start()
        return False
    if started[0].is_alive() or first.isMinimized():
        return False
    print("raised")
    first.close()
    return True
drive(step)
start({str(shop)!r})
"""
    code, output = start(home, second)

    assert (code, output.splitlines()) == (0, ["second: 0", "raised"])


def test_first_run_makes_the_shop_and_opens_it(home, tmp_path):
    script = """
def step(application):
    page = application.activeModalWidget()
    if page is not None:
        page.form.name.setText("Villa")
        page.form.budget.setText("80")
        page.form.started.emit()
    if window() is None or not window().current:
        return False
    print(window().windowTitle())
    window().close()
    return True
drive(step)
start(language="en")
"""
    code, output = start(home, script)
    made = next((tmp_path / "home").rglob("shop.cxdesk"))
    desk = desks.enter(made, lambda: NOW)
    try:
        kept = desk.settings.shop()
    finally:
        desk.close()

    assert (code, output) == (0, "Today – CX Desk\n")
    assert (kept.name, kept.language, kept.monthly_budget) == ("Villa", "en", 8_000)


def test_leaving_the_first_run_leaves_nothing(home, tmp_path):
    script = """
def step(application):
    page = application.activeModalWidget()
    if page is not None:
        page.close()
    return page
drive(step)
start()
"""
    assert start(home, script) == (0, "")
    assert not list((tmp_path / "home").rglob("*.cxdesk"))


def test_first_painted_frame_waits_for_no_library_or_service_that_it_does_not_show(home, shop):
    script = f"""
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window() is not None:
            print(sorted({LATER!r} & sys.modules.keys()))
            QApplication.instance().removeEventFilter(self)
            window().close()
        return False
watch = Watch()
def step(application):
    application.installEventFilter(watch)
    return True
drive(step)
start({str(shop)!r})
"""
    assert start(home, script) == (0, "[]\n")


def test_closing_makes_a_backup(home, shop):
    script = f"""
def step(application):
    return window() is not None and window().close()
drive(step)
start({str(shop)!r})
"""
    assert start(home, script) == (0, "")
    assert len(list(shop.with_name("kera backups").glob("*.cxbackup"))) == 1


def test_going_back_to_a_backup_closes_the_shop_and_opens_it_as_it_was(home, shop):
    desk = desks.enter(shop, lambda: NOW)
    backup = desk.backups.make()
    desk.settings.save(Shop("Villa", language="en"))
    desk.close()
    script = f"""
def step(application):
    if window() is None:
        return False
    page = window().page("settings")
    if page.fields.rows["name"].field.text() == "Villa":
        page.data._restore(Path({str(backup)!r}))
        return False
    print(page.fields.rows["name"].field.text())
    return window().close()
drive(step)
start({str(shop)!r})
"""
    assert start(home, script) == (0, "Kerä\n")


@pytest.mark.long  # the demo shop of 400, in a process of its own
def test_smoke_run_visits_every_page_and_leaves_the_shop_alone(home, tmp_path):
    real = tmp_path / "home" / "CX Desk" / "shop.cxdesk"
    desks.found(real, Shop("Kerä"), lambda: NOW).close()
    before = real.read_bytes()

    code, output = start(home, "start(smoke=True, language='fi')")

    assert code == 0
    assert output.startswith("CX Desk smoke run: ")
    assert real.read_bytes() == before


def test_a_second_place_that_is_gone_stands_in_the_way_of_nothing(home, shop):
    desk = desks.enter(shop, lambda: NOW)
    backup = desk.backups.make()
    desk.settings.save(Shop("Villa", language="en", second_backup="/dev/null/usb-stick"))
    desk.close()
    script = f"""
def step(application):
    dialog = application.activeModalWidget()
    if dialog is not None:
        print("/dev/null/usb-stick cannot be written" in dialog.text.text())
        dialog.accept()
    if window() is None:
        return False
    shop = window()._desk.settings.shop()
    if shop.name == "Villa":
        window().page("settings").data._restore(Path({str(backup)!r}))
        return False
    print(shop.name)
    return window().close()
drive(step)
start({str(shop)!r})
"""
    assert start(home, script) == (0, "True\nKerä\n")


def test_a_demo_without_a_place_is_refused_in_words(home):
    home |= {"XDG_DATA_HOME": "/dev/null", "LOCALAPPDATA": "/dev/null"}
    code, output = start(home, READ_DIALOG + "start(demo=True)")

    assert code == 1
    assert "cannot be written" in output
