"""The quiet list of who may be meant."""

import pytest

from cxdesk.domain.customer import CustomerRow
from cxdesk.ui.alike import AlikeList


@pytest.fixture
def alike(language, shown):
    return shown(AlikeList(language))


def test_it_is_there_only_with_somebody(alike, find, qtbot):
    alike.show_alike([])
    assert alike.isHidden()
    alike.show_alike([CustomerRow(7, "Kaisa Virtanen", phone="040 1234567", town="Lahti")])
    row = find(alike, "alike-7")
    assert row.accessibleName() == "Kaisa Virtanen, this one, 040 1234567 · Lahti"
    with qtbot.waitSignal(alike.picked) as told:
        row.click()
    assert told.args == [7]


def test_the_same_people_stay_as_they_are(alike, find):
    rows = [CustomerRow(7, "Kaisa Virtanen")]
    alike.show_alike(rows)
    before = find(alike, "alike-7")
    alike.show_alike(rows)
    assert find(alike, "alike-7") is before
