"""The shop's own wording of a letter counts until the original is restored."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Mailing

NOTICE = (LetterKind.NOTICE, "en", Formality.FAMILIAR)
OWN = "News\n\n{{ salutation }}\n\nWe are closed on Monday.\n\nYours"


def test_an_own_wording_is_used_and_taken_back(desk, person):
    desk.templates.save(*NOTICE, OWN)
    assert desk.templates.is_own(*NOTICE)
    mailing = Mailing("a", LetterKind.NOTICE)
    said = desk.mailings.prepare(mailing, [person("Aino", language="en")]).letters[0][1]
    assert (said.subject, said.paragraphs[1]) == ("News", "We are closed on Monday.")
    desk.templates.restore(*NOTICE)
    assert desk.templates.source(*NOTICE) == desk.templates.original(*NOTICE)
    desk.history.undo()
    assert desk.templates.source(*NOTICE).strip() == OWN


def test_the_original_typed_again_is_no_own_wording(desk):
    desk.templates.save(*NOTICE, OWN)
    desk.templates.save(*NOTICE, desk.templates.original(*NOTICE) + "\n\n")
    assert not desk.templates.is_own(*NOTICE)


def test_finnish_keeps_te_and_sina_apart_and_uzbek_does_not(desk):
    for language in ("fi", "uz"):
        desk.templates.save(LetterKind.NOTICE, language, Formality.FORMAL, OWN)
    assert not desk.templates.is_own(LetterKind.NOTICE, "fi", Formality.FAMILIAR)
    assert desk.templates.is_own(LetterKind.NOTICE, "uz", Formality.FAMILIAR)


@pytest.mark.parametrize("wording", ["", " \n", "{{ nobody }}", "{% if %}"])
def test_a_wording_that_cannot_be_printed_is_not_kept(desk, wording):
    with pytest.raises(UserError):
        desk.templates.save(*NOTICE, wording)
    assert not desk.templates.is_own(*NOTICE)
