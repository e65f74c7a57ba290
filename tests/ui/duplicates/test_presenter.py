"""Decisions about duplicates, on a real shop and a real worker."""

import pytest

from cxdesk.domain.merging import Part, Side
from cxdesk.ui.duplicates.presenter import Presenter, State
from cxdesk.ui.jobs import Jobs


class View:
    def __init__(self):
        self.states, self.opened, self.pair, self.said, self.failures = [], [], None, [], []
        self.presenter = None

    def show_state(self, state, error=""):
        self.states.append((state, error))

    def follow(self, job, text):
        self.job, self.text = job, text
        job.ended.connect(lambda: self.presenter.stopped() if job.cancelled else None)

    def select(self, row):
        self.opened.append(row)
        self.presenter.open(row)

    def show_pair(self, shown):
        self.pair = shown

    def toast(self, text, undo=None):
        self.said.append((text, undo))

    def fail(self, error):
        self.failures.append(error)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, language, view, qapp):  # noqa: ARG001 - signals need an application
    jobs = Jobs(desk.again)
    made = view.presenter = Presenter(desk, language, jobs, view)
    desk.workplace.announce = lambda _: made.refresh()
    yield made
    jobs.close()


@pytest.fixture
def searched(doubled, presenter, view, qtbot):  # noqa: ARG001 - the shop is not empty
    presenter.refresh()
    qtbot.waitUntil(lambda: presenter.state is not State.SEARCHING, timeout=30_000)
    return presenter


def lines(view):
    return {line.title: line for line in view.pair.lines}


def test_pairs_are_listed_the_surest_first(searched, view):
    assert [state for state, _ in view.states] == [State.SEARCHING, State.PAIRS]
    assert searched.cells(searched.pairs_in_order()) == [
        ("Oʻktam Gʻulomov", "Ўктам Ғуломов", "same phone, same name"),
        ("Maija Wirtanen", "Maija Virtanen", "same phone, names spelt alike"),
    ]
    assert view.opened == [0]
    assert view.pair.title == "Oʻktam Gʻulomov and Ўктам Ғуломов"
    assert view.pair.why == "Surely the same: same phone, same name"


def test_both_entries_stand_side_by_side(searched, view):
    searched.open(1)
    found = lines(view)

    assert (found["Name"].keep, found["Name"].drop, found["Name"].part) == (
        "Maija Wirtanen",
        "Maija Virtanen",
        Part.NAME,
    )
    assert (found["Phone"].keep, found["Phone"].drop) == ("+358 40 1234567", "040 123 4567")
    assert (found["E-mail"].keep, found["E-mail"].drop) == ("m@example.fi", "–")
    assert (found["Address"].keep, found["Address"].side) == ("Harjukatu 2", Side.KEEP)
    assert found["Note"].keep == "Likes wool"
    assert "Birthday" not in found, "what nobody knows is not shown"
    assert "Letters and cards" in view.pair.stops


def test_what_comes_over_is_told(searched, view, desk, shop):
    shop.bought(desk, 1, desk.workplace.today())
    searched.open(1)

    assert view.pair.moved == "Comes over with the second: 1 purchase."


def test_merging_with_a_choice_and_undo(searched, view, desk):
    searched.open(1)
    searched.choose(Part.NAME, Side.DROP)
    assert lines(view)["Name"].side is Side.DROP
    searched.merge()

    assert desk.customers.get(2).name == "Maija Virtanen"
    assert len(searched.pairs) == 1
    [(text, undo)] = view.said
    assert text == "Maija Wirtanen and Maija Virtanen are one customer now."
    undo()
    assert len(searched.pairs) == 2
    assert desk.customers.get(1).name == "Maija Virtanen"


def test_two_people_stay_two_until_undone(searched, view, desk):
    searched.set_apart()
    assert [pair.keep.id for pair in searched.pairs] == [2]
    assert view.pair.title.startswith("Maija")

    view.said[0][1]()
    assert len(searched.pairs) == 2
    assert desk.register.counts()["all"] == 5


def test_skipping_goes_round(searched, view):
    searched.skip()
    searched.skip()

    assert view.opened == [0, 1, 0]
    assert len(searched.pairs) == 2


def test_nothing_left(searched, view):
    searched.merge()
    searched.merge()

    assert view.states[-1] == (State.NONE, "")
    assert searched.pairs == []


def test_a_choice_belongs_to_its_pair(searched, view):
    searched.open(1)
    searched.choose(Part.NAME, Side.DROP)
    searched.skip()
    searched.open(1)

    assert lines(view)["Name"].side is Side.KEEP


def test_a_stopped_search_says_so_and_can_be_done_again(doubled, presenter, view, qtbot):  # noqa: ARG001
    presenter.refresh()
    view.job.cancel()
    qtbot.waitUntil(lambda: presenter.state is State.STOPPED, timeout=30_000)
    presenter.refresh()
    assert presenter.state is State.STOPPED, "a change elsewhere starts no search"
    presenter.search()
    qtbot.waitUntil(lambda: presenter.state is State.PAIRS, timeout=30_000)


def test_a_shop_that_cannot_be_read_is_told_in_words(doubled, presenter, view, qtbot, desk, tmp_path):  # noqa: ARG001
    (tmp_path / "shop.cxdesk").rename(tmp_path / "elsewhere")
    presenter.refresh()
    qtbot.waitUntil(lambda: presenter.state is State.FAILED, timeout=30_000)
    (tmp_path / "elsewhere").rename(tmp_path / "shop.cxdesk")

    assert "was moved" in view.states[-1][1]
