"""Labels, envelopes and coupons for a list: only for those who may be written to and have an address."""

import pypdfium2
import pytest

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.mailing import Obstacle
from cxdesk.domain.stationery import VOUCHER


@pytest.fixture
def people(person):
    home = {"street": "Harjukatu 2", "postcode": "15100", "town": "Lahti"}
    return [person("Kaisa", **home), person("Olli", permits=False, **home), person("Eero")]


def text(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_only_who_has_an_address_and_permits_it(desk, people, tmp_path):
    problems = desk.stationery.labels(people, "L7160", tmp_path / "a.pdf", start=3)
    assert [each.obstacle for each in problems] == [Obstacle.NOT_PERMITTED, Obstacle.NO_ADDRESS]
    (sheet,) = text(tmp_path / "a.pdf")
    assert "Kaisa" in sheet
    assert "Olli" not in sheet
    desk.stationery.envelopes(people, "C5", tmp_path / "new" / "b.pdf")
    assert len(text(tmp_path / "new" / "b.pdf")) == 1


@pytest.mark.parametrize(("start", "offset"), [(0, (0, 0)), (22, (0, 0)), (1, (31, 0))])
def test_what_cannot_be_right_is_refused(desk, people, tmp_path, start, offset):
    with pytest.raises(UserError):
        desk.stationery.labels(people, "L7160", tmp_path / "a.pdf", start, offset)
    assert list(tmp_path.glob("*.pdf")) == []


def test_nobody_left_is_said(desk, people, tmp_path):
    with pytest.raises(UserError, match="has an address"):
        desk.stationery.envelopes(people[1:], "DL", tmp_path / "a.pdf")


def test_a_coupon_in_the_language_of_whose_it_is(desk, person, tmp_path, today):
    made = desk.coupons.new(
        Coupon(CouponKind.PERCENT, today, today, customer_id=person(language="fi"), percent=10)
    )
    desk.stationery.voucher(made.code, "80", tmp_path / "a.pdf")
    (said,) = text(tmp_path / "a.pdf")
    assert made.code in said
    assert "Voimassa" in said
    with pytest.raises(UserError, match="no coupon"):
        desk.stationery.voucher("ZZ-ZZZZ", "80", tmp_path / "b.pdf")


def test_a_gift_card_as_a_card_to_give_away(desk, tmp_path, today):
    card = desk.gift_cards.new(GiftCard("", 2500, last=today))
    desk.stationery.voucher(card.code, VOUCHER, tmp_path / "a.pdf")
    (said,) = text(tmp_path / "a.pdf")
    assert "Gift card €25.00" in said
    assert f"Valid until {today:%d/%m/%Y}" in said
    assert card.code in said
