"""The first window: three answers and a button."""


from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.start.presenter import Beginning, Presenter
from cxdesk.ui.widgets.focus import FocusRing
from cxdesk.ui.widgets.layouts import column

LANGUAGES = {"fi": "Suomi", "en": "English", "uz": "Oʻzbekcha"}  # each says itself
WIDTH = 520
CENTRE = Qt.AlignmentFlag.AlignHCenter


class StartPage(QWidget):
    """Asks for language, name and budget; `begun` carries a `Beginning`."""

    begun = Signal(object)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("CX Desk")
        self._layout = column(gap=0)
        self.setLayout(self._layout)
        self._content: QWidget | None = None
        self._name_typed = ""
        self._presenter = Presenter(self, code, self._begin)
        self._ring = FocusRing(self)
        self.name.setFocus()

    def show(self, language: Language | None = None, budget: str = "") -> None:  # type: ignore[override]
        """Say everything in `language`; without it, be seen."""
        if language is None:
            super().show()
            return
        if self._content is not None:
            self._name_typed = self.name.text()
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = self._said(language, budget)
        self._layout.addWidget(self._content)

    def show_errors(self, *, name: str, budget: str) -> None:
        """Show errors at the fields, the focus at the first."""
        self.name_row.set_error(name)
        self.budget_row.set_error(budget)
        wrong = self.name if name else self.budget if budget else None
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, beginning: Beginning) -> None:
        self.begun.emit(beginning)
