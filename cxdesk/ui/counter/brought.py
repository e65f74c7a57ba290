"""The decisions about a paper that a customer brings: its record, and what became of it."""

from functools import partial
from typing import Protocol

from cxdesk.domain.paper import Mark, PaperKind, Slip
from cxdesk.language import papers
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter.meeting import Meeting

PAYS = {PaperKind.COUPON, PaperKind.GIFT_CARD}


class BroughtView(Saying, Protocol):
    """What is asked of the page."""

    def show_brought(self, slip: Slip | None) -> None:
        """Show a paper with what may still become of it, or none."""


class Brought:
    """Holds the paper that was scanned last; `meeting` is told whose it is."""

    def __init__(self, desk: Desk, language: Language, view: BroughtView, meeting: Meeting) -> None:
        self._desk, self._language, self._view, self._meeting = desk, language, view, meeting
        self._acts = Acts(desk, view)
        self._slip: Slip | None = None

    def scanned(self, code: str) -> bool:
        """Open the paper that bears this code; gives whether there is one other than a coupon or gift card."""
        slip = self._desk.papers.find(code)
        if slip is None or slip.paper.kind in PAYS:
            return False
        self.open(slip)
        return True

    def open(self, slip: Slip) -> None:
        """A customer has brought this paper."""
        if slip.paper.customer_id is not None and not self._with_somebody(slip):
            self._meeting.choose(slip.paper.customer_id)
        self.show(slip)

    def show(self, slip: Slip | None) -> None:
        """Show a paper, or none."""
        self._slip = slip
        self._view.show_brought(slip)

    def refresh(self) -> None:
        """Read the paper again."""
        if self._slip:
            self.show(self._desk.papers.get(self._slip.paper.id))

    def mark(self, mark: Mark) -> None:
        """Note what became of it."""
        if self._slip:
            what = papers.mark(self._language, mark, self._slip.paper.kind)
            text = f"{what}: {papers.title(self._language, self._slip)}"
            self._acts.do(partial(self._desk.papers.mark, self._slip.paper.id, mark), text)

    def friend(self) -> None:
        """Whoever stands at the counter came by somebody's invitation."""
        if self._slip:
            code, who = self._slip.paper.code, self._meeting.who
            text = self._language.tr("A friend of {name} has come", name=self._slip.name)
            self._acts.do(lambda: self._desk.invitations.friend(code, who), text)

    def _with_somebody(self, slip: Slip) -> bool:
        """Whether a friend has brought the invitation of another: the friend stays chosen."""
        who = self._meeting.who
        return slip.paper.kind is PaperKind.INVITATION and who not in {None, slip.paper.customer_id}
