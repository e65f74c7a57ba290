"""What makes a gift a good one, in words."""

from cxdesk.domain.gift import GiftKind
from cxdesk.language.language import Language


def kinds(language: Language) -> dict[str, str]:
    """The kinds of gifts, in words."""
    return {
        GiftKind.USEFUL: language.tr_c("gift", "Useful"),
        GiftKind.FUN: language.tr_c("gift", "Fun"),
        GiftKind.QUALITY: language.tr_c("gift", "Of quality"),
        GiftKind.EXPERIENCE: language.tr_c("gift", "An experience"),
        GiftKind.SWAG: language.tr_c("gift", "With the shop's name"),
        GiftKind.GESTURE: language.tr_c("gift", "A gesture"),
    }
