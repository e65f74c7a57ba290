"""What stands in a form, kept beside the shop until it is saved: neither a crash nor a power cut takes it."""

import os
from contextlib import suppress
from pathlib import Path

from cxdesk.storage.files import flush_folder

LARGEST = 1_000_000  # bytes; nothing that a person types is longer
PRIVATE = 0o600


class Drafts:
    """One draft a shop: `<shop>.draft`. A draft is a convenience: where it cannot be written, work goes on without."""

    def __init__(self, shop: Path) -> None:
        file = shop.resolve()
        self.path = file.with_name(file.name + ".draft")

    def write(self, text: str) -> None:
        """Keep `text` in place of what was kept, all of it or nothing; for this user's eyes alone."""
        part = self.path.with_name(self.path.name + ".part")
        with suppress(OSError):
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
            flush_folder(self.path.parent)

    def read(self) -> str | None:
        """What is kept, None when there is nothing; what is no text reads as one without sense."""
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST).decode("utf-8", "replace")
        except OSError:
            return None

    def forget(self) -> None:
        """Keep nothing any more."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
