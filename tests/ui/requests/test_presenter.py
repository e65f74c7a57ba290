"""What the page of promises and requests says and does."""

import pytest

from cxdesk.domain.request import Outcome
from cxdesk.ui.requests.presenter import Presenter
from cxdesk.ui.tokens import Tone


class Memory:
    """A view that remembers what it was last told."""

    def __init__(self):
        self.toasts = []

    def show_waiting(self, calls, promises, wanted):
        self.calls, self.promises, self.wanted = calls, promises, wanted

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        raise error


@pytest.fixture
def view():
    return Memory()


@pytest.fixture
def page(desk, language, view, waiting):  # noqa: ARG001 - those who wait
    made = Presenter(desk, language, view)
    made.refresh()
    return made


@pytest.mark.usefixtures("page")
def test_in_words(view, waiting):
    assert [(row.title, row.detail, row.badge) for row in view.calls] == [
        ("Kaisa Virtanen", "040 123 4567 · 2 × Silk, asked for 02/11/2026", "has arrived"),
        ("050 765 4321", "Silk, asked for 05/11/2026", "has arrived"),
    ]
    assert view.calls[0].customer_id == waiting
    assert [(row.badge, row.tone) for row in view.promises] == [
        ("2 days late", Tone.BAD),
        ("today", Tone.WARN),
        ("Fri 27 Nov", Tone.NEUTRAL),
    ]
    assert view.promises[0].detail == "Repair done · 040 123 4567 · promised 09/11/2026"
    assert [(each.text, each.here) for each in view.wanted] == [("Silk", True), ("Red coat", False)]


def test_every_act_can_be_taken_back(page, view, desk):
    page.close(view.calls[0], Outcome.TOLD)
    page.keep(view.promises[0], kept=True)
    page.arrive(view.wanted[1])
    assert [text for text, _ in view.toasts] == [
        "Told: Kaisa Virtanen",
        "Promise kept: Kaisa Virtanen",
        "Has arrived: Red coat",
    ]
    page.refresh()
    assert (len(view.calls), len(view.promises)) == (1, 2)
    for _, undo in reversed(view.toasts):
        undo()
    page.refresh()
    assert (len(view.calls), len(view.promises), len(desk.requests.wanted())) == (2, 3, 2)
