"""Old and new of a customer's entry in the words of the screen."""

import pytest

from cxdesk.domain.difference import Difference
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.language import differences
from cxdesk.language.language import Language


@pytest.mark.parametrize(
    ("column", "old", "new", "said"),
    [
        ("stage", "awareness", "aftercare", ("Vaihe", "Löytäminen → Oston jälkeen")),
        ("gender", "", "woman", ("Sukupuoli", "– → Nainen")),
        ("language", "fi", "uz", ("Kirjeiden kieli", "suomi → uzbekki")),
        ("age_group", "18-29", "75+", ("Ikäryhmä", "18–29 → 75 tai yli")),
        ("birth_month", "3", "", ("Syntymäkuukausi", "maaliskuu → –")),
        ("since", "2019-05-02", "2020-01-31", ("Asiakkuus alkanut", "2.5.2019 → 31.1.2020")),
        ("country", "FI", "UZ", ("Maa", "Suomi → Uzbekistan")),
        ("kind", "taste", "allergy", ("Laji", "Mieltymys → Allergia")),
        ("restricted", "", "1", ("Käsittely rajoitettu", "– → kyllä")),
        ("stage", "retired", "9", ("Vaihe", "retired → 9")),
        ("birth_month", "13", "x", ("Syntymäkuukausi", "13 → x")),
    ],
)
def test_codes_are_words_and_unknown_ones_stand_as_they_are(column, old, new, said):
    assert differences.difference(Language("fi"), Difference("customers", column, old, new), {}) == said


def test_the_shops_own_fields_are_written_as_the_language_does():
    size, course = Field(1, "Size", FieldKind.NUMBER), Field(2, "Course", FieldKind.YES_NO)
    own = {field.name: field for field in (size, course)}
    finnish = Language("fi")

    def told(field, old, new):
        return differences.difference(finnish, Difference("field_values", "value", old, new, field.name), own)

    assert told(size, "38.5", "0") == ("Size", "38,5 → 0")
    assert told(course, "", "yes") == ("Course", "– → Kyllä")
    assert told(course, "maybe", "") == ("Course", "maybe → –")
