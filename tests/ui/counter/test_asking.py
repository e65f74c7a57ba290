"""Which questions the counter asks of whom, and where the answers go on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.asking import AskWhen, Question
from cxdesk.domain.feedback import Feedback
from cxdesk.ui.counter.places import Place

from .conftest import NOW, YARN

NPS, CSAT, CES = Question


@pytest.fixture
def settle(desk, counter):
    """Changes settings, and the counter reads them as it does when it is seen again."""

    def save(**settings):
        desk.settings.save(replace(desk.settings.shop(), **settings))
        counter.refresh()

    return save


@pytest.fixture
def said(desk, kaisa):
    """Kaisa answered so many days ago."""

    def record(ago, **answers):
        desk.feedback.record(Feedback(0, NOW.date() - timedelta(days=ago), kaisa, **answers))

    return record


def test_the_questions_of_the_day_come_in_their_order(counter, view, settle, kaisa):
    settle(questions="ces nps")
    counter.meeting.choose(kaisa)
    assert view.questions == (NPS, CES)
    counter.asking.typed(NPS)
    counter.asking.typed(CES)
    assert view.places == [Place.NPS, Place.CES, Place.COMMENT]
    settle(questions="")
    counter.meeting.unnamed()
    assert (view.questions, view.places[-1]) == ((), Place.COMMENT)


def test_an_answer_of_lately_holds_everything_back(counter, view, said, kaisa):
    said(12, csat=4)
    counter.meeting.choose(kaisa)
    # 9 November and 30 days is 9 December, a Wednesday.
    why = "answered 12 days ago; ask again from Wed 9 Dec"
    assert view.holds == {NPS: why, CSAT: why, CES: why}
    assert view.places[-1] is Place.NPS  # a key answers all the same
    counter.answer(nps=8)
    assert {*view.holds} == {CSAT, CES}
    counter.save()
    assert view.holds == {}


def test_the_recommendation_waits_longer_and_the_next_question_gets_the_focus(counter, view, said, kaisa):
    said(100, nps=9)
    said(40, comment="Only words are no answer to a question")
    counter.meeting.choose(kaisa)
    assert view.holds == {NPS: "answered 100 days ago; ask again from 13/08/2027"}
    assert view.places[-1] is Place.CSAT
    counter.asking.anyway(NPS)
    assert (view.holds, view.places[-1]) == ({}, Place.NPS)
    counter.meeting.drop()
    counter.meeting.choose(kaisa)
    assert {*view.holds} == {NPS}


def test_only_after_a_purchase(counter, view, settle, kaisa, desk):
    settle(ask_when=AskWhen.PURCHASE)
    counter.meeting.unnamed()
    assert view.holds[NPS] == "asked only after a purchase"
    counter.scanned(YARN)
    assert view.holds == {}
    counter.clear()
    counter.meeting.choose(kaisa)
    assert {*view.holds} == {NPS, CSAT, CES}
    counter.scanned(YARN)
    counter.save()
    assert desk.purchases.latest(1)[0].customer_id == kaisa
    counter.meeting.choose(kaisa)
    assert view.holds == {}  # the purchase of today still counts


def test_a_correction_and_a_stranger_are_held_back_by_nothing(counter, view, said, kaisa, desk):
    said(0, nps=9)
    counter.correcting.begin(desk.feedback.latest(1)[0].id)
    assert view.holds == {}
    counter.clear()
    counter.meeting.choose(kaisa)
    assert view.holds
    counter.meeting.unnamed()
    assert view.holds == {}
