"""A letter to one customer, from the card to the printer and back."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from cxdesk.domain.customer import ContactChannel, ContactKind, ContactPoint, Purpose
from cxdesk.domain.letter import LetterKind, Way
from cxdesk.domain.personal import Wording
from cxdesk.domain.stationery import BY_HAND
from cxdesk.language.language import Language
from cxdesk.ui.letters.page import LettersPage
from cxdesk.ui.theme import theme


@pytest.fixture
def open_page(desk, shop, shown):
    made = []

    def open_one(code="en", size=(1366, 768)):
        kaisa = shop.customer(desk, "Kaisa Virtanen")
        window = shop.window(desk, Language(code, currency="EUR"), "letters", LettersPage)
        made.append(window)
        shown(window, *size)
        window.go("customers", kaisa)
        window.go("letters", ("to", kaisa))
        return window, window.page("letters")

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


def test_a_letter_is_worded_looked_at_printed_and_taken_back(open_page, find, qtbot, desk):
    window, page = open_page()
    form = page.personal.part
    assert form.head.title.text() == "Letter to Kaisa Virtanen"
    assert form.text.toPlainText().startswith("Dear Kaisa,")
    form.text.setPlainText("Dear Kaisa,\n\nthe buttons are here.\n\nAino")
    form.kinds.chip("birthday").click()
    form.kinds.chip("thank_you").click()
    assert "the buttons are here" in form.text.toPlainText(), (
        "what was typed stays while others are looked at"
    )
    qtbot.waitUntil(lambda: form.sheet.pages == 1)
    form.print.click()
    qtbot.waitUntil(page.preview.isVisible)
    page.preview.printed.emit()
    assert window.current == "customers"
    (slip,) = desk.papers.latest()
    assert (slip.name, slip.template, slip.way) == ("Kaisa Virtanen", "thank_you", Way.PRINTED)
    find(window, "toast-undo").click()
    assert desk.papers.latest() == []


def test_nobody_is_written_to_who_does_not_permit_it_any_more(open_page, shop, desk):
    window, page = open_page()
    form = page.personal.part
    olli = shop.customer(desk, "Olli", letters=False)
    window.go("letters", ("to", olli))
    assert form.obstacle.label.text() == "Olli does not permit such letters."
    assert not form.print.isEnabled()
    form.presenter.choose(LetterKind.APOLOGY)
    assert form.print.isEnabled()
    form.presenter.typed(Wording("Sorry", "Dear Olli"))
    window.go("customers")
    window.go("letters", ("to", olli))
    assert form.text.toPlainText() == "Dear Olli", "a letter is gone on with"


def test_a_copied_or_mailed_letter_is_sent_when_somebody_says_so(open_page, desk):
    window, page = open_page()
    form, opened = page.personal.part, []
    form.opens = lambda url: opened.append(url.toString()) or True
    assert not form.mail.isEnabled(), "no address is known"
    form.copied.click()
    assert QGuiApplication.clipboard().text().startswith("Dear Kaisa,\n\nThank you")
    assert "copied" in form.asking.label.text()
    kaisa = form.presenter.letter.customer_id
    points = (ContactPoint(ContactKind.EMAIL, "kaisa@example.com"),)
    desk.customers.save(replace(desk.customers.get(kaisa), contacts=points))
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    form.mail.click()
    assert opened[0].startswith("mailto:kaisa@example.com?subject=")
    form.opens = lambda _: False
    form.mail.click()
    assert form.asking.label.text().startswith("No mail program was found.")
    assert desk.papers.latest() == []
    form.asking.acted.emit()
    assert [(slip.name, slip.way) for slip in desk.papers.latest()] == [("Kaisa Virtanen", Way.EMAIL)]
    assert window.current == "customers"


def test_it_may_be_a_card_unless_it_is_too_long_or_written_by_hand(open_page, qtbot, desk):
    _, page = open_page()
    form = page.personal.part
    form.presenter.print_on("A4A6")
    qtbot.waitUntil(lambda: form.sheet.pages == 1)
    form.text.setPlainText("Dear Kaisa,\n\n" + "buttons " * 900)
    form.presenter.draw()
    qtbot.waitUntil(lambda: "too long for this card" in form.mistake.label.text())
    form.presenter.print_on(BY_HAND)
    assert "by hand" in form.asking.label.text()
    qtbot.waitUntil(form.mistake.isHidden)
    form.asking.acted.emit()
    assert [slip.way for slip in desk.papers.latest()] == [Way.HAND]


@pytest.mark.parametrize("code", ["fi", "uz"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (2.0, 1366)])
def test_walk(open_page, walk, code, scale, width):
    theme().set_scale(scale)
    window, _ = open_page(code, (width, 720))
    assert walk(window) == []
