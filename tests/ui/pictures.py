"""Pictures of the screens: `python tests/ui/pictures.py FOLDER [SCREEN …]` draws them in each language and scheme."""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from cxdesk import paths
from cxdesk.services import demo
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.ui.application import Application
from cxdesk.ui.session import Session
from cxdesk.ui.start.page import StartPage
from cxdesk.ui.theme import Scheme

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
LAST_MONTH = NOW.date().replace(month=10, day=1)
SIZE = (1366, 768)
SETTLE_MS = 1500  # some pages read in the worker
SCHEMES = (Scheme.LIGHT, Scheme.DARK)


def settle() -> None:
    """Let the page read and paint."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def shoot(widget: QWidget, folder: Path, name: str) -> None:
    """Keep a picture of `widget` as NAME.png."""
    settle()
    widget.grab().save(str(folder / f"{name}.png"))


def draw(application: Application, folder: Path, code: str, wanted: set[str]) -> None:
    """Every wanted screen in one language, light and dark."""
    with TemporaryDirectory() as place:
        desk = Desk(Workplace(Database.create(Path(place) / "kera.cxdesk"), lambda: NOW, code=code))
        demo.make(desk.workplace.db, now=NOW, language=code)
        reports = paths.reports(desk.workplace.db.path)
        reports.mkdir()
        desk.reports.monthly(LAST_MONTH, code, reports / f"monthly {LAST_MONTH:%Y-%m} {code}.pdf")
        session = Session(desk, application)
        session.window.resize(*SIZE)
        session.window.show()
        for scheme in SCHEMES:
            desk.settings.save(replace(desk.settings.shop(), theme=scheme.value))
            for key in wanted or session.window.navigation.buttons:
                session.window.go(key)
                shoot(session.window, folder, f"{key}-{code}-{scheme}")
        session.close()
        desk.close()


def draw_start(application: Application, folder: Path, code: str) -> None:
    """The first run in one language, light and dark."""
    for scheme in SCHEMES:
        application.theme.set_scheme(scheme)
        page = StartPage(code)
        page.resize(*SIZE)
        page.show()
        shoot(page, folder, f"start-{code}-{scheme}")
        page.close()


def main(folder: Path, wanted: set[str]) -> None:
    """Draw everything, or the screens `wanted`, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = home
        application = Application()
        sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
        for code in ("fi", "en", "uz"):
            if not wanted or "start" in wanted:
                draw_start(application, folder, code)
            if wanted != {"start"}:
                draw(application, folder, code, wanted - {"start"})


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
