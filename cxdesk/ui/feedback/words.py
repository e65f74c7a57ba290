"""How a feedback is said: one line of the list, and all of it beside the list."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.scores import group
from cxdesk.language import needs
from cxdesk.language.language import Language
from cxdesk.services.scores import PeriodScores


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about one feedback; `facts` are pairs of a name and a value, `open` that it waits for an answer."""

    id: int
    nps: int | None
    group: str
    name: str
    customer_id: int | None
    day: str
    comment: str
    needs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    open: bool
    answered: str
    resolution: str


@dataclass(frozen=True, slots=True)
class Score:
    """A figure of the period with its n and interval; in words under five answers."""

    caption: str
    value: str
    note: str


def cells(language: Language, entry: Feedback, name: str, today: date) -> tuple[str, ...]:
    """The cells of a row: score, customer, comment or else needs, state, day; short, for the row is narrow."""
    same_year = entry.day.year == today.year
    return (
        score(language, entry),
        name or language.tr("Anonymous"),
        " ".join(entry.comment.split()) or " · ".join(_about(language, entry)),
        _state(language, entry),
        language.day(entry.day) if same_year else language.date(entry.day),
    )


def score(language: Language, entry: Feedback) -> str:
    """The NPS with its group, else the CSAT, else a dash."""
    if entry.nps is not None:
        return f"{entry.nps} {needs.group(language, group(entry.nps))}"
    return language.tr("CSAT {score}", score=entry.csat) if entry.csat is not None else "–"


def detail(language: Language, entry: Feedback, name: str, staff: str) -> Detail:
    """All of a feedback."""
    return Detail(
        id=entry.id,
        nps=entry.nps,
        group=needs.group(language, group(entry.nps)) if entry.nps is not None else "",
        name=name or language.tr("Anonymous"),
        customer_id=entry.customer_id,
        day=language.date_long(entry.day),
        comment=entry.comment,
        needs=tuple(needs.need(language, need) for need in entry.needs),
        facts=tuple(_facts(language, entry, staff)),
        open=entry.follow_up and entry.resolved is None,
        answered=language.date(entry.resolved) if entry.resolved else "",
        resolution=entry.resolution,
    )


def figures(language: Language, scores: PeriodScores) -> tuple[Score, Score, Score]:
    """NPS, CSAT and CES of a period."""
    nps, csat, ces = scores.nps, scores.csat, scores.ces
    few = language.tr("Fewer than five answers: too few for a figure")
    captions = language.tr("NPS"), language.tr("CSAT"), language.tr("CES")
    signed, share, mean = language.number, language.percent, language.number
    values = [
        (signed(nps.score, plus=True), nps.n, signed(nps.low, plus=True), signed(nps.high, plus=True))
        if nps
        else None,
        (share(csat.share), csat.n, share(csat.low), share(csat.high)) if csat else None,
        (mean(ces.mean, 1), ces.n, mean(ces.low, 1), mean(ces.high, 1)) if ces else None,
    ]
    notes = [_note(language, *value[1:]) if value else few for value in values]
    shown = [value[0] if value else "–" for value in values]
    first, second, third = map(Score, captions, shown, notes)
    return first, second, third


def _note(language: Language, n: int, low: str, high: str) -> str:
    answers = language.tr_n("{n} answer", "{n} answers", n)
    return f"{answers} · {language.tr('between {low} and {high}', low=low, high=high)}"


def _about(language: Language, entry: Feedback) -> list[str]:
    """What it was about, and the feeling, where there are no words of the customer's own."""
    feeling = [needs.emotion(language, entry.emotion)] if entry.emotion else []
    return [*feeling, *(needs.need(language, need) for need in entry.needs)]


def _state(language: Language, entry: Feedback) -> str:
    if not entry.follow_up:
        return ""
    return language.tr("answered") if entry.resolved else language.tr("waiting")


def _facts(language: Language, entry: Feedback, staff: str) -> list[tuple[str, str]]:
    tr = language.tr
    pairs = [
        (tr("Satisfaction (CSAT)"), f"{entry.csat}/5" if entry.csat is not None else ""),
        (tr("Ease (CES)"), f"{entry.ces}/7" if entry.ces is not None else ""),
        (tr("Feeling"), needs.emotion(language, entry.emotion) if entry.emotion else ""),
        (tr("Waiting time"), needs.waited(language, entry.waited) if entry.waited is not None else ""),
        (tr("Way of service"), needs.route(language, entry.route) if entry.route else ""),
        (tr("Channel"), needs.channel(language, entry.channel)),
        (tr("Stage"), needs.stage(language, entry.stage) if entry.stage else ""),
        (tr("Recorded by"), staff),
    ]
    return [(name, value) for name, value in pairs if value]
