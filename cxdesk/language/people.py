"""The words for what a shop knows of a person."""

from cxdesk.domain.customer import AgeGroup, Gender
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
