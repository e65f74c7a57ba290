"""The page of appreciation in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxdesk.domain.occasion import Occasion
from cxdesk.domain.product import Product
from cxdesk.language.language import Language
from cxdesk.ui.appreciation.event_card import EventCard
from cxdesk.ui.appreciation.page import AppreciationPage
from cxdesk.ui.theme import theme


@pytest.fixture
def open_page(desk, shop, shown):
    made = []

    def open_one(code="en", size=(1366, 768), what=None):
        window = shop.window(desk, Language(code, currency="EUR"), "appreciation", AppreciationPage)
        made.append(window)
        shown(window, *size)
        window.go("appreciation", what)
        return window, window.page("appreciation")

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


def test_a_figure_is_turned_where_it_stands_and_a_rule_looks_back(open_page, find, desk, qtbot):
    _, page = open_page()
    find(page, "turn-milestone").click()
    field = find(page, "figure-milestone-least")
    field.setText("3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.occasions.get(Occasion.MILESTONE)["least"] == 3
    assert "3" in page.rules.part.rules[Occasion.MILESTONE]._sentence.text()
    field.setText("1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at = page.rules.part.rules[Occasion.MILESTONE].figures.part.rows["least"]
    assert at.error == "Write a number from 2 to 500."
    assert desk.occasions.get(Occasion.MILESTONE)["least"] == 3
    find(page, "rule-milestone").click()
    find(page, "look-welcome").click()
    rule = page.rules.part.rules[Occasion.WELCOME]
    qtbot.waitUntil(lambda: "named nobody" in rule._seen.label.text())
    assert not desk.occasions.get(Occasion.MILESTONE).active


def test_a_gift_is_entered_edited_in_its_row_and_retired(open_page, find, desk):
    desk.products.save(Product(0, "Linen yarn", price=890, cost=430, stock=7))
    _, page = open_page(what="gifts")
    find(page, "new-gift").setText("Mug")
    find(page, "new-gift-cost").setText("4,50")
    find(page, "new-gift-stock").setText("many")
    find(page, "new-gift-save").click()
    assert page.gifts.part.form.there.error == "Write a whole number, such as 30."
    find(page, "new-gift-stock").setText("12")
    find(page, "new-gift-save").click()
    (mug,) = desk.gifts.every()
    assert (mug.name, mug.cost, mug.stock) == ("Mug", 450, 12)
    find(page, f"edit-{mug.id}").click()
    find(page, f"edit-{mug.id}-gift-cost").setText("5")
    find(page, f"edit-{mug.id}-gift-save").click()
    assert [(each.cost, each.stock) for each in desk.gifts.every()] == [(500, 12)]
    page.gifts.part.form.name.insert("lin")
    QTest.keyClick(page.gifts.part.form.name, Qt.Key.Key_Return)
    find(page, "new-gift-save").click()
    linen = next(each for each in desk.gifts.every() if each.product_id)
    assert (linen.name, linen.cost, linen.stock) == ("Linen yarn", 430, 7)
    find(page, f"gift-{mug.id}").click()
    assert [each.active for each in desk.gifts.every()] == [True, False]


def test_an_event_is_planned_written_and_somebody_comes(open_page, find, desk, shop, qtbot):
    shop.customer(desk, "Kaisa Virtanen")
    window, page = open_page(what="events")
    find(page, "event-name").setText("Knitting evening")
    find(page, "event-first").setText("soon")
    find(page, "plan-event").click()
    assert page.events.part.form.rows["first"].error.startswith("soon is no day")
    assert find(page, "event-first").placeholderText() == "Such as: 05/12/2026"
    find(page, "event-first").setText("3.12.")
    find(page, "event-kind-cause").click()
    assert not find(page, "event-guests").isVisible()
    find(page, "event-per_purchase").setText("0,50")
    find(page, "event-goal").setText("100")
    find(page, "plan-event").click()
    (event,) = desk.campaigns.every()
    assert (event.name, event.audience) == ("Knitting evening", "best 20")
    assert (event.per_purchase, event.goal, event.guests, str(event.last)) == (50, 10000, 0, "2026-12-03")
    find(page, f"edit-{event.id}").click()
    assert find(page, "event-goal").text() == "100"
    find(page, "event-first").setText("1.10.2026")
    find(page, "event-last").setText("2.10.2026")
    find(page, "plan-event").click()
    card = page.findChildren(EventCard)[-1]
    find(card, f"close-{event.id}").click()
    card.cost.setText("12,50")
    find(card, f"closed-{event.id}").click()
    assert (desk.campaigns.get(event.id).cost, desk.campaigns.get(event.id).closed) == (1250, True)
    desk.campaigns.save(event)
    page.reload()
    find(page, "event-code").setText("22-2222")
    find(page, "event-came").click()
    assert page.events.part._coded.error == "No invitation bears the code 22-2222."
    find(page, f"invite-{event.id}").click()
    qtbot.waitUntil(lambda: bool(window.errors) or page._over.currentIndex() == 1)
    assert window.errors.pop()  # nobody has bought yet, so nobody is among the best


@pytest.mark.parametrize("section", ["rules", "gifts", "events", "effect"])
@pytest.mark.parametrize(("code", "scale", "width"), [("fi", 1.0, 1280), ("uz", 2.0, 1366)])
def test_walk(open_page, walk, code, scale, width, section):
    theme().set_scale(scale)
    window, page = open_page(code, (width, 720), section)
    for rule in page.rules.part.rules.values():
        rule.figures.open()
    assert walk(window) == []
