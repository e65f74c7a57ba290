from dataclasses import replace

from cxdesk.domain.shop import LetterBasis, Role, Shop, StaffMember
from cxdesk.storage import shop

from .conftest import NOON


def test_settings_come_back_and_only_what_differs_is_noted(db):
    given = Shop("Kielo", monthly_budget=0, letter_basis=LetterBasis.OPT_OUT, town="Turku")
    with db.change("Settings", at=NOON):
        shop.put(db, given)
    assert shop.get(db) == given

    with db.change("Settings", at=NOON) as recording:
        shop.put(db, replace(given, coupon_days=90))
    assert shop.get(db) == replace(given, coupon_days=90)
    assert db.value("SELECT count(*) FROM history WHERE change_id = ?", [recording.id]) == 1


def test_new_file_has_the_defaults(db):
    assert shop.get(db) == Shop("")


def test_staff_owners_first(db):
    with db.change("Staff", at=NOON):
        aino = shop.add_staff(db, StaffMember(0, "Aino"))
        owner = shop.add_staff(db, StaffMember(0, "Maija", "Florist", Role.OWNER))
        shop.update_staff(db, StaffMember(aino, "Aino", "Trainee", Role.STAFF, active=False))

    assert shop.staff(db) == [
        StaffMember(owner, "Maija", "Florist", Role.OWNER),
        StaffMember(aino, "Aino", "Trainee", Role.STAFF, active=False),
    ]
