"""The shop's own words on a customer, below the name: added by typing, removed by a press."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import Tag
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.suggestions import SuggestField


class TagsLine(QWidget):
    """Chips, and a small button that opens a field; `used` gives the words in use, `put` says whether it worked.

    `beside` stands in the same line, after the chips.
    """

    def __init__(
        self,
        language: Language,
        used: Callable[[], Sequence[str]],
        put: Callable[[str], bool],
        drop: Callable[[Tag], object],
        *beside: QWidget,
    ) -> None:
        super().__init__()
        self._language, self._used, self._put, self._drop = language, used, put, drop
        say = language.tr
        self._flow = Flow(gap=6)
        self._new = Button(say("Tag"), Kind.QUIET, icon="plus", height=26, id="new-tag")
        self.field = SuggestField(say("Tag"), say("Such as: knitting club"), id="tag")
        add = Button(say("Add"), icon="check", id="add-tag")
        self.adding = Adding(self.field, add, self._add, self.field)
        self._new.clicked.connect(self._start)
        self._stay = (self._new, *beside)
        self.setLayout(column(boxed(self._flow), self.adding, gap=6))

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these."""
        for widget in self._stay:
            self._flow.removeWidget(widget)
        empty(self._flow)
        for widget in (*(self._chip(each) for each in tags), *self._stay):
            self._flow.addWidget(widget)

    def _start(self) -> None:
        self.field.suggest(self._used())
        self.adding.toggle()

    def _chip(self, tag: Tag) -> QWidget:
        name = self._language.tr("Remove “{text}”", text=tag.text)
        remove = IconButton("x", name, height=24, id=f"drop-tag-{tag.id}")
        remove.clicked.connect(lambda: self._drop(tag))
        return boxed(row(Badge(tag.text, Tone.INFO, icon="tag"), remove, gap=0))

    def _add(self) -> None:
        if self.field.text().strip() and self._put(self.field.text()):
            self.field.clear()
        self.field.setFocus()
