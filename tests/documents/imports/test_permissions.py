"""What a file says about what people allow."""

import pytest

from cxdesk.documents.imports.people import permission

PAIVI = {"first_name": "Päivi", "last_name": "Mäkelä"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *((text, True) for text in ("kyllä", "Kyllä", "KYLLÄ", "k", "K", "joo", "x", "X", "on")),
        *((text, False) for text in ("ei", "Ei", "E", "en")),
        *(
            (text, True)
            for text in ("yes", "YES", "y", "true", "TRUE", "1", "ok", "Opt-in", "subscribed", "granted")
        ),
        *(
            (text, False)
            for text in ("no", "n", "false", "0", "off", "opt out", "Unsubscribed", "denied", "cleaned")
        ),
        *((text, True) for text in ("ha", "Ha", "h", "bor", "Да", "да")),
        *((text, False) for text in ("yoʻq", "Yo'q", "yo‘q", "YOQ", "йўқ", "нет", "Нет")),
        *((text, None) for text in ("", " ", "-", "?", "ehkä", "maybe", "7.3.2026", "email")),
    ],
)
def test_yes_and_no_in_three_languages(text, says):
    assert permission(text) is says


@pytest.mark.parametrize(
    ("cells", "written", "permissions"),
    [
        ({"consent_email": "kyllä"}, {}, [("email", 1, "consent_email: kyllä")]),
        (
            {"consent_email": "no", "consent_text": "TRUE"},
            {},
            [("email", 0, "consent_email: no"), ("text", 1, "consent_text: TRUE")],
        ),
        (
            {"consent_letter": "x", "consent_phone": "ei"},
            {},
            [("letter", 1, "consent_letter: x"), ("phone", 0, "consent_phone: ei")],
        ),
        ({"consent_email": "", "consent_text": "?"}, {}, []),
        ({"consent": "kyllä"}, {"consent": "email"}, [("email", 1, "consent: kyllä")]),
        ({"consent": "kyllä"}, {"consent": "any"}, [("any", 1, "consent: kyllä")]),
        (
            {"consent": "kyllä"},
            {"consent": "email+text"},
            [("email", 1, "consent: kyllä"), ("text", 1, "consent: kyllä")],
        ),
        ({"consent": "ei"}, {"consent": "letter"}, [("letter", 0, "consent: ei")]),
        ({"consent": "kyllä"}, {"consent": "none"}, []),
        ({"consent": "ei"}, {"consent": "none"}, []),
        ({"consent": "kyllä"}, {}, []),  # nobody has said what was agreed to
        ({"consent": "ei"}, {}, [("any", 0, "consent: ei")]),  # a no is a no to everything
    ],
)
def test_permissions(person, cells, written, permissions):
    assert list(person(PAIVI | cells, written=written).permissions) == permissions


@pytest.mark.parametrize(("one", "two"), [("kyllä", "ei"), ("ei", "kyllä")])
def test_of_two_columns_the_stricter_one_counts(person, one, two):
    cells = PAIVI | {"Newsletter": one, "Offers": two}
    found = person(cells, columns={"last_name": ["last_name"], "consent_email": ["Newsletter", "Offers"]})
    assert [(channel, given) for channel, given, _ in found.permissions] == [("email", 0)]
