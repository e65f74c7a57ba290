import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents import profiles
from cxdesk.documents.imports.inference import SAMPLE, reading
from cxdesk.domain.imports import Question
from cxdesk.domain.profiles import parse

FIELDS = ["moment", "quantity", "unit_price", "amount", "discount"]
SALES = parse({"name": "Sales", "subject": "purchases", "columns": {name: [name] for name in FIELDS}})
PEOPLE = ["name", "email", "birthday", "since", "consent", "points"]
LIST = parse({"name": "List", "subject": "customers", "columns": {name: [name] for name in PEOPLE}})


def sales(*rows, answers=None, profile=SALES):
    return reading(profile, FIELDS, [[row.get(name, "") for name in FIELDS] for row in rows], answers)


def people(*rows, answers=None, profile=LIST):
    return reading(profile, PEOPLE, [[row.get(name, "") for name in PEOPLE] for row in rows], answers)


def asked(found):
    return [(question.field, question.choices, question.examples) for question in found.questions]


def test_what_is_clear_is_not_asked():
    found = sales({"moment": "24.12.2025", "quantity": "1,5", "unit_price": "8,90"})
    assert (found.written["moment"], found.written["quantity"], found.written["unit_price"]) == (
        "dmy",
        ",",
        ",",
    )
    assert found.questions == ()


def test_what_is_open_is_asked_with_values_that_show_it():
    found = sales({"moment": "01/10/2026", "quantity": "3", "unit_price": "1.234"}, {"moment": "01/11/2026"})
    assert found.questions == (
        Question("moment", "moment", ("dmy", "mdy"), ("01/10/2026", "01/11/2026")),
        Question("unit_price", "unit_price", (",", "."), ("1.234",)),
    )
    assert "moment" not in found.written


def test_the_question_names_the_column_of_the_file():
    profile = parse(
        {"name": "S", "subject": "purchases", "columns": {"moment": ["Päivä"], "amount": ["Summa"]}}
    )
    found = reading(profile, ["Summa", "Päivä"], [["5", "01/10/2026"]])
    assert [(question.field, question.column) for question in found.questions] == [("moment", "Päivä")]


def test_the_first_three_telling_values_are_shown():
    found = sales(*({"unit_price": text} for text in ("5", "1.234", "7", "2.345", "3.456", "4.567")))
    assert asked(found) == [("unit_price", (",", "."), ("1.234", "2.345", "3.456"))]


def test_a_value_is_shown_once():
    found = sales(*({"unit_price": text} for text in ("1.234", "1.234", "2.345", "1.234")))
    assert asked(found) == [("unit_price", (",", "."), ("1.234", "2.345"))]


@pytest.mark.parametrize("text", ["2026-01-10", "46088", "7 March 2026", "20260110"])
def test_dates_that_can_be_read_in_one_way_only_need_no_question(text):
    assert sales({"moment": text}).questions == ()


def test_whole_numbers_need_no_question():
    assert sales({"quantity": "9", "unit_price": "12"}).questions == ()


def test_nothing_at_all_needs_no_question():
    assert sales().questions == ()
    assert sales({}).questions == ()


@pytest.mark.parametrize(
    ("values", "choices"),
    [
        ({"unit_price": ["1,50", "1.50"]}, (",", ".")),
        ({"moment": ["13/01/2026", "01/13/2026"]}, ("dmy", "mdy", "ymd")),
    ],
)
def test_a_column_that_contradicts_itself_is_asked_about_all_ways(values, choices):
    ((field, texts),) = values.items()
    assert asked(sales(*({field: text} for text in texts))) == [(field, choices, tuple(texts))]


@pytest.mark.parametrize(
    ("rows", "field", "way"),
    [
        ([{"unit_price": "1.234", "amount": "1.234,50"}], "unit_price", ","),
        ([{"unit_price": "1.234", "amount": "8.90"}], "unit_price", "."),
        ([{"unit_price": "1.234"}, {"discount": "0,5"}], "unit_price", ","),
    ],
)
def test_a_mark_that_is_open_is_told_by_the_other_columns_of_numbers(rows, field, way):
    found = sales(*rows)
    assert (found.written[field], found.questions) == (way, ())


def test_an_order_that_is_open_is_told_by_the_other_columns_of_dates():
    found = people({"birthday": "03/04/1980", "since": "31/12/2020"})
    assert (found.written["birthday"], found.questions) == ("dmy", ())
    found = people({"birthday": "03/04/1980", "since": "12/31/2020"})
    assert (found.written["birthday"], found.questions) == ("mdy", ())


def test_columns_that_disagree_tell_nothing_about_a_third():
    found = sales({"quantity": "1,5", "amount": "8.90", "unit_price": "1.234"})
    assert (found.written["quantity"], found.written["amount"]) == (",", ".")
    assert asked(found) == [("unit_price", (",", "."), ("1.234",))]


def test_another_column_cannot_tell_what_this_one_excludes():
    found = people({"birthday": "31/12/1980", "since": "12/31/2020"})
    assert (found.written["birthday"], found.written["since"]) == ("dmy", "mdy")


def test_what_the_profile_knows_is_not_looked_for():
    profile = parse({**SALES.content, "written": {"moment": "mdy", "unit_price": "."}})
    found = sales({"moment": "01/10/2026", "unit_price": "1.234"}, profile=profile)
    assert (found.written["moment"], found.written["unit_price"], found.questions) == ("mdy", ".", ())


def test_what_a_person_says_goes_before_everything():
    profile = parse({**SALES.content, "written": {"moment": "mdy"}})
    found = sales(
        {"moment": "31.12.2025", "unit_price": "1.234"},
        profile=profile,
        answers={"moment": "dmy", "unit_price": ","},
    )
    assert (found.written["moment"], found.written["unit_price"], found.questions) == ("dmy", ",", ())


@pytest.mark.parametrize("last", [SAMPLE + 10, 3 * SAMPLE - 1])
def test_a_column_that_is_open_is_read_to_its_end(last):
    rows = [{"moment": "01/10/2026", "amount": "5"}] * last + [{"moment": "31/10/2026", "amount": "5"}]
    found = sales(*rows)
    assert (found.written["moment"], found.questions) == ("dmy", ())


def test_a_file_that_is_clear_is_not_read_on():
    taken = 0

    def rows():
        nonlocal taken
        for taken in range(1, 10 * SAMPLE):  # noqa: B007 - counted
            yield ["31/10/2026", "1,5", "8,90", "13,35", "0,5"]

    reading(SALES, FIELDS, rows())
    assert taken <= 2 * SAMPLE


FIRST, LAST = "first last", "last first"


@pytest.mark.parametrize(
    ("name", "email", "way"),
    [
        ("Päivi Mäkelä", "paivi.makela@example.com", FIRST),
        ("Mäkelä Päivi", "paivi.makela@example.com", LAST),
        ("Mäkelä Päivi", "Paivi_Makela@example.com", LAST),
        ("Päivi Mäkelä", "p.makela@example.com", FIRST),
        ("Mäkelä Päivi", "p-makela@example.com", LAST),
        ("Matti Virtanen", "", FIRST),
        ("Virtanen Matti", "", LAST),
        ("Yoʻldosheva Gulnora", "", LAST),
        ("Gulnora Yoʻldosheva", "", FIRST),
        ("Karimov Sherzod", "", LAST),
        ("Каримов Шерзод", "", LAST),
        ("Åsa Lindström", "", FIRST),
        ("Lindqvist Åsa", "", LAST),
        ("Andersson Erik", "", LAST),
        ("Erik Lindberg", "", FIRST),
    ],
)
def test_the_order_of_a_name_is_told_by_the_address_beside_it_or_by_its_ending(name, email, way):
    found = people({"name": name, "email": email})
    assert (found.written.get("name"), found.questions) == (way, ())


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Päivi Mäkelä", ""),
        ("Päivi Mäkelä", "kukka@example.com"),
        ("Päivi Mäkelä", "paivi@example.com"),
        ("Eeva Aho", ""),  # no ending of a last name
        ("Jason Smith", ""),  # nor this
        ("Alison Brown", ""),
        ("Virtanen Koivunen", ""),  # both end like one
        ("Anna Maria Mäkelä", "anna.makela@example.com"),  # three words
    ],
)
def test_a_name_that_tells_nothing_is_asked(name, email):
    assert asked(people({"name": name, "email": email})) == [("name", (FIRST, LAST), (name,))]


@pytest.mark.parametrize("name", ["Päivi", "Mäkelä, Päivi", "Kukka Oy", ""])
def test_a_name_of_one_word_with_a_comma_or_of_a_company_needs_no_question(name):
    assert people({"name": name}).questions == ()


def test_one_telling_name_speaks_for_its_column():
    found = people({"name": "Mäkelä Päivi"}, {"name": "Öhman Åsa"}, {"name": "Virtanen Matti"})
    assert (found.written["name"], found.questions) == (LAST, ())


def test_names_in_both_orders_are_asked():
    found = people({"name": "Matti Virtanen"}, {"name": "Virtanen Matti"})
    assert asked(found) == [("name", (FIRST, LAST), ("Matti Virtanen", "Virtanen Matti"))]


CHANNELS = ("letter", "email", "text", "phone", "any", "none")


def test_a_permission_without_a_channel_is_asked_but_nobody_must_answer():
    (question,) = people({"consent": "kyllä"}, {"consent": "ei"}, {"consent": "K"}).questions
    assert question == Question("consent", "consent", CHANNELS, ("kyllä", "K"), urgent=False)


@pytest.mark.parametrize("text", ["ei", "", "?", "no"])
def test_where_nobody_agreed_there_is_no_question(text):
    assert people({"consent": text}).questions == ()


def test_an_answer_about_the_permission_is_kept():
    found = people({"consent": "kyllä"}, answers={"consent": "email+text"})
    assert (found.written["consent"], found.questions) == ("email+text", ())


@given(st.lists(st.lists(st.text(max_size=12), min_size=6, max_size=6), max_size=5))
def test_any_table_is_understood_or_asked_about(rows):
    found = reading(LIST, PEOPLE, rows)
    assert not {question.field for question in found.questions} & set(found.written)
    assert all(len(question.choices) > 1 and question.column in PEOPLE for question in found.questions)


def test_a_word_that_may_be_a_sale_or_a_refund_is_asked_about():
    general = next(profile for profile in profiles.load() if profile.name == "Purchases")
    header = ["Date", "Type", "Amount"]
    known = [["2026-03-07", "Sale", "8.90"], ["2026-03-08", "Palautus", "8.90"], ["2026-03-09", "", "1.50"]]
    assert reading(general, header, known).questions == ()
    (question,) = reading(general, header, [*known, ["2026-03-10", "Retoure", "8.90"]]).questions
    assert (question.field, question.column, question.examples) == ("type", "Type", ("Retoure",))
    assert question.choices == ("sale", "refund", "cancelled")
    assert question.urgent
    assert reading(general, header, [["2026-03-10", "Retoure", "8.90"]], {"type": "refund"}).questions == ()
