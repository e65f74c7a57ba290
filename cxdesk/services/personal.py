"""A letter to one customer: worded for them alone, remembered when a person says that it went out."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

from cxdesk import paths
from cxdesk.documents import outgoing, templates
from cxdesk.documents.cards import write_cards
from cxdesk.documents.files import Target, whole
from cxdesk.documents.handwriting import Points, write_points
from cxdesk.documents.letters import write_letters
from cxdesk.domain import mail
from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import SERVICE, Letter, LetterFields, Way
from cxdesk.domain.personal import PersonalLetter, Ways, Wording
from cxdesk.domain.stationery import BY_HAND, CARDS
from cxdesk.services.audience import gather, reach
from cxdesk.services.composing import Composer, Said
from cxdesk.services.handwriting import Handwriting
from cxdesk.services.letters import remember
from cxdesk.services.workplace import Workplace
from cxdesk.storage.errors import file_errors


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
            UserError: as `wording` does, or when it is too long for its card.
        """
        made = BytesIO()
        self._draw(personal, self.letter(personal), made)
        return made.getvalue()

    def ways(self, personal: PersonalLetter) -> Ways:
        """How the letter may go out to this customer."""
        service, who = personal.kind in SERVICE, personal.customer_id
        problems = gather(self._work, [who], service=service).problems
        email, phone = (
            reach(self._work, [who], channel, service=service).get(who, "")
            for channel in (ContactChannel.EMAIL, ContactChannel.TEXT)
        )
        return Ways(problems[0].obstacle if problems else None, email, phone)

    def write(self, personal: PersonalLetter, path: Path) -> None:
        """Write the letter as a PDF at `path`; it is remembered when it went out, see `sent`.

        Raises:
            UserError: when it may not be printed, says nothing, is too long for its card, or cannot be written.
        """
        self._demand(personal, allowed=self.ways(personal).paper)
        letter = self._said(personal)
        with file_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._draw(personal, letter, path)

    def text(self, personal: PersonalLetter) -> str:
        """The letter as text, for the clipboard.

        Raises:
            UserError: when it may not go out, or says nothing.
        """
        self._demand(personal, allowed=self.ways(personal).any)
        return outgoing.text(self._said(personal))

    def mail(self, personal: PersonalLetter) -> str:
        """The link that the mail program opens as a draft; for a letter too long for one, that of a file.

        Raises:
            UserError: when e-mail is not permitted, the letter says nothing, or the file cannot be written.
        """
        to, letter = self.ways(personal).email, self._said(personal)
        self._demand(personal, allowed=bool(to))
        if made := mail.link(to, letter.subject, outgoing.text(letter)):
            return made
        path = self.file(personal).with_suffix(".eml")
        with file_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            file.write(outgoing.draft(letter, to))
        return path.resolve().as_uri()

    def sent(self, personal: PersonalLetter, way: Way) -> None:
        """The letter went out; the same form (uuid) twice is one letter. By hand it said what its points say.

        Raises:
            UserError: when it may not go out (any more), or says nothing.
        """
        self._demand(personal, allowed=self.ways(personal).any)
        letter = self._said(personal)
        if way is Way.HAND:
            letter = replace(letter, paragraphs=self._points(personal, letter).points)
        with self._work.change("Letter written", customer_id=personal.customer_id, detail=letter.code):
            remember(self._work, letter, personal.customer_id, way)

    def file(self, personal: PersonalLetter) -> Path:
        """Where the letter belongs; no name of a person stands in it."""
        return paths.letters(self._work.db.path) / f"{self._work.today()} letter {personal.uuid[:8]}.pdf"

    def _draw(self, personal: PersonalLetter, letter: Letter, target: Target) -> None:
        if personal.paper in CARDS:
            write_cards([letter], personal.paper, target)
        elif personal.paper == BY_HAND:
            write_points([self._points(personal, letter)], target)
        else:
            write_letters([letter], target)

    def _points(self, personal: PersonalLetter, letter: Letter) -> Points:
        customer = self._work.customer(personal.customer_id)
        return Handwriting(self._work).points(Composer(self._work), customer, letter.code)

    def _said(self, personal: PersonalLetter) -> Letter:
        letter = self.letter(personal)
        if not letter.paragraphs:
            raise UserError("The letter is empty.")
        return letter

    def _demand(self, personal: PersonalLetter, *, allowed: bool) -> None:
        if not allowed:
            name = self._work.customer(personal.customer_id).name
            raise UserError("{name} does not permit letters. Nothing was written.", name=name)
