"""Asked for at the counter and not in stock."""

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.product import Product

from .conftest import YARN


def test_for_the_customer_at_the_counter(counter, view, desk, kaisa):
    silk = desk.products.save(Product(0, "Silk", stock=0))
    counter.meeting.choose(kaisa)
    counter.wishing.begin()
    assert view.asked == "Kaisa Virtanen"
    counter.wishing.find("sil")
    assert view.products == ["Silk"]
    assert counter.wishing.record("Silk", silk, "2", "") == ""
    text, undo = view.toasts[-1]
    assert text == "Noted as asked for: Silk"
    assert [(each.text, each.quantity) for each in desk.requests.wanted()] == [("Silk", 2)]
    desk.products.save(Product(silk, "Silk", stock=4))
    assert [each.request.customer_id for each in desk.requests.calls()] == [kaisa]
    undo()
    assert desk.requests.wanted() == []


def test_for_a_phone_number_or_for_nobody(counter, view, desk):
    counter.wishing.begin()
    assert view.asked == ""
    counter.wishing.record("Red coat", None, "1", "050 765 4321")
    counter.wishing.begin()
    counter.wishing.record("red coat", None, "1", "")
    desk.requests.arrive("red coat", "Red coat")
    assert [each.phone for each in desk.requests.calls()] == ["050 765 4321"]
    assert desk.requests.wanted()[0].times == 2


def test_the_same_line_twice_is_one_request(counter, desk):
    counter.wishing.begin()
    counter.wishing.record("Silk", None, "1", "")
    counter.wishing.record("Silk", None, "1", "")
    assert desk.requests.wanted()[0].times == 1


def test_what_is_wrong_is_said_at_the_line(counter, view, desk):
    counter.wishing.begin()
    assert counter.wishing.record("", None, "1", "") == "Write what was asked for."
    assert "quantity" in counter.wishing.record("Silk", None, "few", "")
    assert view.toasts == []
    assert desk.requests.wanted() == []


def test_a_phone_number_names_its_customer_and_that_of_a_family_nobody(counter, view, desk, kaisa):
    counter.wishing.begin()
    counter.wishing.phone("+358 40 123 4567")
    assert view.asker == "Kaisa Virtanen"
    counter.wishing.record("Red coat", None, "1", "+358 40 123 4567")
    assert [request.text for request in desk.customers.card(kaisa).requests] == ["Red coat"]
    points = (ContactPoint(ContactKind.PHONE, "040 123 4567"),)
    desk.customers.save(Customer(0, "Olli", "Virtanen", contacts=points))
    counter.wishing.phone("040 123 4567")
    assert view.asker == ""
    counter.wishing.begin()
    counter.wishing.record("Blue coat", None, "1", "040 123 4567")
    assert len(desk.customers.card(kaisa).requests) == 1


def test_a_scan_into_the_open_line_is_what_is_asked_for(counter, view, kaisa):
    counter.wishing.begin()
    counter.scanned(YARN)
    assert view.wanted == ("Linen yarn 50 g", 1)
    counter.scanned("6400000000001")
    assert view.wanted == ("6400000000001", None)
    counter.scanned("KANTA-0001")
    assert (counter.form.customer.id, counter.form.basket.lines) == (kaisa, ())
