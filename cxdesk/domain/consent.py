"""What the shop may do with a customer's data: derived from the events, never stored."""

from collections.abc import Iterable

from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.domain.shop import LetterBasis


def latest(events: Iterable[Consent], purpose: Purpose, channel: ContactChannel) -> Consent | None:
    """The event that decides about this purpose and channel: the newest of the channel itself or of all channels.

    When two events carry the same time, the one recorded later (higher id) decides.
    """
    found, channels = None, (channel, ContactChannel.ANY)
    for event in events:
        fits = event.purpose is purpose and event.channel in channels
        if fits and (found is None or (event.at, event.id) > (found.at, found.id)):
            found = event
    return found


def may_contact(
    events: Iterable[Consent],
    channel: ContactChannel,
    basis: LetterBasis = LetterBasis.CONSENT,
) -> bool:
    """Whether an offer or a thank-you may be sent through `channel`.

    A withdrawal always wins over the ground the shop has chosen for letters; electronic channels always need consent
    (Finland: Act on Electronic Communications Services 917/2014, section 200; letters fall under section 202).
    """
    return permits(latest(events, Purpose.MARKETING, channel), channel, basis)


def permits(event: Consent | None, channel: ContactChannel, basis: LetterBasis) -> bool:
    """The same, where the `event` that decides is known; None when there is none."""
    if event is not None:
        return event.given
    return channel is ContactChannel.LETTER and basis is LetterBasis.OPT_OUT


def may_profile(events: Iterable[Consent]) -> bool:
    """Whether value and rhythm may be computed and shown: unless the customer has objected (GDPR article 21)."""
    event = latest(events, Purpose.PROFILING, ContactChannel.ANY)
    return event is None or event.given
