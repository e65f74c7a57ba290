"""What to know of a customer who has just come in: warnings first, then what to be kind about."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.appreciation import Ground, Reason, Suggestion
from cxdesk.domain.campaign import Campaign
from cxdesk.domain.customer import Preference, PreferenceKind
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.goal import Progress
from cxdesk.domain.interview import Outcome
from cxdesk.domain.note import NoteKind
from cxdesk.domain.occasion import BEFORE_BIRTHDAY, Occasion
from cxdesk.domain.promise import Promise
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.domain.recommendations import Likes
from cxdesk.domain.request import Request
from cxdesk.language import campaigns, people, reasons, recommendations, talks
from cxdesk.language.language import Language
from cxdesk.services.benefits import Held
from cxdesk.services.customers import CustomerCard
from cxdesk.ui.counter.notice import Notice, aims, benefits
from cxdesk.ui.tokens import Tone

USUAL_FROM = 3
LIKES = (PreferenceKind.TASTE, PreferenceKind.SIZE, PreferenceKind.WISH)


@dataclass(frozen=True, slots=True)
class Arrival:
    """The card of somebody who has come in; `asked` is how many days ago they answered the NPS question last."""

    name: str
    since: str
    notices: tuple[Notice, ...] = ()
    asked: int | None = None
    new: bool = False


def arrival(
    language: Language,
    card: CustomerCard,
    today: date,
    suggestion: Suggestion | None = None,
    held: Held | None = None,
    likes: Likes | None = None,
    offers: Iterable[tuple[Campaign, int]] = (),
    goals: Iterable[Progress] = (),
) -> Arrival:
    """The card of a customer as staff should see it today."""
    notices = [
        *_warnings(language, card.preferences),
        *_unanswered(language, card.feedback),
        *_promised(language, card.promises, today),
        *_arrived(language, card.arrived),
        *_birthday(language, card, today),
        *_anniversaries(language, card, today),
        *(Notice("party-popper", campaigns.offer(language, *each), Tone.GIFT) for each in offers),
        *_suggested(language, suggestion, today),
        *aims(language, goals),
        *benefits(language, held or Held()),
        *_likes(card.preferences),
        *_usual(language, card),
        *_due(language, likes or Likes(), today),
        *_noticed(language, card, today),
        *_thinking(language, card, today),
        *_last_visit(language, card, today),
    ]
    asked = next((entry.day for entry in card.feedback if entry.nps is not None), None)
    return Arrival(
        name=card.customer.name,
        since=_since(language, card),
        notices=tuple(notices),
        asked=(today - asked).days if asked else None,
        new=card.last_visit is None,
    )


def _since(language: Language, card: CustomerCard) -> str:
    since = card.customer.since or card.first_visit
    parts = [language.tr("since {year}", year=since.year)] if since else []
    if card.summary:
        parts.append(language.tr_n("{n} visit", "{n} visits", card.summary.days))
    return " · ".join(parts)


def _warnings(language: Language, wishes: tuple[Preference, ...]) -> Iterator[Notice]:
    for wish in wishes:
        if wish.kind is PreferenceKind.ALLERGY:
            yield Notice("triangle-alert", language.tr("Allergy: {what}", what=wish.text), Tone.WARN)
    for wish in wishes:
        if wish.kind is PreferenceKind.DISLIKE:
            yield Notice("triangle-alert", language.tr("Does not like: {what}", what=wish.text), Tone.WARN)


def _unanswered(language: Language, entries: tuple[Feedback, ...]) -> Iterator[Notice]:
    waiting = next((entry for entry in entries if entry.follow_up and entry.resolved is None), None)
    if waiting:
        facts = {"nps": waiting.nps, "csat": waiting.csat, "date": waiting.day, "comment": waiting.comment}
        said = reasons.sentence(language, Reason(Ground.UNHAPPY, facts), waiting.day)
        text = language.tr("Still waits for an answer. {said}", said=said)
        yield Notice("message-square-warning", text, Tone.BAD)


def _promised(language: Language, promises: tuple[Promise, ...], today: date) -> Iterator[Notice]:
    """What is still to be kept, the earliest due first."""
    for promise in sorted((each for each in promises if each.closed is None), key=lambda each: each.due):
        day = language.day(promise.due)
        if promise.due < today:
            text = language.tr("Promised for {day}, late: {what}", day=day, what=promise.text)
            yield Notice("hourglass", text, Tone.BAD, promise.id)
        else:
            text = language.tr("Promised for {day}: {what}", day=day, what=promise.text)
            yield Notice("hourglass", text, Tone.WARN if promise.due == today else Tone.INFO, promise.id)


def _arrived(language: Language, requests: tuple[Request, ...]) -> Iterator[Notice]:
    for request in requests:
        text = language.tr("Asked for it, and now it is there: {what}", what=request.text)
        yield Notice("package", text, Tone.GOOD)


def _birthday(language: Language, card: CustomerCard, today: date) -> Iterator[Notice]:
    born = card.customer.birthday
    due = born.next(today) if born else None
    if born and due and (due - today).days <= BEFORE_BIRTHDAY:
        facts = {"age": born.age(due), "date": due}
        text = reasons.sentence(language, Reason(Ground.BIRTHDAY, facts), today)
        yield Notice("cake", text, Tone.INFO)


def _anniversaries(language: Language, card: CustomerCard, today: date) -> Iterator[Notice]:
    for known in card.anniversaries:
        if (known.next(today) - today).days <= BEFORE_BIRTHDAY:
            yield Notice("calendar-heart", people.coming(language, known, known.next(today)), Tone.INFO)


def _suggested(language: Language, suggestion: Suggestion | None, today: date) -> Iterator[Notice]:
    """What is suggested today; the birthday, a goal and the waiting answer have lines of their own already."""
    if suggestion is None or suggestion.kind in {Occasion.ANSWER_FEEDBACK, Occasion.GOAL}:
        return
    title = reasons.title(language, suggestion.kind)
    if suggestion.kind is Occasion.BIRTHDAY:
        text = f"{title}: {suggestion.gift.name}" if suggestion.gift else title
    else:
        text = f"{title}: {reasons.sentence(language, suggestion.reasons[0], today)}"
    yield Notice("gift", text, Tone.GIFT)


def _likes(wishes: tuple[Preference, ...]) -> Iterator[Notice]:
    likes = [wish.text for kind in LIKES for wish in wishes if wish.kind is kind]
    if likes:
        yield Notice("heart", ", ".join(likes))


def _usual(language: Language, card: CustomerCard) -> Iterator[Notice]:
    noted = [wish.text for wish in card.preferences if wish.kind is PreferenceKind.USUAL]
    usual = ", ".join(noted) or (_bought_most(card) if card.profiling else "")
    if usual:
        yield Notice("star", language.tr("The usual: {what}", what=usual))


def _due(language: Language, likes: Likes, today: date) -> Iterator[Notice]:
    """What they are about to need again by their own rhythm."""
    for each in [each for each in likes.own if each.due(today)][:1]:
        why = recommendations.habit(language, each, today)
        yield Notice("refresh-cw", language.tr("Due again: {what} ({why})", what=each.product.name, why=why))


def _bought_most(card: CustomerCard) -> str:
    """What was on at least three receipts, the most frequent first; empty when there is no such thing."""
    sales = (purchase for purchase in card.purchases if purchase.kind is PurchaseKind.SALE)
    times = Counter(name for sale in sales for name in {line.description for line in sale.lines})
    ranked = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return next((name for name, count in ranked if count >= USUAL_FROM), "")


def _noticed(language: Language, card: CustomerCard, today: date) -> Iterator[Notice]:
    """The newest note that says something."""
    if note := next((each for each in card.notes if each.text), None):
        ago = language.ago((today - note.day).days)
        kind = talks.note(language, note.kind)
        icon = "phone" if note.kind is NoteKind.CALL else "eye"
        yield Notice(icon, language.tr("{what} {ago}: {text}", what=kind, ago=ago, text=note.text))


def _thinking(language: Language, card: CustomerCard, today: date) -> Iterator[Notice]:
    """What the last interview left open."""
    last = next(iter(card.interviews), None)
    about = (last.proposal or last.wishes or ", ".join(last.hits)) if last else ""
    if last and about and last.outcome is Outcome.THINKING:
        ago = language.ago((today - last.day).days)
        yield Notice("lightbulb", language.tr("Wanted to think it over {ago}: {what}", ago=ago, what=about))


def _last_visit(language: Language, card: CustomerCard, today: date) -> Iterator[Notice]:
    if card.last_visit is None:
        yield Notice("sparkles", language.tr("No purchases noted yet."))
        return
    ago = language.ago((today - card.last_visit).days)
    yield Notice("clock", language.tr("Last visit: {ago}", ago=ago))
