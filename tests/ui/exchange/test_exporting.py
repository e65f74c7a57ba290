"""Files that go out, in the real window and by a real worker."""

import csv
import json
from dataclasses import replace

import pytest

from cxdesk.language.language import Language
from cxdesk.ui.exchange.outgoing import LISTS, REACHED, WHOLE
from cxdesk.ui.exchange.page import ExchangePage
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone

ALL = {what.key: what for what in (*WHOLE, *LISTS, *REACHED)}


@pytest.fixture
def window(desk, shop, shown):
    made = []

    def open_window(code="en", width=1366, height=768):
        made.append(shop.window(desk, Language(code), "exchange", ExchangePage))
        shown(made[-1], width, height)
        made[-1].go("exchange", "export")
        return made[-1]

    yield open_window
    for each in made:
        each.close()
        assert each.errors == []


@pytest.fixture
def people(desk, shop):
    kaisa = shop.customer(desk, "Kaisa Virtanen", birthday=shop.birthday_in(3), phone="040 123 4567")
    desk.customers.save(replace(desk.customers.get(kaisa), postcode="15100", town="Lahti"))
    shop.customer(desk, "Aada Mäkelä", letters=False)
    shop.bought(desk, kaisa, desk.workplace.today())
    shop.said(desk, 9, customer_id=kaisa)


def save(window, key, path, qtbot, chosen=""):
    part = window.page("exchange").exporting
    part.ask_target = lambda _parent, _name, _filters: (str(path), chosen)
    part.buttons[key].click()
    qtbot.waitUntil(lambda: bool(part.note.label.text()))
    qtbot.waitUntil(part.buttons[key].isEnabled)
    return part.note


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("key", "name", "count"),
    [
        ("customers", "list.csv", 2),
        ("purchases", "list.csv", 1),
        ("feedback", "list.csv", 1),
        ("mailing-email", "list.csv", 0),
        ("mailing-text", "list.csv", 0),
    ],
)
def test_each_list_is_written(window, qtbot, tmp_path, key, name, count):
    note = save(window(), key, tmp_path / name, qtbot)
    assert note.label.text() == f"{count} row{'' if count == 1 else 's'} saved to {name}."
    assert note.tone is Tone.GOOD
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == count + 1


@pytest.mark.usefixtures("people")
def test_the_mailing_list_of_letters_holds_those_who_may_get_one(window, qtbot, tmp_path):
    save(window(), "mailing-letter", tmp_path / "list.csv", qtbot)
    text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert "Kaisa" in text


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("key", "name", "start"),
    [("birthdays", "b.ics", "BEGIN:VCALENDAR"), ("contacts", "c.vcf", "BEGIN:VCARD")],
)
def test_calendar_and_contacts(window, qtbot, tmp_path, key, name, start):
    save(window(), key, tmp_path / name, qtbot)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.usefixtures("people")
def test_the_whole_shop_in_the_format_of_the_chosen_filter(window, qtbot, tmp_path):
    shown = window()
    save(shown, "everything", tmp_path / "mine", qtbot, "ZIP, CSV (*.zip)")
    assert (tmp_path / "mine.zip").read_bytes().startswith(b"PK")
    save(shown, "everything", tmp_path / "mine.json", qtbot, "ZIP, CSV (*.zip)")
    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("people")
def test_a_failure_is_said_at_the_place(window, qtbot, tmp_path):
    note = save(window(), "customers", tmp_path / "nowhere" / "list.csv", qtbot)
    assert note.tone is Tone.BAD


def test_nothing_is_written_when_no_name_is_given(window):
    part = window().page("exchange").exporting
    part.ask_target = lambda _parent, name, filters: ("", f"{name}{filters}")
    part.buttons["customers"].click()
    assert part.note.isHidden()
    assert part.buttons["customers"].isEnabled()


def test_the_names_that_are_offered(window):
    part = window("fi").page("exchange").exporting
    for what in ALL.values():
        assert part.presenter.proposal(what).rpartition(".")[2] in {"csv", "json", "ics", "vcf"}


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 2.0)])
def test_walk(window, walk, code, width, height, scale):
    theme().set_scale(scale)
    shown = window(code, width, height)
    assert walk(shown) == []
