"""What the feedback page decides, on a real shop with a view that only remembers."""

from datetime import date

import pytest

from cxdesk.domain.needs import Need
from cxdesk.language.language import Language
from cxdesk.ui.feedback.presenter import Presenter, State


class Memory:
    """A view that remembers what it was last told; choosing a row opens it, as the page does."""

    def __init__(self):
        self.presenter = self.filter_by = self.period = self.counts = self.scores = None
        self.state = self.error = self.selected = self.detail = None
        self.toasts, self.failures = [], []

    def show_filter(self, filter_by, period, counts):
        self.filter_by, self.period, self.counts = filter_by, period, counts

    def show_scores(self, scores):
        self.scores = [(score.caption, score.value, score.note) for score in scores]

    def show_list(self, state, error=""):
        self.state, self.error = state, error

    def select(self, feedback_id):
        self.selected = feedback_id
        self.presenter.open(feedback_id)

    def show_detail(self, detail):
        self.detail = detail

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.failures.append(error)


@pytest.fixture
def gone():
    return []


@pytest.fixture
def view(desk, gone):
    view = Memory()
    go = lambda key, what: gone.append((key, what))  # noqa: E731 - a place to remember
    view.presenter = Presenter(desk, Language("en"), view, go)
    return view


@pytest.fixture
def feedback(view):
    return view.presenter


def test_ninety_days_newest_first(feedback, view, entries):
    feedback.refresh()
    assert (view.filter_by, view.period) == ("all", "90")
    assert feedback.ids() == entries[:0:-1]
    assert view.counts == {
        "all": 5,
        "open": 1,
        "promoters": 3,
        "passives": 1,
        "detractors": 1,
        "comments": 2,
    }
    assert view.selected == entries[5]


@pytest.mark.usefixtures("entries")
def test_scores_have_n_and_interval_or_words(feedback, view):
    feedback.refresh()
    nps, csat, ces = view.scores
    # 3 promoters, 1 passive, 1 detractor of 5: (3 - 1) / 5 = +40. Adjusted Wald: n' = 8, centre 2 / 8 = 0.25,
    # variance (3 + 1 + 1.5) / 8 - 0.0625 = 0.625, half 1.96 x sqrt(0.625 / 8) = 0.548: from -30 to +80.
    assert nps == ("NPS", "+40", "5 answers · between -30 and +80")
    assert csat == ("CSAT", "–", "Fewer than five answers: too few for a figure")
    assert ces[1] == "–"


def test_filters_and_periods(feedback, entries):
    feedback.choose_filter("promoters")
    assert feedback.ids() == [entries[5], entries[3], entries[1]]
    feedback.choose_period("30")
    assert feedback.ids() == [entries[5], entries[3]]
    feedback.choose_period("all")
    assert feedback.ids() == [entries[5], entries[3], entries[1], entries[0]]
    feedback.choose_filter("open")
    assert feedback.ids() == [entries[4]]


def test_the_cells_of_a_row(feedback, entries):
    rows = feedback.cells([entries[4], entries[3], entries[2]])
    assert rows[0] == ("3 detractor", "Kaisa Virtanen", "Queue", "waiting", "Mon 16 Nov")
    assert rows[1][:3] == ("10 promoter", "Anonymous", "Service · Price")
    assert rows[2][0] == "7 passive"


def test_all_of_one(feedback, view, entries):
    feedback.open(entries[4])
    assert (view.detail.name, view.detail.nps, view.detail.group) == ("Kaisa Virtanen", 3, "detractor")
    assert view.detail.day == "16 November 2026"
    assert view.detail.facts == (("Satisfaction (CSAT)", "1/5"), ("Channel", "In the shop"))
    assert view.detail.open
    feedback.open(entries[3])
    assert view.detail.needs == ("Service", "Price")
    assert Need.EMPATHY.value == "empathy"


def test_answering_is_one_step_that_can_be_undone(feedback, view, desk, entries):
    feedback.open(entries[4])
    feedback.resolve("Called her\nand promised a call back")
    assert desk.feedback.get(entries[4]).resolution == "Called her\nand promised a call back"
    text, undo = view.toasts[-1]
    assert text == "Marked as answered"
    undo()
    assert desk.feedback.get(entries[4]).resolved is None


def test_after_answering_the_next_one_is_open(feedback, view, desk, entries):
    desk.feedback.correct(desk.feedback.get(entries[4]))
    feedback.choose_filter("detractors")
    feedback.choose_filter("open")
    feedback.resolve("")
    feedback.refresh()
    assert view.state is State.NONE_HERE
    assert view.detail is None
    feedback.show_all()
    assert view.state is State.ROWS
    assert len(feedback.ids()) == 6


def test_an_answer_that_is_too_long_is_said(feedback, view, desk, entries):
    feedback.open(entries[4])
    feedback.resolve("x" * 20_001)
    assert len(view.failures) == 1
    assert desk.feedback.get(entries[4]).resolved is None


def test_opened_from_elsewhere(feedback, view, entries):
    feedback.show("open")
    assert feedback.ids() == [entries[4]]
    feedback.show("all", entries[3])
    assert view.selected == entries[3]
    assert view.period == "90"


def test_an_old_feedback_opens_all_time(feedback, view, entries):
    feedback.show("open", entries[0])
    assert (view.filter_by, view.period, view.selected) == ("all", "all", entries[0])


def test_exact_days_from_elsewhere(feedback, view, entries):
    feedback.show_between("all", date(2026, 8, 24), date(2026, 11, 21))  # the last 90 days
    assert view.period == "90"
    feedback.show_between("all", date(2026, 9, 1), date(2026, 9, 30))
    assert view.period == ""
    assert feedback.ids() == [entries[1]]
    feedback.show_between("open", None, None)
    assert (view.period, feedback.ids()) == ("all", [entries[4]])


def test_other_pages(feedback, gone, entries, kaisa):
    feedback.open(entries[4])
    feedback.correct()
    feedback.open_customer()
    assert gone == [("counter", ("feedback", entries[4])), ("customers", kaisa)]


def test_a_new_shop_has_none_yet(feedback, view):
    feedback.refresh()
    assert view.state is State.NONE_YET


@pytest.mark.usefixtures("entries")
def test_a_damaged_file_is_said_where_the_list_was(desk):
    desk.workplace.db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = desk.workplace.db.path
    again = desk.again()
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * (file.stat().st_size - 4096))
    view = Memory()
    view.presenter = Presenter(again, Language("en"), view, lambda key, what: None)  # noqa: ARG005 - goes nowhere
    view.presenter.refresh()
    again.close()
    assert view.state is State.FAILED
    assert view.error
