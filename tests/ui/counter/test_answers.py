"""The centre of the counter in the real window, worked by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.feedback import Feedback
from cxdesk.ui.theme import theme

from .conftest import NOW


def test_more_questions_open_by_key_and_can_become_those_of_the_day(window, hands, desk):
    made = window()
    page = made.page("counter")
    hands.press("F5")
    assert page.answers.rare.part.scores["ces"].isAncestorOf(QApplication.focusWidget())
    hands.type("6")
    page.scanner.release()
    assert page.presenter.form.ces == 6
    desk.settings.save(replace(desk.settings.shop(), questions="ces"))
    shown = {which.value for which, each in page.answers.daily.items() if each.isVisibleTo(page.answers)}
    assert shown == {"ces"}
    assert page.answers.daily["ces"].scale.score == 6


def test_a_question_that_waits_is_dimmed_and_asked_by_its_button_or_its_key(window, hands, desk, kaisa, find):
    desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=9, csat=4))
    page = window().page("counter")
    hands.type("kai")
    hands.press("Return")
    nps, csat = (page.answers.daily[which] for which in ("nps", "csat"))
    assert nps.scale.graphicsEffect() is not None
    waits = "Would you recommend us to a friend? answered today; ask again from 21/11/2027"
    assert nps.stop().accessibleDescription() == waits
    hands.type("7")
    page.scanner.release()
    assert (page.presenter.form.nps, nps.scale.graphicsEffect()) == (7, None)
    find(page, "ask-anyway-csat").click()
    assert csat.scale.graphicsEffect() is None
    assert csat.isAncestorOf(QApplication.focusWidget())


def test_more_questions(window, find):
    page = window().page("counter")
    find(page, "more-questions").click()
    page.answers.rare.part.scores["ces"].scale.cells[7].click()
    find(page, "stage-aftercare").click()
    find(page, "emotion-unsure").click()
    find(page, "route-pickup").click()
    QTest.keyClicks(find(page, "waited-minutes"), "1,2")
    form = page.presenter.form
    assert (form.ces, str(form.stage), str(form.emotion), str(form.route)) == (
        7,
        "aftercare",
        "unsure",
        "pickup",
    )
    assert form.waited == 12
    find(page, "waited-15").click()
    assert (page.presenter.form.waited, page.answers.rare.part.wait.field.text()) == (15, "")
    find(page, "waited-15").click()
    assert page.presenter.form.waited is None


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (2.0, 1366)])
def test_the_walk_with_everything_open(window, walk, desk, kaisa, code, scale, width):
    theme().set_scale(scale)
    desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=9))
    shown = window(code, width, 720)
    page = shown.page("counter")
    page.presenter.meeting.choose(kaisa)
    page.show_news("Tuotu takaisin, kirjoitettu 13.58.")
    for button in (page.answers.more, page.answers.noting, page.answers.asking, page.answers.guiding):
        button.click()
    assert walk(shown) == []


def test_an_observation_by_one_key_is_saved_with_the_visit(window, hands, desk, kaisa):
    page = window().page("counter")
    hands.type("kai")
    hands.press("Return", "F8")
    hands.type("Red coat")
    hands.press("Return")
    assert QApplication.focusWidget() is page.answers.comment
    hands.press("Ctrl+Return")
    (note,) = desk.customers.card(kaisa).notes
    assert (note.text, note.kind.value) == ("Red coat", "observation")
    assert page.answers.note.isHidden()
    hands.type("kai")
    hands.press("Return")
    assert "Observation today: Red coat" in [notice.text for notice in page.people.card._shown.notices]


def test_a_note_needs_somebody(window, hands):
    page = window().page("counter")
    hands.press("F6", "F8")
    hands.type("Red coat")
    hands.press("Ctrl+Return")
    assert page.foot.error.label.text().startswith("A note is about somebody")
    assert page.presenter.form.note == "Red coat"


def test_an_interview_by_keys_alone(window, hands, desk, kaisa):
    window()
    hands.type("kai")
    hands.press("Return", "F11")
    hands.type("Red, warm")
    hands.press("Return", "Space", "Tab")  # Kaisa's yarn is the only thing sold lately
    hands.type("Linen")
    hands.press("Return", "Right", "Right", "Space")
    hands.press("Right", "Space", "Ctrl+Return")
    (held,) = desk.customers.card(kaisa).interviews
    assert (held.wishes, held.hits, held.proposal) == ("Red, warm", ("Linen yarn 50 g",), "Linen")
    assert (held.outcome.value, held.fit.value) == ("thinking", "partly")


def test_the_guide_opens_at_what_the_visit_looks_like(window, hands, kaisa):
    page = window().page("counter")
    assert page.sale.guide.chips is None  # nothing is read before it is wanted
    hands.press("F6")
    page.presenter.answer(csat=1)
    assert page.answers.guiding.text() == "Guide: complaint"
    hands.press("F12")
    assert page.sale.guide.chips.value() == "complaint"
    page.sale.guide.steps[0].click()
    page.sale.guide.chips.chip("return").click()
    page.presenter.answer(nps=0)
    assert page.sale.guide.chips.value() == "return"  # what somebody has chosen stays
    hands.press("F12")
    assert page.sale.guide.isHidden()
    page.presenter.clear()
    page.presenter.meeting.choose(kaisa)
    assert page.answers.guiding.text() == "Guide"
