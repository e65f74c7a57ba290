"""The wording of the shop's letters: the originals, and what the shop made of them."""

from cxdesk.documents import templates as documents
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterFields, LetterKind, variant
from cxdesk.services.workplace import Workplace
from cxdesk.storage import templates as storage


class Templates:
    """Letter templates in each language and formality."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def source(self, kind: LetterKind, language: str, formality: Formality) -> str:
        """The wording that counts: the shop's own, else the original."""
        own = storage.every(self._work.db).get(_key(kind, language, formality))
        return own or self.original(kind, language, formality)

    def original(self, kind: LetterKind, language: str, formality: Formality) -> str:
        """The wording that came with the program."""
        return documents.source(kind, language, formality)

    def is_own(self, kind: LetterKind, language: str, formality: Formality) -> bool:
        """Whether the shop has a wording of its own."""
        return _key(kind, language, formality) in storage.every(self._work.db)

    def save(self, kind: LetterKind, language: str, formality: Formality, source: str) -> None:
        """Keep the shop's own wording; the same as the original is no own one.

        Raises:
            UserError: when it is empty, or a letter could not be made of it.
        """
        wording = source.replace("\r\n", "\n").strip()
        if not wording:
            raise UserError("The letter is empty.")
        documents.fill(wording, LetterFields(salutation="–"))
        key = _key(kind, language, formality)
        with self._work.change("Letter template changed", detail=" ".join(filter(None, key))):
            if wording == self.original(kind, language, formality).strip():
                storage.delete(self._work.db, key)
            else:
                storage.put(self._work.db, key, wording + "\n")

    def restore(self, kind: LetterKind, language: str, formality: Formality) -> None:
        """Go back to the original."""
        key = _key(kind, language, formality)
        with self._work.change("Letter template restored", detail=" ".join(filter(None, key))):
            storage.delete(self._work.db, key)


def _key(kind: LetterKind, language: str, formality: Formality) -> storage.Key:
    return (kind.value, language, variant(language, formality))
