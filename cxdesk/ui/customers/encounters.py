"""Promises, notes, requests, interviews and changes of the entry, as rows of the timeline."""

from datetime import date, datetime, tzinfo

from cxdesk.domain.change import Change
from cxdesk.domain.encounters import Encounter, EncounterKind
from cxdesk.language import history
from cxdesk.language.language import Language
from cxdesk.services.customers import ADDED
from cxdesk.ui.customers.happening import Group, Happening
from cxdesk.ui.tokens import Tone

LOOKS = {
    EncounterKind.PROMISE: (Group.PROMISES, "hourglass", Tone.INFO),
    EncounterKind.OBSERVATION: (Group.NOTES, "eye", Tone.NEUTRAL),
    EncounterKind.VISIT: (Group.NOTES, "store", Tone.NEUTRAL),
    EncounterKind.CALL: (Group.NOTES, "phone", Tone.NEUTRAL),
    EncounterKind.REQUEST: (Group.REQUESTS, "package", Tone.INFO),
    EncounterKind.INTERVIEW: (Group.INTERVIEWS, "lightbulb", Tone.ACCENT),
}


def encounter(language: Language, each: Encounter, today: date) -> Happening:
    """A promise, a note, a request or an interview."""
    say = language.tr
    group, icon, tone = LOOKS[each.kind]
    title = {
        EncounterKind.PROMISE: say("Promise"),
        EncounterKind.OBSERVATION: say("Observation"),
        EncounterKind.VISIT: say("Visit"),
        EncounterKind.CALL: say("Call"),
        EncounterKind.REQUEST: say("Asked for"),
        EncounterKind.INTERVIEW: say("Interview of needs"),
    }[each.kind]
    badge, badge_tone = _state(language, each, today)
    key = f"{each.kind}-{each.id}"
    whole = (("", each.text),) if each.text else ()
    return Happening(
        key, (group,), each.day, icon, tone, title, each.text, "", badge, badge_tone, lines=whole
    )


def change(language: Language, entry: Change, zone: tzinfo | None) -> Happening:
    """A change of the customer's entry, or its making; what it changed is read when the row is opened."""
    day = datetime.fromisoformat(entry.at).astimezone(zone).date()
    title = history.change(language, entry)
    key = f"change-{entry.id}"
    icon, tone = ("user-plus", Tone.GOOD) if entry.label == ADDED else ("pencil", Tone.NEUTRAL)
    return Happening(key, (Group.CHANGES,), day, icon, tone, title, entry.staff, change=entry.id)


def _state(language: Language, each: Encounter, today: date) -> tuple[str, Tone]:
    """What stands behind the title: whether it is settled, how, or when it is due."""
    say = language.tr
    if each.kind is EncounterKind.PROMISE:
        return _promise(language, each, today)
    outcomes = {
        "told": say("told"),
        "bought": say("bought"),
        "ordered": say("ordered"),
        "thinking": say("thinking it over"),
        "declined": say("did not want it"),
        "unreached": say("was not reached"),
        "dropped": say("dropped"),
    }
    if each.outcome:
        return outcomes[each.outcome], Tone.GOOD if each.outcome in {"told", "bought"} else Tone.NEUTRAL
    if each.kind is EncounterKind.REQUEST:
        return (say("has arrived"), Tone.GIFT) if each.due else (say("waits"), Tone.INFO)
    return "", Tone.NEUTRAL


def _promise(language: Language, each: Encounter, today: date) -> tuple[str, Tone]:
    say = language.tr
    if each.outcome:
        return say("not kept"), Tone.BAD
    if each.done:
        return say("kept {day}", day=language.date(each.done)), Tone.GOOD
    if each.due and each.due < today:
        return say("late since {day}", day=language.date(each.due)), Tone.BAD
    return (say("due {day}", day=language.date(each.due)), Tone.INFO) if each.due else ("", Tone.NEUTRAL)
