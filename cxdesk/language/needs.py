"""The words for what feedback is about: needs, channels, stages of the journey, groups of recommenders."""

from cxdesk.domain.needs import Channel, Need, Stage
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


def group(language: Language, which: Group) -> str:
    """How willingly somebody recommends the shop, in one word."""
    return {
        Group.PROMOTER: language.tr("promoter"),
        Group.PASSIVE: language.tr("passive"),
        Group.DETRACTOR: language.tr("detractor"),
    }[which]
