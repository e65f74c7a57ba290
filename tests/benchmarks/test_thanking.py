"""How late the window is while it thinks of everybody: the morning's suggestions, a rule's preview, a pile of letters.

The papers go to everybody with a permission, half of the shop: CXDESK_BENCH=2000 makes a thousand letters.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shutil
from contextlib import closing

import pytest

from cxdesk.domain.occasion import Occasion
from cxdesk.services import desk as desks
from cxdesk.ui.application import Application
from cxdesk.ui.session import Session

from .conftest import NOW, settle


@pytest.fixture
def session(qapp, large_file, tmp_path, monkeypatch):  # noqa: ARG001 - a session needs the application
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = shutil.copyfile(large_file, tmp_path / "large.cxdesk")
    with closing(desks.enter(path, lambda: NOW)) as desk:
        application = Application("fi")
        application.take_charge()
        session = Session(desk, application)
        session.window.resize(1366, 768)
        session.window.show()
        yield session
        session.close()


@pytest.fixture
def idle(session):
    return lambda: not session.window.jobs._waiting


def test_how_late_the_first_page_is(late, session, idle):
    window = session.window
    late("the first page", lambda: window.go("today"), idle)
    settle(window)
    page = window.page("today")
    today = page.presenter
    for _ in range(3):
        late("the suggestions again", page.reload, idle)
        late("one is approved", lambda: today.done(today.open_suggestions[0]), idle)
        late("that is undone", session.past.undo, idle)
    late("more of them", today.more, idle)


def test_how_late_the_window_is(late, session, idle):
    window = session.window
    window.go("today")
    settle(window, "appreciation", "letters")
    late("the rules", lambda: window.go("appreciation", "rules"), idle)
    for kind in (Occasion.BIRTHDAY, Occasion.WE_MISS_YOU):
        late(
            f"preview of {kind}",
            lambda kind=kind: window.page("appreciation").rules.part._preview(kind),
            idle,
        )
    late("letters", lambda: window.go("letters"), idle)
    late("everybody", lambda: window.page("letters").writing.presenter.choose_list("everyone"), idle)
    late("writing", window.page("letters").writing.presenter.write, idle)
