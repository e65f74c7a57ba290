"""A customer's timeline in words: from purchases to changes of the entry, newest first."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from cxdesk.domain.appreciation import Action, LetterRecord
from cxdesk.domain.campaign import Attended
from cxdesk.domain.change import Change
from cxdesk.domain.customer import Consent, Purpose
from cxdesk.domain.draw import Draw
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.goodwill import Goodwill
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.language import goodwill, letters, reasons
from cxdesk.language.language import Language
from cxdesk.language.needs import need
from cxdesk.services.customers import CustomerCard
from cxdesk.ui.customers import encounters
from cxdesk.ui.customers.happening import Group, Happening
from cxdesk.ui.marks import LETTER, WAYS
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Tone


def timeline(
    language: Language, card: CustomerCard, changes: Sequence[Change], today: date, zone: tzinfo | None
) -> list[Happening]:
    """Everything that happened with a customer, newest first; times are told in `zone`."""
    found = [
        *(_purchase(language, purchase) for purchase in card.purchases),
        *(_feedback(language, entry) for entry in card.feedback),
        *(_answer(language, entry) for entry in card.feedback if entry.resolved),
        *_thanks(language, card),
        *(_won(language, each) for each in card.won),
        *(_attended(language, each) for each in card.attended),
        *(_permission(language, event, zone) for event in card.consents),
        *(encounters.encounter(language, each, today) for each in card.encounters),
        *(encounters.change(language, each, zone) for each in changes),
    ]
    return sorted(found, key=lambda each: each.day, reverse=True)


def _purchase(language: Language, purchase: Purchase) -> Happening:
    lines = [line for line in purchase.lines if line.kind is not PurchaseKind.CANCELLED]
    title = {
        PurchaseKind.SALE: language.tr_n("Purchase: {n} product", "Purchase: {n} products", len(lines)),
        PurchaseKind.REFUND: language.tr("Return"),
        PurchaseKind.CANCELLED: language.tr("Cancelled purchase"),
        PurchaseKind.ADJUSTMENT: language.tr("Adjustment"),
    }[purchase.kind]
    sold = purchase.kind is PurchaseKind.SALE
    return Happening(
        f"purchase-{purchase.id}",
        (Group.RETURNS if purchase.kind is PurchaseKind.REFUND else Group.PURCHASES,),
        purchase.day,
        "shopping-bag" if sold else "undo-2",
        Tone.ACCENT if sold else Tone.NEUTRAL,
        title,
        ", ".join(_line(language, line, mixed=sold) for line in lines),
        language.money(purchase.total),
        sale=purchase.id if sold else 0,
        lines=(
            *((_line(language, line, mixed=sold), language.money(line.amount)) for line in lines),
            *([(language.tr("Receipt {number}", number=purchase.receipt), "")] if purchase.receipt else []),
        ),
    )


def _line(language: Language, line: PurchaseLine, *, mixed: bool) -> str:
    count = abs(line.quantity)
    said = line.description if count == 1 else f"{line.description} × {language.quantity(count)}"
    if line.kind is PurchaseKind.REFUND and mixed:  # otherwise the title says that it came back
        said = language.tr("{what} came back", what=said)
    if line.reason:
        said = f"{said} ({line.reason})"
    if line.warranty_until:
        until = language.tr("warranty until {day}", day=language.date(line.warranty_until))
        said = f"{said} ({until})"
    return said


def _feedback(language: Language, entry: Feedback) -> Happening:
    bad = entry.unhappy
    badge, tone = _state(language, entry)
    figure = f"{entry.nps} / 10" if entry.nps is not None else f"{entry.csat} / 5" if entry.csat else ""
    said = language.quoted(entry.comment) if entry.comment else ""
    return Happening(
        f"feedback-{entry.id}",
        (Group.FEEDBACK, Group.CASES) if entry.follow_up else (Group.FEEDBACK,),
        entry.day,
        "message-square-warning" if bad else "star",
        Tone.BAD if bad else Tone.ACCENT,
        language.tr_c("event", "Feedback"),
        " · ".join(part for part in (said, entry.resolution) if part),
        figure,
        badge,
        tone,
        entry.id,
        lines=_answers(language, entry),
    )


def _answers(language: Language, entry: Feedback) -> tuple[tuple[str, str], ...]:
    """Everything that was answered and said, one line each."""
    scores = (
        (language.tr("Would recommend us"), entry.nps, 10),
        (language.tr("Satisfaction"), entry.csat, 5),
        (language.tr("Ease"), entry.ces, 7),
    )
    given = [(name, f"{score} / {most}") for name, score, most in scores if score is not None]
    needs = language.joined([need(language, each) for each in entry.needs]) if entry.needs else ""
    said = [(text, "") for text in (entry.comment, needs, entry.resolution) if text]
    return (*given, *said)


def _answer(language: Language, entry: Feedback) -> Happening:
    """The end of a case, on the day on which it was answered."""
    return Happening(
        f"answer-{entry.id}",
        (Group.CASES,),
        entry.resolved or entry.day,
        "circle-check",
        Tone.GOOD,
        language.tr("Case answered"),
        entry.resolution,
        opens=entry.id,
        lines=_answers(language, entry),
    )


def _state(language: Language, entry: Feedback) -> tuple[str, Tone]:
    if entry.follow_up and entry.resolved is None:
        return language.tr("waits for an answer"), Tone.BAD
    if entry.resolved is not None:
        return language.tr("answered"), Tone.GOOD
    return (need(language, entry.needs[0]) if entry.needs else ""), Tone.NEUTRAL


def _thanks(language: Language, card: CustomerCard) -> Iterator[Happening]:
    carried_out = {action.suggestion for action in card.actions}
    yield from (_action(language, action) for action in card.actions)
    yield from (_letter(language, letter) for letter in card.letters if letter.suggestion not in carried_out)
    yield from (_goodwill(language, given) for given in card.goodwill)


def _action(language: Language, action: Action) -> Happening:
    icon, tone = MARKS[action.kind]
    given = " · ".join(part for part in (action.gift, action.coupon, action.reason) if part)
    return Happening(
        f"action-{action.id}",
        (Group.THANKS, Group.GIFTS) if action.gift else (Group.THANKS,),
        action.day,
        icon,
        tone,
        reasons.title(language, action.kind),
        given,
        language.money(-action.cost) if action.cost else "",
        lines=tuple((part, "") for part in (action.gift, action.coupon, action.reason) if part),
    )


def _won(language: Language, draw: Draw) -> Happening:
    return Happening(
        f"draw-{draw.id}",
        (Group.THANKS,),
        draw.drawn or draw.last,
        "party-popper",
        Tone.GIFT,
        language.tr("Won the draw: {name}", name=draw.name),
        draw.prize,
        lines=((draw.prize, ""), (language.tr("seed {seed}", seed=draw.seed), "")),
    )


def _attended(language: Language, each: Attended) -> Happening:
    friends = language.tr_n("with {n} friend", "with {n} friends", each.guests) if each.guests else ""
    title = language.tr("Came to {event}", event=each.event)
    return Happening(
        f"event-{each.id}", (Group.THANKS,), each.day, "party-popper", Tone.ACCENT, title, friends
    )


def _letter(language: Language, letter: LetterRecord) -> Happening:
    went = letters.way(language, letter.way) if letter.way else ""
    return Happening(
        f"letter-{letter.id}",
        (Group.THANKS,),
        letter.day,
        WAYS.get(letter.way, LETTER),
        Tone.INFO,
        language.tr("Letter: {what}", what=letters.kind(language, letter.template)),
        " · ".join(filter(None, (went, letter.code, letter.body.partition("\n\n")[2]))),
        lines=((letter.body, ""),),
    )


def _goodwill(language: Language, given: Goodwill) -> Happening:
    """What staff gave on their own judgement."""
    why = goodwill.reasons(language)[given.reason] if given.reason else ""
    said = (given.what, why)
    return Happening(
        f"goodwill-{given.id}",
        (Group.THANKS, Group.GIFTS),
        given.day,
        "heart-handshake",
        Tone.GIFT,
        language.tr("Gesture of goodwill"),
        " · ".join(part for part in said if part),
        language.money(-given.cost) if given.cost else "",
        lines=tuple((part, "") for part in said if part),
    )


def _permission(language: Language, event: Consent, zone: tzinfo | None) -> Happening:
    what = (
        reasons.channel(language, event.channel)
        if event.purpose is Purpose.MARKETING
        else language.tr("Profiling")
    )
    title = (
        language.tr("Permission given: {what}", what=what)
        if event.given
        else language.tr("Permission withdrawn: {what}", what=what)
    )
    return Happening(
        f"consent-{event.id}",
        (Group.PERMISSIONS,),
        local(event.at, zone),
        "shield-check" if event.given else "shield-alert",
        Tone.NEUTRAL,
        title,
        event.source,
        lines=tuple((part, "") for part in (event.source, event.wording) if part),
    )


def local(at: str, zone: tzinfo | None) -> date:
    """The local date of a UTC time stamp."""
    return datetime.fromisoformat(at).astimezone(zone).date()
