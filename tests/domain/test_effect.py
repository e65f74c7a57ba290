"""Did it work: the published figures, the words, and shops whose truth is known."""

import numpy as np
import pytest

from cxdesk.domain.effect import Arm, Spend, Verdict, effect, left_out, needed, worth
from cxdesk.domain.intervals import difference, share
from cxdesk.domain.occasion import Occasion, Setting

GOLDEN = [
    ((56, 70), (48, 80), 0.2, 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.6, 0.1705, 0.8090),
    ((10, 10), (0, 20), 1.0, 0.6791, 1.0),
    ((34, 120), (9, 60), 0.133, 0.0, 0.244),
    ((52, 160), (10, 40), 0.075, -0.091, 0.207),
]


@pytest.mark.parametrize(("thanked", "held", "gain", "low", "high"), GOLDEN)
def test_newcombes_interval(thanked, held, gain, low, high):
    found = difference(share(*held), share(*thanked))
    digits = 3 if gain < 0.2 else 4  # as published
    assert (round(found.difference, digits), round(found.low, digits), round(found.high, digits)) == (
        round(gain, digits),
        round(low, digits),
        round(high, digits),
    )


@pytest.mark.parametrize(
    ("thanked", "held", "at_end", "meanwhile"),
    [
        ((34, 120), (9, 60), Verdict.PROBABLY, Verdict.UNCLEAR),
        ((52, 160), (10, 40), Verdict.UNCLEAR, Verdict.UNCLEAR),
        ((300, 800), (40, 200), Verdict.HELPS, Verdict.HELPS),
        ((150, 800), (50, 200), Verdict.NOT, Verdict.NOT),
    ],
)
def test_what_may_be_said_at_the_end_and_on_the_way(thanked, held, at_end, meanwhile):
    assert effect(Arm(*thanked), Arm(*held), final=True).verdict is at_end
    assert effect(Arm(*thanked), Arm(*held), final=False).verdict is meanwhile


def test_of_a_handful_nothing_is_said():
    assert effect(Arm(3, 40), Arm(0, 4), final=True) is None
    assert effect(Arm(34, 120), Arm(9, 60), final=True).extra_visits == pytest.approx(16)


def test_how_many_people_a_trial_needs():
    assert needed(0.2, 0.3) == (294, 294)
    alone, together = needed(0.2, 0.3, ratio=4)
    assert alone < 294 < together


def test_the_lot_is_fair_and_always_draws_the_same():
    setting = Setting(Occasion.WE_MISS_YOU, held_back=20)
    drawn = [left_out(setting, f"we_miss_you-{n}-since-20261121") for n in range(5000)]
    assert drawn == [left_out(setting, f"we_miss_you-{n}-since-20261121") for n in range(5000)]
    assert 0.18 < sum(drawn) / 5000 < 0.22
    assert not any(left_out(Setting(Occasion.WE_MISS_YOU), str(n)) for n in range(100))
    other = Setting(Occasion.WE_MISS_YOU, held_back=20, version=2)
    assert drawn != [left_out(other, f"we_miss_you-{n}-since-20261121") for n in range(5000)]


@pytest.mark.parametrize("gain", [0.0, 0.1])
def test_in_shops_whose_truth_is_known_the_interval_covers_it_and_no_effect_is_rarely_called_one(gain, times):
    runs = times(400, 2000)
    random = np.random.default_rng(7)
    came = zip(random.binomial(200, 0.2 + gain, runs), random.binomial(50, 0.2, runs), strict=True)
    found = [effect(Arm(int(a), 200), Arm(int(b), 50), final=True) for a, b in came]
    covered = sum(each.gain.low <= gain <= each.gain.high for each in found)
    helping = sum(each.verdict in {Verdict.HELPS, Verdict.PROBABLY} for each in found)
    assert covered >= 0.93 * runs
    assert gain or helping <= 0.05 * runs


def test_the_difference_in_money_has_an_interval_and_needs_five_in_each_arm():
    """Five who bought for 10, 20, 30, 40, 50 and five for nothing, in minor units."""
    thanked = Spend(5, 150, 5500.0)
    assert (thanked.mean, thanked.variance) == (30, 250)
    found = worth(thanked, Spend(5), final=True)
    assert found.gain.difference == 30
    assert found.gain.low == pytest.approx(30 - 1.959964 * 50**0.5, abs=1e-4)  # 250 / 5 = 50
    assert worth(thanked, Spend(5), final=False).gain.low < found.gain.low
    assert worth(thanked, Spend(4), final=True) is None
