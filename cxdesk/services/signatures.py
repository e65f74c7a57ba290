"""The written signature of whoever signs the shop's letters."""

from dataclasses import replace
from pathlib import Path

from cxdesk.documents.files import read
from cxdesk.services.composing import Composer
from cxdesk.services.workplace import Workplace
from cxdesk.storage import pictures
from cxdesk.storage import shop as shop_storage


class Signatures:
    """One picture, printed above the name that the settings say."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def png(self) -> bytes:
        """The signature without its paper, empty when there is none."""
        return pictures.get(self._work.db, pictures.SIGNATURE)

    def name(self) -> str:
        """Whose it is, or would be."""
        return Composer(self._work).signer.name

    def save_file(self, path: Path) -> None:
        """Keep the ink on the picture in a file; whoever would sign now signs from then on.

        Raises:
            UserError: when the file cannot be read, or there is no signature on it.
        """
        from cxdesk.documents.signatures import ink  # noqa: PLC0415 - only a shop with a signature needs it

        png, signer, shop = ink(read(path)), Composer(self._work).signer, self._work.shop()
        with self._work.change("Signature chosen", detail=signer.name):
            pictures.put(self._work.db, pictures.SIGNATURE, png)
            settled = replace(shop, signature_name=signer.name, signature_title=signer.title)
            shop_storage.put(self._work.db, settled)

    def drop(self) -> None:
        """Take the signature away; letters are signed by hand again."""
        with self._work.change("Signature removed"):
            pictures.delete(self._work.db, pictures.SIGNATURE)
