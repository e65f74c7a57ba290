"""Scores and the report."""

import pytest


def answer(run, shop, *scores):
    for score in scores:
        assert run("record-feedback", shop, *score).code == 0


def test_scores_in_json(run, shop):
    answer(run, shop, *(["--nps", n] for n in (10, 10, 9, 7, 0)))
    answer(run, shop, *(["--csat", n] for n in (5, 5, 4, 3, 1)))
    answer(run, shop, *(["--ces", n] for n in (7, 6, 5, 7, 4)))
    shape = run("scores", shop, "--from", "2026-11-01", "--to", "2026-11-30", "--json").json
    nps, csat, ces = shape["nps"], shape["csat"], shape["ces"]
    assert (nps["score"], nps["n"], nps["promoters"], nps["passives"], nps["detractors"]) == (
        40.0,
        5,
        3,
        1,
        1,
    )
    assert -100 <= nps["low"] < 40 < nps["high"] <= 100
    assert (csat["share"], csat["n"], ces["mean"], ces["n"]) == (0.6, 5, 5.8, 5)
    assert csat["low"] < 0.6 < csat["high"]
    assert ces["low"] < 5.8 < ces["high"]


def test_under_five_answers_there_is_no_score(run, shop):
    answer(run, shop, *(["--nps", 10] for _ in range(4)))
    period = ("--from", "2026-11-21", "--to", "2026-11-21")
    assert run("scores", shop, *period, "--json").json == {"nps": None, "csat": None, "ces": None}
    assert "NPS: fewer than five answers" in run("scores", shop, *period).out
    assert run("scores", shop, "--from", "0001-01-01", "--to", "9999-12-31", "--json").json["nps"] is None


def test_a_period_that_ends_before_it_begins(shop, refused):
    assert "ends before" in refused("scores", shop, "--from", "2026-11-21", "--to", "2026-11-20")


@pytest.mark.parametrize("lang", ["fi", "en", "uz"])
def test_the_monthly_report(run, shop, tmp_path, lang):
    paper = tmp_path / "report.pdf"
    assert run("report", shop, "monthly", "--month", "2026-11", "--out", paper, lang=lang).code == 0
    assert paper.read_bytes().startswith(b"%PDF")


def test_a_report_of_a_month_in_which_nothing_happened(run, shop, tmp_path):
    paper = tmp_path / "report.pdf"
    assert run("report", shop, "monthly", "--month", "1999-02", "--out", paper).code == 0


def test_refusals(shop, refused, tmp_path):
    words = ("report", shop, "monthly", "--month")
    for month in ("2026-13", "2026", "november", "0001-01", "9999-12", ""):
        refused(*words, month, "--out", tmp_path / "x.pdf", code=2)
    assert "could not be saved" in refused(*words, "2026-11", "--out", shop / "inside" / "x.pdf")
    assert "is the shop file" in refused(*words, "2026-11", "--out", shop)
    assert not (tmp_path / "x.pdf").exists()
