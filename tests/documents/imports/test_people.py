import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.imports.people import PARTICLES, split
from cxdesk.domain.imports import PersonRow, Refusal

PAIVI = {"first_name": "Päivi", "last_name": "Mäkelä"}


def test_a_row(person):
    found = person(
        {
            "first_name": " Päivi ",
            "middle_name": "Anneli",
            "last_name": "Mäkelä",
            "phone": "040 123 4567",
            "email": "Paivi.Makela@Example.com",
            "card": "00123",
            "birthday": "9.5.1978",
            "language": "Suomi",
            "street": "Kauppakatu",
            "house_number": "3 A 5",
            "postcode": "40100",
            "town": "Jyväskylä",
            "country": "Finland",
            "note": "Pitää pioneista;\nei liljoja",
            "tags": "VIP",
            "since": "1.2.2020 10.00",
            "spent": "1 234,50",
        },
        written={"birthday": "dmy", "since": "dmy", "spent": ","},
    )
    assert found == PersonRow(
        line=2,
        key="=card:00123|anneli makela paivi",
        external_id="",
        first_name="Päivi Anneli",
        last_name="Mäkelä",
        language="fi",
        birth_day=9,
        birth_month=5,
        birth_year=1978,
        since="2020-02-01",
        street="Kauppakatu 3 A 5",
        postcode="40100",
        town="Jyväskylä",
        country="FI",
        note="Pitää pioneista;\nei liljoja\nVIP",
        search_key="paivi anneli makela jyvaskyla",
        sort_key=found.sort_key,
        name_key="anneli makela paivi",
        points=None,
        points_change=None,
        spent=123450,
        contacts=(
            ("email", "Paivi.Makela@Example.com", "paivi.makela@example.com"),
            ("phone", "040 123 4567", "+358401234567"),
            ("card", "00123", "00123"),
        ),
        permissions=(),
    )


@pytest.mark.parametrize("cells", [{"name": ""}, {"note": "only a note"}, {"town": "Lahti", "points": "3"}])
def test_a_row_that_names_nobody_is_refused(read, cells):
    (refusal,) = read("customers", cells)
    assert (refusal.line, refusal.column, refusal.kept) == (2, "", False)
    assert str(refusal.reason) == "There is no name, number or address in this row."


@pytest.mark.parametrize(
    ("name", "order", "first", "last"),
    [
        ("Päivi Mäkelä", "first last", "Päivi", "Mäkelä"),
        ("Mäkelä Päivi", "last first", "Päivi", "Mäkelä"),
        ("Päivi Anneli Mäkelä", "first last", "Päivi Anneli", "Mäkelä"),
        ("Mäkelä Päivi Anneli", "last first", "Päivi Anneli", "Mäkelä"),
        ("Mäkelä, Päivi Anneli", "first last", "Päivi Anneli", "Mäkelä"),
        ("Mäkelä, Päivi", "last first", "Päivi", "Mäkelä"),
        ("Mäkelä , Päivi", "", "Päivi", "Mäkelä"),
        ("Mäkelä,", "last first", "Mäkelä", ""),
        ("Ludwig van Beethoven", "first last", "Ludwig", "van Beethoven"),
        ("van Beethoven Ludwig", "last first", "Ludwig", "van Beethoven"),
        ("Charles de la Vallée", "first last", "Charles", "de la Vallée"),
        ("de la Vallée Charles", "last first", "Charles", "de la Vallée"),
        ("Von Trapp Maria Augusta", "last first", "Maria Augusta", "Von Trapp"),
        ("Van Morrison", "first last", "Van", "Morrison"),
        ("von Trapp", "last first", "Trapp", "von"),
        ("Jean-Luc O’Brien", "first last", "Jean-Luc", "O’Brien"),
        ("Oʻktamov Anvar Sherzod oʻgʻli", "last first", "Anvar Sherzod oʻgʻli", "Oʻktamov"),
        ("Päivi  Mäkelä", "first last", "Päivi", "Mäkelä"),
        ("Kukka Oy", "last first", "", "Kukka Oy"),  # a company stays in one piece
        ("Kukka & Ko, Oy", "first last", "", "Kukka & Ko, Oy"),
        ("Tmi Matti Virtanen", "first last", "", "Tmi Matti Virtanen"),
        ("Gul Savdo MChJ", "last first", "", "Gul Savdo MChJ"),
        ("Flowers Ltd.", "first last", "", "Flowers Ltd."),
        ("Päivi", "first last", "Päivi", ""),
        ("Päivi", "last first", "Päivi", ""),
        ("", "last first", "", ""),
    ],
)
def test_names_in_one_piece(name, order, first, last):
    assert split(name, order) == (first, last)


@given(
    st.lists(st.sampled_from(["Anna", "Berg", *sorted(PARTICLES)]), max_size=6),
    st.sampled_from(["first last", "last first", ""]),
)
def test_no_word_of_a_name_is_lost(words, order):
    assert sorted(" ".join(split(" ".join(words), order)).split()) == sorted(words)


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        ({"name": "Päivi Mäkelä"}, "Päivi", "Mäkelä"),
        ({"name": "Päivi Mäkelä", "first_name": "Päivi", "last_name": "Mäkelä"}, "Päivi", "Mäkelä"),
        ({"name": "Päivi", "last_name": "Mäkelä"}, "Päivi", "Mäkelä"),
        ({"name": "MÄKELÄ", "last_name": "Mäkelä"}, "", "Mäkelä"),
        ({"first_name": "Päivi"}, "Päivi", ""),
        ({"first_name": "Ludwig", "last_name": "Beethoven", "middle_name": "M."}, "Ludwig M.", "Beethoven"),
    ],
)
def test_names_in_several_columns(person, cells, first, last):
    found = person(cells, written={"name": "first last"})
    assert (found.first_name, found.last_name) == (first, last)


def test_two_columns_of_a_last_name_are_put_together(person):
    header, columns = ["Prefix", "Last", "First"], {"last_name": ["Prefix", "Last"], "first_name": ["First"]}
    found = person({"Prefix": "van", "Last": "Beethoven", "First": "Ludwig"}, header=header, columns=columns)
    assert (found.first_name, found.last_name) == ("Ludwig", "van Beethoven")


@pytest.mark.parametrize(
    ("cells", "last", "note"),
    [
        ({"company": "Kahvila Ö"}, "Kahvila Ö", ""),
        ({"company": "Kahvila Ö", "note": "Ovi 2"}, "Kahvila Ö", "Ovi 2"),
        ({"company": "Kahvila Ö", **PAIVI}, "Mäkelä", "Kahvila Ö"),
        ({"company": "Kahvila Oy", "name": "KAHVILA OY"}, "KAHVILA OY", ""),
        (
            {"company": "Kahvila Ö", "note": "Ovi 2", "tags": "VIP", **PAIVI},
            "Mäkelä",
            "Ovi 2\nKahvila Ö\nVIP",
        ),
    ],
)
def test_a_company_is_a_name_when_there_is_no_other(person, cells, last, note):
    found = person(cells)
    assert (found.last_name, found.note) == (last, note)


@pytest.mark.parametrize(
    ("cells", "contacts"),
    [
        ({"phone": "+358 40 123 4567 ::: 014 123 456"}, ["+358401234567", "+35814123456"]),
        ({"phone": "040 123 4567; 050 765 4321"}, ["+358401234567", "+358507654321"]),
        ({"phone": "040 123 4567 / 09 555 0202"}, ["+358401234567", "+35895550202"]),
        ({"phone": "040 123 4567, 050 765 4321"}, ["+358401234567", "+358507654321"]),
        ({"phone": "040 123 4567\n050 765 4321"}, ["+358401234567", "+358507654321"]),
        ({"phone": "040 123 4567 | 040-123 4567"}, ["+358401234567"]),
        ({"phone": "+358 (0)50 555 0102"}, ["+358505550102"]),
        ({"phone": "040-5550203 (Ossi)"}, ["+358405550203"]),
        ({"email": "a@example.com; A@EXAMPLE.COM ;b@example.com"}, ["a@example.com", "b@example.com"]),
        ({"email": "a@example.com, b@example.com"}, ["a@example.com", "b@example.com"]),
        ({"email": "Mäkelä, Päivi <a@example.com>"}, ["a@example.com"]),
        ({"contact": "a@example.com, +358401234567"}, ["a@example.com", "+358401234567"]),
        ({"contact": "040-123 4567"}, ["+358401234567"]),
        ({"phone": "a@example.com"}, ["a@example.com"]),  # in the wrong column
        ({"card": "K-0001", "name": "x"}, ["k-0001"]),
        ({"card": "00123"}, ["00123"]),
    ],
)
def test_contacts(person, cells, contacts):
    assert [key for _kind, _value, key in person(cells).contacts] == contacts


def test_contacts_of_several_columns(person):
    header = ["Mobile", "Home", "Mail"]
    columns = {"phone": ["Mobile", "Home"], "email": ["Mail"]}
    cells = {"Mobile": "040 123 4567", "Home": "014 123 456", "Mail": "a@example.com"}
    assert person(cells, header=header, columns=columns).contacts == (
        ("email", "a@example.com", "a@example.com"),
        ("phone", "040 123 4567", "+358401234567"),
        ("phone", "014 123 456", "+35814123456"),
    )


@pytest.mark.parametrize(
    ("region", "phone", "key"),
    [
        ("UZ", "93 765 43 21", "+998937654321"),
        ("FI", "040 123 4567", "+358401234567"),
        ("FI", "+998 93 765 43 21", "+998937654321"),
        ("FI", "9055550142", "9055550142"),  # no number of this country: its figures alone
    ],
)
def test_phones_are_of_the_shops_country(person, region, phone, key):
    assert person({"phone": phone}, shop={"region": region}).contacts == (("phone", phone, key),)


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ({"phone": "ei ole"}, "phone: ei ole"),
        ({"phone": "123"}, "phone: 123"),
        ({"email": "none"}, "email: none"),
        ({"email": "0401234567"}, "email: 0401234567"),
        ({"contact": "Matti"}, "contact: Matti"),
        ({"phone": "040 123 4567, iltaisin"}, "phone: iltaisin"),
        ({"phone": "ei ole", "note": "Soita ovikelloa"}, "Soita ovikelloa\nphone: ei ole"),
    ],
)
def test_what_is_no_contact_is_kept_in_the_note(person, cells, note):
    assert person(PAIVI | cells).note == note


@pytest.mark.parametrize(
    "address", ["a@b@example.com", "päivi@", "@example.com", "a b@example.com", "a@example"]
)
def test_an_address_that_is_none_stays_out_and_the_rest_goes_in(read, address):
    found, refusal = read("customers", PAIVI | {"email": address, "phone": "040 123 4567"})
    assert [key for _, _, key in found.contacts] == ["+358401234567"]
    assert (refusal.line, refusal.column, refusal.kept) == (2, "email", True)
    assert str(refusal.reason) == f"“{address}” is not an e-mail address."


def test_a_row_with_nothing_but_an_address_that_is_none_is_refused_once(read):
    (refusal,) = read("customers", {"email": "a@b@example.com", "points": "3"})
    assert (type(refusal), refusal.kept) == (Refusal, False)


@pytest.mark.parametrize(
    ("cells", "key", "shown"),
    [
        ({"external_id": "SQ1", **PAIVI, "card": "7"}, "SQ1", ""),
        ({"external_id": "SQ1"}, "SQ1", "SQ1"),
        ({**PAIVI, "email": "A@x.fi", "phone": "0401234567", "card": "K-1"}, "=card:k-1|makela paivi", ""),
        ({**PAIVI, "email": "A@x.fi", "phone": "0401234567"}, "=email:a@x.fi|makela paivi", ""),
        ({**PAIVI, "phone": "040 123 4567"}, "=phone:+358401234567|makela paivi", ""),
        (
            {"last_name": "PÄIVI", "first_name": "makela", "phone": "0401234567"},
            "=phone:+358401234567|makela paivi",
            "",
        ),
        ({"phone": "040 123 4567"}, "=phone:+358401234567|", "040 123 4567"),
        ({"last_name": "O’Brien"}, "=name:obrien", ""),
        ({"last_name": "O'Brien", "birthday": "1978-05-09"}, "=name:obrien|1978-5-9", ""),
    ],
)
def test_what_a_person_is_known_by(person, cells, key, shown):
    found = person(cells)
    assert (found.key, found.external_id) == (key, shown)


@pytest.mark.parametrize(
    ("text", "order", "born"),
    [
        ("9.5.1978", "dmy", (9, 5, 1978)),
        ("--03-21", "ymd", (21, 3, None)),
        ("1604-03-21", "ymd", (21, 3, None)),  # how some phones write that there is no year
        ("0.0.00", "dmy", (None, None, None)),
        ("", "ymd", (None, None, None)),
    ],
)
def test_birthdays(person, text, order, born):
    found = person(PAIVI | {"birthday": text}, written={"birthday": order})
    assert (found.birth_day, found.birth_month, found.birth_year) == born


@pytest.mark.parametrize("field", ["birthday", "since"])
def test_a_day_that_never_was_stays_out_and_the_rest_goes_in(read, field):
    found, refusal = read("customers", PAIVI | {field: "30.2.1990"}, written={field: "dmy"})
    assert (found.last_name, found.birth_day, found.since) == ("Mäkelä", None, None)
    assert (refusal.column, refusal.kept, refusal.cells) == (field, True, ("Päivi", "Mäkelä", "30.2.1990"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(
            ("fi", "fi"),
            ("Suomi", "fi"),
            ("suomeksi", "fi"),
            ("Finnish", "fi"),
            ("English", "en"),
            ("en-GB", "en"),
        ),
        *(
            ("uz", "uz"),
            ("oʻzbek", "uz"),
            ("O‘zbekcha", "uz"),
            ("O'zbek", "uz"),
            ("ўзбек", "uz"),
            ("sv", ""),
            ("", ""),
        ),
    ],
)
def test_languages(person, text, code):
    assert person(PAIVI | {"language": text}).language == code


def test_points_keep_their_decimals_and_sums_are_minor_units(person):
    cells = PAIVI | {"points": "120,5", "points_change": "-12,75", "spent": "1 234,505"}
    found = person(cells, written={"points": ",", "points_change": ",", "spent": ","})
    assert (found.points, found.points_change, found.spent) == (120.5, -12.75, 123451)


@pytest.mark.parametrize(("cells", "column"), [({"points": "many"}, "points"), ({"town": "x" * 201}, "town")])
def test_what_cannot_be_read_refuses_the_row_and_names_the_column(read, cells, column):
    (refusal,) = read("customers", PAIVI | cells)
    assert (refusal.column, refusal.kept) == (column, False)


@given(
    st.dictionaries(
        st.sampled_from(["name", "phone", "email", "card", "birthday", "consent", "note"]),
        st.text(max_size=20),
    )
)
def test_any_row_is_read_or_refused(read, cells):
    found = read("customers", cells | {"town": "Lahti"})
    assert [row.line for row in found if not (isinstance(row, Refusal) and row.kept)] == [2]


@pytest.mark.parametrize("text", ["22.11.2026", "1.1.2090"])
def test_nobody_is_born_tomorrow(read, text):
    found, refusal = read("customers", PAIVI | {"birthday": text}, written={"birthday": "dmy"})
    assert (found.birth_day, found.birth_year) == (None, None)
    assert (refusal.column, refusal.kept) == ("birthday", True)
    assert "future" in str(refusal.reason)
