"""The suggestions of the day: rows to act on, and what explains them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.letterdesk import LetterDesk
from cxdesk.ui.today.lines import Line
from cxdesk.ui.today.panel import Panel
from cxdesk.ui.today.places import Places
from cxdesk.ui.today.presenter import MORE, Presenter, Tally
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.badges import Badge, KeyCap
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class Board(QWidget):
    """The left column of Today."""

    def __init__(self, language: Language, presenter: Presenter, letters: LetterDesk, places: Places) -> None:
        super().__init__()
        self._language, self._presenter, self._letters, self._places = language, presenter, letters, places
        self._lines: dict[str, Line] = {}
        self.list = ActionList(language.tr("Suggestions today"), "suggestions")
        self.panel = Panel(language, places.open_customer, presenter.wake)
        self._count = Badge("", Tone.ACCENT)
        self.more = self._link("", "chevron-down", presenter.more, "more-suggestions")
        self.snoozed = self._link("", "alarm-clock", presenter.list_snoozed, "list-snoozed")
        self.why = self._link(language.tr("Why these?"), "circle-help", presenter.why_these, "why-these")
        self.print_all = self._link("", "printer", self._print_all, "print-all")
        foot = boxed(Flow(self.more, self.print_all, self.snoozed, self.why, gap=6))
        self.setLayout(
            column(self._head(), letters.progress, letters.note, self.list, foot, self.panel, None, gap=8)
        )

    def show_lines(self, shown: Sequence[Line], tally: Tally) -> None:
        """Show the suggestions."""
        say, letters = self._language, len(self._presenter.printable)
        self._lines = {line.suggestion.id: line for line in shown}
        self.list.show_items([self._item(line) for line in shown])
        self._count.set(say.number(tally.suggestions), Tone.ACCENT)
        self.more.set_text(say.tr_n("Show {n} more", "Show {n} more", min(tally.hidden, MORE)))
        self.more.setVisible(tally.hidden > 0)
        self.snoozed.set_text(say.tr_n("{n} put off", "{n} put off", tally.snoozed))
        self.snoozed.setVisible(tally.snoozed > 0)
        self.print_all.set_text(say.tr_n("Print {n} letter", "Print all {n} letters", letters))
        self.print_all.setVisible(letters > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """K on a suggestion opens the customer."""
        chosen = next((each.item.key for each in self.list.rows if each is self.window().focusWidget()), "")
        if chosen in self._lines and event.text().upper() == "K":
            self._places.open_customer(self._lines[chosen].suggestion.customer.id)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        say = self._language
        title = boxed(row(Label(say.tr("Suggestions today"), Style.H2), self._count, None))
        keys = (
            ("↑↓", say.tr("choose")),
            ("D", say.tr("done")),
            ("L", say.tr("later")),
            ("K", say.tr("customer")),
        )
        hints = (boxed(row(KeyCap(key), Label(words, Style.SMALL, muted=True), gap=4)) for key, words in keys)
        return Split(title, boxed(Flow(*hints, gap=10)))

    def _link(self, text: str, icon: str, act: Callable[[], object], key: str) -> Button:
        button = Button(text, Kind.QUIET, icon=icon, height=32, id=key)
        button.clicked.connect(act)
        return button

    def _item(self, line: Line) -> ActionItem:
        return ActionItem(
            key=line.suggestion.id,
            icon=line.icon,
            tone=line.tone,
            title=line.title,
            reason=line.reason,
            cost=line.cost,
            badge=line.badge,
            badge_tone=line.badge_tone,
            acts=self._acts(line),
        )

    def _acts(self, line: Line) -> Sequence[Act]:
        say, suggestion, presenter = self._language, line.suggestion, self._presenter
        main = Act(say.tr("Print letter"), lambda: self._letters.write([suggestion]), "printer")
        if not suggestion.gesture.printed:
            main = Act(
                say.tr("Open customer"), lambda: self._places.open_customer(suggestion.customer.id), "user"
            )
        if line.answers and self._places.feedback:
            feedback_id = suggestion.feedback_id or 0
            main = Act(
                say.tr("Open feedback"), lambda: self._places.open_feedback(feedback_id), "message-square"
            )
        return (
            main,
            Act(say.tr("Done"), lambda: presenter.done(suggestion), "check", "D"),
            Act(say.tr("Later"), lambda: presenter.snooze(suggestion), "alarm-clock", "L", square=True),
            Act(
                say.tr("More"),
                lambda: self._menu(line).popup(self._corner(line)),
                "ellipsis-vertical",
                square=True,
            ),
        )

    def _menu(self, line: Line) -> QMenu:
        say, suggestion = self._language, line.suggestion
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(say.tr("Why, and on what permission?"), lambda: self._presenter.why(suggestion))
        if not suggestion.gesture.printed:
            menu.addAction(say.tr("Print letter"), lambda: self._letters.write([suggestion]))
        menu.addAction(say.tr("Open customer"), lambda: self._places.open_customer(suggestion.customer.id))
        menu.addSeparator()
        menu.addAction(say.tr("Never again for this customer"), lambda: self._presenter.never(suggestion))
        return menu

    def _corner(self, line: Line) -> QPoint:
        for each in self.list.rows:
            if each.item.key == line.suggestion.id:
                button = each.buttons[-1]
                return button.mapToGlobal(QPoint(0, button.height()))
        return self.mapToGlobal(QPoint(0, 0))

    def _print_all(self) -> None:
        self._letters.write(self._presenter.printable)
