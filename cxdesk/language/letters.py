"""The words for letters: what each kind is called, and how a letter begins."""

from cxdesk.domain.customer import Customer, Gender
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterKind, Way
from cxdesk.domain.stationery import BY_HAND, CARDS, ENVELOPES, LABELS
from cxdesk.language.language import Language

TITLES: dict[Gender | None, str] = {Gender.WOMAN: "Ms", Gender.MAN: "Mr"}


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


def fields(language: Language) -> dict[str, str]:
    """What a wording may have filled in, by the name that stands between its braces."""
    say = language.tr
    return {
        "salutation": say("Salutation"),
        "customer.first_name": say("First name"),
        "customer.name": say("Whole name"),
        "since_year": say("Customer since"),
        "purchases": say("Number of purchases"),
        "reason": say("Reason"),
        "gift": say("Gift"),
        "coupon": say("Coupon"),
        "valid_until": say("Valid until"),
        "event": say("What is on"),
        "when": say("When"),
        "place": say("Where"),
        "item": say("Article"),
        "regular_percent": say("Discount for regulars"),
        "guest_percent": say("Discount for a friend"),
        "message": say("Own words"),
        "code": say("Code"),
        "staff.name": say("Who signs"),
        "shop.name": say("Shop name"),
    }


def way(language: Language, went: Way) -> str:
    """How a letter went out, as it stands before a day."""
    return {
        Way.PRINTED: language.tr_c("letter", "printed"),
        Way.EMAIL: language.tr_c("letter", "by e-mail"),
        Way.TEXT: language.tr_c("letter", "by text message"),
        Way.COPIED: language.tr_c("letter", "as copied text"),
        Way.HAND: language.tr_c("letter", "by hand"),
    }[went]


def papers_of_one(language: Language) -> dict[str, str]:
    """What a letter to one customer is printed on."""
    return {key: words for key, words in papers(language).items() if key in {"", BY_HAND, *CARDS}}


def papers(language: Language) -> dict[str, str]:
    """What letters and addresses are printed on."""
    say = language.tr
    return {
        "": say("Letter, A4"),
        "A5": say("Folded card, A4 to A5"),
        "A6": say("Folded card, A5 to A6"),
        "A4A6": say("Folded card, A4 twice to A6"),
        BY_HAND: say("Points for a card by hand, A6"),
        "email": say("E-mail drafts"),
        "text": say("Text messages, as codes for the phone"),
        **{kind: say("Envelopes {kind}", kind=kind) for kind in ENVELOPES},
        **{kind: say("Labels {kind}", kind=kind) for kind in LABELS},
    }


def salutation(language: Language, customer: Customer, formality: Formality) -> str:
    """How a letter begins: Dear Kaisa, or formally Dear Ms Virtanen, where we know which it is."""
    formal = formality is Formality.FORMAL
    whole = language.name(customer.first_name, customer.last_name) or customer.name
    name = whole if formal else customer.first_name or whole
    if not name:
        return language.tr("Dear customer,")
    if formal and language.code == "en" and customer.last_name and customer.gender in TITLES:
        return f"Dear {TITLES[customer.gender]} {customer.last_name},"
    return (
        language.tr_c("formal", "Dear {name},", name=name)
        if formal
        else language.tr("Dear {name},", name=name)
    )


def kind(language: Language, key: str) -> str:
    """What a letter was for; a template of an older program by its key."""
    return kinds(language).get(key, key)
