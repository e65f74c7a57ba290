"""The page of coupons and points with somebody's account open, and with a rule being written."""

from tests.ui.scenes.stage import go, settle

WHO = "Kaisa Virtanen"


def scenes():
    """Each is called with a session and brings it there."""
    return {"account": _account, "rule": _rule}


def _account(session):
    (row, *_) = session.desk.customers.search(WHO, 1)
    go(session, "loyalty", ("points", row.id))


def _rule(session):
    go(session, "loyalty", "rules")
    session.window.page("loyalty").rules.cards["earn"].new.click()
    settle()
