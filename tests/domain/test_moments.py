from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.domain.moments import birthday, is_open, moment, orders, time_of_day, zoned

MARCH = date(2026, 3, 7)


@pytest.mark.parametrize(
    ("values", "possible"),
    [
        (["7.3.2026"], {"dmy"}),
        (["13/01/2026", "01/02/2026"], {"dmy"}),
        (["01/13/2026"], {"mdy"}),
        (["01/10/2026"], {"dmy", "mdy"}),
        (["13/01/2026", "01/13/2026"], set()),
        (["7.3.26"], {"dmy"}),
        (["26-03-07"], {"dmy", "ymd"}),
        (["01-02-03"], {"dmy", "mdy", "ymd"}),
        (["7/3/26"], {"dmy", "mdy"}),
        (["10/05/2026 2:30:00 PM", "10/25/2026 9:00:00 AM"], {"mdy"}),
        (["21.03.1990", "01/02/1975"], {"dmy"}),
    ],
)
def test_orders(values, possible):
    assert orders(values) == possible


@pytest.mark.parametrize(
    "value",
    [
        *("2026-03-07", "2026/03/07 7:16:38 PM", "20260307", "46088", "7 March 2026", "7-mart, 2026"),
        *("--03-21", "0.0.00", "0/0/00", "", "soon"),
    ],
)
def test_what_can_be_read_in_one_way_only_says_nothing_about_the_others(value):
    assert orders([value]) == {"ymd", "dmy", "mdy"}
    assert orders([value, "01/10/2026"]) == {"dmy", "mdy"}
    assert orders([value, "31.12.2025"]) == {"dmy"}


@pytest.mark.parametrize(
    ("values", "open_"),
    [
        (["01/10/2026"], True),
        (["2026-01-10", "1.2.26"], True),
        (["2026-01-10"], False),
        (["46088"], False),
        ([], False),
    ],
)
def test_which_dates_need_an_order(values, open_):
    assert is_open(values) is open_


@pytest.mark.parametrize(
    ("text", "order", "day", "at"),
    [
        ("2010-12-01 08:26:00", "ymd", date(2010, 12, 1), time(8, 26)),
        ("2010-12-01T08:26:59", "ymd", date(2010, 12, 1), time(8, 26, 59)),
        ("2010-12-01", "ymd", date(2010, 12, 1), None),
        ("2010-12-01", "mdy", date(2010, 12, 1), None),
        ("7.3.2026 14.05", "dmy", MARCH, time(14, 5)),
        ("7.3.26", "dmy", MARCH, None),
        ("7.3.76", "dmy", date(1976, 3, 7), None),
        ("03/07/2026 2:05 PM", "mdy", MARCH, time(14, 5)),
        ("03/07/2026 12:05 am", "mdy", MARCH, time(0, 5)),
        ("07/03/2026", "dmy", MARCH, None),
        ("29.2.2024", "dmy", date(2024, 2, 29), None),
        ("26-03-07", "ymd", MARCH, None),
        ("20260307", "dmy", MARCH, None),
        ("2026-03-07 14:05:09.123", "ymd", MARCH, time(14, 5, 9)),
        ("  7.3.2026\u00a014:05 ", "dmy", MARCH, time(14, 5)),
        ("'7.3.2026", "dmy", MARCH, None),
    ],
)
def test_moments(text, order, day, at):
    assert moment(text, order) == (day, at)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 March 2026", MARCH),
        ("7th March 2026", MARCH),
        ("7 Mar 2026", MARCH),
        ("7-Mar-2026", MARCH),
        ("March 7, 2026", MARCH),
        ("Mar 7 2026", MARCH),
        ("1st May 2026", date(2026, 5, 1)),
        ("Sept. 22nd, 2026", date(2026, 9, 22)),
        ("31 December 2025", date(2025, 12, 31)),
        ("3 Nov 2026", date(2026, 11, 3)),
        ("7. maaliskuuta 2026", MARCH),
        ("7 maalis 2026", MARCH),
        ("3. marraskuuta 2026", date(2026, 11, 3)),
        ("3 marras 2026", date(2026, 11, 3)),
        ("1. tammikuuta 2026", date(2026, 1, 1)),
        ("28. helmikuuta 2026", date(2026, 2, 28)),
        ("5 huhtikuu 2026", date(2026, 4, 5)),
        ("5. toukokuuta 2026", date(2026, 5, 5)),
        ("5. kesäkuuta 2026", date(2026, 6, 5)),
        ("5. heinäkuuta 2026", date(2026, 7, 5)),
        ("5. elokuuta 2026", date(2026, 8, 5)),
        ("5. syyskuuta 2026", date(2026, 9, 5)),
        ("5. lokakuuta 2026", date(2026, 10, 5)),
        ("24. joulukuuta 2026", date(2026, 12, 24)),
        ("7-mart, 2026", MARCH),
        ("7 mart 2026", MARCH),
        ("2-yanvar, 2026", date(2026, 1, 2)),
        ("2-fevral 2026", date(2026, 2, 2)),
        ("2-aprel, 2026", date(2026, 4, 2)),
        ("2-may, 2026", date(2026, 5, 2)),
        ("2-iyun, 2026", date(2026, 6, 2)),
        ("2-iyul, 2026", date(2026, 7, 2)),
        ("2-avgust, 2026", date(2026, 8, 2)),
        ("2-sentabr, 2026", date(2026, 9, 2)),
        ("2-oktabr, 2026", date(2026, 10, 2)),
        ("2-noyabr, 2026", date(2026, 11, 2)),
        ("2-dekabr, 2026", date(2026, 12, 2)),
    ],
)
def test_months_by_name_in_three_languages(text, day):
    assert moment(text, "mdy") == (day, None)


@pytest.mark.parametrize(
    "day",
    [
        *("la", "La", "lauantai", "lauantaina"),
        *("Sat", "Sat,", "Saturday", "Saturday,"),
        *("shanba", "Shanba,"),
    ],
)
def test_the_day_of_the_week_is_left_out(day):
    assert moment(f"{day} 7.3.2026 klo 14.05", "dmy") == (MARCH, time(14, 5))
    assert moment(f"{day} 7 March 2026", "ymd") == moment(f"{day} March 7, 2026", "ymd") == (MARCH, None)
    assert orders([f"{day} 13/01/2026"]) == {"dmy"}
    assert birthday(f"{day} 7.3.1978", "dmy") == (7, 3, 1978)
    assert is_open([f"{day} 01/10/2026"])


@pytest.mark.parametrize(
    "word", ["mon", "tue", "ke", "pe", "torstai", "su", "perjantaina", "keskiviikkona", "Wednesday"]
)
@pytest.mark.parametrize("month", ["March", "Maaliskuu", "Mart"])
def test_a_month_is_no_day_of_the_week(word, month):
    assert moment(f"{word} {month} 7, 2026", "ymd") == (MARCH, None)
    assert moment(f"{month} 7, 2026", "ymd") == (MARCH, None)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2:30:00 PM", time(14, 30)),
        ("9:01:00 AM", time(9, 1)),
        ("12:00 PM", time(12)),
        ("12:59 am", time(0, 59)),
        ("7:16:38 p.m.", time(19, 16, 38)),
        ("7:16\u202fPM", time(19, 16)),
        ("14.05", time(14, 5)),
        ("klo 19.16.38", time(19, 16, 38)),
        ("kl. 9.05", time(9, 5)),
        ("soat 9:05", time(9, 5)),
        ("at 9:05 PM", time(21, 5)),
        ("0.5", time(12)),  # half a day
        ("0,75", time(18)),
        ("23:59:59", time(23, 59, 59)),
        ("", None),
    ],
)
def test_times_of_day(text, at):
    assert time_of_day(text) == at
    if not text.startswith("0"):
        assert moment(f"7.3.2026 {text}", "dmy") == (MARCH, at)


@pytest.mark.parametrize("text", ["24:00", "9", "13:05 pm", "0:30 am", "noon", "9:60", "1.5", "9:05:61"])
def test_what_is_no_time_of_day(text):
    with pytest.raises(UserError, match="is not a time of day"):
        time_of_day(text)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2026/03/07 7:16:38 PM GMT+2", timezone(timedelta(hours=2))),
        ("2026-03-07 19:16:38 +0200", timezone(timedelta(hours=2))),
        ("2026-03-07T19:16:38+05:30", timezone(timedelta(hours=5, minutes=30))),
        ("2026-03-07 19:16:38 UTC-4", timezone(timedelta(hours=-4))),
        ("2026-03-07 19:16:38 -0330", timezone(-timedelta(hours=3, minutes=30))),
        ("2026-03-07T19:16:38Z", UTC),
        ("2026-03-07 19:16:38 UTC", UTC),
        ("2026-03-07 19:16:38", None),
    ],
)
def test_zones(text, zone):
    assert zoned(text, "ymd") == (MARCH, time(19, 16, 38), zone)
    assert moment(text, "ymd") == (MARCH, time(19, 16, 38))  # what the shop's clock showed


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("46088", MARCH, None),  # 1.1.2026 is 46023; 31 + 28 + 7 days of the year later
        ("46112", date(2026, 3, 31), None),
        ("46088.5", MARCH, time(12)),
        ("46088,75", MARCH, time(18)),
        ("46088.586805555555", MARCH, time(14, 5)),  # 845 of 1,440 minutes
        ("36526", date(2000, 1, 1), None),  # the origin, 1899-12-30, makes 1.1.1900 day 2
        ("28619", date(1978, 5, 9), None),
    ],
)
def test_days_as_a_spreadsheet_counts_them(text, day, at):
    assert moment(text, "mdy") == (day, at)
    assert (datetime(1899, 12, 30) + timedelta(days=int(text[:5]))).date() == day  # noqa: DTZ001 - days alone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "29.2.2026",
        "31.4.2026",
        "0.0.00",
        "7.3.2026 25:00",
        "7.3.2026 13:05 pm",
        "7.3.2026 x",
        "7/3.2026",
        "1.1.0",
        "7.3",
        "7 Smarch 2026",
        "7 March",
        "32 March 2026",
        "20261301",
        "1234",
        "7.3.2026 19:16 GMT+99",
        "7.3.123",
    ],
)
def test_what_is_no_moment(text):
    with pytest.raises(UserError, match="is not a date"):
        moment(text, "dmy")


@pytest.mark.parametrize("order", ["mdy", "ymd"])
def test_a_date_is_never_read_in_another_order_than_its_column(order):
    with pytest.raises(UserError):
        moment("31.12.2025", order)


@pytest.mark.parametrize(
    ("text", "order", "born"),
    [
        ("9.5.1978", "dmy", (9, 5, 1978)),
        ("05/09/1978", "mdy", (9, 5, 1978)),
        ("1978-05-09", "dmy", (9, 5, 1978)),
        ("9.5.78", "dmy", (9, 5, 1978)),
        ("9.5.55", "dmy", (9, 5, 1955)),  # nobody is born in 2055 yet
        ("05/09/30", "mdy", (9, 5, 1930)),
        ("55-05-09", "ymd", (9, 5, 1955)),
        ("1955-05-09", "ymd", (9, 5, 1955)),
        ("9.5.1955", "dmy", (9, 5, 1955)),
        ("9.5.04", "dmy", (9, 5, 2004)),
        ("--03-21", "ymd", (21, 3, None)),
        ("--0307", "ymd", (7, 3, None)),
        ("21.3.", "mdy", (21, 3, None)),
        ("21.3", "ymd", (21, 3, None)),
        ("29.2.", "dmy", (29, 2, None)),
        ("9 May", "dmy", (9, 5, None)),
        ("9. toukokuuta", "dmy", (9, 5, None)),
        ("3.marraskuuta", "dmy", (3, 11, None)),
        ("21-mart", "dmy", (21, 3, None)),
        ("9 May 1978", "dmy", (9, 5, 1978)),
        ("1978-05-09T00:00:00Z", "ymd", (9, 5, 1978)),
        ("28619", "dmy", (9, 5, 1978)),
        ("0.0.00", "dmy", None),
        ("0/0/00", "mdy", None),
        ("00.00.0000", "dmy", None),
        (" ", "dmy", None),
    ],
)
def test_birthdays(text, order, born):
    assert birthday(text, order) == born


@pytest.mark.parametrize(
    "text", ["31.4.", "--02-30", "30 February", "29.2.1971", "32.1.", "in May", "9 Maybe Not"]
)
def test_what_is_no_birthday(text):
    with pytest.raises(UserError, match="is not a date"):
        birthday(text, "dmy")


@given(st.text(max_size=30), st.sampled_from(["ymd", "dmy", "mdy"]))
def test_any_text_is_read_or_refused(text, order):
    orders([text])
    for read in (lambda: moment(text, order), lambda: birthday(text, order), lambda: time_of_day(text)):
        with suppress(UserError):
            read()


@given(
    st.from_regex(
        r"[0-9]{1,5}[-./][0-9]{1,3}[-./][0-9]{1,5} [0-9]{1,3}[:.][0-9]{2}( ?[ap]m)?( GMT[+-][0-9]{1,3})?"
    )
)
def test_what_looks_like_a_moment_is_read_or_refused(text):
    for order in orders([text]):
        with suppress(UserError):
            assert moment(text, order)


@given(
    st.datetimes(datetime(1969, 1, 1), datetime(2068, 12, 31)),  # noqa: DTZ001 - as written
    st.sampled_from(["%d.%m.%y", "%m/%d/%Y", "%Y-%m-%d"]),
)
def test_written_dates_are_read(written, form):
    order = {"%d": "dmy", "%m": "mdy", "%Y": "ymd"}[form[:2]]
    assert moment(written.strftime(f"{form} %H:%M:%S"), order) == (
        written.date(),
        written.time().replace(microsecond=0),
    )
