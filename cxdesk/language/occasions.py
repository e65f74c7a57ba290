"""The rules of thanking in words: each one sentence, its figures, and what it would have named."""

from cxdesk.domain.occasion import Occasion, Setting, known_figures
from cxdesk.language.language import Language
from cxdesk.language.text import N_


def rule(language: Language, setting: Setting) -> str:
    """A rule as one sentence with its figures."""
    figures = {name: setting[name] for name in known_figures(setting.kind)}
    return language.tr(_SENTENCES[setting.kind], **figures)


def figure(language: Language, name: str) -> str:
    """What a figure says."""
    return {
        "after": language.tr("Days after"),
        "before": language.tr("Days before"),
        "fresh": language.tr("Within so many days"),
        "gaps": language.tr("Times the usual gap"),
        "least": language.tr("At least"),
        "near": language.tr("Per cent of the points"),
        "score": language.tr("Score from"),
        "top": language.tr("How many customers"),
        "weeks": language.tr("Weeks of the trial"),
        "within": language.tr("A visit counts for so many days"),
        "held_back": language.tr("Left out by lot, per cent"),
    }[name]


_SENTENCES = {
    Occasion.ANSWER_FEEDBACK: N_("Whoever was unhappy is answered first of all."),
    Occasion.FOLLOW_UP: N_("{after} days after an answer somebody asks whether it helped."),
    Occasion.BACK_IN_STOCK: N_("Whoever asked for something hears when it has come."),
    Occasion.THANK_YOU: N_("What staff thought of themselves is suggested from its day on."),
    Occasion.BIRTHDAY: N_(
        "A birthday within {before} days brings a gift that the customer likes, else a coupon."
    ),
    Occasion.REMEMBERED_DAY: N_("A day that the customer keeps, {before} days ahead: a call or a card."),
    Occasion.GOAL: N_("Whoever reaches a goal of their own is congratulated at the counter."),
    Occasion.EARLY_ACCESS: N_(
        "{before} days before an early access VIPs hear of it before anybody else: those of a VIP tier, "
        "or the {top} best customers where no tier is one."
    ),
    Occasion.REWARD: N_("Whoever has {near}% of the points for a reward is told at the counter."),
    Occasion.REFERRAL: N_(
        "Whoever sent a friend is thanked within {fresh} days of the friend’s first purchase: a call or a card."
    ),
    Occasion.WELCOME: N_("Whoever came for the first time is welcomed within {fresh} days."),
    Occasion.MILESTONE: N_(
        "The {least}th visit, and after it every round one, is thanked for within {fresh} days."
    ),
    Occasion.PRAISE: N_("Whoever gave {score} or more of 10 is thanked within {fresh} days."),
    Occasion.ANNIVERSARY: N_(
        "From {least} full years as a customer every year is thanked for within {fresh} days."
    ),
    Occasion.WARRANTY: N_("{before} days before a warranty ends the customer hears of it: a call or a card."),
    Occasion.FEEDBACK_GIVEN: N_("Whoever answered is thanked at the counter within {fresh} days."),
    Occasion.HOLIDAY: N_("{before} days before a holiday the {top} best customers get a card."),
    Occasion.KEEP_IN_TOUCH: N_("Whoever was not met for as long as their card says: a call or a card."),
    Occasion.WE_MISS_YOU: N_(
        "A regular who stays away for {gaps} times their own gap, {least} days at least, gets a letter with a coupon."
    ),
    Occasion.COME_AGAIN: N_(
        "Whoever came once or twice and not again for {after} days gets a letter with a coupon."
    ),
}
