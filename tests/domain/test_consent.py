"""What may be done with a customer's data, against a plain model: replay every event in order of time."""

from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.consent import latest, may_contact, may_profile
from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.domain.shop import LetterBasis

TIMES = [f"2026-03-0{day}T12:00:00+00:00" for day in range(1, 5)]
LETTER, EMAIL, ANY = ContactChannel.LETTER, ContactChannel.EMAIL, ContactChannel.ANY
MARKETING, PROFILING = Purpose.MARKETING, Purpose.PROFILING

event = st.tuples(
    st.sampled_from(Purpose), st.sampled_from(ContactChannel), st.booleans(), st.sampled_from(TIMES)
)


def state(events):
    """Permissions by (purpose, channel) after all events were replayed; an event of ANY writes every channel."""
    told = {}
    for happened in sorted(events, key=lambda e: (e.at, e.id)):
        channels = ContactChannel if happened.channel is ANY else [happened.channel]
        told |= {(happened.purpose, channel): happened.given for channel in channels}
    return told


@given(st.lists(event, max_size=8), st.randoms(use_true_random=False))
def test_any_order_of_events(drawn, random):
    events = [Consent(*what, id=number) for number, what in enumerate(drawn, 1)]
    told = state(events)
    for _ in range(10):
        random.shuffle(events)
        for channel in (LETTER, EMAIL, ContactChannel.TEXT, ContactChannel.PHONE):
            said = told.get((MARKETING, channel))
            assert may_contact(events, channel) is (said is True)
            by_default = channel is LETTER
            assert may_contact(events, channel, LetterBasis.OPT_OUT) is (by_default if said is None else said)
        assert may_profile(events) is told.get((PROFILING, ANY), True)


def test_a_withdrawal_beats_the_opt_out_ground():
    withdrawn = [Consent(MARKETING, LETTER, False, TIMES[0])]
    assert not may_contact(withdrawn, LETTER, LetterBasis.OPT_OUT)
    assert may_contact([], LETTER, LetterBasis.OPT_OUT)
    assert not may_contact([], EMAIL, LetterBasis.OPT_OUT)


def test_all_channels_withdrawn_then_letters_given_again():
    events = [
        Consent(MARKETING, ANY, False, TIMES[0], id=1),
        Consent(MARKETING, LETTER, True, TIMES[1], id=2),
    ]
    assert may_contact(events, LETTER)
    assert not may_contact(events, EMAIL)
    assert latest(events, MARKETING, LETTER).id == 2


def test_of_two_events_at_one_moment_the_one_recorded_later_decides():
    events = [
        Consent(MARKETING, LETTER, True, TIMES[0], id=1),
        Consent(MARKETING, LETTER, False, TIMES[0], id=2),
    ]
    assert not may_contact(events, LETTER)
    assert not may_contact(events[::-1], LETTER)
