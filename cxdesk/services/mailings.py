"""One letter to many customers: prepared with every recipient's problems named, printed and remembered as one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from cxdesk.documents.letters import pdf
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import SERVICE, Letter, LetterFields
from cxdesk.domain.mailing import Mailing, Problem
from cxdesk.language.language import Language
from cxdesk.services.audience import gather
from cxdesk.services.composing import Composer, Said
from cxdesk.services.letters import Progress, print_on, remember
from cxdesk.services.workplace import Workplace

SAMPLE_CODE = "K7-4Q2M"


@dataclass(frozen=True, slots=True)
class Batch:
    """The letters that are ready, each with its customer, and who has a problem."""

    letters: tuple[tuple[Customer, Letter], ...]
    problems: tuple[Problem, ...]


class Mailings:
    """Letters to a list of customers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def problems(self, mailing: Mailing, ids: Sequence[int]) -> tuple[int, tuple[Problem, ...]]:
        """How many of these get the letter, and what is the matter with whom."""
        audience = gather(self._work, ids, service=mailing.kind in SERVICE)
        return len(audience.people), audience.problems

    def prepare(self, mailing: Mailing, ids: Sequence[int]) -> Batch:
        """The letters of everybody who may have one.

        Raises:
            UserError: when the wording cannot be filled.
        """
        audience = gather(self._work, ids, service=mailing.kind in SERVICE)
        return Batch(self.letters(mailing, audience.people), audience.problems)

    def letters(self, mailing: Mailing, people: Sequence[Customer]) -> tuple[tuple[Customer, Letter], ...]:
        """The letters to these people, each with its customer.

        Raises:
            UserError: when the wording cannot be filled.
        """
        composer = Composer(self._work)
        return tuple((person, self._letter(composer, person, mailing)) for person in people)

    def write(
        self, mailing: Mailing, ids: Sequence[int], path: Path, progress: Progress | None = None
    ) -> Batch:
        """Write the letters into one PDF and remember them as one step.

        Raises:
            UserError: when nobody may have the letter, its wording cannot be filled or the file cannot be written.
        """
        batch = self.prepare(mailing, ids)
        if not batch.letters:
            raise UserError("Nobody on this list may be sent this letter.")
        print_on(path, [letter for _, letter in batch.letters], progress)
        with self._work.change("Letters written", detail=path.name):
            for customer, letter in batch.letters:
                remember(self._work, letter, customer.id)
        return batch

    def sample(self, mailing: Mailing, to: Customer, source: str) -> bytes:
        """The letter to somebody as a PDF, in a wording that is not kept yet; nothing is remembered.

        Raises:
            UserError: when the wording cannot be filled.
        """
        composer = Composer(self._work)
        said = Said(mailing.kind, _fields(mailing, composer.language(to)), source=source)
        return pdf(composer.compose(to, UUID(int=0), SAMPLE_CODE, said).letter)

    def _letter(self, composer: Composer, customer: Customer, mailing: Mailing) -> Letter:
        identity = _identity(mailing, customer.id)
        said = Said(mailing.kind, _fields(mailing, composer.language(customer)))
        return composer.compose(customer, identity, composer.code(identity), said).letter


def _identity(mailing: Mailing, customer_id: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"{mailing.uuid}/{customer_id}")


def _fields(mailing: Mailing, language: Language) -> LetterFields:
    return LetterFields(
        message=mailing.message,
        event=mailing.event,
        when=mailing.when,
        place=mailing.place,
        item=mailing.item,
        valid_until=language.date_long(mailing.until) if mailing.until else "",
        regular_percent=_percent(mailing.regular_percent, language),
        guest_percent=_percent(mailing.guest_percent, language),
    )


def _percent(share: int, language: Language) -> str:
    return language.percent(share / 100) if share else ""
