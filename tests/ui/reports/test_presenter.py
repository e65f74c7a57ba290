"""Decisions of the reports, on a real shop and a real worker."""

from datetime import date

import pytest

from cxdesk.ui.jobs import Jobs
from cxdesk.ui.reports.presenter import Presenter


class View:
    def __init__(self):
        self.months, self.made, self.previews, self.said = {}, None, [], []

    def show_months(self, months):
        self.months = months

    def show_made(self, made):
        self.made = made

    def follow(self, job, text):
        self.job, self.text = job, text

    def preview(self, path, title, line):  # noqa: ARG002 - as the page
        self.previews.append((path.name, title))

    def say(self, text, error=""):
        self.said.append((text, error))


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, language, view, qapp):  # noqa: ARG001 - signals need an application
    jobs = Jobs(desk.again)
    yield Presenter(desk, language, jobs, view)
    jobs.close()


def test_the_month_before_today_comes_first(presenter, view):
    presenter.load()

    assert next(iter(view.months.items())) == ("2026-10-01", "October 2026")
    assert len(view.months) == 24
    assert view.made == []


def test_a_report_is_made_looked_at_and_listed(presenter, view, qtbot, tmp_path):
    presenter.make("2026-10-01", "fi", look=True)
    qtbot.waitUntil(lambda: bool(view.previews), timeout=30_000)
    [made] = view.made

    assert view.previews == [("monthly 2026-10 fi.pdf", "Monthly report, October 2026")]
    assert (made.month, made.language) == (date(2026, 10, 1), "fi")
    assert made.path.parent == tmp_path / "shop reports"
    assert made.path.read_bytes().startswith(b"%PDF")


def test_a_saved_report_is_told_with_its_place(presenter, view, qtbot, tmp_path):
    presenter.make("2026-10-01", "en", look=False)
    qtbot.waitUntil(lambda: view.said[-1][0] != "", timeout=30_000)

    assert view.said[-1] == (f"Saved as {tmp_path / 'shop reports' / 'monthly 2026-10 en.pdf'}", "")


def test_a_folder_that_cannot_be_made_is_told_in_words(presenter, view, qtbot, tmp_path):
    (tmp_path / "shop reports").write_text("in the way")
    presenter.make("2026-10-01", "en", look=False)
    qtbot.waitUntil(lambda: view.said[-1][1] != "", timeout=30_000)

    assert "could not be saved" in view.said[-1][1]


def test_a_cancelled_report_leaves_nothing(presenter, view, qtbot):
    presenter.make("2026-10-01", "en", look=True)
    view.job.cancel()
    qtbot.waitSignal(view.job.ended, timeout=30_000)
    presenter.list_made()

    assert view.made == []


def test_other_files_in_the_folder_are_left_out(presenter, view, tmp_path):
    (tmp_path / "shop reports").mkdir()
    for name in ("monthly 2026-10 fi.pdf", "monthly 2026-10 de.pdf", "monthly notes.pdf"):
        (tmp_path / "shop reports" / name).write_bytes(b"%PDF")
    presenter.list_made()

    assert [made.path.name for made in view.made] == ["monthly 2026-10 fi.pdf"]
