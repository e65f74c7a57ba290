"""Every page of the real window, in each language, at every size and text scale: the walk finds nothing."""

from datetime import date

import pytest

from cxdesk.language.language import Language
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.pages import screens
from cxdesk.ui.settings.words import SECTIONS
from cxdesk.ui.theme import theme
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.window import Window

LANGUAGES = ("en", *(pytest.param(code, marks=pytest.mark.long) for code in ("fi", "uz")))
SIZES = ((1366, 768), (1280, 720), (1920, 1080))  # of both the ordinary run takes the first:
SCALES = (1.0, 1.5, 2.0)  # each page's own walk takes others


@pytest.fixture
def regular(desk, shop):
    """A shop with something on every page; gives the customer who has done it all."""
    people = [
        shop.customer(
            desk, f"Anna-Kaisa Väinämöinen-Hämäläinen{at}", birthday=shop.birthday_in(at), phone="040 123"
        )
        for at in range(3)
    ]
    shop.bought(desk, people[0], *(date(2026, month, 3) for month in range(3, 12)))
    for number in range(6):
        shop.said(
            desk, number + 4, date(2026, 11, 10 + number), people[0], csat=4, comment="Lanka loppui kesken."
        )
    shop.said(
        desk,
        2,
        date(2026, 11, 15),
        people[1],
        follow_up=True,
        comment="Tilaus myöhässä, kukaan ei ilmoittanut.",
    )
    desk.backups.make()
    return people[0]


@pytest.fixture
def window(desk, regular, request):  # noqa: ARG001 - the shop is not empty
    changes, errors = Changes(), []
    desk.workplace.announce = lambda change: changes.tell(change.tables)
    hooks = Hooks(search=lambda _text: (), staff=print, undo=print, redo=print)
    made = Window(
        desk, Language(request.param), screens(errors.append), changes, Jobs(desk.again), errors.append, hooks
    )
    yield made
    made.close()
    assert errors == []


def visits(customer_id):
    """The screens in their states: what each is called, and how to get there."""
    steps = {"today": ("today", None), "counter": ("counter", customer_id), "customers": ("customers", None)}
    steps |= {
        "card": ("customers", customer_id),
        "form": ("customers", "new"),
        "feedback": ("feedback", "open"),
    }
    steps |= {f"settings {section}": ("settings", section) for section in SECTIONS}
    steps |= {"import": ("exchange", "import"), "export": ("exchange", "export")}
    steps |= {key: (key, None) for key in ("requests", "duplicates", "kiosk")}
    return steps | {"reports": ("reports", None), "help": ("help", None)}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", LANGUAGES, indirect=True)
def test_walk(window, regular, shown, qtbot, walk, times):
    shown(window, *SIZES[0])
    window.go("today")
    today = window.page("today")
    qtbot.waitUntil(lambda: bool(today.board.list.rows))
    today.presenter.why_these()
    qtbot.waitUntil(today.board.panel.isVisible)
    found = {}
    for scale in SCALES[: times(1, 3)]:
        theme().set_scale(scale)
        for size in SIZES[: times(1, 3)]:
            window.resize(*size)
            for name, (key, what) in visits(regular).items():
                window.go(key, what)
                if faults := walk(window):
                    found[name, scale, size] = faults
    assert found == {}
