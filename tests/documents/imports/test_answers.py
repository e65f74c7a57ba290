from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.imports import AnswerRow, PersonRow, Refusal

WHEN = {"moment": "2026-03-07 12:03:10"}
FORM = {
    "columns": {
        "moment": ["Timestamp"],
        "nps": ["~recommend", "~suosittel"],
        "csat": ["~satisf"],
        "comment": ["Comments"],
        "email": ["Email"],
        "consent_email": ["~newsletter"],
    },
    "rest": "comment",
}


@pytest.fixture
def answer(read):
    """The one answer that a row of these cells gives."""

    def one(cells, **how):
        found = read("answers", WHEN | cells, **how)
        (row,) = (row for row in found if not isinstance(row, PersonRow))
        assert isinstance(row, AnswerRow), row.reason
        return row

    return one


def test_a_row(read):
    row = {
        "Timestamp": "2026/03/07 7:16:38 PM GMT+2",
        "How likely would you recommend us?": "9",
        "How satisfied are you?": "4",
        "What was good?": 'Service, "fast"',
        "Comments": "Jono liian pitkä.\nEikä parkkipaikkaa!",
        "Email": "paivi@example.com",
        "Do you want our newsletter?": "yes",
    }
    person, answer = read("answers", row, **FORM)
    assert (person.key, person.external_id) == ("=email:paivi@example.com|", "paivi@example.com")
    assert person.permissions == (("email", 1, "Do you want our newsletter?: yes"),)
    assert answer == AnswerRow(
        line=2,
        uuid=answer.uuid,
        buyer="=email:paivi@example.com|",
        at="2026-03-07T17:16:38+00:00",
        date="2026-03-07",
        nps=9,
        csat=4,
        ces=None,
        comment='Jono liian pitkä.\nEikä parkkipaikkaa!\nWhat was good? Service, "fast"',
        channel="self_service",
    )


@pytest.mark.parametrize(
    ("cells", "scores"),
    [
        ({"nps": "0"}, (0, None, None)),
        ({"nps": "10", "csat": "1", "ces": "7"}, (10, 1, 7)),
        ({"nps": "10 (very likely)"}, (10, None, None)),
        ({"csat": "5 - excellent"}, (None, 5, None)),
        ({"ces": "4.0"}, (None, None, 4)),
        ({"nps": "", "comment": "Hi"}, (None, None, None)),
    ],
)
def test_scores(answer, cells, scores):
    row = answer(cells)
    assert (row.nps, row.csat, row.ces) == scores


@pytest.mark.parametrize(
    ("field", "text", "least", "most"),
    [
        ("nps", "11", 0, 10),
        ("nps", "-1", 0, 10),
        ("nps", "7.5", 0, 10),
        ("csat", "0", 1, 5),
        ("csat", "6", 1, 5),
        ("ces", "0", 1, 7),
        ("ces", "8", 1, 7),
    ],
)
def test_scores_out_of_their_range_refuse_the_row(read, field, text, least, most):
    (refusal,) = read("answers", WHEN | {field: text, "comment": "Hi", "email": "a@example.com"})
    assert (refusal.column, refusal.kept) == (field, False)
    assert str(refusal.reason) == f"“{text}” is not a whole number from {least} to {most}."


@pytest.mark.parametrize("text", ["likely 9", "nine9"])
def test_scores_that_are_no_numbers_refuse_the_row(read, text):
    (refusal,) = read("answers", WHEN | {"nps": text})
    assert (refusal.column, str(refusal.reason)) == ("nps", f"“{text.split()[0]}” is not a number.")


@pytest.mark.parametrize(
    ("cells", "comment"),
    [
        ({"csat": "Very satisfied"}, "csat: Very satisfied"),
        ({"nps": "Ehkä", "comment": "Kiitos!"}, "Kiitos!\nnps: Ehkä"),
        ({"nps": "9", "csat": "N/A"}, ""),
        ({"nps": "9", "csat": "-"}, ""),
    ],
)
def test_scores_told_in_words_are_words(answer, cells, comment):
    row = answer(cells)
    assert (row.nps, row.csat, row.comment) == (9 if cells.get("nps") == "9" else None, None, comment)


@pytest.mark.parametrize("cells", [{"nps": ""}, {"nps": " ", "comment": " "}, {"email": "a@example.com"}])
def test_a_row_without_score_and_words_is_refused(read, cells):
    (refusal,) = read("answers", WHEN | cells)
    assert (refusal.column, str(refusal.reason)) == ("", "Nothing was answered in this row.")


def test_an_answer_needs_a_day(read):
    (refusal,) = read("answers", {"moment": "", "nps": "9"})
    assert refusal.column == "moment"


@pytest.mark.parametrize(
    ("cells", "comment"),
    [
        ({"What did you buy?": "Flowers"}, "What did you buy? Flowers"),
        ({"Colour": "red"}, "Colour: red"),
        ({"You bought:": "ribbon"}, "You bought: ribbon"),
        ({"What did you buy?: Flowers": "Flowers"}, "What did you buy?: Flowers"),  # a column for each choice
        ({"What did you buy?": "", "Comments": "Fine"}, "Fine"),
        (
            {"What did you buy?": "Flowers", "Why?": "Mother", "Comments": "Fine"},
            "Fine\nWhat did you buy? Flowers\nWhy? Mother",
        ),
        ({"Comments": "👎"}, "👎"),
        ({"Comments": "one\r\ntwo"}, "one\ntwo"),
    ],
)
def test_words_stand_below_their_question(read, cells, comment):
    (row,) = read("answers", {"Timestamp": "2026-03-07"} | cells, **FORM)
    assert row.comment == comment


@pytest.mark.parametrize(
    ("text", "zone", "day", "at"),
    [
        ("2026-03-07 12:03:10", "", "2026-03-07", "2026-03-07T10:03:10+00:00"),  # Helsinki is two hours ahead
        ("2026-03-07 00:30:00", "", "2026-03-07", "2026-03-06T22:30:00+00:00"),
        ("2026-03-07", "", "2026-03-07", "2026-03-06T22:00:00+00:00"),
        ("2026-04-03 09:05:40", "UTC", "2026-04-03", "2026-04-03T09:05:40+00:00"),
        (
            "2026-03-07 22:30:00",
            "UTC",
            "2026-03-08",
            "2026-03-07T22:30:00+00:00",
        ),  # past midnight in the shop
        ("2026-03-07T22:30:00Z", "", "2026-03-08", "2026-03-07T22:30:00+00:00"),
        ("2026/03/07 11:30:00 PM GMT+2", "", "2026-03-07", "2026-03-07T21:30:00+00:00"),
        ("2026/07/08 12:02:11 PM GMT+3", "", "2026-07-08", "2026-07-08T09:02:11+00:00"),
        (
            "2026/07/08 12:02:11 AM GMT+3",
            "UTC",
            "2026-07-08",
            "2026-07-07T21:02:11+00:00",
        ),  # as the form showed it
    ],
)
def test_days_are_the_shops_and_moments_utc(answer, text, zone, day, at):
    row = answer({"moment": text, "nps": "9"}, zone=zone)
    assert (row.date, row.at) == (day, at)


def test_summer_time_is_that_of_the_day(answer):
    row = answer(
        {"moment": "2026-07-07 21:30:00", "nps": "9"}, zone="UTC", shop={"zone": ZoneInfo("Europe/Helsinki")}
    )
    assert row.date == "2026-07-08"


def test_the_same_answer_has_the_same_uuid_in_any_file(read):
    row, other = WHEN | {"nps": "9", "comment": "Hi"}, {"moment": "2026-03-08", "nps": "8", "comment": ""}
    first, _ = read("answers", row, other)
    _, second = read("answers", other, row)
    assert first.uuid == second.uuid
    assert first.line != second.line
    assert first.uuid.startswith("import-")


@pytest.mark.parametrize(
    "cells",
    [
        {"nps": "8"},
        {"comment": "Ho"},
        {"moment": "2026-03-07 12:03:11"},
        {"csat": "5"},
        {"email": "a@example.com"},
    ],
)
def test_another_answer_has_another_uuid(answer, cells):
    same = {"nps": "9", "comment": "Hi", "csat": "", "email": ""}
    assert answer(same).uuid != answer(same | cells).uuid


def test_a_response_with_a_number_is_the_same_whatever_is_corrected(answer):
    one, two = (
        answer({"response": "17", "nps": "9"}),
        answer({"response": "17", "nps": "8", "moment": "2026-03-09"}),
    )
    assert one.uuid == two.uuid
    assert one.uuid != answer({"response": "18", "nps": "9"}).uuid


def test_numbers_of_two_systems_are_not_confused(read):
    ours, theirs = (
        read("answers", WHEN | {"response": "1", "nps": "9"}, name=name)[0] for name in ("A", "B")
    )
    assert ours.uuid != theirs.uuid


@pytest.mark.parametrize(
    ("text", "channel"),
    [("", "self_service"), ("phone", "phone"), ("Phone", "phone"), ("pigeon", "self_service")],
)
def test_channels(answer, text, channel):
    assert answer({"nps": "9", "channel": text}).channel == channel


def test_nobody_is_told_when_nobody_told_who_they_are(read):
    rows = read("answers", WHEN | {"nps": "9", "email": "", "consent_email": "no"})
    assert [type(row) for row in rows] == [AnswerRow]
    assert rows[0].buyer == ""


@given(st.lists(st.text(max_size=12), min_size=6, max_size=6))
def test_any_row_is_read_or_refused(read, cells):
    names = ["Timestamp", "Would you recommend us?", "Satisfied?", "Comments", "Email", "Why?"]
    found = read("answers", dict(zip(names, cells, strict=True)) | {"Timestamp": "2026-03-07"}, **FORM)
    assert (
        sum(isinstance(row, AnswerRow) or (isinstance(row, Refusal) and not row.kept) for row in found) == 1
    )
