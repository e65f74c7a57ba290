"""A field that proposes what was written in it before."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from cxdesk.ui.widgets.fields import TextField


class SuggestField(TextField):
    """Down opens what fits what is typed; Enter takes the chosen one. Anything else may be typed."""

    def __init__(self, name: str, placeholder: str = "", *, id: str = "") -> None:  # noqa: A002 - as TextField
        super().__init__(name, placeholder, id=id)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)

    def suggest(self, texts: Sequence[str]) -> None:
        """Propose these, in this order."""
        self._known.setStringList([*texts])
