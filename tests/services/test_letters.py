"""Letters: addressed across borders, coded apart, remembered once."""

from dataclasses import replace

import pytest

from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError

BORN = Birthday(23, 11, 1976)


@pytest.mark.parametrize(
    ("country", "language", "last"),
    [
        ("SE", "en", "SWEDEN"),
        ("Ruotsi", "fi", "RUOTSI"),
        ("Sweden", "uz", "SHVETSIYA"),
        ("Narnia", "fi", "NARNIA"),
        ("FI", "fi", "111 22 STOCKHOLM"),
        ("", "fi", "111 22 STOCKHOLM"),
    ],
)
def test_abroad_the_country_stands_last_in_the_shops_language(desk, person, country, language, last):
    desk.settings.save(replace(desk.settings.shop(), language=language))
    aino = person(birthday=BORN, street="Gatan 1", postcode="111 22", town="Stockholm", country=country)
    letter = desk.letters.draft(desk.appreciation.next_for(aino)).letter
    assert letter.recipient.address[-1] == last


def test_written_again_it_is_the_same_letter(desk, person, tmp_path, clock):
    aino = person(birthday=BORN)
    suggestion = desk.appreciation.next_for(aino)
    first = desk.letters.write(suggestion, tmp_path / "a.pdf").letter
    clock.forward(1)
    again = desk.letters.write(suggestion, tmp_path / "b.pdf").letter
    assert (again.uuid, again.coupon.code) == (first.uuid, first.coupon.code)
    (kept,) = desk.customers.card(aino).letters
    assert (kept.code, kept.day) == (first.coupon.code, clock.now.date())


def test_a_code_that_another_letter_bears_is_not_given_twice(desk, person, tmp_path):
    aino, outi = person("Aino", birthday=BORN), person("Outi", birthday=BORN)
    mine = desk.appreciation.next_for(aino)
    wanted = desk.letters.draft(mine).letter.coupon.code
    desk.letters.write(desk.appreciation.next_for(outi), tmp_path / "outi.pdf")
    db = desk.workplace.db
    with db.change("Somebody else's luck", at=desk.workplace.now()):
        db.write("UPDATE letters SET code = ?", [wanted])
    written = desk.letters.write(mine, tmp_path / "aino.pdf").letter.coupon.code
    assert written != wanted
    assert len(written) == len(wanted) == len("K7-4Q2M")
    assert desk.letters.draft(mine).letter.coupon.code == written


def test_nothing_is_remembered_of_a_letter_that_could_not_be_written(desk, person, tmp_path):
    aino = person(birthday=BORN)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError):
        desk.letters.write(desk.appreciation.next_for(aino), tmp_path / "file" / "x.pdf")
    assert desk.customers.card(aino).letters == ()


def test_hostile_names_are_printed_not_obeyed(desk, person, tmp_path):
    person("<b>&amp;<img src='x'>" + "x" * 150, birthday=BORN, street="{{ shop_name }}", postcode="1")
    (suggestion,) = desk.appreciation.day().suggestions
    draft = desk.letters.write(suggestion, tmp_path / "x.pdf")
    assert draft.letter.recipient.address[0] == "{{ shop_name }}"
