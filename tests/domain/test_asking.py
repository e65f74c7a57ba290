"""Who is asked again, and when: cases worked out by hand."""

from datetime import date

import pytest

from cxdesk.domain.asking import Answered, AskWhen, Hold, Question, Rules, chosen, hold

TODAY = date(2026, 11, 21)
RULES = Rules(30, 365)
NPS, CSAT, CES = Question


@pytest.mark.parametrize(
    ("question", "rules", "answered", "today", "expected"),
    [
        # Never answered, or nobody knows who it is.
        (NPS, RULES, Answered(), TODAY, None),
        # Twelve days ago; 9 November + 30 days = 9 December.
        (CSAT, RULES, Answered(date(2026, 11, 9)), TODAY, Hold(date(2026, 11, 9), date(2026, 12, 9))),
        (CES, RULES, Answered(date(2026, 11, 9)), TODAY, Hold(date(2026, 11, 9), date(2026, 12, 9))),
        # The thirtieth day after 22 October is today.
        (CSAT, RULES, Answered(date(2026, 10, 22)), TODAY, None),
        (CSAT, RULES, Answered(date(2026, 10, 23)), TODAY, Hold(date(2026, 10, 23), date(2026, 11, 22))),
        # On the same day, even with a gap of one day; with no gap never.
        (CSAT, Rules(1, 1), Answered(TODAY), TODAY, Hold(TODAY, date(2026, 11, 22))),
        (CSAT, Rules(0, 0), Answered(TODAY, TODAY), TODAY, None),
        # The NPS question waits a year where the others may be asked; the later day decides.
        (NPS, RULES, Answered(date(2026, 3, 1), date(2026, 3, 1)), TODAY, Hold(date(2026, 3, 1), date(2027, 3, 1))),
        (CSAT, RULES, Answered(date(2026, 3, 1), date(2026, 3, 1)), TODAY, None),
        (NPS, RULES, Answered(date(2026, 11, 20), date(2024, 1, 1)), TODAY,
            Hold(date(2026, 11, 20), date(2026, 12, 20))),
        (NPS, Rules(30, 0), Answered(date(2026, 3, 1), date(2026, 3, 1)), TODAY, None),
        # 29 February 2028 + 365 days is 28 February 2029: 29 February lies behind already.
        (NPS, RULES, Answered(None, date(2028, 2, 29)), date(2029, 2, 27), Hold(date(2028, 2, 29), date(2029, 2, 28))),
        (NPS, RULES, Answered(None, date(2028, 2, 29)), date(2029, 2, 28), None),
        # 30 January 2028 + 30 days is 29 February.
        (CSAT, RULES, Answered(date(2028, 1, 30)), date(2028, 2, 28), Hold(date(2028, 1, 30), date(2028, 2, 29))),
        (CSAT, RULES, Answered(date(2028, 1, 30)), date(2028, 2, 29), None),
        # An answer of tomorrow counts as one of today.
        (CSAT, RULES, Answered(date(2026, 11, 22)), TODAY, Hold(TODAY, date(2026, 12, 21))),
        (CSAT, RULES, Answered(date(9999, 12, 31)), TODAY, Hold(TODAY, date(2026, 12, 21))),
    ],
)  # fmt: skip
def test_days(question, rules, answered, today, expected):
    assert hold(question, rules, answered, today, bought=False) == expected


@pytest.mark.parametrize("question", Question)
def test_only_after_a_purchase(question):
    rules = Rules(30, 365, AskWhen.PURCHASE)
    assert hold(question, rules, Answered(), TODAY, bought=False) == Hold()
    assert hold(question, rules, Answered(), TODAY, bought=True) is None
    lately = Answered(TODAY, TODAY)  # a purchase does not shorten the wait
    assert hold(question, rules, lately, TODAY, bought=True).answered == TODAY
    assert hold(question, rules, lately, TODAY, bought=False).answered == TODAY


@pytest.mark.parametrize(
    ("words", "questions"),
    [
        ("nps csat", (NPS, CSAT)),
        ("ces nps", (NPS, CES)),
        ("", ()),
        ("mood nps", (NPS,)),
    ],
)
def test_chosen(words, questions):
    assert chosen(words) == questions
