"""Suggestions, birthdays and complaints in words, as the rows of Today say them."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.appreciation import Action, Suggestion
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.occasion import Occasion
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.ui.thanking import MARKS, title
from cxdesk.ui.today.figures import LATE_AFTER
from cxdesk.ui.today.morning import Celebration
from cxdesk.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Line:
    """A suggestion as a row; `answers` rows open the feedback first."""

    suggestion: Suggestion
    icon: str
    tone: Tone
    title: str
    reason: str
    cost: str
    badge: str
    badge_tone: Tone

    @property
    def answers(self) -> bool:
        """Whether it is about answering a feedback."""
        return self.suggestion.kind is Occasion.ANSWER_FEEDBACK


@dataclass(frozen=True, slots=True)
class Person:
    """A row at the side: who, what about them, a badge, and the record that a press opens (0: none)."""

    name: str
    detail: str
    badge: str
    tone: Tone
    opens: int


def line(language: Language, suggestion: Suggestion, today: date) -> Line:
    """One suggestion."""
    icon, tone = MARKS[suggestion.kind]
    badge, badge_tone = _badge(language, suggestion, today)
    return Line(
        suggestion,
        icon,
        tone,
        title(language, suggestion),
        reasons.explain(language, suggestion, today),
        language.money(suggestion.cost),
        badge,
        badge_tone,
    )


def _badge(language: Language, suggestion: Suggestion, today: date) -> tuple[str, Tone]:
    if suggestion.over_budget:
        amount = language.money(suggestion.over_budget)
        return language.tr("exceeds the budget by {amount}", amount=amount), Tone.WARN
    if suggestion.kind is Occasion.ANSWER_FEEDBACK:
        age = (today - suggestion.due).days
        return _age(language, age)
    if suggestion.kind is Occasion.BIRTHDAY and suggestion.due == today:
        return language.tr("today"), Tone.GIFT
    if suggestion.gesture.printed and not (suggestion.customer.street or suggestion.customer.postcode):
        return language.tr("No address: hand it over"), Tone.NEUTRAL
    return "", Tone.NEUTRAL


def celebration(language: Language, each: Celebration, today: date) -> Person:
    """A birthday or another day of the week."""
    said = [each.name, language.day(each.day)]
    if each.years:
        birthday = language.tr_n("turns {n}", "turns {n}", each.years)
        said.append(language.tr_n("{n} year", "{n} years", each.years) if each.name else birthday)
    if not each.permitted:
        said.append(language.tr("no letter permission"))
    badge = language.tr("today") if each.day == today else ""
    return Person(each.customer.name, " · ".join(filter(None, said)), badge, Tone.GIFT, each.customer.id)


def complaint(language: Language, entry: Feedback, name: str, today: date) -> Person:
    """A feedback that waits for an answer."""
    badge, tone = _age(language, (today - entry.day).days)
    score = f"{entry.nps}/10" if entry.nps is not None else f"{entry.csat}/5" if entry.csat else ""
    said = " · ".join(part for part in (score, entry.comment) if part)
    return Person(name or language.tr("Anonymous"), said, badge, tone, entry.id)


def decision(language: Language, action: Action, name: str) -> str:
    """A decision that was made: `Birthday gift: Kaisa Virtanen`."""
    return language.tr("{act}: {name}", act=reasons.title(language, action.kind), name=name)


def _age(language: Language, days: int) -> tuple[str, Tone]:
    if days > LATE_AFTER:
        return language.tr("{days} late", days=language.days(days)), Tone.BAD
    return language.ago(days), Tone.NEUTRAL
