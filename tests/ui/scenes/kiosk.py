"""The customer's screen; each scene gives its window."""

from functools import partial

from cxdesk.ui.kiosk.presenter import Step
from tests.ui.scenes.stage import go, settle


def scenes():
    """Each is called with a session and brings it there."""
    steps = {
        "kiosk": Step.NPS,
        "kiosk-csat": Step.CSAT,
        "kiosk-ces": Step.CES,
        "kiosk-words": Step.COMMENT,
        "kiosk-thanks": Step.THANKS,
    }
    found = {name: partial(_asked, step=step) for name, step in steps.items()}
    return {"kiosk-page": partial(go, key="kiosk")} | found | {"kiosk-code": _code}


def _asked(session, step):
    """The first customer has come to this step."""
    go(session, "kiosk")
    page = session.window.page("kiosk")
    page.start.click()
    screen = page.kiosk
    screen.showNormal()
    screen.resize(session.window.size())
    screen.thanks.stop()
    screen.presenter.answers = screen.presenter.answers.__class__(nps=9, csat=5)
    screen.show_step(step, screen.presenter.answers, min(2, [*Step].index(step)), 3)
    screen.thanks.stop()
    return screen


def _code(session):
    """Somebody wants to leave, and does not know the code."""
    screen = _asked(session, Step.NPS)
    settle()
    screen.ask_code(session.window.language.tr("That is not the code."))
    return screen
