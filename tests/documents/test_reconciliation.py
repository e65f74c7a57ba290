from dataclasses import replace
from datetime import datetime

import pikepdf
import pytest
from pdf import fonts, texts, words

from cxdesk.documents.reconciliation import write_reconciliation
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import Refusal
from cxdesk.domain.reconciliation import Item, Reconciliation, compared
from cxdesk.language.language import Language

COMPARED = (
    compared(Item.ROWS, 1203, 1200, refused=-3),
    compared(Item.PEOPLE, 40, 38, same_person=-2),
    compared(Item.RECEIPTS, 310, 310),
    compared(Item.MONEY, 974_774_793, 974_551_293, refused=-1_000, cancelled=-222_500),
    compared(Item.POINTS, 30.75, 31, rounded=0.25),
)
SHEET = Reconciliation(
    shop="Lankakauppa Kerä",
    file="myynti.csv",
    system="UCI Online Retail",
    made=datetime(2026, 11, 21, 14, 5),  # noqa: DTZ001 - local time is what is printed
    by="Kaisa Åström",
    comparisons=COMPARED,
)
LONG = "Kassajärjestelmän_vienti_myyntirivit_tammikuusta_joulukuuhun_2026.xlsx"
RIGHT, BOTTOM = 193.0, 292.0  # mm


def refusal(line):
    return Refusal(line, "Quantity", UserError("“{value}” is not a number.", value="two"), ("two",))


@pytest.fixture
def printed(tmp_path):
    """The text of a sheet, page by page, with spaces and line ends as one space."""

    def write(sheet, code="en", currency="EUR"):
        path = tmp_path / "sheet.pdf"
        write_reconciliation(sheet, Language(code, currency=currency), path)
        return path, [" ".join(page.split()) for page in texts(path)]

    return write


def test_one_page_says_which_file_it_is_and_compares_to_the_cent(printed):
    path, (page,) = printed(SHEET)
    for text in ("What the file holds and what the shop has", "Lankakauppa Kerä", "myynti.csv"):
        assert text in page
    for text in ("UCI Online Retail", "21/11/2026 14:05", "Kaisa Åström", "Signature"):
        assert text in page
    assert "Money €9,747,747.93 €9,745,512.93 -€2,235.00 refused rows: -€10.00" in page
    assert "Points 30.75 31 +0.25" in page
    assert "Receipts 310 310 0 agrees" in page
    assert "4 figures differ, and the reasons stand beside them." in page
    assert all(fonts(path).values())
    with pikepdf.open(path) as document:
        assert document.docinfo["/Title"] == "What the file holds and what the shop has – myynti.csv"


def test_numbers_stand_below_one_another_on_the_right(printed):
    path, _ = printed(SHEET)
    found = {word.text.strip(): word.right for word in words(path)}
    assert found["1,203"] == pytest.approx(found["€9,747,747.93"], abs=0.7)
    assert found["1,203"] == pytest.approx(found["30.75"], abs=0.7)


def test_everything_agrees(printed):
    _, (page,) = printed(replace(SHEET, comparisons=(compared(Item.MONEY, 5, 5),), by=""))
    assert "Everything agrees: what the file holds is in the shop." in page
    assert "Money €0.05 €0.05 €0.00 agrees" in page


def test_one_figure_that_differs(printed):
    _, (page,) = printed(replace(SHEET, comparisons=COMPARED[:1]))
    assert "1 figure differs, and the reason stands beside it." in page


def test_what_is_not_explained_is_said_aloud(printed):
    odd = (*COMPARED, compared(Item.ANSWERS, 7, 6), compared(Item.REFUNDS, -5, -9, earlier=-3))
    _, (page,) = printed(replace(SHEET, comparisons=odd))
    assert "Not everything is explained: Answers and Refunds." in page
    assert page.count("not explained") == 2
    assert "reasons stand beside" not in page


def test_a_trial_says_that_nothing_was_saved(printed):
    assert "This was a trial: nothing has been saved." in printed(replace(SHEET, trial=True))[1][0]
    assert "trial" not in printed(SHEET)[1][0]


def test_refused_rows_follow_with_line_column_and_reason(printed):
    rows = tuple(map(refusal, range(2, 32)))
    _, pages = printed(replace(SHEET, refused=rows, refused_count=30, remark_count=2))
    assert len(pages) == 2
    text = " ".join(pages)
    assert "30 rows could not go in" in text
    for line in range(2, 32):
        assert f" {line} Quantity “two” is not a number." in text
    assert "The money in the file is that of the rows whose amount can be read." in text
    assert "2 values could not be read and stay out" in text


def test_at_most_two_hundred_refused_rows_are_listed(printed):
    rows = tuple(map(refusal, range(2, 1002)))
    _, pages = printed(replace(SHEET, refused=rows, refused_count=1_500))
    text = " ".join(pages)
    assert text.count("“two” is not a number.") == 200
    assert "1,500 rows could not go in" in text
    assert "… and 1,300 more rows" in text


@pytest.mark.parametrize(("code", "currency"), [("fi", "EUR"), ("en", "EUR"), ("uz", "UZS")])
def test_long_names_and_large_sums_stay_on_the_page(printed, code, currency):
    large = compared(Item.MONEY, 123_456_789_012_34, -123_456_789_012_34, cancelled=-246_913_578_024_68)
    sheet = replace(
        SHEET,
        shop="Lankakauppa " * 10,
        file=LONG * 3,
        system="x" * 200,
        by="Wolfeschlegelsteinhausenbergerdorff " * 4,
        comparisons=(*COMPARED, large),
        refused=(replace(refusal(2), column="c" * 300, reason=UserError("y" * 1_000)),),
        refused_count=1,
    )
    path, pages = printed(sheet, code, currency)
    for number in range(len(pages)):
        for word in words(path, number):
            assert word.left >= 17
            assert word.right <= RIGHT
            assert word.bottom <= BOTTOM
    money = Language(code, currency=currency).money(123_456_789_012_34)
    assert " ".join(money.split()) in pages[0]  # in one piece


@pytest.mark.parametrize(("code", "word"), [("fi", "Tiedosto"), ("uz", "Fayl")])
def test_other_languages(printed, code, word):
    _, (page,) = printed(replace(SHEET, system="Purchases"), code)
    assert word in page
    assert "Purchases" not in page  # a list of any origin is named in the language of the sheet
    assert Language(code).money(974_774_793).replace("\u00a0", " ") in page


def test_a_sheet_that_cannot_be_written(tmp_path):
    with pytest.raises(UserError, match="could not be saved"):
        write_reconciliation(SHEET, Language("en"), tmp_path / "none" / "sheet.pdf")
