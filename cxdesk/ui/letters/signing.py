"""The written signature: chosen from a file, taken away."""

from functools import partial
from pathlib import Path
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying


class SigningView(Saying, Protocol):
    """What the card of the signature shows."""

    def show_signature(self, name: str, png: bytes) -> None:
        """Show whose signature it is; `png` is empty when there is none."""

    def show_mistake(self, text: str) -> None:
        """Say why a picture is not taken; an empty text: nothing."""


class Signing:
    """Decides about the signature."""

    def __init__(self, desk: Desk, language: Language, view: SigningView) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._acts = Acts(desk, view)

    def load(self) -> None:
        """Show what stands now."""
        self._view.show_signature(self._desk.signatures.name(), self._desk.signatures.png())

    def choose(self, path: Path) -> None:
        """Somebody chooses the picture of a signature."""
        said = self._language.tr("Signature chosen")
        try:
            self._acts.attempt(partial(self._desk.signatures.save_file, path), said)
        except UserError as error:
            self._view.show_mistake(self._language.error(error))
            return
        self._view.show_mistake("")
        self.load()

    def drop(self) -> None:
        """Letters are signed by hand again."""
        self._acts.do(self._desk.signatures.drop, self._language.tr("Signature removed"))
        self.load()
