from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf import fonts, texts, words
from samples import EMPTY, FEW, NEEDS, PRODUCTS, report

from cxdesk.documents.reports import write_monthly_report
from cxdesk.domain.errors import UserError
from cxdesk.domain.intervals import Difference
from cxdesk.domain.report import Claim, Comment, Donation, Outcome
from cxdesk.language.language import Language

LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftsch"
ENGLISH = Language("en")
PAGE_BOTTOM, PAGE_RIGHT = 297 - 5, 193


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "report.pdf"


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory):
    """The report of an ordinary month in English; tests only read it."""
    path = tmp_path_factory.mktemp("ordinary") / "report.pdf"
    write_monthly_report(report(), ENGLISH, path)
    return path


def said(report, path, language=ENGLISH):
    write_monthly_report(report, language, path)
    return "\n".join(texts(path))


def test_an_ordinary_month_fills_four_pages(ordinary):
    assert len(texts(ordinary)) == 4
    for page in range(3):
        body = [word.bottom for word in words(ordinary, page) if word.bottom < 280]
        assert max(body) > 230


def test_the_cover_says_month_and_scores_with_n_and_interval(ordinary):
    cover = texts(ordinary)[0]
    # (47 - 10) / 87 = 42.5; 70 of 77 are 4 or 5; (7+6+5+7+4+6+7+3+6) / 9 = 5.67
    for text in (
        "November 2026",
        "Lankakauppa Kerä",
        "+43",
        "91%",
        "5.7",
        "87 answers",
        "77 answers",
        "9 answers",
    ):
        assert text in cover


def test_an_arrow_stands_only_for_a_clear_change(paper):
    clear = replace(report().nps, change=Difference(12.0, 3.0, 21.0))
    unclear = replace(report().csat, change=Difference(12.0, -3.0, 27.0))
    text = said(report(nps=clear, csat=unclear, ces=replace(report().ces, change=None)), paper)
    assert "↑ +12 from last month" in text
    assert text.count("↑") == 1
    assert "no clear change" in text.replace("\n", " ")
    assert "nothing to compare with yet" in text


def test_few_answers_are_marked_and_under_five_have_no_score(ordinary, paper):
    assert "few answers" in "\n".join(texts(ordinary))
    text = said(report(**FEW), paper)
    assert "too few for a score" in text
    assert "2 promoters (9–10), 1 passive (7–8) and 1 detractor (0–6)" in text.replace("\n", " ")
    assert "%" not in text.split("What the figures mean")[0]


def test_an_empty_month_is_a_report_too(paper):
    text = said(report(**EMPTY), paper)
    for sentence in ("Nobody was asked yet.", "No comments this month.", "Nothing was sold this month."):
        assert sentence in text
    assert len(texts(paper)) == 2


def test_every_chart_has_its_numbers_beside_it(ordinary):
    text = "\n".join(texts(ordinary))
    for need in NEEDS:
        assert f"{need.name} {need.raised} {need.met} {need.unmet}" in text.replace("\n", " ")
    for product in PRODUCTS:
        assert product.name in text
    assert "answers 1 0 1 2 1 3 2 8 22 26 21" in text.replace("\n", " ")
    assert "141 of 163 classified" in text


def test_charts_are_vectors_whose_text_can_be_selected(ordinary):
    with pikepdf.open(ordinary) as document:
        kinds = [thing.get("/Subtype") for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    assert "/Image" not in kinds
    assert kinds.count("/Form") >= 4
    assert "45 (32%)" in "\n".join(texts(ordinary))


def test_fonts_are_embedded(ordinary):
    found = fonts(ordinary)
    assert all(found.values()), found


def test_columns_of_numbers_end_at_the_same_place(ordinary):
    page = next(number for number, text in enumerate(texts(ordinary)) if "Best sellers" in text)
    ends = [word.right for word in words(ordinary, page) if word.text.startswith("€") and "." in word.text]
    assert len(ends) >= 4
    assert max(ends) - min(ends) < 0.4


def test_the_file_says_what_it_is(ordinary):
    with pikepdf.open(ordinary) as document:
        assert document.Root.Lang == "en"
        assert document.docinfo["/Author"] == "Lankakauppa Kerä"
        assert "November 2026" in str(document.docinfo["/Title"])


def test_overspending_is_said(paper):
    assert "€117.90 of €100.00 spent: €17.90 over budget." in said(report(budget=100_00), paper)


OUTCOMES = (
    Outcome("Thank-you letter", "helps", "Difference 12 percentage points, between 4 and 20."),
    Outcome("We miss you", "cannot tell yet", "About 7 more weeks are needed."),
)
CLAIMS = (
    Claim("Points", 1240, 62_00),
    Claim("Coupons", 14, 25_00),
    Claim("Others", 9, None),
    Claim("Gift cards", 3, 70_50),
)
DONATIONS = (Donation("Socks for newborns", 123_45, date(2026, 10, 5)), Donation("40 points", 2_00))


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_figures_are_in_the_language_and_thanking_is_told_with_its_interval_and_what_is_owed(code, paper):
    language = Language(code)
    text = said(report(outcomes=OUTCOMES, claims=CLAIMS, donations=DONATIONS), paper, language)
    text = text.replace("\u00a0", " ")
    assert language.month(date(2026, 11, 1)) in text
    assert language.money(731_00).replace("\u00a0", " ") in text
    assert language.date(date(2026, 12, 1)) in text
    text = text.replace("\n", " ")
    assert "Thank-you letter – helps. Difference 12 percentage points, between 4 and 20." in text
    assert "We miss you – cannot tell yet." in text
    money = language.money(157_50)  # 62.00 + 25.00 + 70.50
    assert text.count(money.replace("\u00a0", " ")) == 2
    assert "Socks for newborns" in text
    assert language.money(125_45).replace("\u00a0", " ") in text
    assert 4 <= len(texts(paper)) <= 6


def test_without_trials_and_claims_nothing_is_said_of_them(paper):
    text = said(report(**EMPTY, claims=(Claim("Points", 0, 0),)), paper)
    assert "Did thanking help?" not in text
    assert "owes" not in text


def test_long_names_stay_on_the_page(paper):
    needs = tuple(replace(need, name=LONG) for need in NEEDS)
    products = tuple(replace(product, name=f"{LONG} $x$ & <b>", amount=10**11) for product in PRODUCTS)
    month = report(shop=LONG * 2, needs=needs, best_sellers=products, findings=(f"{LONG} " * 9,) * 3)
    write_monthly_report(month, ENGLISH, paper)
    for page in range(len(texts(paper))):
        for word in words(paper, page):
            assert word.left >= 5, word
            assert word.right <= PAGE_RIGHT, word
            assert word.bottom <= PAGE_BOTTOM, word


@settings(
    max_examples=settings.default.max_examples // 10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    nasty=st.text(max_size=300)
    | st.sampled_from(
        ["<b>", "<img src='http://x'/>", "\0", "\u202e", "\ud800", "ألف", "$\\frac{1}{0}$", "x" * 10**6]
    )
)
def test_nothing_that_people_type_breaks_a_report(paper, nasty):
    month = report(
        shop=nasty,
        comments=(Comment(nasty, date(2026, 11, 3), 0),),
        needs=(replace(NEEDS[0], name=nasty),),
        best_sellers=(replace(PRODUCTS[0], name=nasty),),
        findings=(nasty,),
    )
    write_monthly_report(month, ENGLISH, paper)
    assert "November 2026" in texts(paper)[0]


def test_a_cancelled_report_leaves_the_old_file(paper):
    def cancel(done, _of):
        if done == 2:
            raise KeyboardInterrupt

    paper.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_monthly_report(report(), ENGLISH, paper, cancel)
    assert paper.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(UserError, match=r"report\.pdf could not be saved"):
        write_monthly_report(report(**EMPTY), ENGLISH, tmp_path / "nowhere" / "report.pdf")
