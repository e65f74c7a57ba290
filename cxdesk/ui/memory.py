"""What this PC remembers of how somebody works; the shop file knows nothing of it."""

from PySide6.QtCore import QSettings


class Memory:
    """Texts under keys, kept in `settings` or, without any, until the window is closed."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings, self._texts = settings, dict[str, str]()

    def recall(self, key: str) -> str:
        """What was kept under `key`, empty when nothing was."""
        if self._settings is None:
            return self._texts.get(key, "")
        return str(self._settings.value(key, ""))

    def keep(self, key: str, text: str) -> None:
        """Keep `text` under `key`."""
        if self._settings is None:
            self._texts[key] = text
        else:
            self._settings.setValue(key, text)
