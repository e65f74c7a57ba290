"""A letter to one customer: worded for them alone, remembered when a person says that it went out."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from cxdesk import paths
from cxdesk.documents import letters as documents
from cxdesk.documents import templates
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import SERVICE, Letter, LetterFields
from cxdesk.domain.mailing import Obstacle
from cxdesk.domain.personal import PersonalLetter, Wording
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer, Said
from cxdesk.services.letters import print_on, remember
from cxdesk.services.workplace import Workplace


class Personal:
    """Letters to one customer at a time."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def wording(self, personal: PersonalLetter) -> Wording:
        """What the letter says as it stands; to begin with, what its kind says to this customer.

        Raises:
            UserError: when there is no such customer (any more), or the shop's wording cannot be filled.
        """
        letter = self.letter(personal)
        return Wording(letter.subject, "\n\n".join(letter.paragraphs))

    def letter(self, personal: PersonalLetter) -> Letter:
        """The letter as it stands.

        Raises:
            UserError: as `wording` does.
        """
        composer, identity = Composer(self._work), UUID(personal.uuid)
        customer = self._work.customer(personal.customer_id)
        said = Said(personal.kind, LetterFields())
        letter = composer.compose(customer, identity, composer.code(identity), said).letter
        if personal.wording is None:
            return letter
        worded = templates.paragraphs(personal.wording.text)
        return replace(letter, subject=personal.wording.subject.strip(), paragraphs=worded)

    def pdf(self, personal: PersonalLetter) -> bytes:
        """The letter as it will be printed.

        Raises:
            UserError: as `wording` does.
        """
        return documents.pdf(self.letter(personal))

    def obstacle(self, personal: PersonalLetter) -> Obstacle | None:
        """What is the matter with sending this customer a letter of this kind."""
        problems = gather(self._work, [personal.customer_id], service=personal.kind in SERVICE).problems
        return problems[0].obstacle if problems else None

    def write(self, personal: PersonalLetter, path: Path) -> None:
        """Write the letter as a PDF at `path`; it is remembered when it went out, see `sent`.

        Raises:
            UserError: when it may not be sent, says nothing, or the file cannot be written.
        """
        print_on(path, [self._checked(personal)])

    def sent(self, personal: PersonalLetter) -> None:
        """The letter went out; the same form (uuid) twice is one letter.

        Raises:
            UserError: when it may not be sent (any more), or says nothing.
        """
        letter = self._checked(personal)
        with self._work.change("Letter written", customer_id=personal.customer_id, detail=letter.code):
            remember(self._work, letter, personal.customer_id)

    def file(self, personal: PersonalLetter) -> Path:
        """Where the letter belongs; no name of a person stands in it."""
        return paths.letters(self._work.db.path) / f"{self._work.today()} letter {personal.uuid[:8]}.pdf"

    def _checked(self, personal: PersonalLetter) -> Letter:
        letter = self.letter(personal)
        if not letter.paragraphs:
            raise UserError("The letter is empty.")
        if not gather(self._work, [personal.customer_id], service=personal.kind in SERVICE).people:
            name = self._work.customer(personal.customer_id).name
            raise UserError("{name} does not permit letters. Nothing was written.", name=name)
        return letter
