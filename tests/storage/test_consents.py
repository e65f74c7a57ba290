from cxdesk.domain.customer import Consent, ContactChannel, Preference, PreferenceKind, Purpose
from cxdesk.storage import consents, preferences

from .conftest import NOON


def test_events_come_back_oldest_first_of_each_customer(db, customer):
    aino, eino = customer(), customer(name="Eino")
    new = Consent(Purpose.MARKETING, ContactChannel.LETTER, given=False, at="2026-05-02", source="phone")
    old = Consent(
        Purpose.MARKETING, ContactChannel.ANY, given=True, at="2026-05-01", wording="Letters and offers"
    )
    with db.change("Permissions", at=NOON):
        ids = [consents.insert(db, aino, event, None) for event in (new, old)]

    assert [(e.id, e.given, e.source, e.wording) for e in consents.of(db, aino)] == [
        (ids[1], True, "", "Letters and offers"),
        (ids[0], False, "phone", ""),
    ]
    assert consents.of(db, eino) == []
    assert set(consents.by_customer(db)) == {aino}


def test_preferences_warnings_first(db, customer):
    aino = customer()
    given = [
        (PreferenceKind.TASTE, "tea"),
        (PreferenceKind.DISLIKE, "coffee"),
        (PreferenceKind.ALLERGY, "nuts"),
    ]
    with db.change("Preferences", at=NOON):
        ids = [preferences.insert(db, aino, Preference(kind, text)) for kind, text in given]
    assert [p.text for p in preferences.of(db, aino)] == ["nuts", "coffee", "tea"]

    with db.change("Not any more", at=NOON):
        preferences.delete(db, ids[1])
    assert [p.text for p in preferences.of(db, aino)] == ["nuts", "tea"]
