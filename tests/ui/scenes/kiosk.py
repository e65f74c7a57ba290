"""The customer's screen; each scene gives its window."""

from functools import partial

from tests.ui.scenes.stage import go, settle


def scenes():
    """Each is called with a session and brings it there."""
    return {
        "kiosk-page": partial(go, key="kiosk"),
        "kiosk": _screen,
        "kiosk-csat": partial(_answered, scores=(9,)),
        "kiosk-words": partial(_answered, scores=(9, 5)),
        "kiosk-thanks": _thanks,
        "kiosk-code": _code,
    }


def _screen(session):
    """Nobody has answered yet."""
    go(session, "kiosk")
    page = session.window.page("kiosk")
    page.start.click()
    page.kiosk.showNormal()
    page.kiosk.resize(session.window.size())
    return page.kiosk


def _answered(session, scores):
    """The first questions of the day are answered."""
    screen = _screen(session)
    for score in scores:
        screen.presenter.answer(score)
    return screen


def _thanks(session):
    screen = _answered(session, (9, 5))
    screen.presenter.comment("")
    return screen


def _code(session):
    """Somebody wants to leave, and does not know the code."""
    screen = _screen(session)
    settle()
    screen.ask_code(session.window.language.tr("That is not the code."))
    return screen
