"""Pictures of the screens: `python tests/ui/pictures.py FOLDER [SCREEN …]` draws them in each language and scheme.

SCREEN is one of `scenes`, `start` (the first run) or `new` (every page of a new shop); LANGUAGES narrows the languages.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from cxdesk import paths
from cxdesk.domain.interview import Interview, Outcome
from cxdesk.domain.needs import Emotion
from cxdesk.services import demo
from cxdesk.services.desk import Desk, found
from cxdesk.services.workplace import Workplace
from cxdesk.storage.database import Database
from cxdesk.ui.application import Application
from cxdesk.ui.counter.line_entry import LineTexts
from cxdesk.ui.session import Session
from cxdesk.ui.settings.words import SECTIONS
from cxdesk.ui.start.page import StartPage
from cxdesk.ui.start.presenter import SHOPS
from cxdesk.ui.theme import Scheme

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
LAST_MONTH = NOW.date().replace(month=10, day=1)
SIZE = (1366, 768)
SETTLE_MS = 1500  # some pages read in the worker
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
CUSTOMERS = """Nimi;Puh.;synt;Sposti;Lupa;Huom;Pisteet
Virtanen Kaisa;040-1234567;03/04/1976;kaisa.virtanen@example.com;x;villa-allergia;120
K. Virtanen;040 123 4567;;;;;
Mäkelä Åsa;045 765 4321;05/06/1980;asa.makela@example;ei;;15
"""
LOOKS = ((Scheme.LIGHT, 100), (Scheme.DARK, 100), (Scheme.LIGHT, 200))


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
    """Every wanted screen in one language, light and dark, at 100 and 200 % text."""
    with TemporaryDirectory() as place:
        desk = Desk(Workplace(Database.create(Path(place) / "kera.cxdesk"), lambda: NOW, code=code))
        demo.make(desk.workplace.db, now=NOW, language=code)
        reports = paths.reports(desk.workplace.db.path)
        reports.mkdir()
        desk.reports.monthly(LAST_MONTH, code, reports / f"monthly {LAST_MONTH:%Y-%m} {code}.pdf")
        session = Session(desk, application)
        session.window.resize(*SIZE)
        session.window.show()
        for scheme, scale in LOOKS:
            desk.settings.save(replace(desk.settings.shop(), theme=scheme.value, text_scale=scale))
            for name in wanted & SCENES.keys() or SCENES:
                SCENES[name](session)
                session.window._toast.hide()
                large = "" if scale == 100 else f"-{scale}"
                shoot(session.window, folder, f"{name}-{code}-{scheme}{large}")
        session.close()
        desk.close()


def scenes() -> dict[str, Callable[[Session], None]]:
    """Every screen in the state that shows most of it; each is called with a session and brings it there."""
    places: dict[str, tuple[str, object]] = {
        "customers": ("customers", None),
        "form": ("customers", "new"),
        "feedback": ("feedback", ("all", None, None)),
        "waiting": ("feedback", "open"),
        "reports": ("reports", None),
        "help": ("help", None),
    }
    places |= {f"settings-{section}": ("settings", section) for section in SECTIONS}
    plain = {name: partial(_go, key=key, what=what) for name, (key, what) in places.items()}
    return plain | {
        "today": _today,
        "why": _why,
        "letter": _letter,
        "counter": _counter,
        "questions": _questions,
        "waits": _waits,
        "interview": _interview,
        "guide": _guide,
        "line": _line,
        "return": _return,
        "request": _request,
        "promise": _promise,
        "requests": partial(_go, key="requests"),
        "customer": _customer,
        "narrowed": _narrowed,
        "many": _many,
        "import": partial(_importing, step=0),
        "columns": partial(_importing, step=1),
        "doubts": partial(_importing, step=2),
        "check": partial(_importing, step=3),
        "export": partial(_go, key="exchange", what="export"),
    }


def _go(session: Session, key: str, what: object = None) -> None:
    session.window.go("help")  # so that every page is opened anew
    session.window.go(key, what)


def _hero(session: Session) -> int:
    return session.desk.customers.search("Kaisa Virtanen", 1)[0].id


def _customer(session: Session) -> None:
    _go(session, "customers")
    session.window.page("customers").listing.search.setText("")
    _go(session, "customers", _hero(session))


def _narrowed(session: Session) -> None:
    """A list with conditions and columns of choice."""
    _go(session, "customers")
    session.window.page("customers").back()
    listing = session.window.page("customers").listing
    listing.new_condition.begin()
    for about, typed in (("visits", "3"), ("not_visited_for", "30")):
        listing._register.narrow(about, typed)
    listing._register.choose_columns(
        ["phone", "birthday", "language", "last_visit", "visits", "spend", "permission"]
    )
    listing._show_listing()


def _many(session: Session) -> None:
    """A look at what one change to many customers comes to."""
    _go(session, "customers")
    page = session.window.page("customers")
    page.listing.table.selectAll()
    page.listing.edit.click()
    page.many.text.setText("Neulekerho")


def _today(session: Session) -> None:
    _go(session, "today")
    settle()
    page = session.window.page("today")
    page.letters.close_preview()
    page.board.panel.hide()
    page._content.verticalScrollBar().setValue(0)


def _why(session: Session) -> None:
    _today(session)
    session.window.page("today").presenter.why_these()


def _letter(session: Session) -> None:
    _today(session)
    page = session.window.page("today")
    page.letters.write(page.presenter.printable[:1])


def _importing(session: Session, step: int) -> None:
    """A list of customers on its way in, at one of the four steps."""
    with TemporaryDirectory() as place:
        file = Path(place) / "asiakkaat.csv"
        file.write_text(CUSTOMERS, encoding="cp1252")
        session.window.page("exchange").importing.presenter.begin()
        _go(session, "exchange", file)
        settle()
        made = session.window.page("exchange").importing.presenter
        for row in made.columns.rows() if step > 1 else ():
            if row.ask and not row.ask.chosen:
                made.answer(row.ask.field, [next(iter(row.ask.ways))])
        for _ in range(step):
            made.forward()
            settle()


def _counter(session: Session) -> None:
    """A regular has come, has answered, and buys."""
    _go(session, "counter")
    made = session.window.page("counter").presenter
    made.clear()
    made.arrive(_hero(session))
    made.answer(nps=9)
    made.answer(csat=5)
    for product in session.desk.products.search("50 g", 2):
        made.buying.add(product)


def _questions(session: Session) -> None:
    """The same visit with the questions that are asked now and then."""
    _counter(session)
    made = session.window.page("counter").presenter
    made.answer(emotion=Emotion.PLEASED)
    made.answer(waited=5)


def _return(session: Session) -> None:
    """A regular exchanges something."""
    _counter(session)
    made = session.window.page("counter").presenter.returning
    made.begin("pell")
    made.take(session.desk.purchases.returnables(_hero(session), "pell")[0])
    made.begin()


def _promise(session: Session) -> None:
    """A promise stands with the visit, and another is being written."""
    _counter(session)
    made = session.window.page("counter").presenter.promising
    made.write("Pellavalanka varattu", "27.11.")
    made.begin()


def _request(session: Session) -> None:
    """A regular asks for something that is not there."""
    _counter(session)
    session.window.page("counter").presenter.wishing.begin()
    session.window.page("counter").presenter.wishing.find("merino")


def _line(session: Session) -> None:
    """The price of a line is being changed."""
    _counter(session)
    settle()
    card = session.window.page("counter").purchase
    card.written.emit(1, LineTexts("2", "8,90", "10 %", "23.11.2028"))
    settle()
    card.open_line(0)
    card.line_form.discount.setText("2,50")


def _waits(session: Session) -> None:
    """A regular who has answered lately: the questions wait."""
    _go(session, "counter")
    made = session.window.page("counter").presenter
    made.clear()
    made.arrive(_hero(session))


def _interview(session: Session) -> None:
    """A visit in the middle of an interview about a need."""
    _counter(session)
    page = session.window.page("counter")
    page.answers.asking.click()
    hits = page.answers.interview.hits
    chosen = tuple(hits.keys())[:2]
    said = Interview(0, NOW.date(), wishes="Kesäpaita, pellava, M", hits=chosen, outcome=Outcome.THINKING)
    page.presenter.answer(interview=said)
    page.presenter.answer(note="Ihaili ikkunan paitaa")


def _guide(session: Session) -> None:
    """An unhappy customer, and the guide for it."""
    _counter(session)
    page = session.window.page("counter")
    page.presenter.answer(nps=3, csat=2)
    page.answers.guiding.click()
    page.guide.steps[0].click()


def draw_new(application: Application, folder: Path, code: str) -> None:
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


def draw_start(application: Application, folder: Path, code: str) -> None:
    """The first run in one language, light and dark."""
    application.theme.set_scale(1.0)
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
        for code in os.environ.get("LANGUAGES", "fi en uz").split():
            if not wanted or "start" in wanted:
                draw_start(application, folder, code)
            if not wanted or "new" in wanted:
                draw_new(application, folder, code)
            if not wanted or wanted & SCENES.keys():
                draw(application, folder, code, wanted)


SCENES = scenes()

if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
