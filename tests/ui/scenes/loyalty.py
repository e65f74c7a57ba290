"""The page of coupons and points: somebody's account, a rule being written, and one that has just been changed."""

from dataclasses import replace

from cxdesk.domain.programme import Reward
from tests.ui.scenes.stage import go, settle

WHO = "Kaisa Virtanen"


def scenes():
    """Each is called with a session and brings it there."""
    return {"account": _account, "rule": _rule, "amended": _amended}


def _account(session):
    (row, *_) = session.desk.customers.search(WHO, 1)
    go(session, "loyalty", ("points", row.id))


def _rule(session):
    go(session, "loyalty", "rules")
    session.window.page("loyalty").rules.cards["earn"].new.click()
    settle()


def _amended(session):
    """A reward has got dearer; nobody has said why yet."""
    reward, *_ = session.desk.programme.every(Reward)
    session.desk.programme.save(replace(reward, points=reward.points + 20))
    go(session, "loyalty", "programme")
