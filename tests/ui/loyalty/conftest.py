"""A page of coupons and points without a window."""

import pytest

from cxdesk.ui.loyalty.presenter import Presenter


class Memory:
    """A page and all its halves: it remembers what it was last told."""

    def __init__(self):
        self.toasts, self.failed, self.rules, self.form = [], [], {}, None

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.failed.append(error)

    def show_half(self, key):
        self.half = key

    def show_paper(self, file, title):
        self.paper = (file, title)

    def show_figures(self, figures):
        self.figures = figures

    def show_account(self, account):
        self.account = account

    def show_coupons(self, rows, hidden):
        self.coupons, self.hidden = rows, hidden

    def show_cards(self, rows, owed):
        self.cards, self.owed = rows, owed

    def propose_days(self, days):
        self.days = days

    def show_settings(self, figures, *, active):
        self.settings, self.active = figures, active

    def show_rules(self, key, rows):
        self.rules[key] = [(row.name, row.words, row.badge) for row in rows]

    def ask_rule(self, key, title, values, known):
        self.form = (key, title, values, known)

    def close_rule(self, key):
        assert self.form is None or self.form[0] == key
        self.form = None

    def show_draws(self, rows):
        self.draws = rows

    def show_log(self, rows):
        self.log = rows


@pytest.fixture
def view():
    return Memory()


@pytest.fixture
def page(desk, language, view):
    made = Presenter(desk, language, view)
    for part in made.parts.values():
        part.view = view
    return made
