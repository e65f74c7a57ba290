"""A customer's timeline in words: purchases, feedback, thanks and permissions, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from cxdesk.domain.appreciation import Action, LetterRecord, Occasion
from cxdesk.domain.customer import Consent, Purpose
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.language.needs import need
from cxdesk.services.customers import CustomerCard
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Tone

PURCHASES, FEEDBACK, THANKS, OTHER = "purchases", "feedback", "thanks", "other"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened; `group` is the filter that shows it, `opens` a feedback's id (0: none)."""

    key: str
    group: str
    day: date
    icon: str
    tone: Tone
    title: str
    detail: str = ""
    figure: str = ""
    badge: str = ""
    badge_tone: Tone = Tone.NEUTRAL
    opens: int = 0


def timeline(language: Language, card: CustomerCard, zone: tzinfo | None) -> list[Happening]:
    """Everything that happened with a customer, newest first; times are told in `zone`."""
    found = [
        *(_purchase(language, purchase) for purchase in card.purchases),
        *(_feedback(language, entry) for entry in card.feedback),
        *_thanks(language, card),
        *(_permission(language, event, zone) for event in card.consents),
    ]
    return sorted(found, key=lambda each: each.day, reverse=True)


def counts(events: list[Happening]) -> dict[str, int]:
    """How many events each filter shows."""
    each = {group: sum(event.group == group for event in events) for group in (PURCHASES, FEEDBACK, THANKS)}
    return {"all": len(events)} | each


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
        PURCHASES,
        purchase.day,
        "shopping-bag" if sold else "undo-2",
        Tone.ACCENT if sold else Tone.NEUTRAL,
        title,
        ", ".join(_line(language, line) for line in lines),
        language.money(purchase.total),
    )


def _line(language: Language, line: PurchaseLine) -> str:
    count = abs(line.quantity)  # that it came back is said by the title
    return line.description if count == 1 else f"{line.description} × {language.quantity(count)}"


def _feedback(language: Language, entry: Feedback) -> Happening:
    bad = entry.unhappy
    badge, tone = _state(language, entry)
    figure = f"{entry.nps} / 10" if entry.nps is not None else f"{entry.csat} / 5" if entry.csat else ""
    said = language.quoted(entry.comment) if entry.comment else ""
    return Happening(
        f"feedback-{entry.id}",
        FEEDBACK,
        entry.day,
        "message-square-warning" if bad else "star",
        Tone.BAD if bad else Tone.ACCENT,
        language.tr_c("event", "Feedback"),
        " · ".join(part for part in (said, entry.resolution) if part),
        figure,
        badge,
        tone,
        entry.id,
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


def _action(language: Language, action: Action) -> Happening:
    icon, tone = MARKS[action.kind]
    given = " · ".join(part for part in (action.gift, action.coupon, action.reason) if part)
    return Happening(
        f"action-{action.id}",
        THANKS,
        action.day,
        icon,
        tone,
        reasons.title(language, action.kind),
        given,
        language.money(-action.cost) if action.cost else "",
    )


def _letter(language: Language, letter: LetterRecord) -> Happening:
    return Happening(
        f"letter-{letter.id}",
        THANKS,
        letter.day,
        "mail",
        Tone.INFO,
        language.tr("Letter: {what}", what=reasons.title(language, Occasion(letter.template))),
        " · ".join(part for part in (letter.code, letter.body.partition("\n\n")[2]) if part),
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
        OTHER,
        local(event.at, zone),
        "shield-check" if event.given else "shield-alert",
        Tone.NEUTRAL,
        title,
        event.source,
    )


def local(at: str, zone: tzinfo | None) -> date:
    """The local date of a UTC time stamp."""
    return datetime.fromisoformat(at).astimezone(zone).date()
