"""A paper as its row says it."""

from dataclasses import dataclass

from cxdesk.domain.paper import Mark, PaperKind, Slip
from cxdesk.domain.stationery import VOUCHER
from cxdesk.language import papers
from cxdesk.language.language import Language
from cxdesk.ui.marks import LETTER, PAPERS, WAYS
from cxdesk.ui.tokens import Tone

KEYS = {Mark.DELIVERED: "D", Mark.ANSWERED: "A", Mark.REDEEMED: "R"}
PAPER_KEYS = {VOUCHER: "P", "58": "5", "80": "8"}
TONES = {Mark.DELIVERED: Tone.INFO, Mark.ANSWERED: Tone.ACCENT, Mark.REDEEMED: Tone.GIFT}


@dataclass(frozen=True, slots=True)
class Row:
    """One paper; `open` are the marks that may still be set, `voucher` is its code when it is worth something."""

    id: int
    customer_id: int | None
    title: str
    detail: str
    badge: str
    tone: Tone
    open: tuple[Mark, ...]
    voucher: str = ""
    kind: PaperKind = PaperKind.LETTER
    icon: str = LETTER


def row(language: Language, slip: Slip) -> Row:
    """What the row of a paper says."""
    paper = slip.paper
    set_marks = [mark for mark in Mark if paper.marked(mark)]
    last = set_marks[-1] if set_marks else None
    return Row(
        paper.id,
        paper.customer_id,
        f"{slip.name or language.tr('Nobody in particular')} · {papers.title(language, slip)}",
        papers.told(language, slip),
        papers.mark(language, last, paper.kind) if last else language.tr_c("paper", "Under way"),
        TONES[last] if last else Tone.NEUTRAL,
        tuple(mark for mark in slip.marks if not paper.marked(mark)),
        paper.code if paper.kind in {PaperKind.COUPON, PaperKind.GIFT_CARD} else "",
        paper.kind,
        PAPERS.get(paper.kind) or WAYS.get(slip.way, LETTER),
    )
