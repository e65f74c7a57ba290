import pytest

from cxdesk.domain.profiles import ALL_FIELDS, Subject, folded, mapped, parse, recognise

CONTENT = {
    "name": "Till",
    "subject": "purchases",
    "needs": ["receipt", "quantity"],
    "columns": {
        "receipt": ["Receipt no.", "Kuitti"],
        "quantity": ["Quantity", "Määrä"],
        "unit_price": ["Price"],
        "moment": ["Date"],
        "product_code": ["Code"],
    },
    "written": {"quantity": ","},
    "drop": {"receipt": "^#"},
    "goods": {"product_code": "^[0-9]"},
    "kinds": [
        {"kind": "refund", "quantity": "^-"},
        {"kind": "cancelled", "receipt": "x$", "unit_price": "^0$"},
    ],
}
TILL = parse(CONTENT)
SURVEY = parse(
    {
        "name": "Survey",
        "subject": "answers",
        "needs": ["moment"],
        "any_of": ["nps", "comment"],
        "rest": "comment",
        "ignored": ["IP", "~custom data"],
        "columns": {
            "moment": ["Timestamp"],
            "nps": ["~recommend"],
            "comment": ["Comment", "~say"],
            "email": ["Email", "~mail"],
            "consent_email": ["~newsletter"],
        },
    }
)


def named(name, columns, **more):
    return parse(
        {"name": name, "subject": "customers", "columns": {field: [field] for field in columns}} | more
    )


@pytest.mark.parametrize(
    "header",
    [
        ["Receipt no.", "Quantity"],
        ["Price", "quantity", "RECEIPT_NO"],
        ["Kuitti", "Määrä"],
        ["\u00a0Kuitti ", "MÄÄRÄ:", "something else"],
    ],
)
def test_columns_are_known_by_name_in_any_order(header):
    assert recognise(header, [TILL]) is TILL


@pytest.mark.parametrize("header", [[], ["Receipt"], ["Receipt no.", "Price"], ["Quantity", "Quantity"]])
def test_a_file_without_the_needed_columns_is_not_recognised(header):
    assert recognise(header, [TILL]) is None


@pytest.mark.parametrize(
    ("header", "fits"),
    [
        (["Timestamp", "Would you recommend us?"], True),
        (["Timestamp", "Comment"], True),
        (["Timestamp", "Email"], False),
        (["Comment"], False),
    ],
)
def test_one_of_several_fields_may_be_enough(header, fits):
    assert SURVEY.fits(header) is fits


def test_the_profile_that_explains_more_columns_wins():
    other = parse(CONTENT | {"name": "Other", "columns": {**CONTENT["columns"], "country": ["Country"]}})
    header = ["Receipt no.", "Quantity", "Country"]
    assert recognise(header, [TILL, other]) is other
    assert recognise(header, [other, TILL]) is other
    assert recognise(header[:2], [TILL, other]) is TILL


@pytest.mark.parametrize(
    ("columns", "wins"),
    [
        (["name", "email", "phone"], "Shop"),  # 2 of 3
        (["name", "email", "phone", "town", "note"], "Any"),  # 2 of 5
    ],
)
def test_a_system_goes_before_the_general_lists_unless_it_explains_less_than_half(columns, wins):
    general, system = named("Any", columns, general=True), named("Shop", ["name", "email"])
    for both in ([general, system], [system, general]):
        assert recognise(columns, both).name == wins


def test_columns_without_a_meaning_do_not_help_to_recognise():
    header = ["Timestamp", "Comment", "Why?", "What else?", "Colour"]
    other = parse(
        {
            "name": "Other",
            "subject": "answers",
            "columns": {"moment": ["Timestamp"], "comment": ["Comment"], "channel": ["Colour"]},
        }
    )
    assert recognise(header, [SURVEY, other]) is other


def test_a_column_has_one_meaning_and_a_field_the_first_of_its_columns():
    assert TILL.columns(["x", "Date", "Kuitti", "Receipt no."]) == {"moment": (1,), "receipt": (3,)}
    assert TILL.columns(["x", "Date", "Kuitti"]) == {"moment": (1,), "receipt": (2,)}


def test_fields_of_several_columns_take_them_all():
    profile = parse(
        {
            "name": "L",
            "subject": "customers",
            "columns": {"phone": ["Mobile", "Phone"], "town": ["City", "Town"]},
        }
    )
    assert profile.columns(["Phone", "Town", "Mobile", "City"]) == {"phone": (2, 0), "town": (3,)}


def test_a_piece_of_a_name_is_enough_behind_a_tilde():
    header = ["Timestamp", "How likely would you recommend us?", "Anything to say?", "Your e-mail", "Email"]
    assert SURVEY.columns(header) == {"moment": (0,), "nps": (1,), "comment": (2,), "email": (4, 3)}


def test_a_whole_name_goes_before_a_piece_of_one():
    header = ["Timestamp", "E-mail or newsletter", "Newsletter", "Email"]
    found = SURVEY.columns(header)
    assert (found["email"], found["consent_email"]) == ((3, 1), (2,))


def test_columns_that_nothing_explains_are_the_rest_and_ignored_ones_are_not():
    header = ["Timestamp", "IP", "Custom Data 1", "What did you buy?", "", "Comment"]
    assert SURVEY.columns(header) == {"moment": (0,), "comment": (5,), "rest": (3,)}


@pytest.mark.parametrize("part", ["columns", "written", "drop", "goods"])
def test_a_field_that_does_not_exist(part):
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {part: {**CONTENT[part], "colour": "x"}})


@pytest.mark.parametrize("part", ["needs", "any_of", "required"])
def test_a_field_that_does_not_exist_cannot_be_needed(part):
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {part: ["colour"]})


def test_rules_about_fields_kinds_or_subjects_that_do_not_exist():
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {"kinds": [{"kind": "sale", "colour": "x"}]})
    with pytest.raises(ValueError, match="gift"):
        parse(CONTENT | {"kinds": [{"kind": "gift", "receipt": "x"}]})
    with pytest.raises(ValueError, match="weather"):
        parse(CONTENT | {"subject": "weather"})
    with pytest.raises(ValueError, match="colour"):
        parse(CONTENT | {"rest": "colour"})


def test_a_field_of_another_subject_does_not_belong():
    with pytest.raises(ValueError, match="nps"):
        parse(CONTENT | {"columns": {**CONTENT["columns"], "nps": ["NPS"]}})


def test_every_subject_knows_its_fields():
    assert {"nps", "quantity", "consent_letter", "stock"} <= ALL_FIELDS
    assert [subject.value for subject in Subject] == ["customers", "purchases", "products", "answers"]


def test_what_a_person_says_about_the_columns_replaces_what_the_profile_knows():
    header = ["Kuitti", "Määrä", "Euroja", "Milloin", "Muuta"]
    made = mapped(TILL, header, {0: "receipt", 2: "amount", 3: "moment"}, "Kioski")
    assert (made.name, made.columns(header)) == ("Kioski", {"receipt": (0,), "amount": (2,), "moment": (3,)})
    assert made.fits(header)
    assert (made.kinds, made.written["quantity"]) == (TILL.kinds, ",")
    assert parse(made.content) == made


def test_a_person_may_give_a_field_to_several_columns():
    header = ["A", "B", "C"]
    made = mapped(SURVEY, header, {0: "comment", 2: "comment"})
    assert (made.name, made.columns(header)) == ("Survey", {"comment": (0, 2)})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Receipt No.", "receiptno"),
        (" E-mail 1 - Value ", "email1value"),
        ("Määrä (€)", "määrä"),
        ("Toʻliq ism", "toliqism"),
        ("To'liq ism", "toliqism"),
        ("To‘liq ism", "toliqism"),
        ("Ma\u0308a\u0308ra\u0308", "määrä"),
        ("Ale-%", "ale%"),
        ("#", "#"),
        (" ", ""),
    ],
)
def test_names_are_compared_by_their_letters_and_figures(name, key):
    assert folded(name) == key
