"""Days that come round: birthdays, days a customer keeps, years together, and the holidays of the calendar."""

from datetime import date

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.customer import kept_in
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal
from cxdesk.domain.occasions.regulars import told


def birthday(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A birthday within the days before it: a gift, if what they buy may be looked at and one fits, else a coupon."""
    born = known.customer.birthday
    if born is None or (born.next(today) - today).days > rules.of(Occasion.BIRTHDAY)["before"]:
        return None
    due = born.next(today)
    reason = Reason(Ground.BIRTHDAY, {"age": born.age(due), "date": due}, ("customers", known.customer.id))
    return Proposal(Occasion.BIRTHDAY, "year", due, (reason,), gift=known.profiling, coupon=True)


def remembered_day(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A wedding day, a name day, a child's birthday that the customer has told: a call or a card."""
    before = rules.of(Occasion.REMEMBERED_DAY)["before"]
    near = [each for each in known.days if (each.next(today) - today).days <= before]
    if not near:
        return None
    day = min(near, key=lambda each: (each.next(today), each.id))
    due = day.next(today)
    facts = {"name": day.name, "years": day.years(due), "date": due}
    reason = Reason(Ground.REMEMBERED_DAY, facts, ("anniversaries", day.id))
    mark, gestures = f"day-{day.id}", (Gesture.CALL, Gesture.CARD)
    return Proposal(Occasion.REMEMBERED_DAY, mark, due, (reason,), gestures=gestures)


def anniversary(known: Known, today: date, rules: Rules) -> Proposal | None:
    """So many years since the first visit."""
    began = [day for day in (known.customer.since, known.summary and known.summary.first_day) if day]
    if not began:
        return None
    since, setting = min(began), rules.of(Occasion.ANNIVERSARY)
    due = kept_in(today.year, since.month, since.day)
    if due > today:
        due = kept_in(today.year - 1, since.month, since.day)
    years = due.year - since.year
    if years < setting["least"] or (today - due).days > setting["fresh"]:
        return None
    reason = Reason(Ground.ANNIVERSARY, {"years": years, "date": due}, ("customers", known.customer.id))
    thanked = Reason(Ground.LAST_THANKED, {"date": known.thanked})
    return Proposal(Occasion.ANNIVERSARY, f"years-{years}", due, (reason, thanked))


def holiday(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A greeting to the best customers before a holiday of the calendar: a card in one's own hand."""
    coming = rules.holiday
    if coming is None or known.best is None or known.best > told(rules, Occasion.HOLIDAY, today):
        return None
    reason = Reason(Ground.HOLIDAY, {"name": coming.name, "date": coming.day})
    card = (Gesture.CARD,)
    return Proposal(Occasion.HOLIDAY, coming.mark, coming.day, (reason,), gestures=card)
