"""Events from the command line."""

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def evening(shop, tmp_path):
    """The shop with an evening of today, to which Kaisa is invited with a friend; gives the code."""
    desk = enter(shop, lambda: NOW)
    day = NOW.date()
    told = Campaign(
        0, CampaignKind.APPRECIATION, "Evening", day, day, audience="best 20", percent=10, guests=1
    )
    event = desk.campaigns.save(told)
    desk.invitations.invite(event, tmp_path / "event.pdf")
    code = desk.invitations.to(event)[0].code
    desk.close()
    return code


def test_who_comes_and_what_came_of_it(run, refused, shop, evening):
    assert run("events", shop, "--came", evening, "--json").json["came"] == "2026-11-21"
    assert run("events", shop, "--friend", evening, "--customer", 2, "--json").json["guests"] == 1
    assert "all of them have come" in refused("events", shop, "--friend", evening)
    assert "No invitation" in refused("events", shop, "--came", "22-2222")
    code = run("events", shop, "--coupon", 1, "--json").json["coupon"]
    run("coupon", shop, "redeem", code)
    run("events", shop, "--close", 1, "--cost", "12,50", "--result", "More chairs")
    (found,) = run("events", shop, "--json").json
    assert (found["closed"], found["cost"], found["result"]) == (True, 1250, "More chairs")
    assert (found["turnout"]["came"], found["turnout"]["guests"], found["turnout"]["used"]) == (1, 1, 1)
    assert "Came 1, with 1 guests." in run("events", shop).out
