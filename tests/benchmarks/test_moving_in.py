"""How late the window is while a long file comes in through it, step by step, and goes out again."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from contextlib import closing

from cxdesk.domain.shop import Shop
from cxdesk.services import desk as desks
from cxdesk.ui.application import Application
from cxdesk.ui.exchange.view import Step
from cxdesk.ui.session import Session

from .conftest import LINES, NOW, sales_file, settle


def test_how_late_the_window_is(late, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "sales.csv"
    sales_file(path, LINES)
    with closing(desks.found(tmp_path / "shop.cxdesk", Shop("Import"), lambda: NOW)) as desk:
        application = Application("fi")
        application.take_charge()
        session = Session(desk, application)
        session.window.resize(1366, 768)
        session.window.show()
        settle(session.window, "customers")
        session.window.go("exchange")
        part = session.window.page("exchange").importing
        late("reading the file", lambda: part.presenter.open(path), part.forward.isEnabled)
        for step in (Step.COLUMNS, Step.PEOPLE, Step.CHECK, Step.DONE):

            def there(step=step):
                return part.presenter.step is step and part.forward.isEnabled()

            late(step.name, part.forward.click, there)
        assert len(desk.register.ids()) == LINES // 10
        late(
            "the register after it",
            lambda: session.window.go("customers"),
            lambda: not session.window.jobs._waiting,
        )
        session.close()
