"""On what ground customers may be reached, and whether what they buy may be added up."""

from collections.abc import Collection
from dataclasses import dataclass

from cxdesk.domain import consent
from cxdesk.domain.appreciation import Allowance, Basis
from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.domain.shop import LetterBasis
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents


@dataclass(frozen=True, slots=True)
class Permission:
    """The ground of a letter and of a call (None: it may not be), and whether somebody may be profiled."""

    letter: Allowance | None
    phone: Allowance | None
    profiling: bool

    @property
    def reachable(self) -> bool:
        """Whether there is a way to thank them."""
        return bool(self.letter or self.phone)


def permissions(work: Workplace, ids: Collection[int]) -> dict[int, Permission]:
    """What each of these customers permits now."""
    events, basis = consents.of_many(work.db, ids), work.shop().letter_basis
    silent = _permission([], basis)
    return {i: _permission(events[i], basis) if i in events else silent for i in ids}


def _permission(events: list[Consent], basis: LetterBasis) -> Permission:
    letter, phone = allowance(events, basis), allowance(events, basis, ContactChannel.PHONE)
    return Permission(letter, phone, consent.may_profile(events))


def allowance(
    events: list[Consent], basis: LetterBasis, channel: ContactChannel = ContactChannel.LETTER
) -> Allowance | None:
    """On what ground somebody with these consent events may be reached by a channel; None when they may not."""
    event = consent.latest(events, Purpose.MARKETING, channel)
    if not consent.permits(event, channel, basis):
        return None
    return Allowance(Basis.CONSENT, event) if event else Allowance(Basis.OPT_OUT)
