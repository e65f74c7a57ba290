"""The words for notes and interviews."""

from cxdesk.domain.interview import Fit, Outcome
from cxdesk.domain.note import NoteKind
from cxdesk.language.language import Language


def note(language: Language, kind: NoteKind) -> str:
    """What a note tells of."""
    return {
        NoteKind.OBSERVATION: language.tr_c("note", "Observation"),
        NoteKind.VISIT: language.tr_c("note", "Visit"),
        NoteKind.CALL: language.tr_c("note", "Call"),
    }[kind]


def outcome(language: Language, decided: Outcome) -> str:
    """How the customer decided."""
    return {
        Outcome.BOUGHT: language.tr_c("outcome", "Bought"),
        Outcome.ORDERED: language.tr_c("outcome", "Ordered"),
        Outcome.THINKING: language.tr_c("outcome", "Thinks it over"),
        Outcome.DECLINED: language.tr_c("outcome", "Declined"),
    }[decided]


def fit(language: Language, answer: Fit) -> str:
    """Whether it was what the customer sought."""
    return {
        Fit.YES: language.tr_c("fit", "Yes"),
        Fit.PARTLY: language.tr_c("fit", "Partly"),
        Fit.NO: language.tr_c("fit", "No"),
    }[answer]
