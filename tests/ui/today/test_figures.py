"""The tiles against figures worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta

from cxdesk.ui.today import figures
from cxdesk.ui.today.morning import read
from cxdesk.ui.tokens import Tone

LONG_AGO = date(2026, 7, 1)  # within the 90 days before the 90 days


def test_under_five_answers_there_is_no_number(desk, shop, language):
    for score in (9, 10, 0, 7):
        shop.said(desk, score)
    figure = figures.nps(language, read(desk))
    assert figure.value == "–"
    assert "4 answers so far" in figure.note
    assert figure.badge == ""


def test_the_fifth_answer_makes_a_number_with_a_warning(desk, shop, language):
    for score in (9, 10, 0, 7, 8):  # (2 - 1) / 5
        shop.said(desk, score)
    figure = figures.nps(language, read(desk))
    assert figure.value == "+20"
    assert figure.note.startswith("5 answers · between ")
    assert (figure.badge, figure.tone) == ("few answers", Tone.WARN)


def test_an_arrow_only_when_the_change_is_clear(desk, shop, language):
    for _ in range(12):
        shop.said(desk, 0, LONG_AGO)
        shop.said(desk, 10)
    figure = figures.nps(language, read(desk))
    assert (figure.value, figure.badge, figure.tone) == ("+100", "▲ 200", Tone.GOOD)


def test_a_change_within_chance_has_no_arrow(desk, shop, language):
    for score in (10, 10, 10, 10, 10, 10, 7, 7, 7, 0):
        shop.said(desk, score, LONG_AGO)
        shop.said(desk, min(10, score + 1))
    assert figures.nps(language, read(desk)).badge == "no clear change"


def test_satisfaction_is_the_share_of_fours_and_fives(desk, shop, language):
    for score in (5, 4, 4, 2):
        shop.said(desk, None, csat=score)
    assert figures.csat(language, read(desk)).value == "–"
    shop.said(desk, None, csat=1)
    figure = figures.csat(language, read(desk))
    assert figure.value == "60%"
    assert figure.note.startswith("5 answers · between ")


def test_a_change_of_shares_is_said_in_points(desk, shop, language):
    for _ in range(10):
        shop.said(desk, None, LONG_AGO, csat=5)
    for score in (5, 1, 1, 1, 1):
        shop.said(desk, None, csat=score)
    assert figures.csat(language, read(desk)).badge == "▼ 80 points"


def test_complaints_are_late_after_two_days(desk, shop, language):
    assert figures.complaints(language, read(desk)).value == "0"
    for days in (0, 2, 3):
        shop.said(desk, 3, date(2026, 11, 21) - timedelta(days=days), follow_up=True)
    figure = figures.complaints(language, read(desk))
    assert (figure.value, figure.note, figure.badge) == ("3", "the oldest 3 days ago", "1 late")


def budget(desk, language, first=None):
    morning = read(desk, first)
    return figures.budget(language, morning.day, morning.suggested)


def test_the_budget_says_what_is_left_and_what_the_suggestions_cost(desk, shop, language):
    for name in ("Kaisa", "Timo"):
        shop.customer(desk, name, birthday=shop.birthday_in(2))
    desk.appreciation.done(desk.appreciation.day().suggestions[0])
    figure = budget(desk, language)
    assert figure.value == "€1.50 / €20"
    assert figure.note == "€18.50 left this month · suggested acts €1.50"
    assert figure.share == 150 / 2000
    assert budget(desk, language, 0).note == "€18.50 left this month"  # not all of them are worked out


def test_an_overspent_month_says_by_how_much(desk, shop, language):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    desk.settings.save(replace(desk.settings.shop(), monthly_budget=100))
    desk.appreciation.done(desk.appreciation.day().suggestions[0])
    assert budget(desk, language).note.startswith("€0.50 over this month's budget")
