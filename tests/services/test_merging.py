"""Whatever two customers have lived through, a merge loses none of it, and taking it back brings both back."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain import consent
from cxdesk.domain.customer import (
    Birthday,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    PreferenceKind,
    Purpose,
)
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.merging import Part, Side
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services.workplace import new_uuid

MARKETING = Purpose.MARKETING
PHONE = ContactPoint(ContactKind.PHONE, "040 123 4567")
SAME_PHONE = ContactPoint(ContactKind.PHONE, "+358401234567")
MAIL = ContactPoint(ContactKind.EMAIL, "maija@example.fi")

entry = st.fixed_dictionaries(
    {
        "first_name": st.sampled_from(["Maija", "Oʻktam"]),
        "last_name": st.sampled_from(["", "Virtanen"]),
        "external_id": st.sampled_from(["", "K"]),
        "birthday": st.sampled_from([None, Birthday(3, 5), Birthday(3, 5, 1970)]),
        "note": st.sampled_from(["", "Likes tea", "tea"]),
        "restricted": st.booleans(),
        "contacts": st.lists(st.sampled_from([PHONE, SAME_PHONE, MAIL]), max_size=3).map(tuple),
    }
)
life = st.fixed_dictionaries(
    {
        "spent": st.lists(st.integers(-500, 5_000).filter(bool), max_size=4),
        "nps": st.lists(st.integers(0, 10), max_size=3),
        "consents": st.lists(
            st.tuples(st.sampled_from(Purpose), st.sampled_from(ContactChannel), st.booleans()), max_size=5
        ),
        "tastes": st.lists(st.sampled_from(["Wool", "wool", "Tea"]), max_size=3),
    }
)


def live(desk, known, days):
    """A customer to whom all this has happened; gives the id."""
    number = known["external_id"] and new_uuid()
    i = desk.customers.save(Customer(0, **{**known, "external_id": number}))
    today = desk.workplace.today()
    for n, amount in enumerate(days["spent"]):
        kind = PurchaseKind.SALE if amount > 0 else PurchaseKind.REFUND
        line = PurchaseLine("Yarn", 1 if amount > 0 else -1, abs(amount), amount, None, kind)
        desk.purchases.record(Purchase(0, today - timedelta(days=n), kind, 0, i, lines=(line,)))
    for nps in days["nps"]:
        desk.feedback.record(Feedback(0, today, i, nps=nps))
    for purpose, channel, yes in days["consents"]:
        desk.customers.consent(i, purpose, channel, given=yes, source="form")
    for text in days["tastes"]:
        desk.customers.prefer(i, PreferenceKind.TASTE, text)
    return i


def filled(tables):
    return {name: rows for name, rows in tables.items() if rows}


def stopped(desk, i):
    events = desk.customers.card(i).consents
    asked = [(MARKETING, c) for c in ContactChannel if c is not ContactChannel.ANY]
    found = {
        (p, c): consent.latest(events, p, c) for p, c in [*asked, (Purpose.PROFILING, ContactChannel.ANY)]
    }
    return {what for what, event in found.items() if event and not event.given}


@settings(
    max_examples=settings.default.max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.tuples(entry, entry),
    st.tuples(life, life),
    st.dictionaries(st.sampled_from(Part), st.sampled_from(Side)),
)
def test_nothing_is_lost_and_undo_brings_all_back(desk, rows, entries, lives, chosen):
    keep, drop = (live(desk, *of_one) for of_one in zip(entries, lives, strict=True))
    cards, before = [desk.customers.card(i) for i in (keep, drop)], filled(rows())
    stops = stopped(desk, keep) | stopped(desk, drop)
    desk.duplicates.merge(keep, drop, chosen)
    whole = desk.customers.card(keep)

    assert whole.spend == (sum(p.total for p in whole.purchases) if whole.profiling else None)
    assert {p.id for p in whole.purchases} == {p.id for card in cards for p in card.purchases}
    assert {f.id for f in whole.feedback} == {f.id for card in cards for f in card.feedback}
    assert {e for e in whole.consents if e.source != "merge"} == {e for card in cards for e in card.consents}
    assert stopped(desk, keep) >= stops
    assert {p.text.lower() for p in whole.preferences} == {
        p.text.lower() for c in cards for p in c.preferences
    }
    keys = {(p.kind, p.key) for card in cards for p in card.customer.contacts}
    assert {(p.kind, p.key) for p in whole.customer.contacts if p.kind is not ContactKind.CARD} == keys
    assert desk.backups.check() == []

    desk.history.undo()
    assert filled(rows()) == before
    assert desk.backups.check() == []
    desk.history.redo()
    assert desk.customers.card(keep) == whole
