"""Why somebody is suggested, in words; every ground in every language."""

from datetime import date

import pytest

from cxdesk.domain.appreciation import Allowance, Basis, Gesture, Ground, Reason, Suggestion
from cxdesk.domain.customer import Consent, ContactChannel, Customer, Purpose
from cxdesk.domain.goal import Counts, Goal
from cxdesk.domain.occasion import Occasion
from cxdesk.language import reasons
from cxdesk.language.language import Language

TODAY = date(2026, 11, 21)
EN = Language("en")
FACTS = {
    Ground.BIRTHDAY: {"age": 50, "date": TODAY},
    Ground.MILESTONE: {"count": 10, "date": TODAY},
    Ground.PROMOTER: {"nps": 9, "date": TODAY, "comment": "Kiva & <b>"},
    Ground.ANNIVERSARY: {"years": 1, "date": TODAY},
    Ground.FIRST_VISIT: {"date": TODAY},
    Ground.RHYTHM: {"gap": 30, "silent": 95, "date": TODAY},
    Ground.UNHAPPY: {"nps": 0, "csat": 2, "date": TODAY, "comment": ""},
    Ground.FAVOURITE: {"item": "Villa {50 g}", "count": 5},
    Ground.BESIDE: {"item": "Hook", "source": "Villa {50 g}", "both": 12, "of": 30},
    Ground.STOCK: {"count": 3.5},
    Ground.COUPON: {"percent": 10},
    Ground.LAST_THANKED: {"date": None},
    Ground.SOLVED: {"date": TODAY, "resolution": "Uusi lanka tilalle."},
    Ground.ARRIVED: {"item": "Pellava", "date": TODAY},
    Ground.REMEMBERED_DAY: {"name": "Hääpäivä", "years": 20, "date": TODAY},
    Ground.EARLY_ACCESS: {"name": "Kevätale", "date": TODAY},
    Ground.REWARD: {"item": "Kahvi", "have": 80, "points": 100},
    Ground.REFERRAL: {"name": "Outi Laine", "date": TODAY},
    Ground.WARRANTY: {"item": "Puikot", "date": TODAY},
    Ground.FEEDBACK_GIVEN: {"date": TODAY},
    Ground.HOLIDAY: {"name": "Joulu", "date": TODAY},
    Ground.KEEP_IN_TOUCH: {"silent": 95, "interval": 90},
    Ground.FEW_VISITS: {"count": 1, "silent": 50},
    Ground.CATALOGUE: {"item": "Muki"},
    Ground.IDEA: {"text": "Kiitos", "author": "Maija"},
    Ground.GOAL: {"goal": Goal(1, 1, TODAY, Counts.VISITS, 10), "date": TODAY},
    Ground.GESTURE: {"gesture": Gesture.CALL},
}


def said(ground, language=EN, **facts):
    return reasons.sentence(language, Reason(ground, FACTS[ground] | facts), TODAY)


def suggestion(*grounds, allowed=Allowance(Basis.OPT_OUT)):  # noqa: B008 - frozen
    found = tuple(Reason(ground, FACTS[ground]) for ground in grounds)
    return Suggestion("id", Occasion.BIRTHDAY, Customer(1, "Aino"), TODAY, found, allowed, 0)


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_every_ground_is_a_sentence(ground, code):
    text = said(ground, Language(code))
    assert text.endswith((".", "”", "»"))
    assert not text.endswith("..")


@pytest.mark.parametrize("kind", Occasion)
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_every_occasion_has_a_title(kind, code):
    assert reasons.title(Language(code), kind)


@pytest.mark.parametrize(
    ("ground", "facts", "words"),
    [
        (Ground.BIRTHDAY, {}, "Turns 50 today."),
        (Ground.BIRTHDAY, {"age": None}, "Has a birthday today."),
        (Ground.ANNIVERSARY, {}, "A customer for 1 year on "),
        (Ground.ANNIVERSARY, {"years": 2}, "A customer for 2 years on "),
        (Ground.RHYTHM, {}, "Used to come about every 30 days, now silent for 95 days."),
        (Ground.UNHAPPY, {}, "Gave 0/10 on "),
        (Ground.UNHAPPY, {"nps": None}, "Gave 2/5 on "),
        (Ground.UNHAPPY, {"nps": None, "csat": None}, "Waits for an answer since "),
        (Ground.PROMOTER, {}, "Kiva & <b>"),
        (Ground.FAVOURITE, {}, "Bought Villa {50 g} 5 times."),
        (Ground.FAVOURITE, {"count": 1}, "Bought Villa {50 g} 1 time."),
        (Ground.STOCK, {}, "In stock: 3.5."),
        (Ground.COUPON, {}, "A coupon of 10%."),
        (Ground.LAST_THANKED, {}, "Never thanked before."),
        (Ground.LAST_THANKED, {"date": date(2026, 11, 20)}, "Last thanked yesterday."),
        (Ground.LAST_THANKED, {"date": date(2026, 10, 22)}, "Last thanked 30 days ago."),
    ],
)
def test_words(ground, facts, words):
    assert words in said(ground, **facts)


def test_a_long_comment_is_cut_at_a_word():
    text = said(Ground.PROMOTER, comment="lankaa " * 100)
    assert "lankaa…" in text
    assert len(text) < 130
    assert "x…" in said(Ground.PROMOTER, comment="x" * 1000)


def test_reasons_stand_side_by_side():
    text = reasons.explain(EN, suggestion(Ground.BIRTHDAY, Ground.FAVOURITE), TODAY)
    assert text == "Turns 50 today. Bought Villa {50 g} 5 times."


def test_what_allows_a_contact():
    consent = Consent(Purpose.MARKETING, ContactChannel.LETTER, True, "2026-03-07T10:00:00+00:00", "counter")
    for allowed, words in (
        (Allowance(Basis.SERVICE), "needs no marketing permission"),
        (Allowance(Basis.OPT_OUT), "until the customer objects"),
        (Allowance(Basis.CONSENT, consent), "Letters permitted on 07/03/2026: counter"),
    ):
        assert words in reasons.allowance(EN, suggestion(Ground.BIRTHDAY, allowed=allowed))


def test_a_letters_own_reason():
    assert reasons.letter_reason(EN, suggestion(Ground.MILESTONE)).startswith(
        "You have now visited us 10 times"
    )
    assert "1 year since" in reasons.letter_reason(EN, suggestion(Ground.ANNIVERSARY))
    assert "21 November 2026" in reasons.letter_reason(EN, suggestion(Ground.UNHAPPY))
    assert reasons.letter_reason(EN, suggestion(Ground.BIRTHDAY)) == ""
