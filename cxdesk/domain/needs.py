"""The words for feedback: needs, feelings, service channels and routes, and the stages of the journey."""

from enum import StrEnum


class Need(StrEnum):
    """What a customer may need: of the product (first nine), of the service (last seven)."""

    FUNCTIONALITY = "functionality"
    PRICE = "price"
    CONVENIENCE = "convenience"
    EXPERIENCE = "experience"
    DESIGN = "design"
    RELIABILITY = "reliability"
    PERFORMANCE = "performance"
    EFFICIENCY = "efficiency"
    COMPATIBILITY = "compatibility"
    EMPATHY = "empathy"
    FAIRNESS = "fairness"
    TRANSPARENCY = "transparency"
    CONTROL = "control"
    OPTIONS = "options"
    INFORMATION = "information"
    ACCESSIBILITY = "accessibility"


PRODUCT_NEEDS = tuple(Need)[:9]
SERVICE_NEEDS = tuple(Need)[9:]


class Channel(StrEnum):
    """Where the customer met the shop."""

    EMAIL = "email"
    PHONE = "phone"
    CHAT = "chat"
    SOCIAL = "social"
    IN_PERSON = "in_person"
    CALLBACK = "callback"
    SELF_SERVICE = "self_service"
    ASSISTANT = "assistant"
    INTEGRATED = "integrated"


class Emotion(StrEnum):
    """How the customer felt, the happiest first."""

    DELIGHTED = "delighted"
    PLEASED = "pleased"
    CALM = "calm"
    UNSURE = "unsure"
    DISAPPOINTED = "disappointed"
    ANGRY = "angry"


class Route(StrEnum):
    """By which way the customer was served."""

    COUNTER = "counter"
    APPOINTMENT = "appointment"
    ORDER = "order"
    PICKUP = "pickup"
    DELIVERY = "delivery"
    REPAIR = "repair"


class Stage(StrEnum):
    """How far on the way the customer was."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    PURCHASE = "purchase"
    AFTERCARE = "aftercare"
