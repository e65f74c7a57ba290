"""The words for what a shop knows of a person."""

from datetime import date

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import AgeGroup, Gender, PreferenceKind
from cxdesk.domain.formality import Formality
from cxdesk.domain.relations import Role
from cxdesk.language.language import Language


def gender(language: Language, who: Gender) -> str:
    """What somebody says of themselves."""
    return {
        Gender.WOMAN: language.tr("Woman"),
        Gender.MAN: language.tr("Man"),
        Gender.OTHER: language.tr_c("gender", "Other"),
    }[who]


def age_group(language: Language, group: AgeGroup) -> str:
    """An age group in years."""
    first, _, last = group.value.rstrip("+").partition("-")
    if group is AgeGroup.UNDER_18:
        return language.tr("under 18")
    return (
        language.tr("{first} to {last}", first=first, last=last)
        if last
        else language.tr("{n} or over", n=first)
    )


def anniversaries(language: Language) -> tuple[str, ...]:
    """The days that people keep every year, as names to choose from."""
    say = language.tr
    return (
        say("Wedding day"),
        say("Name day"),
        say("Child's birthday"),
        say("Partner's birthday"),
        say("Company anniversary"),
    )


def coming(language: Language, known: Anniversary, day: date) -> str:
    """A day that is kept soon: `Wedding day on Sat 28 Nov, 10 years`."""
    years = known.years(day)
    said = language.tr("{what} on {day}", what=known.name, day=language.day(day))
    return f"{said}, {language.tr_n('{n} year', '{n} years', years)}" if years else said


def language_name(language: Language, code: str) -> str:
    """The name of a language that customers are written to in."""
    return {"fi": language.tr("Finnish"), "en": language.tr("English"), "uz": language.tr("Uzbek")}[code]


def formalities(language: Language) -> dict[Formality, str]:
    """How somebody is addressed, in words."""
    return {
        Formality.FAMILIAR: language.tr("By first name"),
        Formality.FORMAL: language.tr("Formally"),
    }


def roles(language: Language) -> dict[Role, str]:
    """What somebody is to a customer, in words."""
    say = language.tr
    return {
        Role.PARTNER: say("Partner"),
        Role.PARENT: say("Parent"),
        Role.CHILD: say("Child"),
        Role.SIBLING: say("Brother or sister"),
        Role.FRIEND: say("Friend"),
        Role.COLLEAGUE: say("Colleague"),
        Role.CARER: say("Looks after the customer"),
        Role.CARED_FOR: say("Is looked after by the customer"),
        Role.REFERRER: say("Brought the customer to us"),
        Role.REFERRED: say("Was brought by the customer"),
    }


def preference_kinds(language: Language) -> dict[PreferenceKind, str]:
    """What preferences are about, in words."""
    return {
        PreferenceKind.TASTE: language.tr("Likes"),
        PreferenceKind.ALLERGY: language.tr("Allergy"),
        PreferenceKind.DISLIKE: language.tr("Dislikes"),
        PreferenceKind.SIZE: language.tr("Size"),
        PreferenceKind.WISH: language.tr("Wish"),
        PreferenceKind.USUAL: language.tr("The usual"),
    }
