"""One question: its words and key, and the scale below."""

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.counter.typed_scale import TypedScale
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import KeyCap
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class Question(QWidget):
    """A scale under its question."""

    def __init__(self, language: Language, scale: TypedScale) -> None:
        super().__init__()
        self.scale = scale
        self._aside = aside("")
        keys = f"{min(scale.cells)}–{max(scale.cells)}"
        words = title(scale.accessibleName(), self._aside, aside(language.tr("key")), KeyCap(keys))
        self.setLayout(column(words, scale))

    def remark(self, text: str) -> None:
        """Say something at the end of the question."""
        self._aside.setText(text)

    def stop(self) -> QWidget:
        """The cell that takes the focus: the answer, or the first."""
        score = self.scale.score
        return self.scale.cells[min(self.scale.cells) if score is None else score]


def aside(text: str) -> Label:
    """A remark at the end of a question."""
    return Label(text, Style.SMALL, muted=True)


def title(text: str, *ends: QWidget) -> QWidget:
    """A question in words, with remarks at the end of the line."""
    return boxed(row(Label(text, Style.H2), None, *ends))
