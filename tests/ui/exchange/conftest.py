"""The import with a view that only remembers, on a real shop and a real worker."""

import pytest

from cxdesk.ui.exchange.presenter import Presenter
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.tokens import Tone


class View:
    def __init__(self):
        self.place = self.file = self.check = None
        self.shop = self.line = ""
        self.said, self.jobs, self.pointed, self.told, self.toasts = [], [], [], [], []
        self.rows, self.people, self.fields, self.leave = [], [], {}, True
        self.asked, self.previews = 0, []

    def turn(self, place):
        self.place = place

    def show_file(self, found):
        self.file = found

    def show_shop(self, name):
        self.shop = name

    def show_columns(self, line, fields, rows):
        self.line, self.fields, self.rows = line, fields, rows

    def point_at(self, column):
        self.pointed.append(column)

    def show_people(self, line, people, *, overwrite):
        self.people_line, self.people, self.overwrite = line, people, overwrite

    def show_check(self, found):
        self.check = found

    def preview(self, path, title):
        self.previews.append((path, title))

    def say(self, text, tone=Tone.BAD):
        if text:
            self.said.append((text, tone))

    def follow(self, job, text):
        self.jobs.append(job)
        self.busy = text

    def may_leave(self):
        self.asked += 1
        return self.leave

    def tell(self, tables):
        self.told.append(tables)

    def toast(self, text, undo):
        self.toasts.append((text, undo))

    def fail(self, error):
        raise error


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, language, view, qapp):  # noqa: ARG001 - signals need an application
    jobs = Jobs(desk.again)
    made = Presenter(desk, language, jobs, view)
    made.begin()
    yield made
    jobs.close()


@pytest.fixture
def file(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def after(view, qtbot):
    """Does something and waits for the end of the work that it began."""

    def act(do, *what, **how):
        begun, ended = len(view.jobs), []
        do(*what, **how)
        for job in view.jobs[begun:]:
            job.ended.connect(lambda: ended.append(1))
        qtbot.waitUntil(lambda: len(ended) == len(view.jobs) - begun, timeout=10_000)

    return act
