"""The JSON shapes of the command line; money in minor units, dates ISO 8601."""

from dataclasses import asdict
from datetime import date
from typing import Any

from cxdesk.domain.appreciation import Action, LetterRecord, Suggestion
from cxdesk.domain.change import Change
from cxdesk.domain.completeness import Known, completeness
from cxdesk.domain.customer import ContactKind, CustomerRow
from cxdesk.domain.encounters import Encounter
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.imports import Refusal
from cxdesk.domain.interview import Interview
from cxdesk.domain.purchase import Purchase
from cxdesk.language import history as said
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.customers import CustomerCard
from cxdesk.services.imports import Imported
from cxdesk.services.scores import PeriodScores

Shape = dict[str, Any]


def customer_row(row: CustomerRow) -> Shape:
    """A customer in a list."""
    return {
        "id": row.id,
        "name": row.name,
        "phone": row.phone,
        "email": row.email,
        "external_id": row.external_id,
        "town": row.town,
        "last_visit": row.last_day.isoformat() if row.last_day else None,
        "visits": row.days,
        "spend": row.spend,
    }


def customer(card: CustomerCard) -> Shape:
    """Everything about one customer."""
    person = card.customer
    born = person.birthday
    return {
        "id": person.id,
        "name": person.name,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "phone": person.contact(ContactKind.PHONE),
        "email": person.contact(ContactKind.EMAIL),
        "external_id": person.external_id,
        "language": person.language,
        "birthday": asdict(born) if born else None,
        "since": person.since.isoformat() if person.since else None,
        "street": person.street,
        "postcode": person.postcode,
        "town": person.town,
        "country": person.country,
        "note": person.note,
        "contacts": [{"kind": point.kind.value, "value": point.value} for point in person.contacts],
        "spend": card.spend,
        "points": card.points,
        "purchases": [purchase(item) for item in card.purchases],
        "persona": person.persona,
        "origin": person.origin,
        "stage": person.stage,
        "gender": person.gender,
        "age_group": person.age_group,
        "tags": [tag.text for tag in card.tags],
        "fields": {each.field.name: each.value for each in card.held},
        "dates": [{"name": each.name} | asdict(each.day) for each in card.anniversaries],
        "household": _household(card),
        "relations": [
            {"role": each.role.value, "id": each.other_id, "name": each.other} for each in card.relations
        ],
        "encounters": [_encounter(each) for each in card.encounters],
        "missing": [known.value for known in _missing(card)],
        "preferences": [{"id": p.id, "kind": p.kind.value, "text": p.text} for p in card.preferences],
        "consents": [asdict(event) for event in card.consents],
        "feedback": [feedback(item) for item in card.feedback],
        "interviews": [interview(item) for item in card.interviews],
        "actions": [_action(each) for each in card.actions],
        "gestures": [
            {"id": g.id, "date": g.day.isoformat(), "what": g.what, "cost": g.cost} for g in card.goodwill
        ],
        "letters": [_letter(each) for each in card.letters],
    }


def _letter(each: LetterRecord) -> Shape:
    return {
        "date": each.day.isoformat(),
        "template": each.template,
        "code": each.code,
        "way": each.way or "",
    }


def _action(done: Action) -> Shape:
    return {
        "suggestion": done.suggestion,
        "kind": done.kind.value,
        "date": done.day.isoformat(),
        "gift": done.gift,
        "cost": done.cost,
    }


def _household(card: CustomerCard) -> Shape | None:
    home = card.household
    members = [{"id": member.id, "name": member.name} for member in home.members] if home else []
    return {"name": home.name, "phone": home.phone, "members": members} if home else None


def _encounter(each: Encounter) -> Shape:
    days = {"date": each.day, "due": each.due, "done": each.done}
    said = {name: day.isoformat() if day else None for name, day in days.items()}
    return {"kind": each.kind.value, "id": each.id, "text": each.text, "outcome": each.outcome} | said


def _missing(card: CustomerCard) -> tuple[Known, ...]:
    met = bool(card.purchases or card.feedback)
    return completeness(card.customer, card.preferences, card.consents, met=met).missing


def purchase(item: Purchase) -> Shape:
    """A purchase with its lines."""
    return {
        "id": item.id,
        "date": item.day.isoformat(),
        "time": item.time_of_day.isoformat("minutes") if item.time_of_day else None,
        "kind": item.kind.value,
        "total": item.total,
        "receipt": item.receipt,
        "lines": [
            {
                "id": line.id,
                "description": line.description,
                "kind": line.kind.value,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "discount": line.discount,
                "amount": line.amount,
                "product": line.product_id,
                "returns": line.returns,
                "reason": line.reason,
                "warranty_until": line.warranty_until.isoformat() if line.warranty_until else None,
            }
            for line in item.lines
        ],
    }


def feedback(item: Feedback) -> Shape:
    """What a customer answered and said."""
    return {
        "id": item.id,
        "date": item.day.isoformat(),
        "nps": item.nps,
        "csat": item.csat,
        "ces": item.ces,
        "comment": item.comment,
        "channel": item.channel.value,
        "stage": item.stage.value if item.stage else None,
        "emotion": item.emotion.value if item.emotion else None,
        "waited": item.waited,
        "route": item.route.value if item.route else None,
        "needs": [need.value for need in item.needs],
        "follow_up": item.follow_up,
        "resolved": item.resolved.isoformat() if item.resolved else None,
    }


def interview(item: Interview) -> Shape:
    """What was wished, shown, proposed and decided."""
    return {
        "date": item.day.isoformat(),
        "purchase": item.purchase_id,
        "wishes": item.wishes,
        "hits": list(item.hits),
        "proposal": item.proposal,
        "outcome": item.outcome.value if item.outcome else None,
        "fit": item.fit.value if item.fit else None,
    }


def suggestion(item: Suggestion, language: Language, day: date) -> Shape:
    """A suggestion with its reason in words."""
    consent = item.allowed.consent
    gift = item.gift
    return {
        "id": item.id,
        "kind": item.template.value,
        "occasion": item.kind.value,
        "gesture": item.gesture.value,
        "customer": {"id": item.customer.id, "name": item.customer.name},
        "due": item.due.isoformat(),
        "reason": reasons.explain(language, item, day),
        "gift": {"product": gift.product_id, "name": gift.name, "cost": gift.cost} if gift else None,
        "coupon_percent": item.coupon_percent or None,
        "cost": item.cost,
        "over_budget": item.over_budget,
        "consent": {
            "basis": item.allowed.basis.value,
            "id": consent.id if consent else None,
            "at": consent.at if consent else None,
            "source": consent.source if consent else None,
            "words": reasons.allowance(language, item),
        },
        "records": [{"table": r.record[0], "id": r.record[1]} for r in item.reasons if r.record],
    }


def scores(period: PeriodScores) -> Shape:
    """The three scores, null where fewer than five answered."""
    return {
        "nps": asdict(period.nps) if period.nps else None,
        "csat": asdict(period.csat) if period.csat else None,
        "ces": asdict(period.ces) if period.ces else None,
    }


def change(item: Change, language: Language) -> Shape:
    """An entry of the history; `words` is the label as a person reads it."""
    return {
        "id": item.id,
        "at": item.at,
        "staff": item.staff,
        "label": item.label,
        "words": said.change(language, item),
        "undone": item.undone,
        "undoes": item.undoes,
        "customer": item.customer_id,
        "detail": item.detail,
    }


def imported(result: Imported, language: Language) -> Shape:
    """What an import did; of `remarks` only a value stayed out."""
    return {
        "profile": result.profile,
        "rows": result.rows,
        "added": asdict(result.added),
        "updated": asdict(result.updated),
        "unchanged": asdict(result.unchanged),
        "refused": [_refusal(each, language) for each in result.refused],
        "remarks": [_refusal(each, language) for each in result.remarks],
        "questions": [asdict(each) for each in result.questions],
        "change": result.change,
    }


def _refusal(refusal: Refusal, language: Language) -> Shape:
    return {"line": refusal.line, "column": refusal.column, "reason": language.error(refusal.reason)}
