"""The written signature: chosen, printed under the letters of who signs, taken away, undone."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.personal import PersonalLetter
from cxdesk.domain.shop import Role, StaffMember
from cxdesk.services.workplace import new_uuid
from tests.documents.signed import signed


def test_it_belongs_to_who_signs_and_can_be_taken_away(desk, person, tmp_path):
    def signature():
        return desk.personal.letter(PersonalLetter(new_uuid(), who, LetterKind.THANK_YOU)).signature

    who, aino = person(), desk.settings.save_staff(StaffMember(0, "Aino", "owner", Role.OWNER))
    desk.settings.save_staff(StaffMember(0, "Mikko"))
    desk.workplace.staff_id = aino
    desk.signatures.save_file(signed(tmp_path / "a.png"))
    desk.workplace.staff_id = None
    assert (signature().name, signature().title) == ("Aino", "owner")
    assert signature().picture == desk.signatures.png() != b""
    desk.signatures.drop()
    assert signature().picture == b""
    desk.history.undo()
    assert signature().picture != b""


def test_what_is_no_signature_changes_nothing(desk, tmp_path):
    (tmp_path / "a.png").write_text("text")
    for file, said in (("a.png", "no picture"), ("b.png", "could not be read")):
        with pytest.raises(UserError, match=said):
            desk.signatures.save_file(tmp_path / file)
    assert desk.signatures.png() == b""
