"""Promised and asked for: whom to call, what is due, and what is wanted most."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxdesk.domain.request import Outcome, Wanted
from cxdesk.services.desk import Desk
from cxdesk.ui.requests import words
from cxdesk.ui.requests.presenter import Presenter
from cxdesk.ui.requests.wanted import WantedCard
from cxdesk.ui.requests.words import Row
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.states import Empty, Loadable

ENDINGS = {
    Outcome.TOLD: ("phone", "T"),
    Outcome.BOUGHT: ("shopping-bag", "B"),
    Outcome.UNREACHED: ("circle-x", "U"),
    Outcome.DECLINED: ("user-x", "N"),
    Outcome.DROPPED: ("trash-2", "D"),
}


class RequestsPage(Page):
    """Opens on the call list, or with "promises" on what is promised."""

    tables = frozenset({"requests", "promises", "products", "customers"})

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        tr = shell.language.tr
        self.presenter = Presenter(desk, shell.language, self)
        self.calls, self.promises = ActionList(tr("To call"), "calls"), ActionList(tr("Promised"), "promises")
        self._to_call, self._promised = Badge("", Tone.ACCENT), Badge("", Tone.ACCENT)
        self.wanted = WantedCard(shell.language)
        self.wanted.arrived.connect(self.presenter.arrive)
        self._called = self._part(tr("To call: it is there now"), self._to_call, self.calls)
        self._kept = self._part(tr("Promised"), self._promised, self.promises)
        left = boxed(column(self._called, self._kept, None, gap=16))
        both = Columns((left, 8), (self.wanted, 5), stack_under=900)
        line = tr("What customers wait for: nobody is forgotten")
        self._content = Loadable(both, tr("Reading…"))
        self.setLayout(column(ScrollPage(PageHead(tr("Promised and asked for"), line), self._content, None)))

    def reload(self) -> None:
        """Show what is still open."""
        self.presenter.refresh()

    def open(self, what: object) -> None:
        """The call list, or what is promised."""
        first = self.promises if what == "promises" else self.calls
        control = first.main_control()
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def main_control(self) -> QWidget | None:
        """The first row."""
        return self.calls.main_control() or self.promises.main_control() or self.wanted.main_control()

    def show_waiting(self, calls: Sequence[Row], promises: Sequence[Row], wanted: Sequence[Wanted]) -> None:
        """Show what customers wait for, or that nobody does."""
        self.calls.show_items([self._call(each) for each in calls])
        self.promises.show_items([self._promise(each) for each in promises])
        for part, badge, rows in (
            (self._called, self._to_call, calls),
            (self._kept, self._promised, promises),
        ):
            part.setVisible(bool(rows))
            badge.set(self._language.number(len(rows)), Tone.ACCENT)
        self.wanted.show_wanted(wanted)
        if calls or promises or wanted:
            self._content.ready()
        else:
            self._content.instead(self._nothing())

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _part(self, title: str, badge: Badge, rows: ActionList) -> QWidget:
        return boxed(column(row(Label(title, Style.H2), badge, None), rows, gap=8))

    def _call(self, each: Row) -> ActionItem:
        endings = [
            Act(
                words.outcome(self._language, outcome),
                partial(self.presenter.close, each, outcome),
                icon,
                key,
                square=outcome is not Outcome.TOLD,
            )
            for outcome, (icon, key) in ENDINGS.items()
        ]
        return self._item("call", each, "phone", endings)

    def _promise(self, each: Row) -> ActionItem:
        tr = self._language.tr
        acts = [
            Act(tr("Kept"), lambda: self.presenter.keep(each, kept=True), "check"),
            Act(tr("Not kept"), lambda: self.presenter.keep(each, kept=False), "x", "N"),
        ]
        return self._item("promise", each, "hourglass", acts)

    def _item(self, kind: str, each: Row, icon: str, acts: Sequence[Act]) -> ActionItem:
        opens = self._open_customer(each)
        return ActionItem(
            f"{kind}-{each.id}",
            icon,
            Tone.ACCENT,
            each.title,
            each.detail,
            badge=each.badge,
            badge_tone=each.tone,
            acts=[*acts, *opens],
        )

    def _open_customer(self, each: Row) -> list[Act]:
        if each.customer_id is None or not self._shell.has("customers"):
            return []
        name = self._language.tr("Open the customer")
        return [Act(name, lambda: self._shell.go("customers", each.customer_id), "user", "K", square=True)]

    def _nothing(self) -> Empty:
        tr = self._language.tr
        text = tr("What customers ask for and you do not have is noted at the counter with F7.")
        counter = Button(tr("Open the counter"), icon="scan-barcode", hint="F2", id="open-counter")
        counter.clicked.connect(lambda: self._shell.go("counter"))
        buttons = [counter] if self._shell.has("counter") else []
        return Empty("package", tr("Nobody waits for anything"), text, *buttons)
