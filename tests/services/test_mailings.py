"""One letter to many: in each one's language, only to those who may have it, remembered as one step."""

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.customer import Birthday, ContactChannel, ContactKind, ContactPoint, Gender, Purpose
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Mailing, Obstacle
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, Redeemed
from cxdesk.language import campaigns
from cxdesk.storage import known

INVITED = Mailing(
    "form-1", LetterKind.INVITATION, event="Neuleilta", when="28.11. klo 18", place="Harjukatu 1"
)


@pytest.fixture
def people(person):
    return [
        person(
            "Kaisa", last_name="Virtanen", language="fi", street="Harjukatu 2", postcode="15100", town="Lahti"
        ),
        person("Gulnora", last_name="Rahimova", language="uz"),
        person("Olli", permits=False),
        person("Eero", birthday=Birthday(1, 1, 2015)),
        person("Jane", last_name="Smith", language="en", gender=Gender.WOMAN, formality=Formality.FORMAL),
    ]


def test_everybody_in_their_own_language_and_formality(desk, people):
    batch = desk.mailings.prepare(INVITED, people)
    assert [(letter.language, letter.paragraphs[0]) for _, letter in batch.letters] == [
        ("fi", "Hyvä Kaisa,"),
        ("uz", "Hurmatli Gulnora!"),
        ("en", "Dear Ms Smith,"),
    ]
    assert all("Neuleilta" in letter.subject for _, letter in batch.letters)


def test_who_cannot_have_it_is_named(desk, people):
    ready, problems = desk.mailings.problems(INVITED, people)
    assert ready == 3
    assert [(each.name, each.obstacle) for each in problems] == [
        ("Gulnora Rahimova", Obstacle.NO_ADDRESS),
        ("Olli", Obstacle.NOT_PERMITTED),
        ("Eero", Obstacle.CHILD),
        ("Jane Smith", Obstacle.NO_ADDRESS),
    ]


def test_an_apology_needs_no_marketing_permission(desk, people):
    apology = Mailing("form-2", LetterKind.APOLOGY, message="We pay it back.")
    ready, problems = desk.mailings.problems(apology, [people[2]])
    assert (ready, [each.obstacle for each in problems]) == (1, [Obstacle.NO_ADDRESS])


def test_printed_twice_it_is_the_same_letters(desk, people, tmp_path):
    first = desk.mailings.write(INVITED, people, tmp_path / "a.pdf")
    again = desk.mailings.write(INVITED, people, tmp_path / "b.pdf")
    codes = [letter.code for _, letter in first.letters]
    assert [letter.code for _, letter in again.letters] == codes
    assert len(set(codes)) == len(desk.papers.latest()) == 3
    assert codes[0] in first.letters[0][1].paragraphs[-2], "the code is said in the letter too"
    desk.history.undo()
    desk.history.undo()
    assert desk.papers.latest() == []


def test_an_invitation_is_a_contact_and_an_apology_is_none(desk, people, tmp_path):
    apology = Mailing("form-2", LetterKind.APOLOGY, message="We pay it back.")
    desk.mailings.write(apology, people[4:], tmp_path / "a.pdf")
    desk.mailings.write(INVITED, people[:1], tmp_path / "b.pdf")
    contacted = known.last_contacts(desk.workplace.db, set(people))
    assert contacted == {people[0]: desk.workplace.today()}


def test_a_permission_withdrawn_meanwhile_counts(desk, person, tmp_path):
    with pytest.raises(UserError, match="Nobody on this list"):
        desk.mailings.write(INVITED, [person("Olli", permits=False)], tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_percentages_and_days_are_said_as_the_language_says_them(desk, people):
    day = Mailing("x", LetterKind.APPRECIATION_DAY, regular_percent=20, guest_percent=10)
    warranty = Mailing("y", LetterKind.WARRANTY_ENDS, item="Kude 3", until=date(2026, 12, 24))
    said = desk.mailings.prepare(day, people[:1]).letters[0][1].paragraphs
    assert "20 % alennusta" in "\n".join(said).replace("\u00a0", " ")
    assert "24. joulukuuta 2026" in desk.mailings.prepare(warranty, people[:1]).letters[0][1].paragraphs[1]


def test_a_personal_coupon_is_used_at_the_counter_and_counts_as_the_cost_of_the_event(
    desk, people, today, tmp_path
):
    event = desk.campaigns.save(Campaign(0, CampaignKind.PARTY, "Neuleilta", today, today))
    desk.campaigns.save(replace(desk.campaigns.get(event), cost=1000))
    offer = Coupon(CouponKind.PERCENT, today, today + timedelta(days=30), percent=20)
    mailing = replace(INVITED, offer=offer, campaign_id=event)
    batch = desk.mailings.write(mailing, people, tmp_path / "a.pdf")
    desk.mailings.write(mailing, people, tmp_path / "b.pdf")
    made = {each.coupon.code: each.coupon for each in desk.coupons.every()}
    assert {letter.coupon.code for _, letter in batch.letters} == made.keys()
    assert {each.customer_id for each in made.values()} == {people[0], people[1], people[4]}
    assert "20 %" in batch.letters[0][1].coupon.title.replace("\u00a0", " ")

    mine = desk.coupons.open_for(people[0])[0]
    line = PurchaseLine("Yarn", 1, 1000, 800)
    used = (Redeemed(mine.code, 200),)
    desk.purchases.record(Purchase(0, today, PurchaseKind.SALE, 800, people[0], lines=(line,), coupons=used))
    found = desk.campaigns.turnout(event)
    assert (found.coupons, found.used, found.redeemed) == (3, 1, 200)
    told = campaigns.turnout(desk.workplace.language(), desk.campaigns.get(event), found)
    assert "Coupons used: 1 of 3." in told
    assert "It has cost €12.00, €2.00 of it for coupons." in told
    with pytest.raises(UserError, match="1 to 100"):
        desk.mailings.prepare(replace(mailing, offer=replace(offer, percent=0)), people)


def test_an_e_mail_says_the_code_of_its_coupon(desk, person, today, tmp_path):
    who = person(contacts=(ContactPoint(ContactKind.EMAIL, "a@example.com"),))
    desk.customers.consent(who, Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    offer = Coupon(CouponKind.AMOUNT, today, today, amount=500)
    desk.outgoing.emails(replace(INVITED, offer=offer), [who], tmp_path / "new")
    assert desk.coupons.every() == []
    desk.outgoing.sent(replace(INVITED, offer=offer), [who], ContactChannel.EMAIL)
    (made,), (file,) = desk.coupons.every(), (tmp_path / "new").iterdir()
    assert made.coupon.code in message_from_bytes(file.read_bytes(), policy=policy.default).get_content()


def test_a_name_that_the_font_cannot_write_is_told(desk, person):
    home = {"street": "Harjukatu 2", "postcode": "15100", "town": "Lahti"}
    names = {
        "Oʻgʻiloy Sanʼatova": [],
        "Ўғилой": [],
        "שרה כהן": [],
        "شبنم ہاشمی": [Obstacle.UNPRINTABLE],
        "日本": [Obstacle.UNPRINTABLE],
    }
    for name, obstacles in names.items():
        ready, problems = desk.mailings.problems(INVITED, [person(name, **home)])
        assert (ready, [each.obstacle for each in problems]) == (1, obstacles), name
