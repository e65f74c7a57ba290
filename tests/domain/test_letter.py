from dataclasses import replace

from cxdesk.domain.letter import LetterFields, Recipient, missing

COMPLETE = LetterFields(
    customer_first_name="Kaisa",
    reason="Kiitos avustasi kauppayönä.",
    staff_name="Aino Mäkelä",
    staff_title="kauppias",
    shop_name="Lankakauppa Kerä",
)


def test_a_letter_with_a_name_a_reason_and_a_signature_is_complete():
    assert missing(COMPLETE) == []


def test_everything_missing_is_listed_in_the_order_of_the_steps():
    assert missing(LetterFields()) == ["customer.name", "reason", "staff.name", "staff.title", "shop.name"]


def test_a_coupon_must_say_until_when():
    offered = replace(COMPLETE, coupon="10 %")
    assert missing(offered) == ["valid_until"]
    assert missing(replace(offered, valid_until="23.12.2026")) == []


def test_a_company_needs_no_first_name_and_blanks_are_no_name():
    assert missing(replace(COMPLETE, customer_first_name="", customer_name="Kahvila Aamu Oy")) == []
    assert missing(replace(COMPLETE, customer_first_name="  ")) == ["customer.name"]


def test_without_an_address_the_letter_is_handed_over_at_the_counter():
    assert Recipient(("Kaisa Virtanen",)).at_counter
    assert Recipient(("Kaisa Virtanen",), (" ",)).at_counter
    assert not Recipient(("Kaisa Virtanen",), ("Harjukatu 12 A 4", "15100 LAHTI")).at_counter
