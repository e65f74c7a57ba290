"""The words for what feedback is about: needs, feelings, channels, routes, stages, groups of recommenders."""

from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.scores import Group
from cxdesk.language.language import Language


def need(language: Language, which: Need) -> str:
    """One of the sixteen needs, named as short as a button."""
    return {
        Need.FUNCTIONALITY: language.tr_c("need", "Does its job"),
        Need.PRICE: language.tr_c("need", "Price"),
        Need.CONVENIENCE: language.tr_c("need", "Convenience"),
        Need.EXPERIENCE: language.tr_c("need", "Experience"),
        Need.DESIGN: language.tr_c("need", "Design"),
        Need.RELIABILITY: language.tr_c("need", "Reliability"),
        Need.PERFORMANCE: language.tr_c("need", "Quality"),
        Need.EFFICIENCY: language.tr_c("need", "Saves time"),
        Need.COMPATIBILITY: language.tr_c("need", "Compatibility"),
        Need.EMPATHY: language.tr_c("need", "Service"),
        Need.FAIRNESS: language.tr_c("need", "Fairness"),
        Need.TRANSPARENCY: language.tr_c("need", "Openness"),
        Need.CONTROL: language.tr_c("need", "Own say"),
        Need.OPTIONS: language.tr_c("need", "Selection"),
        Need.INFORMATION: language.tr_c("need", "Information"),
        Need.ACCESSIBILITY: language.tr_c("need", "Accessibility"),
    }[which]


def channel(language: Language, way: Channel) -> str:
    """Where the customer met the shop."""
    return {
        Channel.EMAIL: language.tr_c("channel", "E-mail"),
        Channel.PHONE: language.tr_c("channel", "Phone"),
        Channel.CHAT: language.tr_c("channel", "Chat"),
        Channel.SOCIAL: language.tr_c("channel", "Social media"),
        Channel.IN_PERSON: language.tr_c("channel", "In the shop"),
        Channel.CALLBACK: language.tr_c("channel", "Call back"),
        Channel.SELF_SERVICE: language.tr_c("channel", "Self-service"),
        Channel.ASSISTANT: language.tr_c("channel", "Virtual assistant"),
        Channel.INTEGRATED: language.tr_c("channel", "Several channels"),
    }[way]


def stage(language: Language, where: Stage) -> str:
    """How far on the customer's way it was."""
    return {
        Stage.AWARENESS: language.tr_c("stage", "Hearing of us"),
        Stage.CONSIDERATION: language.tr_c("stage", "Choosing"),
        Stage.PURCHASE: language.tr_c("stage", "Buying"),
        Stage.AFTERCARE: language.tr_c("stage", "After the purchase"),
    }[where]


def emotion(language: Language, which: Emotion) -> str:
    """How the customer felt."""
    return {
        Emotion.DELIGHTED: language.tr_c("emotion", "Delighted"),
        Emotion.PLEASED: language.tr_c("emotion", "Pleased"),
        Emotion.CALM: language.tr_c("emotion", "Calm"),
        Emotion.UNSURE: language.tr_c("emotion", "Unsure"),
        Emotion.DISAPPOINTED: language.tr_c("emotion", "Disappointed"),
        Emotion.ANGRY: language.tr_c("emotion", "Angry"),
    }[which]


def route(language: Language, way: Route) -> str:
    """By which way the customer was served."""
    return {
        Route.COUNTER: language.tr_c("route", "At the counter"),
        Route.APPOINTMENT: language.tr_c("route", "By appointment"),
        Route.ORDER: language.tr_c("route", "On order"),
        Route.PICKUP: language.tr_c("route", "Pick-up"),
        Route.DELIVERY: language.tr_c("route", "Delivery"),
        Route.REPAIR: language.tr_c("route", "Repair"),
    }[way]


def waited(language: Language, minutes: int) -> str:
    """How long the customer waited: `no wait`, `10 min`."""
    return language.tr("{n} min", n=language.number(minutes)) if minutes else language.tr("no wait")


def group(language: Language, which: Group) -> str:
    """How willingly somebody recommends the shop, in one word."""
    return {
        Group.PROMOTER: language.tr("promoter"),
        Group.PASSIVE: language.tr("passive"),
        Group.DETRACTOR: language.tr("detractor"),
    }[which]
