"""A row of a customer's timeline, and the filters that show it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone

ALL = "all"
Line = tuple[str, str]


class Group(StrEnum):
    """A filter of the timeline."""

    PURCHASES = "purchases"
    RETURNS = "returns"
    FEEDBACK = "feedback"
    CASES = "cases"
    THANKS = "thanks"
    GIFTS = "gifts"
    PROMISES = "promises"
    NOTES = "notes"
    REQUESTS = "requests"
    INTERVIEWS = "interviews"
    PERMISSIONS = "permissions"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened; `groups` are the filters that show it.

    `opens` is a feedback's id, `change` the id of a change of the entry, `sale` of a sale (0: none); `lines` are what
    the row unfolds to, each with what stands at its left and at its right.
    """

    key: str
    groups: tuple[Group, ...]
    day: date
    icon: str
    tone: Tone
    title: str
    detail: str = ""
    figure: str = ""
    badge: str = ""
    badge_tone: Tone = Tone.NEUTRAL
    opens: int = 0
    change: int = 0
    sale: int = 0
    lines: tuple[Line, ...] = ()


def filters(language: Language, events: Iterable[Happening]) -> dict[str, str]:
    """The filters that show anything, in words with their counts."""
    say = language.tr
    words = {
        Group.PURCHASES: say("Purchases"),
        Group.RETURNS: say("Returns"),
        Group.FEEDBACK: say("Feedback"),
        Group.CASES: say("Cases"),
        Group.THANKS: say("Thanks"),
        Group.GIFTS: say("Gifts"),
        Group.PROMISES: say("Promises"),
        Group.NOTES: say("Notes"),
        Group.REQUESTS: say("Asked for"),
        Group.INTERVIEWS: say("Interviews"),
        Group.PERMISSIONS: say("Permissions"),
        Group.CHANGES: say("Changes"),
    }
    every = [*events]
    times = Counter(group for each in every for group in each.groups)
    shown = {ALL: f"{say('All')} {language.number(len(every))}"} if every else {ALL: say("All")}
    return shown | {
        group: f"{words[group]} {language.number(times[group])}" for group in Group if times[group]
    }
