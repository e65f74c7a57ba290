"""Two events of the demo shop: an evening that was, and an early look at the sale that comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from cxdesk.domain.campaign import Campaign, CampaignKind, Invitation, Reply
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.paper import Paper, PaperKind
from cxdesk.services.demo.people import Person
from cxdesk.services.permissions import allowance
from cxdesk.storage import campaigns, coupons, invitations, papers
from cxdesk.storage import shop as shop_storage
from cxdesk.storage.coupons import Redemption
from cxdesk.storage.database import Database

NAMES = {
    "fi": ("Kanta-asiakkaiden neuleilta", "Talvialen ennakkopäivä", "Kerän takahuone"),
    "en": ("Knitting evening for regulars", "Early day of the winter sale", "The back room of Kerä"),
    "uz": ("Doimiy mijozlar toʻquv kechasi", "Qishki sotuvning oldindan kuni", "Kerä orqa xonasi"),
}
CAUSE = {
    "fi": ("Sukat vastasyntyneille", "Sairaalan keskolaosastolle.", "Ensi kerralla enemmän tuoleja."),
    "en": ("Socks for newborns", "For the hospital’s ward for newborns.", "More chairs next time."),
    "uz": (
        "Chaqaloqlarga paypoq",
        "Shifoxonaning chaqaloqlar boʻlimi uchun.",
        "Keyingi safar koʻproq stul kerak.",
    ),
}
INVITED, USED = 24, 0.4
COMES = {Reply.YES: 0.85, Reply.MAYBE: 0.35, Reply.NO: 0.0, None: 0.1}


def record(db: Database, random: Random, people: Sequence[Person], today: date, code: str) -> None:
    """Note the evening with its guests and their coupons, and plan the other."""
    evening, sale, place = NAMES[code]
    was, comes = today - timedelta(days=38), today + timedelta(days=24)
    told = Campaign(
        0, CampaignKind.PARTY, evening, was, was, time="18:00", place=place, guests=1, budget=18000
    )
    party = campaigns.put(
        db, replace(told, audience=f"best {INVITED}", cost=16450, result=CAUSE[code][2], closed=True, goal=20)
    )
    basis = shop_storage.get(db).letter_basis
    regulars = sorted(people, key=lambda each: (-each.spend, each.customer.id))
    for person in [each for each in regulars if allowance(list(each.consents), basis)][:INVITED]:
        _invite(db, random, party, person.customer.id, was)
    _thank(db, party, was, today)
    campaigns.put(
        db, Campaign(0, CampaignKind.EARLY_ACCESS, sale, comes, comes, audience="best 50", percent=20)
    )
    cause, programme, _ = CAUSE[code]
    begun, ends = today - timedelta(days=18), today + timedelta(days=13)
    told = Campaign(0, CampaignKind.CAUSE, cause, begun, ends, programme=programme, audience="best 20")
    campaigns.put(db, replace(told, per_purchase=50, goal=15000))


def _thank(db: Database, party: int, day: date, today: date) -> None:
    """Whoever came had a coupon with the letter of thanks; what some used it for is part of the evening’s cost."""
    chance = Random("coupons of the evening")  # noqa: S311 - a plausible evening, not a secret
    sent, last = day + timedelta(days=2), today + timedelta(days=22)
    for guest in [each for each in invitations.to(db, party) if each.came]:
        code = papers.free_code(db, UUID(int=chance.getrandbits(128)))
        made = coupons.insert(
            db,
            Coupon(CouponKind.PERCENT, sent, last, code, guest.customer_id, 15, day=sent, campaign_id=party),
        )
        papers.put(db, Paper(0, code, PaperKind.COUPON, sent, guest.customer_id, coupon_id=made))
        if chance.random() < USED:
            use = Redemption(made, sent + timedelta(days=chance.randint(1, 30)), chance.randint(20, 90) * 10)
            use = replace(use, customer_id=guest.customer_id)
            coupons.use(db, use, at=f"{use.day}T12:00:00+00:00", staff_id=None)


def _invite(db: Database, random: Random, party: int, customer_id: int, day: date) -> None:
    sent = day - timedelta(days=21)
    code = papers.free_code(db, UUID(int=random.getrandbits(128)))
    made = invitations.insert(db, party, customer_id, code, sent)
    papers.put(db, Paper(0, code, PaperKind.INVITATION, sent, customer_id, invitation_id=made))
    reply = random.choices([*COMES], weights=(5, 2, 2, 3))[0]
    came = day if random.random() < COMES[reply] else None
    guests = int(came is not None and random.random() < 0.3)
    invitations.change(db, Invitation(made, party, customer_id, code, sent, "", reply, guests, came))
