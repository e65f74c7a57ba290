"""Staff's own ideas in words."""

from cxdesk.domain.idea import Way
from cxdesk.language.language import Language


def ways(language: Language) -> dict[Way, str]:
    """How somebody may be thanked, in words."""
    return {
        Way.WORD: language.tr_c("idea", "A word"),
        Way.CARD: language.tr_c("idea", "A card"),
        Way.LETTER: language.tr_c("idea", "A letter"),
        Way.GIFT: language.tr_c("idea", "A gift"),
    }
