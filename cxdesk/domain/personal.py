"""A letter to one person, worded for them alone."""

from dataclasses import dataclass

from cxdesk.domain.letter import LetterKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one letter: its subject, and its paragraphs with blank lines between them."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class PersonalLetter:
    """A letter to one customer; `uuid` is the identity of the form, `wording` None that of its kind as it stands."""

    uuid: str
    customer_id: int
    kind: LetterKind
    wording: Wording | None = None
