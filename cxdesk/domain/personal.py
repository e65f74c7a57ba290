"""A letter to one person, worded for them alone."""

from dataclasses import dataclass

from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import STOPS, Obstacle


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one letter: its subject, and its paragraphs with blank lines between them."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class PersonalLetter:
    """A letter to one customer; `uuid` is the identity of the form, `wording` None that of its kind as it stands.

    `paper` is a key of `CARDS`, `BY_HAND`, or empty for a letter on A4.
    """

    uuid: str
    customer_id: int
    kind: LetterKind
    wording: Wording | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a letter may go out: what is the matter with posting it, and which e-mail address and number may be used."""

    obstacle: Obstacle | None
    email: str = ""
    phone: str = ""

    @property
    def paper(self) -> bool:
        """Whether it may be printed."""
        return self.obstacle not in STOPS

    @property
    def any(self) -> bool:
        """Whether it may go out at all."""
        return self.paper or bool(self.email or self.phone)
