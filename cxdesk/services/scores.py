"""The three scores of a period: NPS, CSAT and CES, each with n and interval, or None under five answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cxdesk.domain import scores
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.scores import Ces, Csat, Nps
from cxdesk.services.workplace import Workplace
from cxdesk.storage import feedback


@dataclass(frozen=True, slots=True)
class PeriodScores:
    """A period's scores, None where fewer than five answered, and how many answered the first two questions."""

    nps: Nps | None
    csat: Csat | None
    ces: Ces | None
    nps_answers: int = 0
    csat_answers: int = 0


class Scores:
    """The honest figures."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def between(self, first: date, last: date) -> PeriodScores:
        """The scores of a period, both days included."""
        return _scored(feedback.answers(self._work.db, first, last))


def of(entries: Iterable[Feedback]) -> PeriodScores:
    """The scores of these feedbacks."""
    return _scored([(entry.nps, entry.csat, entry.ces) for entry in entries])


def _scored(answers: Sequence[tuple[int | None, int | None, int | None]]) -> PeriodScores:
    nps, csat, ces = zip(*answers, strict=True) if answers else ((), (), ())
    answered = (sum(answer is not None for answer in given) for given in (nps, csat))
    return PeriodScores(scores.nps(nps), scores.csat(csat), scores.ces(ces), *answered)
