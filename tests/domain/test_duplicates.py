import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.customer import Birthday, ContactKind
from cxdesk.domain.duplicates import Degree, Field, Names, Person, likeness, name_key, telling
from cxdesk.language.folding import search_key

SAME, PROBABLE, DIFFERENT = Degree.SAME, Degree.PROBABLE, Degree.DIFFERENT
PHONE, OTHER_PHONE, MAIL, CARD = "+358401234567", "+358507654321", "aino@esimerkki.fi", "k1001"
KINDS = {"phone": ContactKind.PHONE, "mail": ContactKind.EMAIL, "card": ContactKind.CARD}
MAY, JUNE = Birthday(3, 5, 1970), Birthday(4, 6, 1998)


def who(name, **known):
    """A person as the register would give them: `First/Last`, or a whole name where nobody knows which is which."""
    first, slash, last = (search_key(part) for part in name.partition("/"))
    contacts = frozenset((kind, known.pop(field)) for field, kind in KINDS.items() if field in known)
    if slash:
        return Person(first=first, last=last, contacts=contacts, **known)
    return Person(name=first, contacts=contacts, **known)


def phone(name):
    return who(name, phone=PHONE)


def born(name, day=MAY):
    return who(name, birthday=day)


def home(name, **more):
    return who(name, street="kauppakatu 3 b 12", postcode="20100", **more)


PAIRS = [
    # one name and a shared contact point
    (SAME, phone("Maija/Virtanen"), phone("Maija/Virtanen")),
    (SAME, phone("Maija/Virtanen"), phone("Virtanen/Maija")),
    (SAME, phone("Maija/Virtanen"), phone("VIRTANEN MAIJA")),
    (SAME, who("Pekka/Mäkelä", mail=MAIL), who("Pekka/Makela", mail=MAIL)),
    (SAME, who("Pekka/Mäkelä", card=CARD), who("Pekka/Mäkelä", card=CARD)),
    (SAME, phone("Ўктам/Ғуломов"), phone("Oʻktam/Gʻulomov")),
    (SAME, phone("Шерзод/Каримов"), phone("Karimov Sherzod")),
    (SAME, phone("Maija"), phone("Maija")),
    (SAME, phone(""), phone("")),
    (SAME, phone("Maija/Virtanen"), who("Maija/Virtanen", phone="0401234567")),
    (SAME, who("Maija/Virtanen", phone=PHONE, mail=MAIL), who("Maija/Virtanen", phone=OTHER_PHONE, mail=MAIL)),
    # one name and one full birthday
    (SAME, born("Maija/Virtanen"), born("Maija/Virtanen")),
    (SAME, who("Maija/Virtanen", birthday=MAY, phone=PHONE), who("Maija/Virtanen", birthday=MAY, phone=OTHER_PHONE)),
    (PROBABLE, born("Maija"), born("Maija")),
    (PROBABLE, born("Maija/Virtanen", Birthday(3, 5)), born("Maija/Virtanen", Birthday(3, 5))),
    # other spellings, parts and initials of a name with a shared contact point
    (PROBABLE, phone("Maija/Virtanen"), phone("Maija/Wirtanen")),
    (PROBABLE, phone("Maija/Virtanen"), phone("Maija/Viratnen")),
    (PROBABLE, phone("Johanna/Korhonen"), phone("Johana/Korhonen")),
    (PROBABLE, phone("Anna-Liisa/Salo"), phone("Annaliisa/Salo")),
    (PROBABLE, phone("Anna-Liisa/Salo"), phone("Liisa/Salo")),
    (PROBABLE, phone("M./Virtanen"), phone("Maija/Virtanen")),
    (PROBABLE, phone("Virtanen"), phone("Maija/Virtanen")),
    (PROBABLE, phone("Maija"), phone("Maija/Virtanen")),
    (PROBABLE, phone(""), phone("Maija/Virtanen")),
    (PROBABLE, phone("Maija/Virtanen"), phone("Maija/Virtanen-Salo")),
    (PROBABLE, phone("Maija/Virtanen"), phone("Maija/Salo")),  # married since
    (PROBABLE, phone("Carl/von Essen"), phone("Karl/Essen")),
    (PROBABLE, phone("Уктам/Гуломов"), phone("Oʻktam/Gʻulomov")),  # typed without the Uzbek letters
    (PROBABLE, phone("Елена/Юлдашева"), phone("Elena/Yoʻldosheva")),
    (PROBABLE, phone("Nigora/Karimov"), phone("Nigora/Karimova")),
    (PROBABLE, phone("Karimova Nigora Anvarovna"), phone("Nigora/Karimova")),
    # a family shares its phone, its e-mail, its card and its address
    (DIFFERENT, phone("Maija/Virtanen"), phone("Matti/Virtanen")),
    (DIFFERENT, phone("Aino/Virtanen"), phone("Eino/Virtanen")),
    (DIFFERENT, phone("Kaisa Virtanen"), phone("Kaija Virtanen")),
    (DIFFERENT, phone("Aziz/Karimov"), phone("Aziza/Karimova")),
    (DIFFERENT, phone("Anvar/Karimov"), phone("Nodira/Karimova")),
    (DIFFERENT, phone("Maija/Virtanen"), phone("Pekka/Salo")),
    (DIFFERENT, who("Maija/Virtanen", mail=MAIL), who("Matti/Virtanen", mail=MAIL)),
    (DIFFERENT, who("Maija/Virtanen", card=CARD), who("Matti/Virtanen", card=CARD)),
    (DIFFERENT, home("Maija/Virtanen"), home("Matti/Virtanen")),
    (DIFFERENT, home("Maija/Virtanen", phone=PHONE), home("Matti/Virtanen", phone=PHONE)),
    # father and son
    (PROBABLE, who("Matti/Virtanen", phone=PHONE, birthday=MAY), who("Matti/Virtanen", phone=PHONE, birthday=JUNE)),
    (DIFFERENT, home("Matti/Virtanen", birthday=MAY), home("Matti/Virtanen", birthday=JUNE)),
    (DIFFERENT, who("M./Virtanen", phone=PHONE, birthday=MAY), who("Matti/Virtanen", phone=PHONE, birthday=JUNE)),
    # an address, a birthday
    (PROBABLE, home("Maija/Virtanen"), home("Maija/Wirtanen")),
    (PROBABLE, home("M./Virtanen"), home("Maija/Virtanen")),
    (DIFFERENT, home("Virtanen"), home("Maija/Virtanen")),
    (DIFFERENT, home(""), home("Maija/Virtanen")),
    (DIFFERENT, home("Maija/Virtanen"), home("Maija/Salo")),
    (PROBABLE, home("Maija/Virtanen", birthday=MAY), home("Maija/Salo", birthday=MAY)),
    (PROBABLE, home("Maija/Virtanen", phone=PHONE), home("Maija/Virtanen", phone=OTHER_PHONE)),
    (PROBABLE, born("Maija/Virtanen"), born("Maija/Virtannen")),
    (PROBABLE, born("Maija Liisa/Virtanen"), born("Maija/Virtanen")),
    (DIFFERENT, born("Maija/Virtanen"), born("Maija/Salo")),
    (DIFFERENT, born("Maija"), born("Maija/Virtanen")),
    (DIFFERENT, born("Maija/Virtanen"), born("Pekka/Virtanen")),
    # nothing but a name
    (PROBABLE, who("Maija/Virtanen"), who("Virtanen Maija")),
    (PROBABLE, phone("Maija/Virtanen"), who("Maija/Virtanen")),
    (PROBABLE, who("Maija/Virtanen", mail=MAIL), phone("Maija/Virtanen")),
    (DIFFERENT, phone("Maija/Virtanen"), who("Maija/Virtanen", phone=OTHER_PHONE)),
    (DIFFERENT, born("Maija/Virtanen"), born("Maija/Virtanen", JUNE)),
    (DIFFERENT, born("Maija/Virtanen", Birthday(3, 5)), born("Maija/Virtanen", JUNE)),
    (PROBABLE, born("Maija/Virtanen", Birthday(3, 5)), born("Maija/Virtanen")),
    (DIFFERENT, who("Maija/Virtanen"), who("Maija/Wirtanen")),
    (DIFFERENT, who("M./Virtanen"), who("Maija/Virtanen")),
    (DIFFERENT, who(""), who("")),
    (DIFFERENT, who("Maija/Virtanen"), who("")),
    # what people write to get on tells nothing
    (DIFFERENT, who("Maija/Virtanen", phone="0000000"), who("", phone="0000000")),
    (DIFFERENT, who("Maija/Virtanen", mail="-"), who("", mail="-")),
    (DIFFERENT, who("", phone="12345"), who("", phone="12345")),
    # the end of another number is that number only where the country is missing
    (DIFFERENT, who("", phone="+358401234567"), who("", phone="+358501234567")),
    (DIFFERENT, who("", phone="234567"), who("", phone="+358401234567")),
]  # fmt: skip


@pytest.mark.parametrize(("degree", "a", "b"), PAIRS)
def test_pairs(degree, a, b):
    assert likeness(a, b).degree is degree
    assert likeness(b, a) == likeness(a, b)


@pytest.mark.parametrize(
    ("a", "b", "names", "agrees"),
    [
        (phone("Maija/Virtanen"), phone("Maija/Virtanen"), Names.SAME, (Field.PHONE, Field.NAME)),
        (phone("Maija/Virtanen"), phone("Maija/Wirtanen"), Names.NEAR, (Field.PHONE,)),
        (phone("M. Virtanen"), phone("Maija/Virtanen"), Names.PART, (Field.PHONE,)),
        (phone("Maija/Salo"), phone("Maija/Virtanen"), Names.GIVEN, (Field.PHONE,)),
        (phone("Maija/Salo"), phone(""), Names.UNKNOWN, (Field.PHONE,)),
        (phone("Maija/Salo"), phone("Matti/Salo"), Names.OTHER, (Field.PHONE,)),
        (
            home("Maija Salo", birthday=MAY, mail=MAIL, card=CARD),
            home("Salo Maija", birthday=MAY, mail=MAIL, card=CARD),
            Names.SAME,
            (Field.CARD, Field.EMAIL, Field.BIRTHDAY, Field.ADDRESS, Field.NAME),
        ),
    ],
)
def test_reasons(a, b, names, agrees):
    found = likeness(a, b)

    assert (found.names, found.agrees) == (names, agrees)


def test_surer_pairs_rank_higher():
    same, near, alone = (
        likeness(*pair)
        for pair in (
            (phone("Maija/Salo"), phone("Maija/Salo")),
            (phone("Johanna/Salo"), phone("Johana/Salo")),
            (who("Maija/Salo"), who("Maija/Salo")),
        )
    )

    assert same.rank > alone.rank > near.rank


def test_a_name_key_knows_no_order():
    assert name_key("virtanen anna-liisa") == name_key("anna liisa, virtanen") == "anna liisa virtanen"


@pytest.mark.parametrize(
    ("kind", "key", "tells"),
    [
        (ContactKind.PHONE, PHONE, True),
        (ContactKind.PHONE, "+358000000000", True),  # three different figures: a real number may look so
        (ContactKind.PHONE, "0400000000", False),
        (ContactKind.PHONE, "12345", False),
        (ContactKind.CARD, "7", True),
        (ContactKind.CARD, "-", False),
        (ContactKind.EMAIL, "a@b.fi", True),
        (ContactKind.EMAIL, "", False),
    ],
)
def test_keys_that_tell_something(kind, key, tells):
    assert telling(kind, key) is tells


names = st.one_of(st.text(max_size=12), st.sampled_from(["maija", "virtanen", "m.", "maija virtanen"]))
contacts = st.frozensets(
    st.tuples(st.sampled_from(ContactKind), st.sampled_from([PHONE, "0401234567", MAIL, CARD, "0"])),
    max_size=3,
)
people = st.builds(
    Person, names, names, names, contacts, st.sampled_from([None, MAY, JUNE, Birthday(3, 5)]), names, names
)


@given(people, people)
def test_likeness_goes_both_ways(a, b):
    assert likeness(a, b) == likeness(b, a)


@given(people)
def test_nobody_differs_from_themselves_where_anything_is_known(a):
    assert likeness(a, a).degree is not Degree.DIFFERENT or not a.words
