"""Decisions of the settings, on a real shop with a view that only remembers."""

from dataclasses import replace

import pytest

from cxdesk.domain.shop import LetterBasis
from cxdesk.language.language import Language
from cxdesk.ui.settings.presenter import Presenter


class View:
    def __init__(self):
        self.values, self.fixed, self.staff, self.errors, self.toasts, self.failed = {}, None, [], {}, [], []

    def show_values(self, values, *, currency_fixed):
        self.values, self.fixed = dict(values), currency_fixed

    def show_staff(self, staff, at_desk):  # noqa: ARG002 - as the page
        self.staff = staff

    def show_error(self, field, text):
        self.errors[field] = text

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.failed.append(error)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, language, view):
    return Presenter(desk, language, view)


def test_shows_amounts_as_people_write_them(desk, view):
    desk.settings.save(replace(desk.settings.shop(), letter_cost=150))
    Presenter(desk, Language("fi"), view).load()

    assert (view.values["monthly_budget"], view.values["letter_cost"]) == ("20", "1,50")
    assert view.values["letter_basis"] == "consent"


def test_saves_a_field_and_undoes_it(presenter, desk, view):
    presenter.save("monthly_budget", "120,50")
    [(text, undo)] = view.toasts

    assert desk.settings.shop().monthly_budget == 12_050
    assert text == "Saved: Monthly budget for thanking"
    undo()
    assert desk.settings.shop().monthly_budget == 2_000


def test_an_unchanged_field_is_no_change(presenter, desk, view):
    before = desk.history.changes()
    presenter.save("name", " Kerä ")

    assert desk.history.changes() == before
    assert view.toasts == []


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("monthly_budget", "much", "Write an amount"),
        ("gift_limit", "-3", "cannot be negative"),
        ("contact_gap", "1.5", "Write a whole number"),
        ("coupon_percent", "101", "0 to 100 per cent"),
        ("name", " ", "Write the shop's name"),
    ],
)
def test_an_error_stands_at_its_field_and_nothing_is_saved(presenter, desk, view, field, typed, words):
    before = desk.settings.shop()
    presenter.save(field, typed)

    assert words in view.errors[field]
    assert desk.settings.shop() == before


def test_a_choice_is_saved_as_what_it_is(presenter, desk):
    presenter.save("letter_basis", "opt_out")
    presenter.save("text_scale", "150")

    assert desk.settings.shop().letter_basis is LetterBasis.OPT_OUT
    assert desk.settings.shop().text_scale == 150


def test_the_currency_is_fixed_by_the_first_purchase(presenter, desk, shop, view):
    presenter.load()
    assert not view.fixed
    shop.bought(desk, shop.customer(desk, "Kaisa"), desk.workplace.today())
    presenter.load()
    assert view.fixed


def test_staff_come_are_renamed_and_leave(presenter, desk, view):
    presenter.add_staff("Timo")
    timo = next(member for member in desk.settings.staff() if member.name == "Timo")
    presenter.save_staff(replace(timo, title="seller"))
    presenter.save_staff(replace(timo, title="seller", active=False))
    kept = next(member for member in desk.settings.staff() if member.name == "Timo")

    assert (kept.title, kept.active) == ("seller", False)
    assert len(view.toasts) == 3


def test_staff_without_a_name_is_refused_at_the_field(presenter, view):
    presenter.add_staff("  ")

    assert view.errors["staff"] == "Write the person's name."


def test_a_chosen_change_is_taken_back_and_brought_back(presenter, desk, view):
    presenter.save("name", "Villa")
    change = desk.history.changes(1)[0]
    presenter.save("town", "Turku")

    presenter.take_back(change.id, "Settings changed")
    assert (desk.settings.shop().name, desk.settings.shop().town) == ("Kerä", "Turku")
    view.toasts[-1][1]()
    assert desk.settings.shop().name == "Villa"
