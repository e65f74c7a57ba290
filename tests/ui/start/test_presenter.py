"""Decisions of the first run."""

import pytest

from cxdesk.ui.start.presenter import Presenter


class View:
    def __init__(self):
        self.said, self.errors = [], None

    def say(self, language, budget):
        self.said.append((language.code, language.currency, budget.replace("\xa0", " ")))

    def show_errors(self, *, name, budget):
        self.errors = (name, budget)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def begun():
    return []


@pytest.fixture
def presenter(view, begun):
    return Presenter(view, "fi", begun.append)


def test_each_language_brings_its_currency_and_a_usual_budget(presenter, view):
    presenter.speak("uz")

    assert view.said == [("fi", "EUR", "150"), ("uz", "UZS", "1 500 000")]


def test_answers_make_a_shop(presenter, begun):
    presenter.start(" Lankakauppa Kerä ", "99,90")
    shop = begun[0].shop

    assert (shop.name, shop.language, shop.currency, shop.monthly_budget) == (
        "Lankakauppa Kerä",
        "fi",
        "EUR",
        9_990,
    )


def test_an_uzbek_shop_begins_with_its_own_limits(presenter, begun):
    presenter.speak("uz")
    presenter.start("Ipak", "2 000 000")
    shop = begun[0].shop

    assert (shop.currency, shop.country, shop.monthly_budget) == ("UZS", "UZ", 200_000_000)
    assert shop.gift_limit < shop.monthly_budget


@pytest.mark.parametrize(
    ("name", "budget", "wrong"), [("", "150", (True, False)), ("Kerä", "a lot", (False, True))]
)
def test_what_is_missing_is_said_at_its_field(presenter, view, begun, name, budget, wrong):
    presenter.start(name, budget)

    assert tuple(bool(text) for text in view.errors) == wrong
    assert begun == []


def test_the_demo_shop_needs_no_answers(presenter, begun):
    presenter.demo()

    assert (begun[0].language, begun[0].shop) == ("fi", None)


def test_a_file_comes_in_once_the_answers_are_good(presenter, begun, tmp_path):
    asked = []

    def ask():
        asked.append("asked")
        return str(tmp_path / "till.csv")

    presenter.start("", "99", ask)
    assert (begun, asked) == ([], [])
    presenter.start("Kerä", "99", ask)
    assert begun[0].file == tmp_path / "till.csv"


def test_without_a_file_the_first_run_goes_on(presenter, begun):
    presenter.start("Kerä", "99", lambda: "")
    assert begun == []
