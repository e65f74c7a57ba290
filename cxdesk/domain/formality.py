"""How a customer is addressed."""

from enum import StrEnum


class Formality(StrEnum):
    """How somebody is addressed: Dear Ms Virtanen, or Dear Kaisa."""

    FORMAL = "formal"
    FAMILIAR = "familiar"
