"""The shop's settings and staff."""

from dataclasses import replace

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import LetterBasis, Role, Shop, StaffMember
from cxdesk.services.desk import found


def test_kept_as_they_were_saved(desk):
    shop = Shop("Kerä & <b>", "uz", "UZS", monthly_budget=0, contact_gap=0, letter_basis=LetterBasis.OPT_OUT)
    desk.settings.save(shop)
    assert desk.settings.shop() == shop
    steps = len(desk.history.changes())
    desk.settings.save(shop)
    assert len(desk.history.changes()) == steps


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " "},
        {"name": "x" * 10_000},
        {"street": "x" * 201},
        {"monthly_budget": -1},
        {"contact_gap": -1},
        {"contact_gap": 10**9},
        {"coupon_days": 10**9},
        {"letter_cost": 2**63},
        {"coupon_percent": 101},
        {"coupon_percent": -1},
    ],
)
def test_what_cannot_be_right(desk, rows, fields):
    before = rows()
    with pytest.raises(UserError):
        desk.settings.save(replace(desk.settings.shop(), **fields))
    assert rows() == before


def test_a_shop_without_a_name_is_not_made(tmp_path, clock):
    path = tmp_path / "new" / "shop.cxdesk"
    with pytest.raises(UserError, match="shop's name"):
        found(path, Shop(" "), clock)
    assert not path.exists()
    found(path, Shop("Kerä"), clock).close()
    with pytest.raises(UserError, match="already exists"):
        found(path, Shop("Kerä"), clock)
    with pytest.raises(UserError, match="cannot be written"):
        found(path / "inside" / "shop.cxdesk", Shop("Kerä"), clock)


def test_staff(desk):
    made = desk.settings.save_staff(StaffMember(0, " Leena ", role=Role.OWNER))
    desk.settings.save_staff(StaffMember(made, "Leena", "Owner", Role.OWNER, active=False))
    assert desk.settings.staff() == [StaffMember(made, "Leena", "Owner", Role.OWNER, active=False)]
    with pytest.raises(UserError, match="name"):
        desk.settings.save_staff(StaffMember(0, "\x00"))
