"""Pictures of the screens: `python tests/ui/pictures.py FOLDER [SCENE …]` draws them in each language and look.

SCENE is one of `tests/ui/scenes`, `start` (the first run), `taken` (the shop is open elsewhere), `new` (every page of
a new shop) or `guide` (the guide's own, for docs/guide/pictures). LANGUAGES narrows the languages, LOOKS the looks
(light, dark, large).
"""

import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxdesk import paths
from cxdesk.language.language import Language
from cxdesk.services import demo
from cxdesk.services.desk import Desk, found
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.storage.lock import ShopInUseError
from cxdesk.ui.application import Application
from cxdesk.ui.session import Session
from cxdesk.ui.start.page import StartPage
from cxdesk.ui.start.presenter import SHOPS
from cxdesk.ui.theme import Scheme
from tests.ui.scenes import counter, customers, kiosk, loyalty, pages
from tests.ui.scenes.stage import SETTLE_MS, settle

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
LAST_MONTH = NOW.date().replace(month=10, day=1)
SIZE = (1366, 768)
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
LOOKS = {"light": (Scheme.LIGHT, 100), "dark": (Scheme.DARK, 100), "large": (Scheme.LIGHT, 200)}
SCENES = pages.scenes() | counter.scenes() | customers.scenes() | kiosk.scenes() | loyalty.scenes()
GUIDE = (
    "counter",
    "stranger",
    "kiosk",
    "narrowed",
    "customer",
    "today",
    "account",
    "loyalty-rules",
    "letter-card",
)
COLOURS = 256
TOASTS = {"saved"} | {name for name in SCENES if name.startswith("request-")}


def shoot(widget, folder, name):
    """Keep a picture of `widget` as NAME.png."""
    settle()
    widget.grab().save(str(folder / f"{name}.png"))


@contextmanager
def demo_shop(application, code):
    """The window of the demo shop in one language."""
    with TemporaryDirectory() as place:
        desk = Desk(Workplace(Database.create(Path(place) / "kera.cxdesk"), lambda: NOW, code=code))
        demo.make(desk.workplace.db, now=NOW, language=code)
        reports = paths.reports(desk.workplace.db.path)
        reports.mkdir()
        desk.reports.monthly(LAST_MONTH, code, reports / f"monthly {LAST_MONTH:%Y-%m} {code}.pdf")
        session = Session(desk, application)
        session.window.resize(*SIZE)
        session.window.show()
        yield session
        session.close()
        desk.close()


def look_like(session, look):
    """Light or dark, and the size of the text."""
    (scheme, scale), settings = LOOKS[look], session.desk.settings
    settings.save(replace(settings.shop(), theme=scheme.value, text_scale=scale))


def draw(application, folder, code, wanted):
    """The wanted scenes in one language and every look."""
    with demo_shop(application, code) as session:
        for look in os.environ.get("LOOKS", " ".join(LOOKS)).split():
            look_like(session, look)
            for name in (name for name in SCENES if not wanted or name in wanted):
                draw_scene(session, folder, name, f"{name}-{code}-{look}")


def draw_guide(application, folder, code):
    """The guide's own pictures, in so few colours that they are small."""
    with demo_shop(application, code) as session:
        look_like(session, "light")
        for name in GUIDE:
            draw_scene(session, folder, name, f"{code}-{name}")
            file = folder / f"{code}-{name}.png"
            Image.open(file).quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def draw_scene(session, folder, name, file):
    """One scene; what it has recorded is taken back."""
    newest = session.desk.history.changes(1)[0].id
    other = SCENES[name](session)
    if name not in TOASTS:
        session.window._toast.hide()
    seen = other if other in QApplication.topLevelWidgets() else session.window
    shoot(seen, folder, file)
    if seen is not session.window:
        seen.leave()
    if session.desk.history.changes(1)[0].id != newest:
        session.desk.history.undo()
    session.window._toast.hide()


def draw_new(application, folder, code):
    """The pages of a shop in which nothing has happened yet."""
    application.theme.set_scheme(Scheme.LIGHT)
    with TemporaryDirectory() as place:
        shop = replace(SHOPS[code], name="Villa", theme=Scheme.LIGHT.value)
        desk = found(Path(place) / "villa.cxdesk", shop, lambda: NOW)
        session = Session(desk, application)
        session.window.resize(*SIZE)
        session.window.show()
        for key in session.window.navigation.buttons:
            session.window.go(key)
            shoot(session.window, folder, f"new-{key}-{code}")
        session.close()
        desk.close()


def draw_start(application, folder, code):
    """The first run in one language, light and dark."""
    application.theme.set_scale(1.0)
    for scheme in SCHEMES:
        application.theme.set_scheme(scheme)
        page = StartPage(code)
        page.resize(*SIZE)
        page.show()
        shoot(page, folder, f"start-{code}-{scheme}")
        page.close()


def draw_taken(application, folder, code):
    """What is said when another program has the shop open."""

    def look():
        dialog = QApplication.activeModalWidget()
        dialog.grab().save(str(folder / f"taken-{code}.png"))
        dialog.close()

    application.speak(Language(code))
    QTimer.singleShot(SETTLE_MS, look)
    application.errors.show(
        ShopInUseError(
            "{path} is already open in another CX Desk. Close it there first.", path=Path("kera.cxdesk")
        )
    )


APART = {"start": draw_start, "taken": draw_taken, "new": draw_new, "guide": draw_guide}


def main(folder, wanted):
    """Draw everything, or the scenes `wanted`, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = home
        application = Application()
        sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
        for code in os.environ.get("LANGUAGES", "fi en uz").split():
            for name, drawn in APART.items():
                if name in wanted or not (wanted or name == "guide"):
                    drawn(application, folder, code)
            if not wanted or wanted & SCENES.keys():
                draw(application, folder, code, wanted)


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
