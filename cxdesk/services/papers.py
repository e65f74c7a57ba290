"""Papers that went out with a code, and what came back of them."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.paper import Mark, Slip, read_code
from cxdesk.language.text import N_
from cxdesk.services.coupons import Coupons
from cxdesk.services.workplace import Workplace
from cxdesk.storage import invitations
from cxdesk.storage import papers as storage

LABELS = {
    Mark.DELIVERED: N_("Paper delivered"),
    Mark.ANSWERED: N_("Paper answered"),
    Mark.REDEEMED: N_("Paper redeemed"),
}


class Papers:
    """Everything printed with a code."""

    def __init__(self, workplace: Workplace, coupons: Coupons) -> None:
        self._work, self._coupons = workplace, coupons

    def find(self, typed: str) -> Slip | None:
        """The paper whose code was typed or scanned; None when it is none of ours."""
        code = read_code(typed)
        return storage.find(self._work.db, code) if code else None

    def get(self, paper_id: int) -> Slip | None:
        """One paper as it stands now."""
        return storage.get(self._work.db, paper_id)

    def latest(self, most: int = 40) -> list[Slip]:
        """What was printed last, newest first."""
        return storage.latest(self._work.db, most)

    def mark(self, paper_id: int, mark: Mark) -> None:
        """Note today what became of a paper.

        Raises:
            UserError: when the paper is not there (any more), or nothing is due for it.
        """
        slip = self.get(paper_id)
        if slip is None:
            raise UserError("This paper is not in the register any more.")
        if mark not in slip.marks:
            raise UserError("{code} cannot be marked so.", code=slip.paper.code)
        with self._work.change(LABELS[mark], customer_id=slip.paper.customer_id, detail=slip.paper.code):
            storage.mark(self._work.db, paper_id, mark, self._work.today())
            if mark is Mark.REDEEMED:
                self._coupons.brought(slip.paper.code)
                self._come(slip)

    def _come(self, slip: Slip) -> None:
        """Whoever brings an invitation has come to the event."""
        invited = invitations.by_code(self._work.db, slip.paper.code)
        if invited and invited.came is None:
            invitations.change(self._work.db, replace(invited, came=self._work.today()))
