"""How money, shares, dates and times are written in each language; ⍽ stands for U+00A0."""

import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from cxdesk.language.formats import Formats

FI, EN, UZ = Formats("fi"), Formats("en"), Formats("uz")
SOM = Formats("uz", "UZS")
DAY = date(2026, 3, 7)  # a Saturday


def visible(text):
    return text.replace("\u00a0", "⍽")


@pytest.mark.parametrize(
    ("formats", "minor", "expected"),
    [
        (FI, 123450, "1⍽234,50⍽€"),
        (FI, -1230, "−12,30⍽€"),
        (FI, 0, "0,00⍽€"),
        (FI, 100000000, "1⍽000⍽000,00⍽€"),
        (EN, 123450, "€1,234.50"),
        (EN, -1230, "-€12.30"),
        (UZ, 123450, "1⍽234,50⍽€"),
        (UZ, -1230, "-12,30⍽€"),
        (SOM, 12500000, "125⍽000⍽soʻm"),
        (SOM, 12500050, "125⍽000,50⍽soʻm"),
        (Formats("fi", "UZS"), 12500000, "125⍽000⍽UZS"),
        (Formats("en", "UZS"), 12500000, "UZS⍽125,000"),
        (Formats("fi", "ISK"), 1500, "1⍽500⍽ISK"),
        (Formats("en", "GBP"), 5, "£0.05"),
    ],
)
def test_money(formats, minor, expected):
    assert visible(formats.money(minor)) == expected


def test_money_with_sign_and_without_cents():
    assert visible(FI.money(1230, plus=True)) == "+12,30⍽€"
    assert visible(FI.money(0, plus=True)) == "0,00⍽€"
    assert visible(EN.money(1230, plus=True)) == "+€12.30"
    assert visible(FI.money(6450, cents=False)) == "65⍽€"
    assert visible(FI.money(-50, cents=False)) == "−1⍽€"
    assert visible(FI.money(-49, cents=False)) == "0⍽€"
    assert visible(SOM.money(12500000, cents=True)) == "125⍽000,00⍽soʻm"


@pytest.mark.parametrize(
    ("formats", "value", "digits", "expected"),
    [
        (FI, 12345, 0, "12⍽345"),
        (FI, 4.45, 1, "4,5"),  # halves away from zero, as taught in school
        (FI, -0.04, 1, "0,0"),  # never a minus before nothing
        (FI, -42, 0, "−42"),
        (EN, 1234.5, 1, "1,234.5"),
        (EN, -42, 0, "-42"),
        (UZ, 1234.5, 2, "1⍽234,50"),
        (FI, Decimal("0.125"), 2, "0,13"),
        (FI, 10**15, 0, "1⍽000⍽000⍽000⍽000⍽000"),
    ],
)
def test_number(formats, value, digits, expected):
    assert visible(formats.number(value, digits)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3, "3"), (3.0, "3"), (0.35, "0,35"), (-2.5, "−2,5"), (120, "120"), (1 / 3, "0,333")],
)
def test_quantity(value, expected):
    assert FI.quantity(value) == expected


def test_number_with_sign():
    assert FI.number(42, plus=True) == "+42"
    assert FI.number(-6, plus=True) == "−6"


@pytest.mark.parametrize(
    ("formats", "share", "digits", "expected"),
    [
        (FI, 0.255, 1, "25,5⍽%"),
        (EN, 0.255, 1, "25.5%"),
        (UZ, 0.255, 1, "25,5%"),
        (FI, 0.72, 0, "72⍽%"),
        (FI, -0.035, 1, "−3,5⍽%"),
        (EN, 1, 0, "100%"),
        (EN, 0.0005, 1, "0.1%"),
    ],
)
def test_percent(formats, share, digits, expected):
    assert visible(formats.percent(share, digits)) == expected


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        (FI, ("7.3.2026", "7. maaliskuuta 2026", "la 7.3.", "lauantai", "maaliskuu 2026")),
        (EN, ("07/03/2026", "7 March 2026", "Sat 7 Mar", "Saturday", "March 2026")),
        (UZ, ("07/03/2026", "7-mart, 2026", "Shan, 7-mar", "shanba", "Mart 2026")),
    ],
)
def test_dates(formats, expected):
    written = (formats.date, formats.date_long, formats.day, formats.weekday, formats.month)
    assert tuple(write(DAY) for write in written) == expected


def test_short_days_as_in_the_pictures():
    assert FI.day(date(2026, 11, 23)) == "ma 23.11."
    assert FI.day(date(2026, 11, 26)) == "to 26.11."


def test_times():
    assert FI.time(time(14, 5)) == "14.05"
    assert FI.time(datetime(2026, 3, 7, 8, 2)) == "8.02"  # noqa: DTZ001 - local time, as it is shown
    assert EN.time(time(14, 5)) == UZ.time(time(14, 5)) == "14:05"
    assert EN.time(time(8, 2)) == "08:02"


def test_quotes_and_lists():
    assert [formats.quoted("x") for formats in (FI, EN, UZ)] == ["”x”", "“x”", "“x”"]
    assert FI.joined(["a", "b", "c"]) == "a, b ja c"
    assert EN.joined(["a", "b", "c"]) == "a, b and c"
    assert UZ.joined(["a", "b", "c"]) == "a, b va c"
    assert FI.joined(["a"]) == "a"
    assert FI.joined([]) == ""


def test_names():
    assert FI.name("Kaisa", "Virtanen") == "Kaisa Virtanen"
    assert FI.name("", "Virtanen") == "Virtanen"
    assert FI.name("Kaisa", "") == "Kaisa"


def test_a_language_that_is_not_spoken():
    with pytest.raises(ValueError, match="'sv'"):
        Formats("sv")


def test_babel_loads_only_when_something_is_formatted():
    probe = (
        "import sys; from cxdesk.language import folding, language;"
        "fi = language.Language('fi'); fi.tr('Save');"
        "print('babel' in sys.modules, 'phonenumbers' in sys.modules);"
        "fi.money(1); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_the_first_letters_of_a_month_tell_it_apart(code):
    assert len({Formats(code).month_short(date(2026, month, 1)) for month in range(1, 13)}) == 12
