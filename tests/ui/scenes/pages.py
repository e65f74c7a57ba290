"""Every page but the counter and the register in the state that shows most of it."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtPrintSupport import QPrinter

from cxdesk.domain.request import Outcome
from cxdesk.ui.requests import words
from cxdesk.ui.settings.words import SECTIONS
from tests.documents.signed import signed
from tests.ui.scenes.stage import go, hero, settle

CUSTOMERS = """Nimi;Puh.;synt;Sposti;Lupa;Huom;Pisteet
Virtanen Kaisa;040-1234567;03/04/1976;kaisa.virtanen@example.com;x;villa-allergia;120
K. Virtanen;040 123 4567;;;;;
Mäkelä Åsa;045 765 4321;05/06/1980;asa.makela@example;ei;;15
"""
PLACES = {
    "feedback": ("feedback", ("all", None, None)),
    "waiting": ("feedback", "open"),
    "reports": ("reports", None),
    "rules": ("appreciation", "rules"),
    "effect": ("appreciation", "effect"),
    "gifts": ("appreciation", "gifts"),
    "events": ("appreciation", "events"),
    "points": ("loyalty", "points"),
    "coupons": ("loyalty", "coupons"),
    "loyalty-rules": ("loyalty", "rules"),
    "draws": ("loyalty", "draws"),
    "programme": ("loyalty", "programme"),
    "help": ("help", None),
    "requests": ("requests", None),
    "export": ("exchange", "export"),
} | {f"settings-{section}": ("settings", section) for section in SECTIONS}


def scenes():
    """Each is called with a session and brings it there."""
    found = {name: partial(go, key=key, what=what) for name, (key, what) in PLACES.items()}
    found |= {"today": _today, "why": _why, "letter": _letter, "printer": _printer}
    found |= {"letters": _letters, "letters-invitation": _invitation, "letters-sent": _sent}
    found |= {"letter-to": _personal, "letter-card": _card, "stationery": _stationery}
    found["guests"] = _guests
    steps = ("import", "columns", "doubts", "check")
    found |= {name: partial(_importing, step=step) for step, name in enumerate(steps)}
    return found | {f"request-{each.value}": partial(_closed, outcome=each) for each in Outcome}


def _today(session):
    go(session, "today")
    settle()
    page = session.window.page("today")
    page.letters.close_preview()
    page.board.panel.hide()
    page._content.verticalScrollBar().setValue(0)


def _why(session):
    _today(session)
    session.window.page("today").presenter.why_these()
    settle()


def _letter(session):
    _today(session)
    page = session.window.page("today")
    page.letters.write(page.presenter.printable[:1])


def _letters(session):
    go(session, "letters")
    page = session.window.page("letters")
    page.tabs.chip("write").click()
    page.writing.kinds.chip("thank_you").click()


def _invitation(session):
    """An invitation with its date typed, and the fields unfolded."""
    _letters(session)
    writing = session.window.page("letters").writing
    writing.kinds.chip("invitation").click()
    for name, text in {"event": "Neuleilta", "when": "28.11. 18:00", "place": "Harjukatu 1"}.items():
        writing.particulars.fields[name].setText(text)
    writing.offer.worth.setText("15")
    writing.offer.kind.chip("percent").click()


def _personal(session):
    """A letter to a regular."""
    go(session, "letters", ("to", hero(session)))


def _card(session):
    """The same on a card folded twice."""
    _personal(session)
    form = session.window.page("letters").personal.part
    form.paper.choose("A4A6")
    form.presenter.print_on("A4A6")


def _stationery(session):
    """The stationery with a signature."""
    with TemporaryDirectory() as place:
        signed(Path(place) / "a.png")
        session.desk.signatures.save_file(Path(place) / "a.png")
    go(session, "letters", "settle")


def _sent(session):
    _letters(session)
    session.window.page("letters").tabs.chip("sent").click()


def _guests(session):
    """Who came to the evening that is over, and an event being edited."""
    go(session, "appreciation", "events")
    hosting = session.window.page("appreciation").presenter.hosting
    past, *_ = [each for each in session.desk.campaigns.every() if each.closed]
    hosting.turn(past)
    hosting.edit(session.desk.campaigns.every()[1])
    settle()
    session.window.page("appreciation")._stack.currentWidget().verticalScrollBar().setValue(560)


def _printer(session):
    """A letter that the printer does not take."""
    _letter(session)
    settle()
    preview = session.window.page("today").letters.preview
    preview._choose_printer = _nowhere
    preview.print_button.click()


def _nowhere(_parent, _pages):
    printer = QPrinter()
    printer.setOutputFileName("/nowhere/letter.pdf")
    return printer


def _closed(session, outcome):
    """The call list after its first request has ended in this way."""
    go(session, "requests")
    page = session.window.page("requests")
    page.presenter.close(words.call(session.window.language, session.desk.requests.calls()[0]), outcome)


def _importing(session, step):
    """A list of customers on its way in, at one of the four steps."""
    with TemporaryDirectory() as place:
        file = Path(place) / "asiakkaat.csv"
        file.write_text(CUSTOMERS, encoding="cp1252")
        session.window.page("exchange").importing.presenter.begin()
        go(session, "exchange", file)
        settle()
        made = session.window.page("exchange").importing.presenter
        for row in made.columns.rows() if step > 1 else ():
            if row.ask and not row.ask.chosen:
                made.answer(row.ask.field, [next(iter(row.ask.ways))])
        for _ in range(step):
            made.forward()
            settle()
