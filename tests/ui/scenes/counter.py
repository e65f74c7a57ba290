"""The counter in each of its states."""

from dataclasses import replace

from sqlcipher3 import dbapi2

from cxdesk.domain.interview import Interview, Outcome
from cxdesk.domain.needs import Emotion, Need
from cxdesk.ui.counter import draft
from cxdesk.ui.counter.draft import Draft
from cxdesk.ui.counter.line_entry import LineTexts
from tests.ui.scenes.stage import go, hero, settle


def scenes():
    """Each is called with a session and brings it there."""
    return {
        "ready": fresh,
        "typing": _typing,
        "nobody": _nobody,
        "stranger": _stranger,
        "misspelt": _misspelt,
        "waits": came,
        "counter": filled,
        "chips": _chips,
        "questions": _questions,
        "interview": _interview,
        "playbook": _playbook,
        "line": _line,
        "return": _return,
        "request": _request,
        "promise": _promise,
        "goodwill": _goodwill,
        "idea": _idea,
        "goal": _goal,
        "benefits": _benefits,
        "everything": _everything,
        "unanswered": _unanswered,
        "saved": _saved,
        "locked": _locked,
        "draft": _draft,
        "correction": _correction,
    }


def fresh(session):
    """Nobody has come; gives the page."""
    go(session, "counter")
    page = session.window.page("counter")
    page.presenter.clear()
    page.foot.error.say("")
    session.window._toast.hide()
    return page


def came(session):
    """A regular who has answered lately: the questions wait."""
    page = fresh(session)
    page.presenter.arrive(hero(session))
    return page


def filled(session):
    """A regular has answered, and buys."""
    page = came(session)
    page.presenter.answer(nps=9)
    page.presenter.answer(csat=5)
    for product in session.desk.products.search("50 g", 2):
        page.presenter.buying.add(product)
    return page


def _typing(session):
    fresh(session).people.search.insert("vir")


def _nobody(session):
    fresh(session).people.search.insert("Tuulia Rantala")


def _stranger(session):
    """A new customer who may be in the register already."""
    page = fresh(session)
    page.presenter.meeting.ask_new("Kaisa Virtanen")
    return page.people.form.part


def _misspelt(session):
    """A new customer without a name."""
    form = _stranger(session)
    form.first.clear()
    form.last.clear()
    form.phone.setText("040 555 0000")
    form.phone.returnPressed.emit()


def _chips(session):
    """A visit of which there is much to say."""
    page = filled(session)
    page.presenter.answer(nps=4, csat=2, ces=3, emotion=Emotion.UNSURE, note="Ihaili ikkunan paitaa")
    page.presenter.answer(needs=(Need.PRICE, Need.OPTIONS, Need.CONVENIENCE, Need.RELIABILITY))


def _questions(session):
    """The same visit with the questions that are asked now and then."""
    page = filled(session)
    page.presenter.answer(emotion=Emotion.PLEASED)
    page.presenter.answer(waited=5)


def _interview(session):
    """A visit in the middle of an interview about a need."""
    page = filled(session)
    page.answers.asking.click()
    chosen = tuple(page.answers.interview.part.hits.keys())[:2]
    said = Interview(
        0,
        session.desk.workplace.today(),
        wishes="Kesäpaita, pellava, M",
        hits=chosen,
        outcome=Outcome.THINKING,
    )
    page.presenter.answer(interview=said)
    page.presenter.answer(note="Ihaili ikkunan paitaa")


def _playbook(session):
    """An unhappy customer, and the guide for it."""
    page = filled(session)
    page.presenter.answer(nps=3, csat=2)
    page.answers.guiding.click()
    page.sale.guide.steps[0].click()


def _line(session):
    """The price of a line is being changed."""
    card = filled(session).sale.purchase
    settle()
    card.written.emit(1, LineTexts("2", "8,90", "10 %", "23.11.2028"))
    settle()
    card.open_line(0)
    card.line_form.part.discount.setText("2,50")


def _return(session):
    """A regular exchanges something."""
    made = filled(session).presenter.returning
    made.begin("pell")
    made.take(session.desk.purchases.returnables(hero(session), "pell")[0])
    made.begin()


def _request(session):
    """A regular asks for something that is not there."""
    page = filled(session)
    page.presenter.wishing.begin()
    page.presenter.wishing.find("merino")


def _promise(session):
    """A promise stands with the visit, and another is being written."""
    made = filled(session).presenter.promising
    made.write("Pellavalanka varattu", "27.11.")
    made.begin()


def _goodwill(session):
    """A regular is given something on the spot."""
    page = came(session)
    page.presenter.giving.begin()
    page.people.goodwill.part.search.insert("merino")


def _goal(session):
    """A goal that is added to by hand."""
    page = came(session)
    (each, *_) = session.desk.goals.of_customer(hero(session))
    page.people.card.pursued.emit(each)


def _idea(session):
    """Somebody wants to thank a regular."""
    page = came(session)
    page.people.card.thank.click()
    page.people.idea.part.text.setPlainText("Kiitos, kun kannoit lankalaatikot sisään")


def _benefits(session):
    """A regular uses points and a coupon, and is asked for more."""
    page = filled(session)
    held = session.desk.benefits.of_customer(hero(session))
    page.presenter.use_code(held.coupons[0].code)
    page.presenter.benefiting.write("100")
    page.presenter.benefiting.begin()


def _everything(session):
    """All that unfolds is unfolded."""
    page = filled(session)
    page.presenter.answer(comment="Kiitos avusta, lanka oli juuri oikea!", note="Ihaili ikkunan paitaa")
    for button in (page.answers.more, page.answers.noting, page.answers.asking, page.answers.guiding):
        button.click()
    for open_ in (page.sale.purchase.back, page.sale.purchase.ask, page.sale.purchase.give):
        open_.click()
    page.sale.purchase.open_line(0)
    page._scroll.verticalScrollBar().setValue(0)


def _unanswered(session):
    """Somebody saves a visit of which nothing is known but who came."""
    came(session).foot.save.click()


def _saved(session):
    """The moment after saving."""
    filled(session).foot.save.click()


def _locked(session):
    """Another program holds the shop file while a visit is saved."""
    page, other = filled(session), dbapi2.connect(str(session.desk.workplace.db.path))
    other.execute("BEGIN IMMEDIATE")
    page.foot.save.click()
    other.rollback()
    other.close()


def _draft(session):
    """The program was killed in the middle of a visit, and has been started again."""
    page = filled(session)
    kept = Draft(replace(page.presenter.form), session.desk.workplace.now())
    fresh(session)
    page.keeper._writer.submit(session.desk.drafts.forget).result()
    session.desk.drafts.write(draft.written(kept))
    page.presenter.keeping.bring_back()
    page.presenter.refresh()


def _correction(session):
    """An entry of earlier is being corrected."""
    page = filled(session)
    page.presenter.correcting.begin(session.desk.feedback.latest(1)[0].id)
