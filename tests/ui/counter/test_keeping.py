"""What stands at the counter outlives the program, and is never recorded twice."""

import multiprocessing
import os
import signal
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services.desk import enter, found
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.theme import Scheme, Theme
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.window import Window

from .conftest import NOW, SCREENS, YARN


def opened(desk):
    """The window of a shop, at the counter."""
    changes = Changes()
    desk.workplace.announce = lambda change: changes.tell(change.tables)
    hooks = Hooks(undo=desk.history.undo)
    window = Window(desk, Language("en"), SCREENS, changes, Jobs(desk.again), print, hooks)
    window.go("counter")
    return window


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def visit(path, *, saved):
    """The program, killed in the middle of a visit, or right after its commit."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    Theme(app, Scheme.LIGHT)
    desk = enter(path, lambda: NOW - timedelta(minutes=7))
    window = opened(desk)
    counter = window.page("counter").presenter
    counter.meeting.choose(1)
    counter.answer(nps=4, comment="Jono oli pitkä", note="Kiireinen")
    counter.scanned(YARN)
    while not desk.drafts.path.exists():
        app.processEvents()
    if saved:
        desk.workplace.announce = die  # it is told of a change that has been committed
        counter.save()
    die()


@pytest.fixture
def path(tmp_path):
    desk = found(tmp_path / "shop.cxdesk", Shop("Lanka", language="en"), lambda: NOW)
    desk.customers.save(Customer(0, "Kaisa", "Virtanen"))
    desk.products.save(Product(0, "Linen yarn 50 g", barcode=YARN, price=890, stock=16))
    desk.close()
    return tmp_path / "shop.cxdesk"


@pytest.fixture
def killed(path):
    def run(*, saved):
        process = multiprocessing.get_context("spawn").Process(
            target=visit, args=(path,), kwargs={"saved": saved}
        )
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL

    return run


@pytest.fixture
def start(path, qtbot):
    """Starts the program; gives its desk and the counter."""
    desks = []

    def run():
        desks.append(enter(path, lambda: NOW))
        window = opened(desks[-1])
        qtbot.addWidget(window)
        return desks[-1], window.page("counter")

    yield run
    for desk in desks:
        desk.close()


def written(page):
    """Wait until the writer has nothing left to do."""
    page.keeper._writer.submit(int).result()


def test_a_visit_survives_a_kill_and_is_saved_once(killed, start):
    killed(saved=False)
    desk, page = start()
    form = page.presenter.form
    assert (form.customer.name, form.nps, form.comment, form.note) == (
        "Kaisa Virtanen",
        4,
        "Jono oli pitkä",
        "Kiireinen",
    )
    assert [line.description for line in form.basket.lines] == ["Linen yarn 50 g"]
    assert page.foot.news.label.text() == "Brought back from 13:58."  # seven minutes before 14:05
    page.presenter.save()
    page.presenter.save()
    written(page)
    card = desk.customers.card(1)
    assert (len(card.feedback), len(card.purchases), len(card.notes)) == (1, 1, 1)
    assert not desk.drafts.path.exists()
    assert page.foot.news.label.text() == ""


def test_what_was_committed_does_not_come_back(killed, start):
    killed(saved=True)
    desk, page = start()
    assert page.presenter.form.empty
    assert not desk.drafts.path.exists()
    card = desk.customers.card(1)
    assert (len(card.feedback), len(card.purchases), len(card.notes)) == (1, 1, 1)
    assert desk.products.get(1).stock == 15


def test_kept_when_the_page_is_left_and_forgotten_when_it_is_cleared(start):
    desk, page = start()
    page.presenter.answer(nps=9)
    assert not desk.drafts.path.exists()  # the typing goes on
    page.window().show()
    page.window().hide()
    written(page)
    assert desk.drafts.path.exists()
    page.presenter.clear()
    written(page)
    assert not desk.drafts.path.exists()
    page.presenter.restore()
    page.keeper.write()
    written(page)
    assert desk.drafts.path.exists()


def test_a_correction_comes_back_unless_it_has_been_saved(start):
    desk, page = start()
    saved = desk.feedback.record(Feedback(0, NOW.date(), 1, nps=3))
    page.presenter.correcting.begin(saved)
    page.presenter.answer(nps=8)
    page.keeper.write()
    written(page)
    kept = desk.drafts.read()
    page.presenter.save()
    written(page)
    desk.drafts.write(kept)
    page.presenter.keeping.bring_back()
    assert page.presenter.form.empty  # it was saved after all
    desk.history.undo()
    desk.drafts.write(kept)
    page.presenter.keeping.bring_back()
    assert (page.presenter.form.corrects.id, page.presenter.form.nps) == (saved, 8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "could not be read"),
        ('{"version": 99}', "could not be read"),
    ],
)
def test_a_damaged_draft_costs_one_sentence(start, path, text, words):
    path.with_name("shop.cxdesk.draft").write_text(text)
    desk, page = start()
    assert page.presenter.form.empty
    assert words in page.foot.error.label.text()
    assert not desk.drafts.path.exists()


def test_a_customer_who_has_gone_leaves_the_rest(start):
    desk, page = start()
    page.presenter.meeting.choose(1)
    page.presenter.answer(nps=2)
    text = page.presenter.keeping.text(page.presenter.form).replace("Kaisa", "Laila")
    page.presenter.clear()
    written(page)
    desk.drafts.write(text)
    page.presenter.keeping.bring_back()
    assert (page.presenter.form.customer, page.presenter.form.nps) == (None, 2)
    assert "not in the register any more" in page.foot.error.label.text()
