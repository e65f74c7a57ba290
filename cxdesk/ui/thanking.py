"""What staff decides about a suggestion, wherever it is shown: carry out, put off, rule out."""

from datetime import date

from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.occasion import Occasion
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.tokens import Tone

MARKS = {
    Occasion.ANSWER_FEEDBACK: ("message-square-warning", Tone.BAD),
    Occasion.FOLLOW_UP: ("phone", Tone.INFO),
    Occasion.BACK_IN_STOCK: ("package", Tone.GOOD),
    Occasion.BIRTHDAY: ("cake", Tone.GIFT),
    Occasion.REMEMBERED_DAY: ("calendar-heart", Tone.GIFT),
    Occasion.GOAL: ("target", Tone.GOOD),
    Occasion.EARLY_ACCESS: ("star", Tone.WARN),
    Occasion.REWARD: ("gift", Tone.ACCENT),
    Occasion.REFERRAL: ("users", Tone.ACCENT),
    Occasion.WELCOME: ("party-popper", Tone.WARN),
    Occasion.MILESTONE: ("heart", Tone.ACCENT),
    Occasion.PRAISE: ("heart", Tone.ACCENT),
    Occasion.ANNIVERSARY: ("heart", Tone.ACCENT),
    Occasion.WARRANTY: ("hourglass", Tone.INFO),
    Occasion.FEEDBACK_GIVEN: ("message-square", Tone.ACCENT),
    Occasion.HOLIDAY: ("sparkles", Tone.WARN),
    Occasion.KEEP_IN_TOUCH: ("phone", Tone.INFO),
    Occasion.WE_MISS_YOU: ("calendar-heart", Tone.INFO),
    Occasion.COME_AGAIN: ("calendar-heart", Tone.INFO),
    Occasion.THANK_YOU: ("heart", Tone.ACCENT),
}
"""The icon and tone of each occasion."""


class Thanking:
    """Decisions about suggestions, each with its undo."""

    def __init__(self, desk: Desk, language: Language, view: Saying) -> None:
        self._desk, self._language = desk, language
        self._acts = Acts(desk, view)

    def done(self, *suggestions: Suggestion) -> bool:
        """Note as one step that these were carried out."""
        what = title(self._language, suggestions[0])
        if len(suggestions) > 1:
            what = self._language.tr_n("{n} letter", "{n} letters", len(suggestions))
        text = self._language.tr("Done – {act}", act=what)
        return self._acts.do(lambda: self._desk.appreciation.done_together(suggestions), text)

    def snooze(self, suggestion: Suggestion) -> bool:
        """Put it off for a week, a birthday at most until the day itself."""
        until = self._language.day(self._desk.appreciation.until(suggestion))
        text = self._language.tr("Put off until {day}", day=until)
        return self._acts.do(lambda: self._desk.appreciation.snooze(suggestion), text)

    def never(self, suggestion: Suggestion) -> bool:
        """Do not suggest this kind of act for this customer any more."""
        text = self._language.tr("Not suggested any more – {act}", act=title(self._language, suggestion))
        return self._acts.do(lambda: self._desk.appreciation.never(suggestion), text)


def title(language: Language, suggestion: Suggestion) -> str:
    """The act and the customer: `Birthday gift: Kaisa Virtanen`."""
    act = reasons.title(language, suggestion.kind)
    return language.tr("{act}: {name}", act=act, name=suggestion.customer.name)


def why(language: Language, suggestion: Suggestion, today: date) -> str:
    """The reasons, and on what ground the customer may be contacted."""
    grounds = reasons.explain(language, suggestion, today)
    return f"{grounds} {reasons.allowance(language, suggestion)}"
