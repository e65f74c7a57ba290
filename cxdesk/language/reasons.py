"""Why somebody is suggested, in words: short for the staff, and as the sentence that a letter gives as its reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cxdesk.domain.appreciation import Basis, Ground, Occasion, Reason, Suggestion
from cxdesk.domain.customer import ContactChannel, Formality
from cxdesk.language.language import Language

EXCERPT = 90
STOPPED = re.compile(r"([.!?…]”?)\.$")  # ” closes quotations in every language here
Facts = Mapping[str, Any]


def title(language: Language, kind: Occasion) -> str:
    """What kind of act this is."""
    return {
        Occasion.BIRTHDAY: language.tr("Birthday gift"),
        Occasion.THANK_YOU: language.tr("Thank-you letter"),
        Occasion.WE_MISS_YOU: language.tr("We miss you"),
        Occasion.ANSWER_FEEDBACK: language.tr("Answer the feedback"),
        Occasion.WELCOME: language.tr_c("act", "Welcome"),
    }[kind]


def explain(language: Language, suggestion: Suggestion, today: date) -> str:
    """The reasons of a suggestion as one or two lines of text that name the records behind it."""
    said = (sentence(language, reason, today) for reason in suggestion.reasons)
    return " ".join(text for text in said if text)


def sentence(language: Language, reason: Reason, today: date) -> str:
    """One reason as a sentence; no full stop follows a date or a quotation that ends with a stop of its own."""
    said = _SENTENCES[reason.ground](language, reason.facts, today)
    return STOPPED.sub(r"\1", said)


def allowance(language: Language, suggestion: Suggestion) -> str:
    """What allows this contact, in words."""
    basis, consent = suggestion.allowed.basis, suggestion.allowed.consent
    if basis is Basis.SERVICE:
        return language.tr("An answer to the customer's own feedback; needs no marketing permission.")
    if basis is Basis.CONSENT and consent:
        day = language.date(date.fromisoformat(consent.at[:10]))
        return language.tr("Letters permitted on {day}: {source}", day=day, source=consent.source or "–")
    return language.tr("Letters by post are allowed until the customer objects.")


def channel(language: Language, way: ContactChannel) -> str:
    """A way to reach a customer, named."""
    return {
        ContactChannel.LETTER: language.tr("Letters and cards"),
        ContactChannel.EMAIL: language.tr("E-mail"),
        ContactChannel.TEXT: language.tr("Text messages"),
        ContactChannel.PHONE: language.tr("Phone calls"),
        ContactChannel.ANY: language.tr("All channels"),
    }[way]


def letter_reason(
    language: Language, suggestion: Suggestion, formality: Formality = Formality.FAMILIAR
) -> str:
    """The sentence by which a letter tells the customer why it comes; empty when the template itself says it."""
    facts, formal = suggestion.reasons[0].facts, formality is Formality.FORMAL
    match suggestion.reasons[0].ground:
        case Ground.MILESTONE:
            return _visited(language, facts, formal=formal)
        case Ground.PROMOTER:
            return _praised(language, facts, formal=formal)
        case Ground.ANNIVERSARY:
            return _kept(language, facts["years"], formal=formal)
        case Ground.UNHAPPY:
            return _told(language, facts, formal=formal)
        case _:
            return ""


def _visited(language: Language, facts: Facts, *, formal: bool) -> str:
    if formal:
        return language.tr_c(
            "formal", "You have now visited us {count} times, and we want to thank you.", **facts
        )
    return language.tr("You have now visited us {count} times, and we want to thank you.", **facts)


def _praised(language: Language, facts: Facts, *, formal: bool) -> str:
    day = _long(language, facts)
    if formal:
        return language.tr_c("formal", "Thank you for the kind words that you gave us on {date}.", date=day)
    return language.tr("Thank you for the kind words that you gave us on {date}.", date=day)


def _kept(language: Language, years: int, *, formal: bool) -> str:
    if formal:
        return language.tr_n(
            "You have been our customer for {n} year, and we want to thank you.",
            "You have been our customer for {n} years, and we want to thank you.",
            years,
        )
    return language.tr_n(
        "It is now {n} year since your first visit, and we want to thank you.",
        "It is now {n} years since your first visit, and we want to thank you.",
        years,
    )


def _told(language: Language, facts: Facts, *, formal: bool) -> str:
    day = _long(language, facts)
    if formal:
        return language.tr_c(
            "formal",
            "On {date} you told us that not everything went as it should. We are sorry about that.",
            date=day,
        )
    return language.tr(
        "On {date} you told us that not everything went as it should. We are sorry about that.", date=day
    )


def _long(language: Language, facts: Facts) -> str:
    return language.date_long(facts["date"])


def _birthday(language: Language, facts: Facts, today: date) -> str:
    day = facts["date"]
    when = language.tr("today") if day == today else language.day(day)
    if facts["age"]:
        return language.tr("Turns {age} {when}.", age=facts["age"], when=when)
    return language.tr("Has a birthday {when}.", when=when)


def _milestone(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "Visit number {count} on {day}.", count=facts["count"], day=language.day(facts["date"])
    )


def _promoter(language: Language, facts: Facts, _today: date) -> str:
    day = language.day(facts["date"])
    return language.tr(
        "Gave {score}/10 on {day}{said}.", score=facts["nps"], day=day, said=_said(language, facts)
    )


def _anniversary(language: Language, facts: Facts, _today: date) -> str:
    return language.tr_n(
        "A customer for {n} year on {day}.",
        "A customer for {n} years on {day}.",
        facts["years"],
        day=language.day(facts["date"]),
    )


def _first_visit(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("First purchase on {day}.", day=language.day(facts["date"]))


def _rhythm(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "Used to come about every {gap} days, now silent for {silent} days.",
        gap=facts["gap"],
        silent=facts["silent"],
    )


def _unhappy(language: Language, facts: Facts, _today: date) -> str:
    day, said = language.day(facts["date"]), _said(language, facts)
    if facts["nps"] is not None:
        return language.tr("Gave {score}/10 on {day}{said}.", score=facts["nps"], day=day, said=said)
    if facts["csat"] is not None:
        return language.tr("Gave {score}/5 on {day}{said}.", score=facts["csat"], day=day, said=said)
    return language.tr("Waits for an answer since {day}{said}.", day=day, said=said)


def _said(language: Language, facts: Facts) -> str:
    comment = facts["comment"]
    if not comment:
        return ""
    short = comment if len(comment) <= EXCERPT else comment[:EXCERPT].rsplit(" ", 1)[0] + "…"
    return ": " + language.quoted(short)


def _favourite(language: Language, facts: Facts, _today: date) -> str:
    return language.tr_n(
        "Bought {item} {n} time.", "Bought {item} {n} times.", facts["count"], item=facts["item"]
    )


def _stock(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("In stock: {count}.", count=language.quantity(facts["count"]))


def _coupon(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("A coupon of {share}.", share=language.percent(facts["percent"] / 100))


def _last_thanked(language: Language, facts: Facts, today: date) -> str:
    if facts["date"] is None:
        return language.tr("Never thanked before.")
    return language.tr("Last thanked {ago}.", ago=language.ago((today - facts["date"]).days))


_SENTENCES: dict[Ground, Callable[[Language, Facts, date], str]] = {
    Ground.BIRTHDAY: _birthday,
    Ground.MILESTONE: _milestone,
    Ground.PROMOTER: _promoter,
    Ground.ANNIVERSARY: _anniversary,
    Ground.FIRST_VISIT: _first_visit,
    Ground.RHYTHM: _rhythm,
    Ground.UNHAPPY: _unhappy,
    Ground.FAVOURITE: _favourite,
    Ground.STOCK: _stock,
    Ground.COUPON: _coupon,
    Ground.LAST_THANKED: _last_thanked,
}
