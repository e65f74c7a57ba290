"""Decisions of the import, on a real shop and a real worker."""

from pathlib import Path

import pytest

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.services.imports import Plan
from cxdesk.ui.exchange.columns import State
from cxdesk.ui.exchange.facts import GENERAL
from cxdesk.ui.exchange.view import Step
from cxdesk.ui.tokens import Tone

PEOPLE = (
    "Nimi;Puhelin;Lupa;Syntynyt\nVirtanen Kaisa;040 123 4567;kyllä;9.5.1978\nMäkelä Aada;050 765 4321;ei;\n"
)
OPEN = "Name,Phone,Birthday,Points\nKaisa Virtanen,040 123 4567,03/04/1976,1.234\n"


def known(desk, first="Kaisa", last="Virtanen", phone="040 123 4567"):
    points = (ContactPoint(ContactKind.PHONE, phone),)
    return desk.customers.save(Customer(0, first, last, contacts=points))


def row(view, name):
    return next(row for row in view.rows if row.name == name)


def test_it_begins_by_asking_for_a_file(presenter, view):
    assert (view.place.step, view.place.forward, view.place.back, view.place.cancel) == (
        Step.FILE,
        "",
        False,
        False,
    )
    assert view.file is None
    assert presenter.back() is False


def test_a_file_is_looked_at(presenter, view, file, after):
    after(presenter.open, file(PEOPLE))
    assert (view.place.title, view.place.forward) == ("Import customers", "Continue: columns")
    found = view.file
    assert (found.name, found.line) == ("list.csv", "4 columns · 0.1 kB")
    assert (found.subject.chosen, found.system.chosen) == ("customers", GENERAL)
    assert (found.encoding.chosen, found.delimiter.chosen, found.sheet.options) == ("utf-8", ";", {})
    assert found.rows.rows[0] == ("Virtanen Kaisa", "040 123 4567", "kyllä", "9.5.1978")


def test_what_cannot_be_read_is_said_and_another_file_can_be_chosen(presenter, view, tmp_path, file, after):
    after(presenter.open, tmp_path / "none.csv")
    assert view.said == [("There is no file none.csv.", Tone.BAD)]
    assert view.place.forward == ""
    after(presenter.open, file(PEOPLE))
    assert view.place.forward == "Continue: columns"


def test_an_unknown_file_may_be_matched_by_hand(presenter, view, file, after, desk):
    after(presenter.open, file("a,b\nKaisa,12\n"))
    presenter.forward()
    assert [row.state for row in view.rows] == [State.LEFT_OUT, State.LEFT_OUT]
    presenter.forward()
    assert view.said[-1][0].startswith("Say which column is one of these: “Name (first and last)”")
    assert view.place.step is Step.COLUMNS
    after(presenter.become, 0, "first_name")
    after(presenter.forward)
    after(presenter.forward)
    after(presenter.forward)
    assert [desk.customers.get(i).first_name for i in desk.customers.ids()] == ["Kaisa"]


def test_the_guess_can_be_corrected(presenter, view, file, after):
    after(presenter.open, file("Nimi;Hinta\nLanka;8,90\n"))
    after(presenter.set_subject, "products")
    assert (view.file.subject.chosen, view.place.title) == ("products", "Import products")
    assert "Square" not in view.file.system.options
    after(presenter.read_as, delimiter=",")
    assert view.file.rows.header == ["Nimi;Hinta"]
    assert view.file.delimiter.chosen == ","


def test_a_system_can_be_chosen_and_left_again(presenter, view, file, after):
    after(presenter.open, file(PEOPLE))
    after(presenter.set_system, "Shopify customers")
    assert view.file.system.chosen == "Shopify customers"
    after(presenter.set_system, GENERAL)
    assert view.file.system.chosen == GENERAL


def test_questions_stand_at_their_columns_and_hold_one_up(presenter, view, file, after):
    after(presenter.open, file(OPEN))
    presenter.forward()
    birthday, points = row(view, "Birthday"), row(view, "Points")
    assert (birthday.state, points.state) == (State.QUESTION, State.QUESTION)
    assert birthday.ask.text == "Which day is “03/04/1976”?"
    assert birthday.ask.ways == {"dmy": "3 April 1976", "mdy": "4 March 1976"}
    assert points.ask.ways == {",": "1,234", ".": "1.234"}
    presenter.forward()
    assert view.place.step is Step.COLUMNS
    assert view.pointed == [2]
    presenter.answer("birthday", ["dmy"])
    presenter.answer("points", ["."])
    assert row(view, "Birthday").state is State.RECOGNISED
    assert row(view, "Birthday").ask.chosen == ("dmy",)
    after(presenter.forward)
    assert view.place.step is Step.PEOPLE


def test_the_order_of_names_is_asked_by_the_last_name(presenter, view, file, after):
    after(presenter.open, file("Nimi\nPäivi Kaisa\n"))
    presenter.forward()
    asked = row(view, "Nimi").ask
    assert asked.text == "Which is the last name in “Päivi Kaisa”?"
    assert asked.ways == {"first last": "Kaisa", "last first": "Päivi"}


def test_a_permission_may_stay_open_and_then_only_the_no_is_kept(presenter, view, file, after, desk):
    after(presenter.open, file(PEOPLE))
    presenter.forward()
    asked = row(view, "Lupa")
    assert asked.state is State.CHOICE
    assert asked.ask.hint == "Until you choose, no permission is noted from it; a “no” is kept."
    for _ in range(3):
        after(presenter.forward)
    given = {
        desk.customers.get(i).first_name: [(c.channel, c.given) for c in desk.customers.card(i).consents]
        for i in desk.customers.ids()
    }
    assert given == {"Kaisa": [], "Aada": [("any", False)]}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([["letter"], ["letter", "email"]], "letter+email"),
        ([["letter"], ["letter", "any"]], "any"),
        ([["none"], ["none", "email"]], "email"),
        ([["email"], []], None),
    ],
)
def test_a_permission_may_be_for_several_channels(presenter, file, after, said, kept):
    after(presenter.open, file(PEOPLE))
    presenter.forward()
    for ways in said:
        presenter.answer("consent", ways)
    assert presenter.columns.answers.get("consent") == kept


def test_a_field_of_one_column_moves_and_a_left_out_column_asks_nothing(presenter, view, file, after):
    after(presenter.open, file("Name,Birthday,Other\nKaisa Virtanen,03/04/1976,05/06/1980\n"))
    presenter.forward()
    presenter.answer("birthday", ["dmy"])
    after(presenter.become, 2, "birthday")
    assert [each.field for each in view.rows] == ["name", "", "birthday"]
    assert [each.state for each in view.rows][1:] == [State.LEFT_OUT, State.QUESTION]
    assert presenter.columns.answers == {}
    after(presenter.become, 2, "")
    assert [each.field for each in view.rows] == ["name", "", ""]


def test_a_mapping_is_kept_and_recognises_the_next_file(presenter, view, file, after, desk):
    after(presenter.open, file("a,b\nKaisa,12\n"))
    presenter.forward()
    after(presenter.become, 0, "first_name")
    after(presenter.keep, " ")
    assert view.said[-1] == ("Write a name for this mapping.", Tone.BAD)
    after(presenter.keep, "Old till")
    assert view.said[-1][1] is Tone.GOOD
    assert desk.imports.look(Plan(file("a,b\nAada,13\n", "next.csv"))).profile.name == "Old till"


def test_who_is_perhaps_known_is_decided_one_by_one(presenter, view, file, after, desk):
    customer = known(desk, last="Virtanen-Mäki")
    after(presenter.open, file("Nimi;Puhelin;Kaupunki\nKaisa Virtanen;040 123 4567;Lahti\n"))
    presenter.forward()
    presenter.answer("name", ["first last"])
    after(presenter.forward)
    assert view.people_line == "1 new customer · 1 is perhaps the same"
    [person] = view.people
    assert person.chosen == "new"
    assert person.options[str(customer)].startswith("The same as Kaisa Virtanen-Mäki (same phone")
    presenter.decide_all(same=True)
    assert view.people[0].chosen == str(customer)
    presenter.decide_all(same=False)
    presenter.decide(person.key, str(customer))
    after(presenter.forward)
    assert [(figure.caption, figure.value) for figure in view.check.figures][:2] == [
        ("New", "0"),
        ("Completed", "1"),
    ]
    after(presenter.forward)
    assert desk.customers.ids() == [customer]
    assert desk.customers.get(customer).town == "Lahti"


def test_two_of_one_file_may_be_one_person(presenter, view, file, after, desk):
    text = "Nimi;Puhelin\nKaisa Virtanen;040 123 4567\nK. Virtanen;040 123 4567\nAada Mäkelä;050 765 4321\n"
    after(presenter.open, file(text))
    presenter.forward()
    presenter.answer("name", ["first last"])
    after(presenter.forward)
    [person] = view.people
    assert person.name == "K. Virtanen"
    assert next(iter(person.options.values())) == "The same as Kaisa Virtanen in this file (same phone)"
    presenter.decide_all(same=True)
    after(presenter.forward)
    assert view.check.figures[0].value == "2"
    after(presenter.forward)
    assert sorted(desk.customers.get(i).last_name for i in desk.customers.ids()) == ["Mäkelä", "Virtanen"]


def test_two_of_one_file_stay_two_unless_somebody_says_so(presenter, file, after, desk):
    after(presenter.open, file("Nimi;Puhelin\nKaisa Virtanen;040 123 4567\nK. Virtanen;040 123 4567\n"))
    presenter.forward()
    presenter.answer("name", ["first last"])
    after(presenter.forward)
    presenter.decide_all(same=False)
    after(presenter.forward)
    after(presenter.forward)
    assert len(desk.customers.ids()) == 2


def test_nothing_is_saved_before_the_last_step_and_one_undo_takes_all_back(
    presenter, view, file, after, desk
):
    after(presenter.open, file(PEOPLE))
    presenter.forward()
    after(presenter.forward)
    after(presenter.forward)
    assert (view.place.step, view.place.forward) == (Step.CHECK, "Bring in")
    assert desk.customers.ids() == []
    assert view.check.samples[0].rows[0][1:3] == ["Kaisa", "Virtanen"]
    after(presenter.forward)
    assert view.place.step is Step.DONE
    assert view.place.undo
    assert view.said[-1] == ("New: 2 customers.", Tone.GOOD)
    assert len(desk.customers.ids()) == 2
    after(presenter.undo)
    assert desk.customers.ids() == []
    assert (view.place.step, view.file) == (Step.FILE, None)
    assert len(view.told) == 2


def test_the_comparison_becomes_a_sheet_before_and_after(presenter, view, file, after):
    after(presenter.open, file(PEOPLE))
    presenter.reconcile()
    assert view.previews == []
    presenter.forward()
    after(presenter.forward)
    after(presenter.forward)
    after(presenter.reconcile)
    after(presenter.forward)
    after(presenter.reconcile)
    assert [path.name for path, _ in view.previews] == ["import list en.pdf"] * 2
    assert view.previews[0][0].read_bytes().startswith(b"%PDF")


def test_the_same_file_again_changes_nothing(presenter, view, file, after):
    path = file(PEOPLE)
    for _ in range(2):
        after(presenter.open, path)
        presenter.forward()
        for _ in range(3):
            after(presenter.forward)
    assert view.said[-1] == ("Everything in this file was in the shop already.", Tone.GOOD)
    assert not view.place.undo


def test_nothing_came_in_is_not_called_known(presenter, view, file, after):
    after(presenter.open, file("Nimi;Sähköposti\n;nobody@@x\n"))
    presenter.forward()
    for _ in range(3):
        after(presenter.forward)
    assert view.said[-1] == ("Nothing new came in.", Tone.WARN)


def test_refused_rows_are_told_and_saved(presenter, view, file, after, tmp_path):
    after(presenter.open, file("Nimi;Sähköposti\nKaisa Virtanen;a@example.com\nAada Mäkelä;nobody@@x\n"))
    presenter.forward()
    after(presenter.forward)
    after(presenter.forward)
    line, column, _, state = view.check.refused.rows[0]
    assert (line, column, state) == ("3", "Sähköposti", "Without it")
    target = tmp_path / "refused.csv"
    after(presenter.save_refused, target)
    assert view.said[-1][1] is Tone.GOOD
    assert "nobody@@x" in target.read_text(encoding="utf-8-sig")


def test_back_keeps_what_was_said(presenter, view, file, after):
    after(presenter.open, file(OPEN))
    presenter.forward()
    presenter.answer("birthday", ["mdy"])
    presenter.answer("points", ["."])
    after(presenter.forward)
    presenter.overwrite = True
    assert presenter.back()
    assert presenter.back()
    assert view.place.step is Step.FILE
    assert not presenter.back()
    presenter.forward()
    assert row(view, "Birthday").ask.chosen == ("mdy",)


def test_leaving_an_unfinished_import_asks_once(presenter, view, file, after):
    after(presenter.open, file(PEOPLE))
    presenter.cancel()
    assert (view.asked, view.file) == (0, None)
    after(presenter.open, file(PEOPLE))
    presenter.forward()
    view.leave = False
    presenter.cancel()
    presenter.open(file(OPEN, "other.csv"))
    assert (view.asked, view.place.step) == (2, Step.COLUMNS)
    view.leave = True
    presenter.cancel()
    assert (view.asked, view.place.step) == (3, Step.FILE)


def test_a_whole_shop_comes_back_into_an_empty_one(presenter, view, after, desk, shop, tmp_path):
    other = shop.opened(tmp_path / "other.cxdesk")
    shop.customer(other, "Kaisa Virtanen")
    path = tmp_path / "shop.json"
    other.exports.everything(path)
    other.close()
    after(presenter.open, path)
    assert (view.shop, view.place.forward) == ("shop.json", "Bring the shop back")
    after(presenter.forward)
    assert len(desk.customers.ids()) == 1
    assert desk.workplace.staff_id is None
    [(_, undo)] = view.toasts
    after(undo)
    assert desk.customers.ids() == []


def test_a_whole_shop_does_not_come_into_a_shop_in_use(presenter, view, after, desk, tmp_path):
    known(desk)
    path = Path(tmp_path / "shop.json")
    desk.exports.everything(path)
    after(presenter.open, path)
    after(presenter.forward)
    assert view.said[-1][0].startswith("A whole shop can only be brought into an empty one.")


@pytest.mark.long
@pytest.mark.timeout(300)
def test_every_sample_gets_to_the_check(presenter, view, after, samples_folder):
    stuck = {}
    for path in sorted(samples_folder.glob("*.[!m]*")):
        after(presenter.open, path)
        presenter.forward()
        for each in view.rows:
            if each.ask and not each.ask.chosen:
                presenter.answer(each.ask.field, [next(iter(each.ask.ways))])
        after(presenter.forward)
        after(presenter.forward)
        if view.place.step is not Step.CHECK or not view.check.comparison:
            stuck[path.name] = view.said[-1:]
        presenter.cancel()
    assert stuck == {}
