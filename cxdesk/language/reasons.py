"""Why somebody is suggested, in words: short for the staff, and as the sentence that a letter gives as its reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cxdesk.domain.appreciation import Basis, Gesture, Ground, Reason, Suggestion
from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.formality import Formality
from cxdesk.domain.occasion import Occasion
from cxdesk.language import goals
from cxdesk.language.language import Language

EXCERPT = 90
STOPPED = re.compile(r"([.!?…]”?)\.$")  # ” closes quotations in every language here
Facts = Mapping[str, Any]


def title(language: Language, kind: Occasion) -> str:
    """What kind of act this is."""
    return {
        Occasion.ANSWER_FEEDBACK: language.tr("Answer the feedback"),
        Occasion.FOLLOW_UP: language.tr("Ask whether it helped"),
        Occasion.BACK_IN_STOCK: language.tr("Tell that it has come"),
        Occasion.BIRTHDAY: language.tr("Birthday gift"),
        Occasion.REMEMBERED_DAY: language.tr("A day to remember"),
        Occasion.GOAL: language.tr("A goal is reached"),
        Occasion.EARLY_ACCESS: language.tr("Early access"),
        Occasion.REWARD: language.tr("A reward is near"),
        Occasion.REFERRAL: language.tr("Thanks for a friend"),
        Occasion.WELCOME: language.tr_c("act", "Welcome"),
        Occasion.MILESTONE: language.tr("Thanks for many visits"),
        Occasion.PRAISE: language.tr("Thanks for praise"),
        Occasion.ANNIVERSARY: language.tr("Years together"),
        Occasion.WARRANTY: language.tr("The warranty ends"),
        Occasion.FEEDBACK_GIVEN: language.tr("Thanks for feedback"),
        Occasion.HOLIDAY: language.tr("Holiday greeting"),
        Occasion.KEEP_IN_TOUCH: language.tr("Keep in touch"),
        Occasion.WE_MISS_YOU: language.tr("We miss you"),
        Occasion.COME_AGAIN: language.tr("Come again"),
        Occasion.THANK_YOU: language.tr("Thanks of our own"),
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
        if suggestion.kind is Occasion.BACK_IN_STOCK:
            return language.tr("The customer asked to be told; needs no marketing permission.")
        return language.tr("An answer to the customer's own feedback; needs no marketing permission.")
    if basis is Basis.CONSENT and consent:
        day = language.date(date.fromisoformat(consent.at[:10]))
        if suggestion.gesture is Gesture.CALL:
            return language.tr("Calls permitted on {day}: {source}", day=day, source=consent.source or "–")
        return language.tr("Letters permitted on {day}: {source}", day=day, source=consent.source or "–")
    if basis is Basis.COUNTER:
        return language.tr("A word at the counter; needs no permission.")
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
        case Ground.IDEA:
            return str(facts["text"])
        case _:
            return _of_others(language, suggestion.reasons[0])


def _of_others(language: Language, reason: Reason) -> str:
    """The same for what has to do with others."""
    if reason.ground is Ground.REFERRAL:
        return language.tr("Thank you for telling {name} about us.", name=reason.facts["name"])
    if reason.ground is Ground.EARLY_ACCESS:
        day, name = _long(language, reason.facts), language.quoted(reason.facts["name"])
        return language.tr("Before anybody else you may come to {name} from {date}.", name=name, date=day)
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
    return ": " + language.quoted(_short(comment))


def _short(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + "…"


def _favourite(language: Language, facts: Facts, _today: date) -> str:
    return language.tr_n(
        "Bought {item} {n} time.", "Bought {item} {n} times.", facts["count"], item=facts["item"]
    )


def _catalogue(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("Of the gift catalogue: {item}.", item=facts["item"])


def _beside(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("{item}: {both} of {of} who bought {source} have bought it too.", **facts)


def _stock(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("In stock: {count}.", count=language.quantity(facts["count"]))


def _coupon(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("A coupon of {share}.", share=language.percent(facts["percent"] / 100))


def _last_thanked(language: Language, facts: Facts, today: date) -> str:
    if facts["date"] is None:
        return language.tr("Never thanked before.")
    return language.tr("Last thanked {ago}.", ago=language.ago((today - facts["date"]).days))


def _solved(language: Language, facts: Facts, _today: date) -> str:
    day, how = language.day(facts["date"]), facts["resolution"]
    if how:
        return language.tr("Answered on {day}: {how}.", day=day, how=language.quoted(_short(how)))
    return language.tr("Answered on {day}.", day=day)


def _arrived(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "Asked for {item} on {day}; it is here.", item=facts["item"], day=language.day(facts["date"])
    )


def _remembered(language: Language, facts: Facts, today: date) -> str:
    when = language.tr("today") if facts["date"] == today else language.day(facts["date"])
    if facts["years"]:
        return language.tr_n(
            "{name}: {n} year, {when}.",
            "{name}: {n} years, {when}.",
            facts["years"],
            name=facts["name"],
            when=when,
        )
    return language.tr("{name}: {when}.", name=facts["name"], when=when)


def _early(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "One of your best customers; {name} begins on {day}.",
        name=language.quoted(facts["name"]),
        day=language.day(facts["date"]),
    )


def _reward(language: Language, facts: Facts, _today: date) -> str:
    if facts["have"] >= facts["points"]:
        return language.tr("Has the points for {item} ({have}).", item=facts["item"], have=facts["have"])
    return language.tr("{have} of {points} points for {item}.", **facts)


def _referral(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "Brought {name}, who first bought on {day}.", name=facts["name"], day=language.day(facts["date"])
    )


def _warranty(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "The warranty of {item} ends on {day}.", item=facts["item"], day=language.day(facts["date"])
    )


def _feedback_given(language: Language, facts: Facts, _today: date) -> str:
    return language.tr("Took the time to answer on {day}.", day=language.day(facts["date"]))


def _holiday(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "One of your best customers; {name} is on {day}.",
        name=facts["name"],
        day=language.day(facts["date"]),
    )


def _keep_in_touch(language: Language, facts: Facts, _today: date) -> str:
    return language.tr(
        "Nobody has met them for {silent} days; you want to be in touch every {interval} days.",
        silent=facts["silent"],
        interval=facts["interval"],
    )


def _few_visits(language: Language, facts: Facts, _today: date) -> str:
    return language.tr_n(
        "Came {n} time, now silent for {silent} days.",
        "Came {n} times, now silent for {silent} days.",
        facts["count"],
        silent=facts["silent"],
    )


def _idea(language: Language, facts: Facts, _today: date) -> str:
    said = language.quoted(facts["text"])
    if facts["author"]:
        return language.tr("{name} thought of it: {said}.", name=facts["author"], said=said)
    return language.tr("Our own idea: {said}.", said=said)


def _goal(language: Language, facts: Facts, _today: date) -> str:
    what = language.quoted(goals.title(language, facts["goal"]))
    return language.tr("Reached the goal {what} on {day}.", what=what, day=language.day(facts["date"]))


def gesture(language: Language, way: Gesture) -> str:
    """How somebody is thanked, as a sentence."""
    return {
        Gesture.WORD: language.tr("A word at the counter is enough."),
        Gesture.CALL: language.tr("A call is enough."),
        Gesture.CARD: language.tr("A card in your own hand is enough."),
        Gesture.LETTER: language.tr("A letter goes out."),
    }[way]


def _gesture(language: Language, facts: Facts, _today: date) -> str:
    return gesture(language, facts["gesture"])


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
    Ground.SOLVED: _solved,
    Ground.ARRIVED: _arrived,
    Ground.REMEMBERED_DAY: _remembered,
    Ground.EARLY_ACCESS: _early,
    Ground.REWARD: _reward,
    Ground.REFERRAL: _referral,
    Ground.WARRANTY: _warranty,
    Ground.FEEDBACK_GIVEN: _feedback_given,
    Ground.HOLIDAY: _holiday,
    Ground.KEEP_IN_TOUCH: _keep_in_touch,
    Ground.FEW_VISITS: _few_visits,
    Ground.GESTURE: _gesture,
    Ground.CATALOGUE: _catalogue,
    Ground.IDEA: _idea,
    Ground.BESIDE: _beside,
    Ground.GOAL: _goal,
}
