"""The counter, the register and the customer’s screen in every state of the pictures: the walk finds nothing."""

from types import SimpleNamespace

import pytest

from cxdesk.language.language import Language
from cxdesk.services import demo
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.pages import screens
from cxdesk.ui.theme import theme
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.window import Window
from tests.ui.scenes import counter, customers, kiosk, stage

SCENES = counter.scenes() | customers.scenes() | kiosk.scenes()
SLOW = {"locked"}  # waits for the other program
SIZES = ((1280, 720), (1366, 768), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)

pytestmark = pytest.mark.long


@pytest.fixture
def session(desk, request):
    """The demo shop in a window, as the scenes need it."""
    demo.make(desk.workplace.db, now=desk.workplace.now(), language=request.param)
    changes, errors = Changes(), []
    desk.workplace.announce = lambda change: changes.tell(change.tables)
    jobs, hooks = Jobs(desk.again), Hooks(search=lambda _text: (), staff=print)
    made = Window(desk, Language(request.param), screens(errors.append), changes, jobs, errors.append, hooks)
    yield SimpleNamespace(window=made, desk=desk)
    made.close()
    assert errors == []


@pytest.mark.timeout(900)
@pytest.mark.parametrize("session", ["fi", "en", "uz"], indirect=True)
def test_states(session, shown, walk, monkeypatch):
    monkeypatch.setattr(stage, "SETTLE_MS", 150)
    shown(session.window, *SIZES[0])
    found = {}
    for scale in SCALES:
        theme().set_scale(scale)
        for size in SIZES:
            session.window.resize(*size)
            for name in (name for name in SCENES if name not in SLOW):
                other = SCENES[name](session)
                seen = other if hasattr(other, "cover") else session.window
                if faults := walk(seen):
                    found[name, scale, size] = faults
                if seen is not session.window:
                    seen.leave()
    assert found == {}
