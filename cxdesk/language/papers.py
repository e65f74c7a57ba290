"""The words for papers with a code: what each is, and what became of it."""

from cxdesk.domain.letter import Way
from cxdesk.domain.paper import Mark, PaperKind, Slip
from cxdesk.language import letters
from cxdesk.language.language import Language


def title(language: Language, slip: Slip) -> str:
    """What a paper is."""
    if slip.template:
        return letters.kind(language, slip.template)
    say = language.tr
    return {
        PaperKind.LETTER: say("Letter"),
        PaperKind.CARD: language.tr_c("paper", "Card"),
        PaperKind.COUPON: say("Coupon"),
        PaperKind.GIFT_CARD: say("Gift card"),
        PaperKind.INVITATION: say("Invitation"),
        PaperKind.STATEMENT: say("Statement"),
    }[slip.paper.kind]


def mark(language: Language, what: Mark, kind: PaperKind = PaperKind.LETTER) -> str:
    """What became of a paper, as a button says it; an invitation is redeemed by coming."""
    if kind is PaperKind.INVITATION and what is Mark.REDEEMED:
        return language.tr("Has come")
    return {
        Mark.DELIVERED: language.tr_c("paper", "Delivered"),
        Mark.ANSWERED: language.tr_c("paper", "Answered"),
        Mark.REDEEMED: language.tr_c("paper", "Redeemed"),
    }[what]


def told(language: Language, slip: Slip) -> str:
    """Its code, and since when it has been what: `K7-4Q2M · by e-mail 21.11. · answered 23.11.`."""
    way, first = letters.way(language, slip.way or Way.PRINTED), language.date(slip.paper.printed)
    went = language.tr("{mark} {day}", mark=way, day=first)
    marks = [(mark(language, what, slip.paper.kind).lower(), slip.paper.marked(what)) for what in Mark]
    days = [language.tr("{mark} {day}", mark=said, day=language.date(day)) for said, day in marks if day]
    return " · ".join((slip.paper.code, went, *days))
