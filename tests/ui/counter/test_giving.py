"""What staff give at the counter on their own judgement."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.shop import StaffMember

from .conftest import YARN


@pytest.fixture
def maija(desk):
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Maija", monthly_limit=1000))


@pytest.mark.usefixtures("maija")
def test_to_the_customer_at_the_counter(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.giving.begin()
    assert view.purse == ("Kaisa Virtanen", "€0.00 of €10.00 used this month")
    counter.giving.find("lin")
    assert view.gifts == ["Linen yarn 50 g"]
    counter.scanned(YARN)
    assert (view.gift.name, counter.form.basket.lines) == ("Linen yarn 50 g", ())
    assert counter.giving.give("Linen yarn", view.gift.id, "4,30", "mistake") == ""
    assert counter.giving.give("Linen yarn", view.gift.id, "4,30", "mistake") == ""  # Enter twice
    text, undo = view.toasts[0]
    assert text == "Given: Linen yarn"
    (given,) = desk.customers.card(kaisa).goodwill
    assert (given.cost, given.reason) == (430, "mistake")
    assert desk.goodwill.purse().used == 430
    undo()
    assert desk.customers.card(kaisa).goodwill == ()


@pytest.mark.usefixtures("maija")
def test_what_is_wrong_is_said_at_the_line(counter, desk):
    counter.giving.begin()
    assert counter.giving.give("", None, "", "") == "Write what is given."
    assert counter.giving.give("Cake", None, "much", "").startswith("Write an amount")
    assert counter.giving.give("Cake", None, "10,01", "").startswith("€10.01 is more than is left")
    assert desk.goodwill.log().given == ()


def test_somebody_has_to_be_at_the_desk(counter):
    with pytest.raises(UserError, match="at the desk"):
        counter.giving.begin()


@pytest.mark.usefixtures("maija", "kaisa")
def test_what_the_customer_must_not_have_is_said(counter, view, desk):
    socks = desk.products.get(desk.products.save(Product(0, "Wool socks", price=900)))
    counter.giving.picked(socks)
    assert view.warning == ""  # nobody is chosen
    counter.meeting.choose(1)
    counter.giving.picked(socks)
    assert view.warning == "Careful: Wool"
    counter.giving.picked(desk.products.scanned(YARN))
    assert view.warning == ""


@pytest.mark.usefixtures("maija")
def test_by_keys_alone(window, hands, desk, kaisa, walk):
    made = window(width=1280)
    made.page("counter").presenter.arrive(kaisa)
    hands.press("Shift+F6")
    hands.type("Cake")
    hands.press("Return")
    hands.type("2,5")
    hands.press("Return")
    assert walk(made) == []
    hands.press("2")
    hands.scanner.release()
    (given,) = desk.customers.card(kaisa).goodwill
    assert (given.what, given.cost, given.reason) == ("Cake", 250, "mistake")
    assert not made.page("counter").asks_goodwill()
