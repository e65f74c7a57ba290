"""Calendars, read back by vobject, whose recurrences are those of dateutil."""

from datetime import UTC, date, datetime

import vobject

from cxdesk.documents.exports import calendars
from cxdesk.documents.exports.calendars import YearlyDay

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def events(path):
    (calendar,) = vobject.readComponents(path.read_bytes().decode("utf-8"))
    return calendar.vevent_list


def test_a_day_of_every_year(tmp_path):
    path = tmp_path / "x.ics"
    days = [YearlyDay("birthday-1@cxdesk", "Birthday: Åke, Ltd; \\", date(2026, 11, 23))]
    assert calendars.write(path, "Birthdays", days, NOW) == 1
    (event,) = events(path)
    assert event.dtstart.value == date(2026, 11, 23)
    assert event.summary.value == "Birthday: Åke, Ltd; \\"
    assert event.uid.value == "birthday-1@cxdesk"
    assert event.dtstamp.value == NOW
    assert [day.date() for day in event.rruleset[:3]] == [
        date(2026, 11, 23),
        date(2027, 11, 23),
        date(2028, 11, 23),
    ]
    assert path.read_bytes().endswith(b"END:VCALENDAR\r\n")


def test_the_29th_of_february_is_kept_on_the_28th_in_common_years(tmp_path):
    path = tmp_path / "x.ics"
    calendars.write(path, "x", [YearlyDay("a", "b", date(2027, 2, 28), leap=True)], NOW)
    (event,) = events(path)
    assert [day.date() for day in event.rruleset[:3]] == [
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2029, 2, 28),
    ]
