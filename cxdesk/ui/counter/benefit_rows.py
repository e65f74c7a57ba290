"""What is used up with the purchase, line by line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.counter.benefiting import Used
from cxdesk.ui.tokens import TARGET, Style, Tone
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class BenefitRows(QWidget):
    """Each with its money and a button that leaves it out: `dropped(code)`."""

    dropped = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._rows = column(gap=2)
        self.setLayout(self._rows)
        self._shown: tuple[Used, ...] = ()
        self.hide()

    def show_used(self, rows: Sequence[Used]) -> None:
        """Show these in place of the old ones."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        empty(self._rows)
        for each in rows:
            self._rows.addWidget(self._row(each))
        self.setVisible(bool(rows))

    def _row(self, used: Used) -> QWidget:
        drop = IconButton(
            "x",
            self._language.tr("Do not use: {what}", what=used.text),
            height=TARGET,
            id=f"drop-{used.code}",
        )
        drop.clicked.connect(partial(self._drop, used.code))
        words = Label(used.text, Style.SMALL, lines=2)
        line = row(Icon("ticket-percent", size=16), words, Label(used.money, Style.STRONG), drop, gap=6)
        line.setStretch(1, 1)
        fault = [Label(used.fault, Style.SMALL, tone=Tone.WARN, lines=0)] if used.fault else []
        return boxed(column(line, *fault, gap=0))

    def _drop(self, code: str, _: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.dropped.emit(code)
