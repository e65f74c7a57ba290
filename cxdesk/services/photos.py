"""What staff can do with a customer's photo."""

from pathlib import Path

from cxdesk.documents.files import read
from cxdesk.services.workplace import Workplace
from cxdesk.storage import photos


class Photos:
    """One small photo of a customer."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def of(self, customer_id: int) -> bytes:
        """A customer's photo as JPEG, empty when there is none."""
        return photos.of(self._work.db, customer_id)

    def save(self, customer_id: int, picture: bytes) -> None:
        """Keep a picture, made small, in place of an older one.

        Raises:
            UserError: when it is no picture or is damaged.
        """
        from cxdesk.documents.photos import small  # noqa: PLC0415 - only a shop with photos needs it

        self._work.customer(customer_id)
        jpeg = small(picture)
        with self._work.change("Photo added", customer_id=customer_id):
            photos.put(self._work.db, customer_id, jpeg)

    def save_file(self, customer_id: int, path: Path) -> None:
        """The same with the picture in a file.

        Raises:
            UserError: also when the file cannot be read.
        """
        self.save(customer_id, read(path))

    def drop(self, customer_id: int) -> None:
        """Take the photo away."""
        with self._work.change("Photo removed", customer_id=customer_id):
            photos.delete(self._work.db, customer_id)
