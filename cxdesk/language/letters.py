"""The words for letters: what each kind is called."""

from cxdesk.domain.letter import LetterKind
from cxdesk.language.language import Language


def kinds(language: Language) -> dict[str, str]:
    """What a letter may be for, in words."""
    say = language.tr
    return {
        LetterKind.THANK_YOU: say("Thank-you letter"),
        LetterKind.BIRTHDAY: say("Birthday letter"),
        LetterKind.WELCOME: language.tr_c("act", "Welcome"),
        LetterKind.WE_MISS_YOU: say("We miss you"),
        LetterKind.ANSWER_FEEDBACK: say("Answer to feedback"),
        LetterKind.APOLOGY: say("Apology with a solution"),
        LetterKind.INVITATION: say("Invitation"),
        LetterKind.EARLY_ACCESS: say("Early access"),
        LetterKind.APPRECIATION_DAY: say("Appreciation day"),
        LetterKind.BACK_IN_STOCK: say("Back in stock"),
        LetterKind.WARRANTY_ENDS: say("Warranty ends"),
        LetterKind.NOTICE: say("Notice"),
    }


def kind(language: Language, key: str) -> str:
    """What a letter was for; a template of an older program by its key."""
    return kinds(language).get(key, key)
