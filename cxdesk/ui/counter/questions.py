"""The questions of the counter in words: scales, needs, feelings, channels, routes, stages."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.language import needs
from cxdesk.language.language import Language
from cxdesk.ui.counter.more_chips import MoreChips
from cxdesk.ui.counter.typed_scale import TypedScale
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.scale import Dress

NEEDS = (
    Need.PRICE,
    Need.OPTIONS,
    Need.CONVENIENCE,
    Need.RELIABILITY,
    Need.EMPATHY,
    Need.INFORMATION,
    Need.PERFORMANCE,
)
FACES = {
    Emotion.DELIGHTED: "laugh",
    Emotion.PLEASED: "smile",
    Emotion.CALM: "meh",
    Emotion.UNSURE: "circle-help",
    Emotion.DISAPPOINTED: "frown",
    Emotion.ANGRY: "angry",
}
CHANNELS = (Channel.IN_PERSON, Channel.PHONE, Channel.EMAIL, Channel.SOCIAL)
K = TypeVar("K", bound=StrEnum)


def nps(language: Language) -> TypedScale:
    """Whether the customer recommends the shop."""
    tr = language.tr
    ends = (tr("Not at all"), tr("Extremely likely"))
    question, words = tr("Would you recommend us to a friend?"), dict(zip((0, 10), ends, strict=True))
    return TypedScale(question, 0, 10, Dress.NPS, ends=ends, words=words, id="nps")


def csat(language: Language) -> TypedScale:
    """How satisfied the customer is."""
    tr = language.tr
    words = {
        1: tr("Very dissatisfied"),
        2: tr("Dissatisfied"),
        3: tr("Neutral"),
        4: tr("Satisfied"),
        5: tr("Very satisfied"),
    }
    return TypedScale(tr("How did it go today?"), 1, 5, Dress.FACES, words=words, id="csat")


def ces(language: Language) -> TypedScale:
    """How easy it was."""
    tr = language.tr
    ends = (tr("Very hard"), tr("Very easy"))
    words = dict(zip((1, 7), ends, strict=True))
    return TypedScale(tr("How easy was it?"), 1, 7, ends=ends, words=words, id="ces")


def need_chips(language: Language) -> MoreChips:
    """What it was about: seven needs, or all sixteen."""
    options = _options(language, Need, NEEDS, needs.need)
    more = language.tr("More…")
    return MoreChips(
        language.tr("What was it about?"), options, {*map(str, NEEDS)}, more, several=True, id="need"
    )


def channel_chips(language: Language) -> MoreChips:
    """Where the customer met the shop: four channels, or all nine."""
    options = _options(language, Channel, CHANNELS, needs.channel)
    name, more = language.tr("Where did you meet?"), language.tr("More…")
    return MoreChips(name, options, {*map(str, CHANNELS)}, more, always=True, equal=False, id="channel")


def stage_chips(language: Language) -> ChipGroup:
    """How far on the way the customer was."""
    options = _options(language, Stage, (), needs.stage)
    return ChipGroup(language.tr("How far on the way?"), options, id="stage")


def emotion_chips(language: Language) -> ChipGroup:
    """How the customer felt."""
    options = _options(language, Emotion, (), needs.emotion)
    return ChipGroup(
        language.tr("How did the customer feel?"),
        options,
        icons={str(key): icon for key, icon in FACES.items()},
        equal=False,
        id="emotion",
    )


def route_chips(language: Language) -> ChipGroup:
    """By which way the customer was served."""
    options = _options(language, Route, (), needs.route)
    return ChipGroup(language.tr("Which way of service?"), options, equal=False, id="route")


def _options(
    language: Language, kinds: Iterable[K], first: Sequence[K], say: Callable[[Language, K], str]
) -> dict[str, str]:
    ordered = [*first, *(kind for kind in kinds if kind not in first)]
    return {kind.value: say(language, kind) for kind in ordered}
