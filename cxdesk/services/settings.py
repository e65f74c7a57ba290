"""What the owner can settle: the shop's name, limits and staff."""

from dataclasses import replace
from typing import Any

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import shop as storage

NAME_LIMIT = 200
LARGEST = 10**11
LONGEST = 3650
MOST_MONTHS = 120
CODE = range(4, 9)  # figures
FURTHEST = 300  # tenths of a millimetre
TEXTS = (
    "name",
    "street",
    "postcode",
    "town",
    "country",
    "phone",
    "email",
    "website",
    "signature_name",
    "signature_title",
)


class Settings:
    """The shop's settings and staff."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def shop(self) -> Shop:
        """The settings as they stand."""
        return self._work.shop()

    def save(self, shop: Shop) -> None:
        """Save the settings.

        Raises:
            UserError: when the shop has no name or a limit cannot be right.
        """
        settled = checked(shop)
        with self._work.change("Settings changed"):
            storage.put(self._work.db, settled)

    def staff(self) -> list[StaffMember]:
        """Everybody who works or has worked in the shop."""
        return storage.staff(self._work.db)

    def save_staff(self, member: StaffMember) -> int:
        """Save a new (id 0) or changed member of staff; gives the id.

        Raises:
            UserError: when there is no name, or the limit cannot be right.
        """
        member = replace(member, name=clean(member.name, NAME_LIMIT), title=clean(member.title, NAME_LIMIT))
        if not member.name:
            raise UserError("Write the person's name.")
        if not 0 <= (member.monthly_limit or 0) <= LARGEST:
            raise UserError("The amount cannot be negative.")
        with self._work.change("Staff changed"):
            if member.id:
                storage.update_staff(self._work.db, member)
                return member.id
            return storage.add_staff(self._work.db, member)


def checked(shop: Shop) -> Shop:
    """The same settings fit to be kept.

    Raises:
        UserError: when the shop has no name or a limit cannot be right.
    """
    texts: dict[str, Any] = {name: clean(getattr(shop, name), NAME_LIMIT) for name in TEXTS}
    if not texts["name"]:
        raise UserError("Write the shop's name.")
    amounts, days = (
        (
            shop.monthly_budget,
            shop.gift_limit,
            shop.letter_cost,
            shop.goodwill_limit,
            shop.yearly_budget,
            shop.gift_sum_a_year,
            shop.point_value,
            shop.referral_points,
            shop.birthday_points,
            shop.answer_points,
        ),
        (shop.contact_gap, shop.coupon_days, shop.ask_gap, shop.nps_gap, shop.gifts_a_year),
    )
    if min(*amounts, *days) < 0:
        raise UserError("Amounts and days cannot be negative.")
    if max(amounts) > LARGEST or max(days) > LONGEST:
        raise UserError("A number is too large to be right.")
    if max(abs(shop.window_right), abs(shop.window_down)) > FURTHEST:
        raise UserError("An offset of more than {most} mm cannot be right.", most=FURTHEST // 10)
    if not 0 <= shop.yearly_percent <= 100:
        raise UserError("A part of what last year earned is 0 to 100 per cent.")
    if not 0 <= shop.coupon_percent <= 100:
        raise UserError("A coupon is worth 0 to 100 per cent.")
    if not (1 <= shop.money_per_point <= LARGEST and 0 <= shop.points_months <= MOST_MONTHS):
        raise UserError(
            "A point needs an amount of money, and is valid for at most 120 months (0: for ever)."
        )
    code = shop.kiosk_code
    if code and not (code.isascii() and code.isdigit() and len(code) in CODE):
        raise UserError("The code has four to eight figures.")
    return replace(shop, **texts)
